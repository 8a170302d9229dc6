"""Functions wrapped by others: counting, memory of results, partial application."""

import functools


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


def clamped(low, high):
    def decorate(function):
        def wrapper(number):
            return max(low, min(high, function(number)))
        return wrapper
    return decorate


@counted
def add(a, b=1):
    return a + b


@clamped(-50, 5000)
@counted
def scaled(number):
    return number * 3 - 100


@functools.lru_cache(maxsize=None)
def steps(number):
    if number == 1:
        return 0
    return 1 + steps(number // 2 if number % 2 == 0 else 3 * number + 1)


add_five = functools.partial(add, b=5)
total = 0
for index in range(700_000):
    total += add(index) + add_five(index) + scaled(index)
    total += steps(index % 2_000 + 1)
print(total, add.calls, functools.reduce(lambda a, b: a ^ b, range(800_000)))
