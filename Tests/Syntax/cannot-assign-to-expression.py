a = b + c = d
