a = 'b\
c
