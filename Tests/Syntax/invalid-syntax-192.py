x not
