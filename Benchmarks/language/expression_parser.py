"""A recursive descent parser of arithmetic that builds a tree, and the tree's evaluation."""


class Number:
    def __init__(self, value):
        self.value = value

    def evaluate(self, names):
        return self.value


class Name:
    def __init__(self, name):
        self.name = name

    def evaluate(self, names):
        return names[self.name]


class Binary:
    def __init__(self, operator, left, right):
        self.operator = operator
        self.left = left
        self.right = right

    def evaluate(self, names):
        left = self.left.evaluate(names)
        right = self.right.evaluate(names)
        if self.operator == "+":
            return left + right
        if self.operator == "-":
            return left - right
        if self.operator == "*":
            return left * right
        return left // (right or 1)


class Parser:
    def __init__(self, text):
        self.text = text
        self.position = 0

    def peek(self):
        while self.position < len(self.text) and self.text[self.position] == " ":
            self.position += 1
        return self.text[self.position] if self.position < len(self.text) else ""

    def take(self):
        character = self.peek()
        self.position += 1
        return character

    def sum(self):
        left = self.product()
        while self.peek() in ("+", "-"):
            left = Binary(self.take(), left, self.product())
        return left

    def product(self):
        left = self.atom()
        while self.peek() in ("*", "/"):
            left = Binary(self.take(), left, self.atom())
        return left

    def atom(self):
        character = self.peek()
        if character == "(":
            self.take()
            inner = self.sum()
            if self.take() != ")":
                raise SyntaxError("expected )")
            return inner
        start = self.position
        if character.isdigit():
            while self.peek().isdigit():
                self.position += 1
            return Number(int(self.text[start:self.position]))
        self.position += 1
        return Name(character)


total = 0
for turn in range(13_000):
    tree = Parser("(a + 12) * (b - 3 * (c + 4)) / 7 + a * b * c - (91 / (a + 1)) * 2 + b").sum()
    for value in range(12):
        total += tree.evaluate({"a": value, "b": turn, "c": 3})
print(total)
