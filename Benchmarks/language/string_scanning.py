"""A lexer that goes through a text character by character."""

SOURCE = "let total = price * (quantity + 12) - discount / 3.5; # what is due\nprint(total, 'paid in full')\n" * 60


def tokens(text):
    position, end = 0, len(text)
    while position < end:
        character = text[position]
        if character.isspace():
            position += 1
        elif character.isalpha() or character == "_":
            start = position
            while position < end and (text[position].isalnum() or text[position] == "_"):
                position += 1
            yield "name", text[start:position]
        elif character.isdigit():
            start = position
            while position < end and (text[position].isdigit() or text[position] == "."):
                position += 1
            yield "number", text[start:position]
        elif character == "'":
            close = text.index("'", position + 1)
            yield "string", text[position + 1:close]
            position = close + 1
        elif character == "#":
            while text[position] != "\n":
                position += 1
        else:
            yield "operator", character
            position += 1


kinds = {}
for turn in range(900):
    for kind, text in tokens(SOURCE):
        kinds[kind] = kinds.get(kind, 0) + len(text)
print(kinds)
