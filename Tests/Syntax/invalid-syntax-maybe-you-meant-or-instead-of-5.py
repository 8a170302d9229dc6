if (a = b): pass
