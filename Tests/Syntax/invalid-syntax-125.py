match x:
    case f'a{b}': pass
    case = 1
