"""Picks a theme and writes one program, from its seed alone."""

import random

from .calls import Calls
from .concurrency import Concurrency
from .coroutines import Coroutines
from .flow import Flow
from .library import Library
from .objects import Objects
from .patterns import Patterns
from .values import TYPES, Values

# Every program may use it. Sets are shown in an order that does not depend on hashes.
PRELUDE = """
def show(value):
    def text(value, depth=0):
        kind = type(value)
        if kind in (set, frozenset): return kind.__name__ + str(sorted(map(text, value)))
        if kind in (list, tuple) and depth < 5: return kind.__name__[0] + '[' + ', '.join([text(item, depth + 1) for item in value]) + ']'
        if kind is dict and depth < 5: return '{' + ', '.join([text(k) + ': ' + text(v, depth + 1) for k, v in value.items()]) + '}'
        return repr(value)
    line = text(value)
    print(type(value).__name__, line if len(line) < 400 else (len(line), line[:300]))
"""


class Expressions(Values):
    """Variables of all types, statements that change and show them."""

    def expressions_program(self):
        for kind in TYPES + ["int", "str", "list"]:
            if self.chance(0.6):
                name = self.fresh("v")
                self.line(f"{name} = {self.literal(kind)}")
                self.variables.append((name, kind))
        for _ in range(self.number(8, 20)):
            self.expression_statement()
        for name, _ in self.variables:
            with self.guarded():
                self.line(f"show({name})")

    def expression_statement(self):
        match self.number(0, 9):
            case 0 | 1 | 2 | 3 | 4:
                with self.guarded():
                    self.line(f"show({self.value('any', self.number(1, 4))})")
            case 5 | 6 | 7 if self.variables:
                name, kind = self.random.choice(self.variables)
                text = self.mutation(name, kind)
                if text:
                    with self.guarded():
                        self.line(text)
            case 8:
                text, names = self.unpacking()
                with self.guarded():
                    self.line(text)
                    self.line(f"show(({', '.join(names)},))")
            case _:
                kind = self.random.choice(TYPES)
                name = self.fresh("v")
                with self.guarded():
                    self.line(f"{name} = None")
                    self.line(f"{name} = {self.value(kind, 3)}")
                self.variables.append((name, kind))

    def formatting_program(self):
        for _ in range(self.number(10, 25)):
            with self.guarded():
                self.line(f"show({self.pick(self.formatted, self.formatted, self.fstring, self.percent)(1)})")


class Text(Expressions):
    """Methods of strings and bytes, with arguments of all kinds."""

    METHODS = {
        "str": "capitalize casefold center count encode endswith expandtabs find format index isalnum isalpha isascii isdecimal isdigit isidentifier "
               "islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix replace rfind "
               "rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title upper zfill",
        "bytes": "capitalize center count decode endswith expandtabs find hex index isalnum isalpha isascii isdigit islower isspace istitle "
                 "isupper join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split "
                 "splitlines startswith strip swapcase title upper zfill",
    }
    PLAIN = ("capitalize", "casefold", "lower", "swapcase", "title", "upper")

    def text_program(self):
        for _ in range(self.number(8, 20)):
            kind = self.pick("str", "str", "bytes")
            method = self.random.choice(self.METHODS[kind].split())
            arguments = []
            if not method.startswith("is") and method not in self.PLAIN:
                options = [(6, kind), (2, "int"), (1, "none"), (1, "tuple"), (0.3, "any")]
                if method in ("center", "ljust", "rjust", "zfill", "expandtabs"):
                    arguments = [self.small(0, 0, 12)] + self.some(lambda: self.value(kind, 0), 0, 1)
                elif method == "join":
                    arguments = [self.pick(f"[{self.value(kind, 1)}, {self.value(kind, 1)}]", self.value("list", 1), self.value(kind, 1))]
                elif method in ("encode", "decode"):
                    arguments = self.pick([], ["'utf-8'"], ["'ascii'", "'replace'"], ["'latin-1'"], ["'utf-16'"], ["'ascii'", "'strict'"])
                else:
                    for _ in range(self.number(1, 3)):
                        wanted = self.weighted(options)
                        arguments.append(self.small(0) if wanted == "int" else self.value(wanted, 1))
            with self.guarded():
                self.line(f"show({self.value(kind, 2)}.{method}({', '.join(arguments)}))")


THEMES = {
    "expressions": (Expressions, "expressions_program", 5),
    "formatting": (Expressions, "formatting_program", 2),
    "text": (Text, "text_program", 2),
    "flow": (Flow, "program", 6),
    "calls": (Calls, "calls_program", 3),
    "scopes": (Calls, "scopes_program", 2),
    "objects": (Objects, "objects_program", 4),
    "patterns": (Patterns, "patterns_program", 2),
    "concurrency": (Concurrency, "concurrency_program", 4),
    "coroutines": (Coroutines, "coroutines_program", 4),
    "library": (Library, "library_program", 10),
}


def write_program(seed, theme=None):
    """The theme and text of the program with that seed."""
    chooser = random.Random(f"minipy {seed}")
    if theme is None:
        theme = chooser.choices(list(THEMES), [weight for _, _, weight in THEMES.values()])[0]
    writer_class, method, _ = THEMES[theme]
    writer = writer_class(chooser)
    getattr(writer, method)()
    text = writer.text()
    return theme, PRELUDE.lstrip() + text if "show(" in text else text
