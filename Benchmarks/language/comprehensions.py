# List, dict and set comprehensions, nested ones and conditions.
def run(n, rounds):
    total = 0
    for r in range(rounds):
        squares = [x * x for x in range(n)]
        even = [x for x in squares if not x & 1]
        table = {x: x + r for x in even}
        distinct = {x % 100 for x in squares}
        grid = [[i * j for j in range(20)] for i in range(n // 40)]
        total += len(even) + len(table) + len(distinct) + sum(row[-1] for row in grid) + sum(squares)
    return total


print(run(20_000, 400))
