# List reads and writes in a loop.
def run(n, rounds):
    a = list(range(n))
    b = [0] * n
    for r in range(rounds):
        for i in range(n):
            b[i] = a[n - 1 - i] + b[i]
    return b[0], b[n - 1], sum(b)


print(run(10_000, 1_500))
