"""Operators of a class: arithmetic, reflected arithmetic, comparison, indexing, truth."""


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return (self.x, self.y) < (other.x, other.y)

    def __getitem__(self, index):
        return self.y if index else self.x

    def __bool__(self):
        return self.x != 0 or self.y != 0


position = Vector(0, 0)
step = Vector(1, 2)
hits = 0
for turn in range(700_000):
    position = position + step * 2 - -step
    position = position + 2 * Vector(-1, turn & 1)
    if position == step or position < step:
        hits += 1
    if position:
        hits += position[0] & 1
print(position.x, position.y, hits)
