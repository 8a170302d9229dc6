# Building strings: f-strings, joins, splits, replacing.
def run(n):
    lines = []
    for i in range(n):
        lines.append(f"{i}: item {i * 2} of {n}, {i % 7:>3}")
    text = "\n".join(lines)
    longest = 0
    words = 0
    for line in text.split("\n"):
        parts = line.replace("item", "thing").split()
        words += len(parts)
        upper = parts[1].upper() + parts[-1].strip(",")
        if len(upper) > longest:
            longest = len(upper)
    return len(text), words, longest


print([run(100_000) for _ in range(12)][-1])
