"""Trees built, walked and dropped: allocation of small objects."""


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def count(node):
    if node.left is None:
        return 1
    return 1 + count(node.left) + count(node.right)


kept = build(16)
total = 0
for depth in range(4, 17, 3):
    for _ in range(1 << (17 - depth)):
        total += count(build(depth))
print(total, count(kept))
