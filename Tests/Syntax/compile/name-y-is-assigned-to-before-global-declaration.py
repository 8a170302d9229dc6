def f(x):
    def x(): global x
    class y: global x
    x: int
    global y
