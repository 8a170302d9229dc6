def f(a):
    def g():
        nonlocal a
        global a
