x and
