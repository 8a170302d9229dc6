class A[T: [(x := 1) for y in z]]: pass
