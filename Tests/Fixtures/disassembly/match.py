def area(shape):
    match shape:
        case {"kind": "square", "side": side}:
            return side * side
        case [w, h] | (w, h, _):
            return w * h
        case Circle(r) if r > 0:
            return 3 * r ** 2
        case None:
            return 0
