"""f-strings, str.format and % with widths, precisions and conversions."""

total = 0
for index in range(380_000):
    name = f"item{index}"
    total += len(f"{name:>12}|{index:05d}|{index / 7:.3f}|{index:x}")
    total += len("{} {:<8} {!r}".format(index, name, name))
    total += len("%s has %d (%5.1f%%)" % (name, index, index / 400))
    total += len(str(index)) + len(repr(name))
print(total)
