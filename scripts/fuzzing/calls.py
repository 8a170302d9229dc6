"""Signatures and calls, closures and scopes, decorators."""

from .values import Values


class Calls(Values):
    def signature(self):
        """A parameter list, and the names that a call may use as keywords."""
        parts, keywords = [], []
        names = list("abcdefgh")
        defaulted = False

        def parameter(may_default=True):
            nonlocal defaulted
            name = names.pop(0)
            if defaulted or may_default and self.chance(0.35):
                defaulted = True
                return name, f"{name}={self.value(self.pick('int', 'str', 'none'), 1)}"
            return name, name

        positional_only = self.number(1, 2) if self.chance(0.25) else 0
        for _ in range(positional_only):
            parts.append(parameter()[1])
        if positional_only:
            parts.append("/")
        for _ in range(self.number(0, 3)):
            name, text = parameter()
            keywords.append(name)
            parts.append(text)
        if self.chance(0.35):
            parts.append("*args")
        elif self.chance(0.3):
            parts.append("*")
        if parts and parts[-1] in ("*args", "*"):
            count = self.number(1 if parts[-1] == "*" else 0, 2)
            for _ in range(count):
                defaulted = False
                name, text = parameter()
                keywords.append(name)
                parts.append(text)
        if self.chance(0.3):
            parts.append("**kwargs")
        return ", ".join(parts), keywords

    def arguments(self, keywords):
        """An argument list that fits now and then."""
        parts = []
        for _ in range(self.number(0, 3)):
            if self.chance(0.15):
                parts.append("*" + self.pick("[1, 2]", "(3,)", "'xy'", "range(2)", "()", "{7: 8}"))
            else:
                parts.append(self.value("any", 1))
        used = set()
        for name in keywords:
            if self.chance(0.5):
                used.add(name)
                parts.append(f"{name}={self.value('any', 1)}")
        if self.chance(0.15):
            name = self.pick("a", "b", "z", "c")
            if name not in used:
                parts.append(f"{name}={self.number(0, 9)}")
        if self.chance(0.2):
            parts.append("**" + self.pick("{}", "{'a': 1}", "{'b': 2, 'x': 3}", "{'z': 0}", "dict(c=4)"))
        return ", ".join(parts)

    def function(self):
        name = self.fresh("f")
        signature, keywords = self.signature()
        outer, self.variables = self.variables, []
        is_lambda = self.chance(0.15)
        if not is_lambda and self.chance(0.3):
            self.decorator(name)
        if is_lambda:
            self.line(f"{name} = lambda {signature}: sorted(locals().items(), key=lambda pair: pair[0])")
        else:
            with self.block(f"def {name}({signature}):"):
                if self.chance(0.3):
                    self.line("'doc'")
                self.line("seen = dict(locals())")
                if keywords and self.chance(0.4):
                    self.line(f"{keywords[0]} = ({keywords[0]}, 'new')")
                    self.line(f"inner = lambda: {keywords[-1]}")
                    self.line("return seen, inner()")
                else:
                    self.line("return seen")
        self.variables = outer
        return name, keywords

    def decorator(self, name):
        kind = self.number(0, 3)
        if kind == 0:
            self.line("@(lambda f: lambda *a, **k: ('wrapped', f(*a, **k)))")
        elif kind == 1:
            deco = self.fresh("deco")
            with self.block(f"def {deco}(*how, **named):"):
                with self.block("def apply(f):"):
                    self.line("print('apply', f.__name__, how, named)")
                    self.line("f.tag = how")
                    self.line("return f")
                self.line("return apply")
            self.line(f"@{deco}({self.arguments([])})")
        elif kind == 2:
            self.line("@print")
        else:
            self.line("@staticmethod")

    def calls_program(self):
        for _ in range(self.number(1, 3)):
            with self.guarded():
                name, keywords = self.function()
            for _ in range(self.number(2, 5)):
                with self.guarded():
                    self.line(f"show({name}({self.arguments(keywords)}))")
            if self.chance(0.3):
                with self.guarded():
                    self.line(f"print({name}.__name__, {name}.__defaults__, {name}.__kwdefaults__, {name}.__doc__, {name}.__code__.co_varnames)")
            if self.chance(0.3):
                with self.guarded():
                    self.line(f"show({self.builtin_call()})")

    def builtin_call(self):
        # Not bytes, pow and round: a large int would be a size or an exponent.
        name = self.pick("int", "str", "len", "sorted", "sum", "max", "min", "range", "zip", "dict", "list", "divmod", "enumerate",
                         "isinstance", "getattr", "map", "print", "float", "complex", "slice", "reversed", "tuple", "set", "abs", "iter",
                         "next", "hasattr", "format", "chr", "ord", "bool", "type", "issubclass", "frozenset", "any", "all", "callable", "object")
        arguments = self.some(lambda: self.value("any", 1), 0, 3)
        if self.chance(0.2):
            arguments.append(self.pick("key=len", "default=1", "start=2", "reverse=True", "base=8", "sep='-'", "strict=True", "x=1"))
        call = f"{name}({', '.join(arguments)})"
        return f"list({call})" if name in ("zip", "enumerate", "map", "reversed", "iter") else f"type({call})" if name in ("object",) else call

    # Scopes

    def scopes_program(self):
        self.line("x, y, z = 'gx', 'gy', 'gz'")
        self.scope(self.number(2, 4), ["x", "y", "z"], set(), True)
        with self.guarded():
            self.line("print('globals', x, y, z)")

    def scope(self, depth, names, bound, is_module=False):
        """Writes a function or class whose names are local, global, nonlocal or free at random, and runs it.
        `bound` are the names that nonlocal may name."""
        is_class = self.chance(0.3)
        name = self.fresh("C" if is_class else "f")
        declared = {}
        with self.guarded():
            parameters = "" if is_class else self.pick("", "x=1", "y=2, *z")
            with self.block(f"class {name}:" if is_class else f"def {name}({parameters}):"):
                for variable in names:
                    if variable in parameters:
                        declared[variable] = "local"
                        continue
                    choice = self.weighted([(2, "global"), (3, "nonlocal" if variable in bound else "free"), (5, "local"), (4, "free")])
                    declared[variable] = choice
                    if choice in ("global", "nonlocal"):
                        self.line(f"{choice} {variable}")
                inner = set(bound) if is_class else bound | {v for v in declared if declared[v] == "local"}
                for _ in range(self.number(2, 5)):
                    self.scope_statement(depth, name, names, declared, inner)
                if is_class:
                    if self.chance(0.5):
                        with self.block("def method(self):"):
                            self.line(f"return {self.pick(*names)}, __class__.__name__, {self.pick('self.', '')}{self.pick(*names)}")
                elif self.chance(0.6):
                    self.line(f"return {', '.join(names)}")
            if is_class:
                self.line(f"print('{name}', sorted(k for k in vars({name}) if len(k) == 1))")
                self.line(f"print({name}().method())")
            else:
                self.line(f"print('{name}', {name}())")

    def scope_statement(self, depth, name, names, declared, inner):
        variable = self.pick(*names)
        writable = declared[variable] != "free"
        match self.number(0, 9):
            case 0 | 1 if writable:
                self.line(f"{variable} = {variable!r} + '{self.fresh('v')}'")
            case 2 if writable:
                with self.guarded():
                    self.line(f"del {variable}")
            case 3:
                with self.guarded():
                    # The variable is read outside, too: CPython 3.13.0 confuses one that is only passed on to a function
                    # inside with that of the comprehension.
                    other = self.pick("i", variable, self.pick(*names))
                    self.line(f"print('{name}', [{variable} for {other} in range(2)], {variable}{', ' + other if other != 'i' else ''})")
            case 4:
                with self.guarded():
                    self.line(f"print('{name}', (lambda {self.pick('', variable + '=9')}: {variable})())")
            case 5 if writable:
                self.line(f"for {variable} in ('l1', 'l2'): pass")
            case 6 if writable:
                self.line(f"{variable} += '+'")
            case 7 | 8 if depth > 0:
                self.scope(depth - 1, names, inner)
            case 9 if writable:
                with self.block("try:"):
                    self.line("raise KeyError('k')")
                with self.block(f"except KeyError as {variable}:"):
                    self.line(f"print('{name}', repr({variable}))")
            case _:
                with self.guarded():
                    self.line(f"print('{name}', {', '.join(names)})")
