[y for y in (x := z)]
