"""Searching, replacing, splitting, joining, stripping and testing of strings."""

LINE = "  key = some value, other value; third value = 12  "
total = 0
for index in range(400_000):
    text = LINE.strip()
    key, _, rest = text.partition("=")
    parts = [part.strip() for part in rest.replace(";", ",").split(",")]
    total += len(key.rstrip()) + len("-".join(parts)) + text.find("third") + text.count("value")
    if text.startswith("key") and text.endswith("12") and "other" in text:
        total += len(text.upper()) + len(text.title())
    total += sum(map(len, text.splitlines()))
print(total)
