x: int: 3
