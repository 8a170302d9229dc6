"""Programs about one library module or family of methods each, written from the grammars in `grammars`."""

import re

from .grammars import AREAS, COMMON
from .values import TYPES, Values

REFERENCE = re.compile("<([a-z_]+)>")


class Library(Values):
    """A grammar is {name: alternatives, one a line}; `<name>` in an alternative is replaced by one of that name's, or
    by an expression if it names a type. `imports` has lines for the top of the program, `start` what a line may be: an
    expression to show or, behind a `!`, a statement."""

    def library_program(self):
        area = self.random.choice(list(AREAS))
        self.grammar = {name: text.strip().splitlines() for name, text in (COMMON | AREAS[area]).items()}
        for line in self.grammar.get("imports", ()):
            self.line(line)
        self.mistakes = 0.01
        for _ in range(self.number(8, 24)):
            text = self.expand(self.random.choice(self.grammar["start"]).strip(), 0)
            with self.guarded():
                for part in text.removeprefix("!").split(" ;; "):
                    self.line(part if text.startswith("!") else f"show({part})")

    def expand(self, text, depth):
        def replaced(reference):
            name = reference[1]
            if name in self.grammar:
                options = self.grammar[name]
                if depth > 6:
                    options = [option for option in options if "<" + name + ">" not in option] or options
                return self.expand(self.random.choice(options).strip(), depth + 1)
            if name in TYPES or name == "any":
                return self.value(name, 1 if depth < 3 else 0)
            return reference[0]

        return REFERENCE.sub(replaced, text)
