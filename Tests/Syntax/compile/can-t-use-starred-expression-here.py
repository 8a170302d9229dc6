print(*a, *b)
*a
