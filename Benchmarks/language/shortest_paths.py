"""Dijkstra on a grid with a heap, and breadth-first search with a deque."""

import heapq
from collections import deque

SIZE = 400
cost = [[(x * 31 + y * 17 + x * y) % 9 + 1 for x in range(SIZE)] for y in range(SIZE)]


def neighbours(x, y):
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        if 0 <= x + dx < SIZE and 0 <= y + dy < SIZE:
            yield x + dx, y + dy


def dijkstra(start):
    distance = {start: 0}
    heap = [(0, start)]
    while heap:
        near, node = heapq.heappop(heap)
        if near > distance[node]:
            continue
        for x, y in neighbours(*node):
            far = near + cost[y][x]
            if far < distance.get((x, y), 1 << 30):
                distance[x, y] = far
                heapq.heappush(heap, (far, (x, y)))
    return distance


def breadth_first(start):
    seen = {start}
    queue = deque([(start, 0)])
    farthest = 0
    while queue:
        node, depth = queue.popleft()
        farthest = max(farthest, depth)
        for following in neighbours(*node):
            if following not in seen:
                seen.add(following)
                queue.append((following, depth + 1))
    return farthest


print(dijkstra((0, 0))[SIZE - 1, SIZE - 1], breadth_first((0, 0)), breadth_first((45, 45)))
