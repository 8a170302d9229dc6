del (a,1)
