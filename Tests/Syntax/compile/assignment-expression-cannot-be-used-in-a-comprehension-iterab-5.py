class C:
    y = [i for i in [j for k in range(5) if (lambda: (j := 1))]]
