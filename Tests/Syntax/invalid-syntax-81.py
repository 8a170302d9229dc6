(b is P for await in y)
