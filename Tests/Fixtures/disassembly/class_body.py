class Point(Base, metaclass=Meta):
    """A place."""
    dimensions: int = 2

    def __init__(self, x, y):
        super().__init__()
        self.x, self.y = x, y
