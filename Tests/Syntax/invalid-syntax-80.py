for await in y: pass
