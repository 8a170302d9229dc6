(match x)
