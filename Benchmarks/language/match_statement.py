"""Structural patterns: literals, sequences, mappings, classes and guards."""


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def classify(subject):
    match subject:
        case 0 | 1:
            return 1
        case int() if subject > 100:
            return 2
        case [first, second]:
            return 3 + first
        case [first, *rest]:
            return 4 + len(rest)
        case {"kind": "circle", "radius": radius}:
            return 5 + radius
        case {"kind": kind, **others}:
            return 6 + len(others)
        case Point(0, y):
            return 7 + y
        case Point(x=x, y=y) if x == y:
            return 8
        case Point():
            return 9
        case str() as text:
            return 10 + len(text)
        case _:
            return 11


subjects = [0, 7, 500, [1, 2], [1, 2, 3], {"kind": "circle", "radius": 3}, {"kind": "box", "w": 1, "h": 2},
            Point(0, 4), Point(3, 3), Point(1, 2), "text", None, 2.5]
total = 0
for turn in range(160_000):
    for subject in subjects:
        total += classify(subject)
print(total)
