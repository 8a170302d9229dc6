"""Words of a text counted, grouped and ranked."""

TEXT = """the loop asks the clock and the clock answers the loop; a task waits for a future and a future wakes a task
while the ready queue holds what may run next, every callback in the order in which it came, and nothing else"""

counts = {}
by_letter = {}
for turn in range(50_000):
    for word in TEXT.split():
        word = word.strip(",;").lower()
        counts[word] = counts.get(word, 0) + 1
        by_letter.setdefault(word[0], set()).add(word)
ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
print(ranked[:5])
print({letter: len(words) for letter, words in sorted(by_letter.items())})
