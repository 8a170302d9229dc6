class A:
    def f(self): await x
