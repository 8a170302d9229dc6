# Integers beyond a machine word: products, powers, digits, hashing arithmetic on 64 bits.
def fnv(n):
    h = 14695981039346656037
    for i in range(n):
        h = ((h ^ (i & 255)) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return h


def factorial(n):
    p = 1
    for i in range(2, n + 1):
        p *= i
    return p


big = factorial(3000)
print(fnv(9_000_000), len(str(factorial(1200))), big % 1_000_000_007, pow(3, 10**200, 10**100 + 267) % 10**20)
for _ in range(6):
    a, b = 0, 1
    for _ in range(30_000):
        a, b = b, a + b
print(a % 10**20)
