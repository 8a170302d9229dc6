"""Sorting by key functions, by tuples, in reverse, and of what is nearly sorted."""

seed = 42
people = []
for index in range(40_000):
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    people.append(("name%d" % (seed % 997), seed % 90, index))

total = 0
for turn in range(10):
    by_age = sorted(people, key=lambda person: person[1])
    by_name = sorted(people, key=lambda person: (person[0], -person[1]))
    backwards = sorted(people, reverse=True)
    nearly = list(range(40_000))
    nearly[turn], nearly[-turn - 1] = nearly[-turn - 1], nearly[turn]
    nearly.sort()
    words = [person[0] for person in people]
    words.sort(key=len)
    total += by_age[turn][2] + by_name[turn][2] + backwards[turn][2] + nearly[turn] + len(words[turn])
print(total)
