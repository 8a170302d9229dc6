f(x for await in y)
