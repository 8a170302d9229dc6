def f g(): pass
