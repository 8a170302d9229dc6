"""Modular powers, inverses, greatest common divisors and primality of numbers of 60 to 300 bits."""


def is_probable_prime(number):
    if number < 2:
        return False
    for small in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if number % small == 0:
            return number == small
    odd, shift = number - 1, 0
    while odd % 2 == 0:
        odd //= 2
        shift += 1
    for base in (2, 3, 5, 7, 11):
        power = pow(base, odd, number)
        if power in (1, number - 1):
            continue
        for _ in range(shift - 1):
            power = power * power % number
            if power == number - 1:
                break
        else:
            return False
    return True


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


found = [n for n in range(2**61 - 40_000, 2**61 + 40_000) if is_probable_prime(n)]
print(len(found), found[0])
large = [n for n in range(2**127 - 25_000, 2**127 + 25_000) if is_probable_prime(n)]
print(len(large), large[0])
total = 0
a, b = 3**180, 5**120
for index in range(12_000):
    total += gcd(a + index, b - index)
    total += pow(a + index * 2, -1, 2**89 - 1) & 0xFF
print(total)
