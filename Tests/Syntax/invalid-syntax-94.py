a, [c c]
