# Method calls on instances.
class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n
        return self

    def get(self):
        return self.value


def run(n):
    counter = Counter()
    total = 0
    for i in range(n):
        counter.add(i)
        total += counter.get() & 7
    return total, counter.get()


print(run(9_000_000))
