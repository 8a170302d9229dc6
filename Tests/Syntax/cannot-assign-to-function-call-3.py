with a as b, c as f():
    pass
