# Generators: a pipeline of three, and yield from through a few levels.
def numbers(n):
    for i in range(n):
        yield i


def odd(values):
    for v in values:
        if v & 1:
            yield v


def scaled(values, k):
    for v in values:
        yield v * k


def nested(depth, n):
    if depth == 0:
        yield from range(n)
    else:
        yield from nested(depth - 1, n)


print(sum(scaled(odd(numbers(8_000_000)), 3)), sum(nested(5, 4_000_000)))
