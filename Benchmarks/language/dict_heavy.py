# Dictionaries with int and str keys: counting, look-ups, deletions.
def run(n):
    counts = {}
    for i in range(n):
        key = i * 7919 % 5003
        counts[key] = counts.get(key, 0) + 1
    words = {}
    names = ["key" + str(i) for i in range(1000)]
    for i in range(n):
        name = names[i % 1000]
        if name in words:
            words[name] += i
        else:
            words[name] = i
        if i % 5000 == 0:
            del words[name]
    return len(counts), sum(counts.values()), len(words), sum(words.values())


print(run(5_000_000))
