[x for await in y]
