match x:
    case {0: _, 0j: _}: pass
