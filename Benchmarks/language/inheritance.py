"""Methods found three classes up, overridden ones, and cooperative super()."""


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        return 0

    def describe(self):
        return self.area() + len(self.name)

    def scale(self, factor):
        return self.area() * factor


class Polygon(Shape):
    def __init__(self, name, sides):
        super().__init__(name)
        self.sides = sides

    def describe(self):
        return super().describe() + self.sides


class Rectangle(Polygon):
    def __init__(self, width, height):
        super().__init__("rectangle", 4)
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)

    def describe(self):
        return super().describe() * 2


total = 0
for index in range(800_000):
    square = Square(index & 7)
    total += square.describe() + square.scale(3)
    if isinstance(square, Polygon):
        total += 1
print(total)
