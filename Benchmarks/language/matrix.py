"""Matrices as lists of lists: product, transposition, and a power method in whole numbers."""


def multiply(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def by_index(a, b):
    size = len(a)
    result = [[0] * size for _ in range(size)]
    for i in range(size):
        row, target = a[i], result[i]
        for j in range(size):
            total = 0
            for k in range(size):
                total += row[k] * b[k][j]
            target[j] = total
    return result


size = 160
a = [[(i * j) % 7 for j in range(size)] for i in range(size)]
b = [[(i + j) % 5 for j in range(size)] for i in range(size)]
first, second = multiply(a, b), by_index(a, b)
print(first[5][7], second[5][7], first[59][59])
vector = [1] * size
for _ in range(300):
    product = [sum(x * y for x, y in zip(row, vector)) for row in a]
    norm = max(map(abs, product))
    vector = [x * 1000 // norm for x in product]
print(norm)
