"""List, set and dict comprehensions inside one another, with conditions and unpacking."""

total = 0
for turn in range(2_000):
    table = [[row * column for column in range(40)] for row in range(40)]
    flat = [cell for row in table for cell in row if cell % 3]
    by_remainder = {key: [cell for cell in flat if cell % 7 == key] for key in range(3)}
    distinct = {cell // 2 for row in table for cell in row}
    swapped = {value: key for key, value in enumerate(flat)}
    transposed = [list(column) for column in zip(*table)]
    total += len(flat) + sum(map(len, by_remainder.values())) + len(distinct) + len(swapped) + transposed[3][turn % 40]
print(total)
