def f():
    [x := 1 for y in z]
    class B:
        [q := 1 for y in z]
