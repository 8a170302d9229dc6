def counter(start, step=1):
    value = start

    def advance():
        nonlocal value
        value += step
        return value

    return advance
