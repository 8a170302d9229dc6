[y for a in b for y in (x := z)]
