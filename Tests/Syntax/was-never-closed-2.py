[i for i in x
