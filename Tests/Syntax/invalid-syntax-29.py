'%s' % x y
