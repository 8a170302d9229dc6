"""The queens problem by backtracking over lists, and permutations by slices."""


def queens(size, row=0, columns=(), rising=(), falling=()):
    if row == size:
        return 1
    found = 0
    for column in range(size):
        if column not in columns and row + column not in rising and row - column not in falling:
            found += queens(size, row + 1, columns + (column,), rising + (row + column,), falling + (row - column,))
    return found


def permutations(items):
    if len(items) <= 1:
        return [items]
    return [[items[i]] + rest for i in range(len(items)) for rest in permutations(items[:i] + items[i + 1:])]


print(queens(10), len(permutations(list(range(9)))))
