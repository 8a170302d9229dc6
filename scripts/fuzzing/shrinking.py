"""Makes a program small that differs: removes statements, then parts of expressions, as long as it still differs."""

import ast
import time


class Shrinker:
    """`differs(text)` says whether a smaller program still shows a difference; it is asked for so many seconds."""

    def __init__(self, differs, seconds=90):
        self.differs = differs
        self.end = time.monotonic() + seconds
        self.seen = set()

    def shrink(self, text):
        try:
            text = self.shrink_text(text, self.segments(text))
            self.tree = ast.parse(text)
        except SyntaxError:
            return self.shrink_text(text, text.splitlines(keepends=True))
        if not self.still():
            return text  # `ast.unparse` writes it in another way, which does not differ
        while time.monotonic() < self.end:
            before = ast.unparse(self.tree)
            for stage in (self.statements, self.unwrapped, self.parts, self.expressions):
                stage()
            if ast.unparse(self.tree) == before:
                break
        return ast.unparse(self.tree) + "\n"

    def still(self):
        """Whether the tree, as it is now, shows a difference. A text is tried once."""
        try:
            text = ast.unparse(ast.fix_missing_locations(self.tree)) + "\n"
            compile(text, "program", "exec")
        except Exception:
            return False
        if text in self.seen or time.monotonic() >= self.end:
            return False
        self.seen.add(text)
        return self.differs(text)

    def try_list(self, parent, field, new):
        old = getattr(parent, field)
        setattr(parent, field, new)
        if self.still():
            return True
        setattr(parent, field, old)
        return False

    def reduce_list(self, parent, field):
        """Takes chunks out of a list, halves first."""
        size = len(getattr(parent, field))
        while size >= 1:
            start = 0
            while start < len(getattr(parent, field)):
                items = getattr(parent, field)
                if not self.try_list(parent, field, items[:start] + items[start + size :]):
                    start += size
            size //= 2

    def statements(self):
        for node in list(ast.walk(self.tree)):
            for field in ("body", "orelse", "finalbody", "handlers", "cases"):
                items = getattr(node, field, None)
                if not isinstance(items, list) or not items:
                    continue
                self.reduce_list(node, field)
                if getattr(node, field) and field == "body" and not isinstance(node, ast.Module):
                    if not isinstance(node.body[0], ast.Pass):
                        self.try_list(node, "body", [ast.Pass()])

    def unwrapped(self):
        """Puts what is inside a compound statement in its place."""
        for node in list(ast.walk(self.tree)):
            for field in ("body", "orelse", "finalbody"):
                items = getattr(node, field, None)
                if not isinstance(items, list):
                    continue
                index = 0
                while index < len(getattr(node, field)):
                    items = getattr(node, field)
                    statement = items[index]
                    for inner in ("body", "orelse", "finalbody"):
                        content = getattr(statement, inner, None)
                        if isinstance(content, list) and content and not isinstance(statement, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
                            if self.try_list(node, field, items[:index] + content + items[index + 1 :]):
                                break
                    index += 1

    def parts(self):
        """Elements, arguments, bases, decorators, targets, keywords."""
        for node in list(ast.walk(self.tree)):
            for field, value in ast.iter_fields(node):
                if not isinstance(value, list) or not value or field in ("body", "orelse", "finalbody", "handlers", "cases"):
                    continue
                if isinstance(node, ast.Dict):
                    self.reduce_dict(node)
                elif isinstance(node, ast.Compare):
                    continue
                else:
                    self.reduce_list(node, field)

    def reduce_dict(self, node):
        index = 0
        while index < len(node.keys):
            keys, values = node.keys, node.values
            node.keys, node.values = keys[:index] + keys[index + 1 :], values[:index] + values[index + 1 :]
            if not self.still():
                node.keys, node.values = keys, values
                index += 1

    def expressions(self):
        """Replaces expressions by their own parts or by constants."""
        for node in list(ast.walk(self.tree)):
            for field, value in list(ast.iter_fields(node)):
                if isinstance(value, ast.expr):
                    self.reduce_expression(lambda new, node=node, field=field: setattr(node, field, new), value)
                elif isinstance(value, list):
                    for index, item in enumerate(value):
                        if isinstance(item, ast.expr):
                            self.reduce_expression(lambda new, value=value, index=index: value.__setitem__(index, new), item)

    def reduce_expression(self, put, expression):
        while True:
            for candidate in self.candidates(expression):
                put(candidate)
                if self.still():
                    expression = candidate
                    break
            else:
                put(expression)
                return

    def candidates(self, expression):
        if isinstance(expression, ast.Constant):
            value = expression.value
            if isinstance(value, (str, bytes)) and value:
                half = len(value) // 2
                yield from (ast.Constant(part) for part in (value[:half], value[half:]) if part != value)
            elif isinstance(value, (int, float)) and not isinstance(value, bool) and value not in (0, 1):
                yield ast.Constant(type(value)(0))
                yield ast.Constant(type(value)(1))
            return
        if isinstance(getattr(expression, "ctx", None), (ast.Store, ast.Del)):
            return
        for child in ast.iter_child_nodes(expression):
            if isinstance(child, ast.expr) and not isinstance(child, (ast.Starred, ast.Slice, ast.FormattedValue)):
                yield child
        if not isinstance(expression, (ast.Name, ast.FormattedValue, ast.Starred, ast.Slice, ast.JoinedStr)):
            for constant in (None, 0, 1, "", "a"):
                yield ast.Constant(constant)
            yield ast.List([], ast.Load())

    @staticmethod
    def segments(text):
        """The text of each statement of the program."""
        lines = text.splitlines(keepends=True)
        starts = [node.lineno - 1 - len(getattr(node, "decorator_list", ())) for node in ast.parse(text).body] + [len(lines)]
        return ["".join(lines[start:end]) for start, end in zip(starts, starts[1:])]

    def shrink_text(self, text, segments):
        """Takes out pieces of the text as it is written."""
        size = len(segments) // 2
        while size >= 1:
            start = 0
            while start < len(segments) and time.monotonic() < self.end:
                smaller = segments[:start] + segments[start + size :]
                if smaller and self.differs("".join(smaller)):
                    segments = smaller
                else:
                    start += size
            size //= 2
        return "".join(segments)
