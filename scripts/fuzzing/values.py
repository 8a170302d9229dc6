"""Expressions, each of a wanted type: int, float, complex, bool, str, bytes, bytearray, list, tuple, dict, set, none, any.

Now and then an expression of another type comes out, so that the messages of TypeErrors are compared, too. Nothing
here grows without bound: factors of repetitions, exponents and widths are small.
"""

from .writer import Writer

INTS = [0, 1, 2, 3, 5, 7, 10, 16, 31, 64, 100, 255, 256, 1000, 65535, 2**31 - 1, 2**31, 2**32, 2**47 - 1, 2**47, 2**48 - 1,
        2**48, 2**49, 2**53, 2**53 + 1, 2**62, 2**63 - 1, 2**63, 2**64 - 1, 2**64, 10**18, 10**19, 10**30, 3**60, 2**200 + 1]
FLOATS = ["0.0", "1.0", "0.5", "1.5", "2.5", "0.1", "3.14159", "100.0", "1e16", "1e22", "1e-5", "1e-7", "123456.789", "1e300",
          "5e-324", "float('inf')", "float('nan')", "2.675", "1e15", "0.3333333333333333", "9007199254740993.0", "4.35"]
TEXTS = ["", "a", "b", "ab", "abc", "Hello", "hello world", "x,y,,z", "  pad ", "AbC", "aaa", "123", "-7", "3.5", "ß", "é", "Ünï",
         "日本", "😀", "a\tb", "l1\nl2\r\nl3", "a'b", 'a"b', "\\", "{}", "%s", "\x00", "ǆ", "İ", "ﬀ", "e\u0301", "0x1f", "None",
         "title case", "UPPER", "²", "½", "٣", "_id", "\u200b", "\xa0", "key=value", "a-b-c", "banana", "mississippi"]
TYPES = ["int", "float", "complex", "bool", "str", "bytes", "list", "tuple", "dict", "set", "none"]
COMPARISONS = ["<", "<=", ">", ">=", "==", "!="]


class Values(Writer):
    """Writes expressions. `variables` holds the names in scope and their types."""

    def __init__(self, random):
        super().__init__(random)
        self.variables = []
        self.mistakes = 0.03

    def variable(self, kind):
        names = [name for name, its in self.variables if its == kind or kind == "any"]
        return self.random.choice(names) if names else None

    def value(self, kind, depth=2):
        """An expression of a kind."""
        if self.chance(self.mistakes):
            kind = self.random.choice(TYPES)
        if kind == "any":
            kind = self.random.choice(TYPES)
        name = self.variable(kind)
        if name and self.chance(0.35):
            return name
        if depth <= 0:
            return self.literal(kind)
        if self.chance(0.04):
            return f"({self.value(kind, depth - 1)} if {self.value('bool', depth - 1)} else {self.value(kind, depth - 1)})"
        if self.chance(0.03):
            return f"({self.value(kind, depth - 1)} {self.pick('and', 'or')} {self.value(kind, depth - 1)})"
        return getattr(self, "make_" + kind)(depth - 1)

    def literal(self, kind):
        match kind:
            case "int":
                number = self.random.choice(INTS) if self.chance(0.5) else self.number(-20, 20)
                return f"({-number})" if self.chance(0.2) and number > 0 else f"({number})"
            case "float":
                text = self.random.choice(FLOATS)
                return f"(-{text})" if self.chance(0.2) else text
            case "complex":
                return f"({self.number(-3, 3)}{self.pick('+', '-')}{self.pick('0', '1', '2.5', '1e10')}j)"
            case "bool":
                return self.pick("True", "False")
            case "str":
                return repr(self.random.choice(TEXTS))
            case "bytes":
                return repr(self.random.choice(TEXTS).encode()) if self.chance(0.8) else r"b'\xff\x80a'"
            case "list":
                return self.pick("[]", "[1, 2, 3]", "[3, 1, 2, 1]", "['b', 'a']", "[[1], [2, 3]]", "[None, 0, '']", "[0.5, 1]")
            case "tuple":
                return self.pick("()", "(1,)", "(1, 2)", "('a', 1, None)", "((1, 2), (3, 4))")
            case "dict":
                return self.pick("{}", "{'a': 1}", "{'a': 1, 'b': 2}", "{1: 'x', 2: 'y', 3: None}", "{(1, 2): [3]}")
            case "set":
                return self.pick("set()", "{1, 2, 3}", "{3, 5, 7}", "frozenset({1, 9})", "{0}")
        return "None"

    def small(self, depth=1, low=-3, high=9):
        """An int that is safe as a count, width or index."""
        return str(self.number(low, high)) if self.chance(0.8) else f"({self.value('int', depth)} % {high + 1})"

    def items(self, depth, low=0, high=4):
        return ", ".join(self.some(lambda: self.value("any", depth), low, high))

    # Numbers

    def make_int(self, depth):
        v = self.value
        match self.number(0, 21):
            case 0 | 1 | 2 | 3:
                return f"({v('int', depth)} {self.pick('+', '-', '*', '&', '|', '^')} {v('int', depth)})"
            case 4 | 5:
                return f"({v('int', depth)} {self.pick('//', '%')} {v('int', depth)})"
            case 6:
                return f"({v('int', depth)} << {self.small(0, 0, 70)})"
            case 7:
                return f"({v('int', depth)} >> {self.small(0, 0, 70)})"
            case 8:
                return f"({v('int', depth)} ** {self.number(0, 4)})"
            case 9:
                return f"({self.pick('-', '+', '~')}{v('int', depth)})"
            case 10:
                return f"abs({v('int', depth)})"
            case 11:
                return f"len({v(self.pick('str', 'list', 'tuple', 'dict', 'set', 'bytes'), depth)})"
            case 12:
                return f"int({v(self.pick('float', 'int', 'bool', 'str'), depth)})"
            case 13:
                return f"{v('int', depth)}.{self.pick('bit_length()', 'bit_count()', 'conjugate()', 'numerator', 'real', 'imag')}"
            case 14:
                return f"divmod({v('int', depth)}, {v('int', depth)})[{self.number(0, 1)}]"
            case 15:
                return f"pow({v('int', depth)}, {self.number(-2, 9)}, {v('int', depth)})"
            case 16:
                return f"round({v('int', depth)}, {self.number(-3, 2)})"
            case 17:
                return f"{self.pick('min', 'max')}({v('int', depth)}, {v('int', depth)})"
            case 18:
                return f"sum({v('int', depth)} for i in range({self.small(0, 0, 5)}))"
            case 19:
                return f"{v(self.pick('str', 'list', 'tuple'), depth)}.{self.pick('count', 'index')}({v('any', depth)})"
            case 20:
                return f"{v('str', depth)}.{self.pick('find', 'rfind', 'count')}({v('str', depth)}, {self.small(0)})"
            case _:
                return f"int.from_bytes({v('bytes', depth)}, {self.pick('\"big\"', '\"little\"')})"

    def make_float(self, depth):
        v = self.value
        kind = self.pick("float", "int", "float")
        match self.number(0, 10):
            case 0 | 1 | 2:
                return f"({v('float', depth)} {self.pick('+', '-', '*')} {v(kind, depth)})"
            case 3:
                return f"({v(kind, depth)} / {v(self.pick('int', 'float'), depth)})"
            case 4:
                return f"({v('float', depth)} {self.pick('//', '%')} {v(kind, depth)})"
            case 5:
                return f"({v('float', depth)} ** {self.pick('2', '-1', '0.5', '3', '0')})"
            case 6:
                return f"float({v(self.pick('int', 'str', 'bool'), depth)})"
            case 7:
                return f"round({v('float', depth)}, {self.number(-2, 5)})"
            case 8:
                return f"(-{v('float', depth)})"
            case 9:
                return f"{v('complex', depth)}.{self.pick('real', 'imag')}"
            case _:
                return f"abs({v(self.pick('float', 'complex'), depth)})"

    def make_complex(self, depth):
        v = self.value
        kind = self.pick("float", "int", "complex")
        match self.number(0, 3):
            case 0 | 1:
                return f"({v('complex', depth)} {self.pick('+', '-', '*', '/')} {v(kind, depth)})"
            case 2:
                return f"complex({v(self.pick('int', 'float'), depth)}, {v(self.pick('int', 'float'), depth)})"
            case _:
                return f"{v('complex', depth)}.conjugate()"

    def make_bool(self, depth):
        v = self.value
        kind = self.pick("int", "int", "float", "str", "list", "tuple", "any")
        match self.number(0, 9):
            case 0 | 1 | 2:
                return f"({v(kind, depth)} {self.random.choice(COMPARISONS)} {v(kind, depth)})"
            case 3:
                a, b = self.random.choice(COMPARISONS), self.random.choice(COMPARISONS)
                return f"({v('int', depth)} {a} {v('float', depth)} {b} {v('int', depth)})"
            case 4:
                return f"({v('any', depth)} {self.pick('in', 'not in')} {v(self.pick('list', 'tuple', 'dict', 'set'), depth)})"
            case 5:
                return f"({v('str', depth)} {self.pick('in', 'not in')} {v('str', depth)})"
            case 6:
                return f"(not {v('any', depth)})"
            case 7:
                names = "isalpha isdigit isalnum isspace isupper islower istitle isidentifier isdecimal isnumeric isascii isprintable"
                return f"{v('str', depth)}.{self.random.choice(names.split())}()"
            case 8:
                return f"isinstance({v('any', depth)}, {self.pick('int', 'str', '(int, float)', 'list | tuple', 'bool', 'object')})"
            case _:
                return f"bool({v('any', depth)})"

    # Text

    def make_str(self, depth):
        v = self.value
        match self.number(0, 22):
            case 0 | 1:
                return f"({v('str', depth)} + {v('str', depth)})"
            case 2:
                return f"({v('str', depth)} * {self.small(0)})"
            case 3:
                return f"{v('str', depth)}[{self.subscript(depth)}]"
            case 4 | 5:
                names = "upper lower title capitalize swapcase casefold strip lstrip rstrip expandtabs"
                return f"{v('str', depth)}.{self.random.choice(names.split())}()"
            case 6:
                return f"{v('str', depth)}.{self.pick('strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix')}({v('str', depth)})"
            case 7:
                fill = self.pick("", ", '*'", ", '日'")
                return f"{v('str', depth)}.{self.pick('center', 'ljust', 'rjust')}({self.small(0, 0, 12)}{fill})"
            case 8:
                return f"{v('str', depth)}.zfill({self.small(0, 0, 9)})"
            case 9:
                count = self.pick("", f", {self.small(0)}")
                return f"{v('str', depth)}.replace({v('str', depth)}, {v('str', depth)}{count})"
            case 10:
                return f"{v('str', depth)}.join({self.pick('map(str, ' + v('list', depth) + ')', v('list', depth), v('str', depth))})"
            case 11:
                return f"{self.pick('str', 'repr', 'ascii')}({v('any', depth)})"
            case 12:
                return f"{self.pick('bin', 'hex', 'oct')}({v('int', depth)})"
            case 13:
                return f"chr({v('int', depth)} % 0x3000)"
            case 14 | 15:
                return self.formatted(depth)
            case 16:
                return self.fstring(depth)
            case 17:
                return self.percent(depth)
            case 18:
                return f"{v('bytes', depth)}.decode({self.pick('', '\"latin-1\"', '\"utf-8\", \"replace\"', '\"ascii\", \"ignore\"')})"
            case 19:
                return f"{v('str', depth)}.translate({{97: 'x', 98: None, 233: 'e'}})"
            case 20:
                return f"{v('str', depth)}.{self.pick('partition', 'rpartition')}({v('str', depth)})[{self.number(0, 2)}]"
            case 21:
                return f"{v('bytes', depth)}.hex()"
            case _:
                return f"{v('str', depth)}.format({self.items(depth)})"

    def format_spec(self, kind):
        """A format specification that fits a kind, as a rule."""
        fill = self.pick("", "", "", "*", "0", "é")
        align = self.pick("<", ">", "^", "=") if fill else self.pick("", "", "<", ">", "^", "=")
        sign = self.pick("", "", "+", "-", " ")
        sharp = self.pick("", "", "", "#")
        zero = self.pick("", "", "", "0")
        width = self.pick("", "", "5", "12", "20")
        group = self.pick("", "", "", ",", "_")
        precision = self.pick("", "", ".0", ".2", ".3", ".10")
        match kind:
            case "int" | "bool":
                return fill + align + sign + sharp + zero + width + group + self.pick("", "d", "x", "X", "o", "b", "n", "c", "e", "f", "%")
            case "float" | "complex":
                minus = self.pick("", "", "", "z")
                return fill + align + sign + minus + sharp + zero + width + group + precision + self.pick("", "e", "f", "g", "E", "G", "F", "%", "n")
            case "str":
                return fill + self.pick("", "<", ">", "^") * bool(not fill or True) + width + precision + self.pick("", "s")
        return self.pick("", "", "5", ">8", "s")

    def formatted(self, depth):
        kind = self.random.choice(["int", "float", "str", "bool", "complex", "any"])
        return f"format({self.value(kind, depth)}, {self.format_spec(kind)!r})"

    def fstring(self, depth):
        parts = []
        for _ in range(self.number(1, 3)):
            kind = self.pick("int", "float", "str", "list", "bool")
            spec = ":" + self.format_spec(kind) if self.chance(0.5) else ""
            conversion = self.pick("", "", "", "!r", "!s", "!a")
            if conversion and spec:
                spec = ":" + self.format_spec("str")
            expression = self.value(kind, depth)
            if "\n" in expression:
                expression = "0"
            # CPython 3.13.0 takes backslashes in what `=` shows for escapes.
            shown = self.pick("", "", "=") if "\\" not in expression else ""
            parts.append(self.pick("", "t ", "{{", "}}") + "{" + " " + expression + shown + conversion + spec + "}")
        return 'f"""' + "".join(parts) + '"""'

    def percent(self, depth):
        kinds, codes = [], []
        for _ in range(self.number(1, 3)):
            kind, code = self.pick(
                ("int", "d"), ("int", "x"), ("int", "o"), ("float", "f"), ("float", "g"), ("float", "e"), ("str", "s"), ("any", "r"),
                ("any", "a"), ("int", "c"), ("int", "i"), ("float", "G"))
            flags = self.pick("", "", "-", "+", " ", "0", "#", "-#")
            codes.append("%" + flags + self.pick("", "", "5", "10") + self.pick("", "", ".2", ".0") + code)
            kinds.append(kind)
        values = ", ".join(self.value(kind, depth) for kind in kinds)
        return f"({' '.join(codes)!r} % ({values},))"

    def make_bytes(self, depth):
        v = self.value
        match self.number(0, 12):
            case 0:
                return f"({v('bytes', depth)} + {v('bytes', depth)})"
            case 1:
                return f"({v('bytes', depth)} * {self.small(0, -1, 3)})"
            case 2:
                return f"{v('bytes', depth)}[{self.slice(depth)}]"
            case 3:
                return f"{v('str', depth)}.encode({self.pick('', '\"latin-1\", \"replace\"', '\"ascii\", \"backslashreplace\"', '\"utf-16-le\"', '\"ascii\"')})"
            case 4:
                names = "upper lower title capitalize swapcase strip lstrip rstrip expandtabs"
                return f"{v('bytes', depth)}.{self.random.choice(names.split())}()"
            case 5:
                return f"{v('bytes', depth)}.{self.pick('strip', 'lstrip', 'removeprefix', 'removesuffix')}({v('bytes', depth)})"
            case 6:
                return f"{v('bytes', depth)}.replace({v('bytes', depth)}, {v('bytes', depth)})"
            case 7:
                return f"{v('bytes', depth)}.{self.pick('center', 'ljust', 'rjust', 'zfill')}({self.small(0, 0, 9)})"
            case 8:
                # Never of an int that may be large: it is a size.
                return f"bytes({self.pick(self.small(0), '[1, 2, 255]', 'range(3)', self.literal('str'))})"
            case 9:
                return f"{v('bytes', depth)}.join([{v('bytes', depth)}, {v('bytes', depth)}])"
            case 10:
                order = self.pick("'big'", "'little'")
                return f"{v('int', depth)}.to_bytes({self.number(1, 12)}, {order}, signed={self.pick('True', 'False')})"
            case 11:
                return f"(b'%d %s' % ({v('int', depth)}, {v('bytes', depth)}))"
            case _:
                return f"bytes({self.pick('bytearray', 'bytes', 'memoryview')}({self.literal('bytes')}))"

    # Containers

    def slice(self, depth):
        def bound():
            return self.pick("", "", self.small(0, -5, 6))

        return f"{bound()}:{bound()}" + self.pick("", "", "", f":{self.pick(-2, -1, 1, 2, 3, 0)}")

    def subscript(self, depth):
        return self.pick(self.small(0, -4, 4), self.slice(depth))

    def make_list(self, depth):
        v = self.value
        match self.number(0, 15):
            case 0 | 1:
                return f"[{self.items(depth)}]"
            case 2:
                return f"({v('list', depth)} + {v('list', depth)})"
            case 3:
                return f"({v('list', depth)} * {self.small(0, -1, 3)})"
            case 4:
                return f"{v(self.pick('list', 'list'), depth)}[{self.slice(depth)}]"
            case 5:
                return f"sorted({v(self.pick('list', 'tuple', 'str', 'set'), depth)}{self.pick('', ', key=str', ', reverse=True', ', key=repr, reverse=True')})"
            case 6:
                return f"list({self.iterable(depth)})"
            case 7:
                return f"{v('str', depth)}.{self.pick('split', 'rsplit')}({self.pick('', v('str', depth), 'None, 1', v('str', depth) + ', 2')})"
            case 8:
                return f"{v('str', depth)}.splitlines({self.pick('', 'True')})"
            case 9 | 10 | 11:
                return self.comprehension("[", "]", depth)
            case 12:
                return f"[*{v(self.pick('list', 'tuple', 'str', 'set'), depth)}, {v('any', depth)}]"
            case 13:
                return f"list({v('dict', depth)}{self.pick('', '.keys()', '.values()', '.items()')})"
            case 14:
                return f"list(zip({v('list', depth)}, {v('str', depth)}))"
            case _:
                return f"list({self.pick('enumerate', 'reversed')}({v(self.pick('list', 'tuple', 'str'), depth)}))"

    def iterable(self, depth):
        v = self.value
        match self.number(0, 6):
            case 0:
                return f"range({self.small(0)})"
            case 1:
                return f"range({self.small(0)}, {self.small(0)}, {self.pick(-2, -1, 1, 2, 3)})"
            case 2:
                return f"map({self.pick('str', 'repr', 'len', 'abs', 'bool', 'type', 'lambda x: (x, x)')}, {v('list', depth)})"
            case 3:
                return f"filter({self.pick('None', 'bool', 'lambda x: x')}, {v(self.pick('list', 'str'), depth)})"
            case 4:
                return self.comprehension("(", ")", depth)
            case _:
                return v(self.pick("list", "tuple", "str", "dict", "set", "bytes"), depth)

    def finite(self):
        """An iterable that does not look at a list while that grows."""
        iterable = self.iterable(1)
        return f"[*{iterable}]" if iterable.startswith(("map", "filter", "(")) else iterable

    def comprehension(self, left, right, depth):
        name = self.pick("x", "y", "z")
        hidden, self.variables = self.variables, [(n, k) for n, k in self.variables if n != name] + [(name, "int")]
        result = self.value("any", depth)
        clauses = [f"for {name} in {self.pick(f'range({self.small(0, 0, 5)})', '(3, 1, 2)')}"]
        if self.chance(0.3):
            clauses.append(f"if {self.value('bool', depth)}")
        if self.chance(0.2):
            clauses.append(f"for w in {self.value('list', 0)}")
        if self.chance(0.05):
            clauses.append("if (walrus := w if 'w' in dir() else 0)")
        self.variables = hidden
        return left + f"{result} {' '.join(clauses)}" + right

    def make_tuple(self, depth):
        v = self.value
        match self.number(0, 6):
            case 0 | 1:
                return f"({self.items(depth, 1, 3)},)"
            case 2:
                return f"({v('tuple', depth)} + {v('tuple', depth)})"
            case 3:
                return f"({v('tuple', depth)} * {self.small(0, -1, 3)})"
            case 4:
                return f"{v('tuple', depth)}[{self.slice(depth)}]"
            case 5:
                return f"divmod({v(self.pick('int', 'float'), depth)}, {v(self.pick('int', 'float'), depth)})"
            case _:
                return f"tuple({self.iterable(depth)})"

    def key(self, depth):
        return self.value(self.pick("str", "int", "str", "tuple", "none", "bool"), min(depth, 1))

    def make_dict(self, depth):
        v = self.value
        match self.number(0, 6):
            case 0 | 1:
                pairs = self.some(lambda: f"{self.key(depth)}: {v('any', depth)}", 0, 3)
                return "{" + ", ".join(pairs) + "}"
            case 2:
                return f"({v('dict', depth)} | {v('dict', depth)})"
            case 3:
                return "{**" + v("dict", depth) + f", {self.key(depth)}: {v('any', depth)}" + "}"
            case 4:
                return "{x: " + v("any", depth) + f" for x in {self.pick('range(3)', repr('ab'), '(1, 1.0, True)')}" + "}"
            case 5:
                return f"dict({self.pick('zip(\"abc\", ' + v('list', depth) + ')', v('dict', depth), 'a=' + v('any', depth))})"
            case _:
                return f"dict.fromkeys({v(self.pick('str', 'list', 'tuple'), depth)}, {v('any', depth)})"

    def make_set(self, depth):
        v = self.value
        match self.number(0, 4):
            case 0:
                return "{" + ", ".join(self.some(lambda: self.value("int", depth), 1, 4)) + "}"
            case 1 | 2:
                return f"({v('set', depth)} {self.pick('|', '&', '-', '^')} {v('set', depth)})"
            case 3:
                # Of numbers only: the order of strings in a set depends on their hashes.
                return f"{self.pick('set', 'frozenset')}({self.pick(v('bytes', depth), f'range({self.small(0)})', '(2, 2.0, 7, True)')})"
            case _:
                name = self.pick("union", "intersection", "difference", "symmetric_difference")
                return f"{v('set', depth)}.{name}({v(self.pick('bytes', 'set'), depth)})"

    def make_none(self, depth):
        return self.pick("None", f"{self.value('dict', depth)}.get({self.key(depth)})", f"[{self.value('int', depth)}].append(1)")

    # Statements on values

    def mutation(self, name, kind):
        """A statement that changes the variable of that kind, or None."""
        v = self.value
        match kind:
            case "list":
                match self.number(0, 13):
                    case 0:
                        return f"{name}.append({v('any', 1)})"
                    case 1:
                        return f"{name}.insert({self.small(0)}, {v('any', 1)})"
                    case 2:
                        return f"show({name}.pop({self.pick('', self.small(0))}))"
                    case 3:
                        return f"{name}.remove({v('any', 1)})"
                    case 4:
                        return f"{name}[{self.small(0, -3, 3)}] = {v('any', 1)}"
                    case 5:
                        return f"{name}[{self.slice(0)}] = {self.finite()}"
                    case 6:
                        return f"del {name}[{self.subscript(0)}]"
                    case 7:
                        return f"{name}.extend({self.finite()})"
                    case 8:
                        return f"{name}.sort({self.pick('', 'key=repr', 'key=str, reverse=True', 'reverse=True')})"
                    case 9:
                        return f"{name}.reverse()"
                    case 10:
                        return f"{name} += {self.finite()}"
                    case 11:
                        return f"{name}[:], {self.fresh('u')} = {v('list', 1)}, {v('any', 1)}"
                    case 12:
                        return f"{name} *= {self.small(0, -1, 2)}"
                    case _:
                        return f"{name}[{self.small(0, -3, 3)}] {self.pick('+', '-', '*')}= {v('int', 0)}" if self.chance(0.5) else f"show({name}.copy())"
            case "dict":
                match self.number(0, 8):
                    case 0 | 1:
                        return f"{name}[{self.key(1)}] = {v('any', 1)}"
                    case 2:
                        return f"del {name}[{self.key(1)}]"
                    case 3:
                        return f"show({name}.pop({self.key(1)}{self.pick('', ', None')}))"
                    case 4:
                        return f"{name}.update({v('dict', 1)})"
                    case 5:
                        return f"show({name}.setdefault({self.key(1)}, {v('any', 1)}))"
                    case 6:
                        return f"{name} |= {v('dict', 1)}"
                    case 7:
                        return f"show({name}.popitem())"
                    case _:
                        return f"{name}[{self.key(1)}] += {v('int', 1)}"
            case "set":
                match self.number(0, 4):
                    case 0:
                        return f"{name}.add({v('int', 1)})"
                    case 1:
                        return f"{name}.{self.pick('discard', 'remove')}({v('int', 1)})"
                    case 2:
                        return f"{name} {self.pick('|', '&', '-', '^')}= {v('set', 1)}"
                    case 3:
                        return f"{name}.update({v('bytes', 1)})"
                    case _:
                        return f"{name}.{self.pick('difference_update', 'intersection_update', 'symmetric_difference_update')}({v('set', 1)})"
            case "int" | "float":
                # The remainder keeps loops from growing numbers without bound.
                return f"{name} = ({name} {self.pick('+', '-', '*', '//', '%')} {v('int', 1)}) % {self.pick(2**64, 10**9, -7, 2**49)}"
            case "str":
                return f"{name} = ({name} + {v('str', 1)})[-40:]"
            case "bytes":
                return f"{name} = ({name} + {v('bytes', 1)})[-40:]"
            case "tuple":
                return f"{name} = ({name} + {v('tuple', 1)})[-6:]"
        return None

    def unpacking(self):
        """An assignment to several targets."""
        names = [self.fresh("u") for _ in range(self.number(1, 4))]
        targets = list(names)
        if self.chance(0.4):
            targets[self.number(0, len(targets) - 1)] = "*" + self.fresh("u")
        if self.chance(0.2) and len(targets) > 2:
            targets[:2] = [f"({targets[0]}, {targets[1]})"]
        if self.chance(0.6):
            value = f"({self.items(1, len(targets), len(targets) + self.number(0, 1))},)"
        else:
            value = self.iterable(1)
        return f"{', '.join(targets)}{',' if len(targets) == 1 else ''} = {value}", names
