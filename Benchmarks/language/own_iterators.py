"""Iterator classes, with statements, unpacking, zip, enumerate, map and filter."""


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        self.left = self.start
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left


class Timer:
    def __init__(self):
        self.entered = 0

    def __enter__(self):
        self.entered += 1
        return self

    def __exit__(self, *exception):
        return False


timer = Timer()
total = 0
for turn in range(60_000):
    with timer:
        for number in Countdown(40):
            total += number
    first, *middle, last = range(12)
    total += first + len(middle) + last
    for index, (left, right) in enumerate(zip(middle, reversed(middle))):
        total += index * left - right
    total += sum(map(lambda x: x + 1, filter(None, middle)))
    (a, b), c = (turn, 2), 3
    a, b, c = c, a, b
    total += a - b + c
print(total, timer.entered)
