type X[T
