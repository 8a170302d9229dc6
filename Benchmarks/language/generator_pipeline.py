"""Values through five generators, one of which delegates."""


def numbers(limit):
    number = 0
    while number < limit:
        yield number
        number += 1


def squares(source):
    for number in source:
        yield number * number


def odd(source):
    for number in source:
        if number & 1:
            yield number


def pairs(source):
    previous = 0
    for number in source:
        yield previous, number
        previous = number


def flattened(source):
    for pair in source:
        yield from pair


def running_total():
    total = 0
    while True:
        total += yield total


total = running_total()
next(total)
last = 0
for number in flattened(pairs(odd(squares(numbers(1_800_000))))):
    last = total.send(number)
print(last, sum(x for x in squares(numbers(2_000_000)) if x % 3 == 0))
