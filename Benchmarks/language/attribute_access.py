# Attribute reads and writes on instances with several attributes.
class Particle:
    def __init__(self, x, y):
        self.x, self.y = x, y
        self.dx, self.dy = 1, 2
        self.hits = 0


def run(n):
    particles = [Particle(i, -i) for i in range(100)]
    for _ in range(n // 100):
        for p in particles:
            p.x = p.x + p.dx
            p.y = p.y - p.dy
            if p.x > 1000:
                p.x = p.x - 1000
                p.hits += 1
    return sum(p.x + p.y + p.hits for p in particles)


print(run(14_000_000))
