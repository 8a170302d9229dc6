"""Sets: membership, algebra, growth, and the game of life on a set of pairs."""


def step(alive):
    counts = {}
    for x, y in alive:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    cell = (x + dx, y + dy)
                    counts[cell] = counts.get(cell, 0) + 1
    return {cell for cell, count in counts.items() if count == 3 or (count == 2 and cell in alive)}


alive = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2), (10, 10), (10, 11), (10, 12), (11, 11), (12, 10), (13, 11), (9, 12)}
for _ in range(4_000):
    alive = step(alive)
print(len(alive), min(alive), max(alive))

total = 0
evens = set(range(0, 2000, 2))
threes = set(range(0, 2000, 3))
for turn in range(9_000):
    total += len(evens & threes) + len(evens | threes) + len(evens - threes) + len(evens ^ threes)
    total += threes.issuperset({6, 12}) + (turn in evens)
seen = set()
value = 1
while value not in seen:
    seen.add(value)
    value = value * 5 % 100_003
print(total, len(seen))
