"""`match` statements: random patterns against random subjects, values made to fit now and then."""

from .values import Values

CLASSES = """
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f'Point({self.x!r}, {self.y!r})'
class Point3(Point):
    __match_args__ = ('x', 'y', 'z')
    def __init__(self, x, y, z): super().__init__(x, y); self.z = z
class Plain: pass
class K:
    ONE = 1
    A = 'a'
"""


class Patterns(Values):
    def capture(self):
        name = self.fresh("c")
        self.captured.append(name)
        return name

    def pattern(self, depth):
        """A pattern; what it captures is added to self.captured."""
        if depth <= 0:
            return self.weighted([(3, self.constant()), (2, "_"), (2, None)]) or self.capture()
        match self.number(0, 11):
            case 0 | 1:
                return self.constant()
            case 2:
                return self.capture()
            case 3:
                before = list(self.captured)
                options = []
                for _ in range(self.number(2, 3)):
                    self.captured = list(before)
                    options.append(self.closed(depth - 1))
                self.captured = before
                return "(" + " | ".join(options) + ")"
            case 4:
                return f"({self.pattern(depth - 1)} as {self.capture()})" if not self.is_bare(depth) else self.capture()
            case 5 | 6 | 7:
                parts = self.some(lambda: self.pattern(depth - 1), 0, 3)
                if self.chance(0.35):
                    parts.insert(self.number(0, len(parts)), "*" + self.pick("_", self.capture()))
                return self.pick("[{}]", "({})").format(", ".join(parts) + ("," if len(parts) == 1 else ""))
            case 8 | 9:
                keys = self.random.sample(["'a'", "'b'", "1", "None", "'k'"], self.number(0, 2))
                parts = [f"{key}: {self.pattern(depth - 1)}" for key in keys]
                if self.chance(0.3):
                    parts.append("**" + self.capture())
                return "{" + ", ".join(parts) + "}"
            case 10:
                return self.pick("int", "str", "float", "list", "dict", "bool", "tuple", "bytes") + self.pick("()", f"({self.pattern(0)})")
            case _:
                name = self.pick("Point", "Point", "Point3", "Plain", "object")
                parts = self.some(lambda: self.pattern(depth - 1), 0, {"Plain": 0, "object": 0, "Point": 2}.get(name, 3))
                if self.chance(0.3):
                    parts.append(f"{self.pick('x', 'z', 'w')}={self.pattern(depth - 1)}")
                return f"{name}({', '.join(parts)})"

    def is_bare(self, depth):
        return self.chance(0.2)

    def closed(self, depth):
        """A pattern without captures."""
        match self.number(0, 4):
            case 0 if depth > 0:
                return "[" + ", ".join(self.some(lambda: self.closed(depth - 1), 0, 2)) + "]"
            case 1 if depth > 0:
                return "{" + f"'a': {self.closed(depth - 1)}" + "}"
            case 2:
                return self.pick("int()", "str()", "Point()", "list()", "Point(1)")
            case _:
                return self.constant()

    def constant(self):
        return self.pick("0", "1", "-1", "2", "1.5", "'a'", "'ab'", "b'x'", "None", "True", "False", "K.ONE", "K.A", "1+2j", "-0.0", "10", "3")

    def subject(self, depth):
        if depth <= 0:
            return self.pick("0", "1", "-1", "2", "1.5", "'a'", "'ab'", "b'x'", "None", "True", "False", "1+2j", "0.0", "10", "3", "Plain()")
        s = self.subject
        match self.number(0, 8):
            case 0 | 1:
                return "[" + ", ".join(self.some(lambda: s(depth - 1), 0, 4)) + "]"
            case 2 | 3:
                return "(" + "".join(x + ", " for x in self.some(lambda: s(depth - 1), 0, 4)) + ")"
            case 4 | 5:
                keys = self.random.sample(["'a'", "'b'", "1", "None", "'z'"], self.number(0, 3))
                return "{" + ", ".join(f"{key}: {s(depth - 1)}" for key in keys) + "}"
            case 6:
                return f"Point({s(depth - 1)}, {s(depth - 1)})"
            case 7:
                return f"Point3({s(depth - 1)}, {s(depth - 1)}, {s(depth - 1)})"
            case _:
                return self.pick("range(3)", "'abc'", "b'ab'", "set()", "iter([1])", s(0))

    def patterns_program(self):
        self.line(CLASSES.strip())
        for _ in range(self.number(2, 4)):
            name = self.fresh("f")
            with self.block(f"def {name}(subject):"):
                with self.block("match subject:"):
                    for _ in range(self.number(2, 5)):
                        self.captured = []
                        pattern = self.pattern(self.number(1, 3))
                        guard = ""
                        if self.captured and self.chance(0.2):
                            guard = f" if {self.captured[0]}"
                        irrefutable = pattern.strip("()") == "_" or pattern in self.captured
                        if irrefutable and not guard:
                            continue
                        with self.block(f"case {pattern}{guard}:"):
                            self.line(f"return {self.number(1, 99)}, {', '.join(self.captured) or 'None'}")
                    with self.block("case _:"):
                        self.line("return 'nothing'")
            for _ in range(self.number(3, 7)):
                with self.guarded():
                    self.line(f"show({name}({self.subject(self.number(0, 3))}))")
