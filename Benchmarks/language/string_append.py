# Growing a string, and looking at its characters one by one.
def run(n):
    s = ""
    for i in range(n):
        s += chr(97 + i % 26)
    vowels = 0
    for c in s:
        if c in "aeiou":
            vowels += 1
    digits = 0
    for i in range(len(s)):
        if s[i] == "z":
            digits += 1
    return len(s), vowels, digits


print(run(9_000_000))
