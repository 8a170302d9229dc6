[i+1 for i in (lambda:(j := range(5)))()]
