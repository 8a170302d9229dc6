"""The Mandelbrot set, with complex numbers and with floats."""


def escapes_complex(c, limit):
    z = 0j
    for turn in range(limit):
        z = z * z + c
        if abs(z) > 2:
            return turn
    return limit


def escapes_float(a, b, limit):
    x = y = 0.0
    for turn in range(limit):
        xx, yy = x * x, y * y
        if xx + yy > 4.0:
            return turn
        x, y = xx - yy + a, 2 * x * y + b
    return limit


total = 0
for row in range(-150, 150):
    for column in range(-300, 150):
        total += escapes_complex(complex(column / 150, row / 150), 50)
        total += escapes_float(column / 150, row / 150, 150)
print(total)
