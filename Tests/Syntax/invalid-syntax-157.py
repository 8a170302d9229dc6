x->y
