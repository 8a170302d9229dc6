"""Exceptions of own classes through finally and with, re-raised, chained and matched by base class."""


class AppError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class NotFound(AppError):
    pass


class Denied(AppError):
    pass


class Guard:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return kind is Denied


def lookup(number):
    if number % 3 == 0:
        raise NotFound(number)
    if number % 3 == 1:
        raise Denied(number)
    return number


def middle(number, log):
    try:
        with Guard():
            return lookup(number)
    finally:
        log[0] += 1


def outer(number, log):
    try:
        return middle(number, log)
    except NotFound as error:
        raise ValueError(error.code) from error


log = [0]
total = 0
for number in range(700_000):
    try:
        total += outer(number, log) or 0
    except (KeyError, ValueError) as error:
        total += error.args[0] + error.__cause__.code
print(total, log[0])
