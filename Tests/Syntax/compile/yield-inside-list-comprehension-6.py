class A:
    [(yield) for b in c]
