"""Rings of objects that refer to each other and die together."""


class Link:
    def __init__(self, value):
        self.value = value
        self.next = None
        self.owner = None


def ring(size, owner):
    first = previous = Link(0)
    for value in range(1, size):
        link = Link(value)
        link.owner = owner
        previous.next = link
        previous = link
    previous.next = first
    owner.append(first)
    return first


total = 0
for turn in range(160_000):
    owner = []
    link = ring(12, owner)
    for _ in range(12):
        total += link.value
        link = link.next
    owner.append(owner)
print(total)
