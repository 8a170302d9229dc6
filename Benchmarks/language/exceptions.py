# Raising and catching, in the same function and two calls down; and the try that nothing goes wrong in.
class Problem(Exception):
    pass


def fail(i):
    raise Problem(i)


def middle(i):
    try:
        fail(i)
    finally:
        i += 1


def run(n):
    caught = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                middle(i)
            elif i % 3 == 1:
                {}["missing"]
        except Problem as problem:
            caught += problem.args[0] & 1
        except KeyError:
            caught += 2
        else:
            caught += 1
    return caught


print(run(4_000_000))
