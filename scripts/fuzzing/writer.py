"""What all program writers share: random choices, lines with indentation, fresh names."""

import contextlib


class Writer:
    """Collects the lines of one program."""

    def __init__(self, random):
        self.random = random
        self.lines = []
        self.depth = 0
        self.serial = 0

    # Choices

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, *options):
        return self.random.choice(options)

    def weighted(self, options):
        """One of [(weight, option), ...]."""
        return self.random.choices([option for _, option in options], [weight for weight, _ in options])[0]

    def number(self, low, high):
        return self.random.randint(low, high)

    def some(self, make, low, high):
        """A list of between low and high results of make()."""
        return [make() for _ in range(self.number(low, high))]

    # Lines

    def line(self, text):
        self.lines.append("    " * self.depth + text)

    @contextlib.contextmanager
    def block(self, head):
        """Lines written inside are the body of `head`; an empty body becomes `pass`."""
        self.line(head)
        before = len(self.lines)
        self.depth += 1
        yield
        if len(self.lines) == before:
            self.line("pass")
        self.depth -= 1

    @contextlib.contextmanager
    def guarded(self):
        """Lines written inside may raise: class and message are printed."""
        with self.block("try:"):
            yield
        with self.block("except Exception as error:"):
            self.line("print(type(error).__name__, error)")

    def fresh(self, prefix):
        self.serial += 1
        return f"{prefix}{self.serial}"

    def text(self):
        return "\n".join(self.lines) + "\n"
