match x:
    case {1: a, -1: b, 1+2j: c, 1+2j: d}: pass
