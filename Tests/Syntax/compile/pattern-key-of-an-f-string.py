match x:
    case {f"": _}: pass
