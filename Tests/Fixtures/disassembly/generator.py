def walk(tree):
    if tree is not None:
        yield from walk(tree.left)
        yield tree.value
        yield from walk(tree.right)
