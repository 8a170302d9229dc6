# Sorting with a key function, with tuples and without a key.
def run(n):
    seed = 12345
    values = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        values.append(seed)
    by_key = sorted(values, key=lambda v: v % 1000)
    pairs = sorted([(v % 100, v) for v in values])
    values.sort()
    return by_key[0] % 1000, by_key[-1] % 1000, pairs[0], values[0], values[-1]


print(run(400_000))
