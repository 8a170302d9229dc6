# A counting loop with arithmetic on local variables.
def run(n, m):
    s = 0
    i = 0
    while i < n:
        s = (s + i * 3) % m
        i += 1
    return s


print(run(15_000_000, 1_000_003))
