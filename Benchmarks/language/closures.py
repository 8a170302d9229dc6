# Closures: making them, calling them, writing their cells.
def make_counter(step):
    total = 0

    def count(x):
        nonlocal total
        total += x * step
        return total

    return count


def compose(f, g):
    return lambda x: f(g(x))


def run(n):
    counters = [make_counter(i) for i in range(5)]
    h = compose(lambda x: x + 1, lambda x: x * 2)
    result = 0
    for i in range(n):
        result += counters[i % 5](i) & 3
        result += h(i) & 1
    return result


print(run(4_000_000))
