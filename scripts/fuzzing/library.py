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
        self.grammar = {name: self.alternatives(text) for name, text in (COMMON | AREAS[area]).items()}
        for line in filter(None, self.grammar["imports"]):
            # Indentation is written behind a dot.
            self.line(" " + line[1:] if line.startswith(".") else line)
        self.mistakes = 0.01
        for _ in range(self.number(8, 24)):
            text = self.expand(self.random.choice(self.grammar["start"]), 0)
            with self.guarded():
                for part in text.removeprefix("!").split(" ;; "):
                    self.line(part if text.startswith("!") else f"show({part})")

    @staticmethod
    def alternatives(text):
        lines = text.split("\n")
        # A text in a block of its own has an empty line at each end; elsewhere an empty alternative is meant.
        return [line.strip() for line in lines if line.strip()] if "\n    " in text else lines

    def expand(self, text, depth):
        def replaced(reference):
            name = reference[1]
            if name in self.grammar:
                options = self.grammar[name]
                if depth > 6:
                    options = [option for option in options if "<" + name + ">" not in option] or options
                return self.expand(self.random.choice(options), depth + 1)
            if name in TYPES or name == "any":
                return self.value(name, 1 if depth < 3 else 0)
            return reference[0]

        return REFERENCE.sub(replaced, text)
