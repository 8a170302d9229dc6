"""Positional, keyword, default and collected arguments, and calls that spread them."""


def plain(a, b, c):
    return a + b + c


def defaults(a, b=2, c=3, *, d=4):
    return a + b + c + d


def collected(*args, **kwargs):
    return len(args) + len(kwargs)


def forward(*args, **kwargs):
    return defaults(*args, **kwargs)


total = 0
options = {"c": 7, "d": 8}
triple = (1, 2, 3)
for index in range(900_000):
    total += plain(index, 1, 2)
    total += plain(c=index, a=1, b=2)
    total += defaults(index)
    total += defaults(index, d=1)
    total += collected(index, 1, key=2)
    total += plain(*triple)
    total += forward(index, 5, **options)
print(total)
