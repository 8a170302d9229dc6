# The sieve of Eratosthenes, with slices and with single writes.
def by_slices(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            flags[i * i :: i] = [False] * len(range(i * i, n + 1, i))
        i += 1
    return sum(flags)


def by_writes(n):
    flags = [1] * (n + 1)
    count = 0
    for i in range(2, n + 1):
        if flags[i]:
            count += 1
            for j in range(i * i, n + 1, i):
                flags[j] = 0
    return count


print(by_slices(10_000_000), by_writes(7_000_000))
