"""Classes: inheritance, operators, attribute access, descriptors, construction."""

from .values import Values

BINARY = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and", "or", "xor", "lshift", "rshift", "matmul"]
SIGNS = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "and": "&", "or": "|", "xor": "^",
         "lshift": "<<", "rshift": ">>", "matmul": "@"}
COMPARE = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "==", "ne": "!="}
UNARY = {"neg": "-", "pos": "+", "invert": "~"}

TOOLS = """
class Descriptor:
    def __init__(self, tag): self.tag = tag
    def __set_name__(self, owner, name): self.name = name; print('set_name', owner.__name__, name)
    def __get__(self, instance, owner): return ('get', self.tag, instance is None, owner.__name__)
class DataDescriptor(Descriptor):
    def __set__(self, instance, value): print('set', self.tag, value)
    def __delete__(self, instance): print('delete', self.tag)
"""


class Objects(Values):
    def objects_program(self):
        self.line(TOOLS.strip())
        self.classes = []
        for _ in range(self.number(1, 4)):
            self.write_class()
        self.instances = []
        for name in self.classes:
            instance = self.fresh("o")
            with self.guarded():
                self.line(f"{instance} = None")
                self.line(f"{instance} = {name}({self.pick('', '1', '2', '3', 'x=1')})")
            self.instances.append(instance)
        for _ in range(self.number(6, 18)):
            with self.guarded():
                self.use()

    def write_class(self):
        name = self.fresh("C")
        bases = [self.pick(*self.classes, *self.classes, "int", "list", "str", "dict", "Exception", "tuple", "object")] if self.chance(0.3) and not self.classes else []
        if self.classes and self.chance(0.75):
            bases = self.random.sample(self.classes, min(len(self.classes), self.number(1, 2)))
        head = list(bases)
        if self.chance(0.1):
            head.append("metaclass=type")
        if self.chance(0.1):
            head.append("tag=5")
        with self.guarded():
            with self.block(f"class {name}({', '.join(head)}):" if head else f"class {name}:"):
                members = self.random.sample(range(22), self.number(2, 8))
                for member in members:
                    self.member(name, member)
            self.line(f"print([c.__name__ for c in {name}.__mro__])")
        self.classes.append(name)

    def result(self, name, what):
        return self.pick(f"('{name}', '{what}')", f"('{name}', '{what}', other.__class__.__name__)" if "other" in what else f"'{name}.{what}'", "NotImplemented")

    def member(self, name, kind):
        match kind:
            case 0:
                with self.block("def __init__(self, *args, **kwargs):"):
                    self.line(f"print('init {name}', args, kwargs)")
                    self.line(self.pick("self.value = len(args)", "super().__init__()", "super().__init__(*args, **kwargs)", "self.value = args[0] if args else 0"))
            case 1:
                with self.block("def __new__(cls, *args, **kwargs):"):
                    self.line(f"print('new {name}', cls.__name__, args)")
                    self.line(self.pick("return super().__new__(cls)", "return super().__new__(cls, *args)", "return object.__new__(cls)"))
            case 2:
                self.line(f"def __repr__(self): return '<{name}>'")
            case 3:
                self.line(f"def __str__(self): return {self.pick(repr('str ' + name), 'super().__str__()', '5')}")
            case 4 | 5 | 6:
                for operation in self.random.sample(BINARY, self.number(1, 3)):
                    prefix = self.pick("", "", "r", "r", "i")
                    self.line(f"def __{prefix}{operation}__(self, other): return {self.pick(repr((name, prefix + operation)), repr((name, prefix + operation)), 'NotImplemented')}")
            case 7 | 8:
                for operation in self.random.sample(sorted(COMPARE), self.number(1, 2)):
                    self.line(f"def __{operation}__(self, other): return {self.pick(repr(name + ' ' + operation), 'True', 'False', 'NotImplemented')}")
            case 9:
                self.line(f"def __hash__(self): return {self.pick('5', 'hash(1.5)', repr('x'), '-1', '2**70')}")
            case 10:
                self.line(f"def __getattr__(self, name): {self.pick('return (' + repr(name) + ', name)', 'raise AttributeError(name)', 'return super().__getattribute__(name)')}")
            case 11:
                self.line("def __setattr__(self, name, value): print('setattr', name); super().__setattr__(name, value)")
            case 12:
                body = self.pick("return {0: 'zero', 'a': 1}[key]", "return [7, 8, 9][key]", "raise KeyError(key)")
                self.line(f"def __getitem__(self, key): {body}")
                if "[7" in body:
                    self.line(f"def __len__(self): return {self.pick('3', '0', '-1', repr('x'))}")
            case 13:
                self.line(f"def __len__(self): return {self.pick('0', '2', '5', '-1', 'None', 'True')}")
            case 14:
                self.line(f"def __bool__(self): return {self.pick('True', 'False', '1', 'None')}")
            case 15:
                self.line(f"def __call__(self, *args, **kwargs): return ('call {name}', args, kwargs)")
            case 16:
                self.line(f"def __iter__(self): {self.pick('yield from (1, 2)', 'return iter([5])', 'return 5', 'return self')}")
                if self.chance(0.3):
                    self.line("def __next__(self): raise StopIteration")
            case 17:
                self.line(f"def __contains__(self, item): return {self.pick('item == 1', '5', '[]')}")
            case 18:
                self.line("@property")
                self.line(f"def prop(self): return {self.pick(repr(name), 'self.missing', 'super().prop')}")
                if self.chance(0.4):
                    self.line("@prop.setter")
                    self.line("def prop(self, value): print('prop =', value)")
            case 19:
                self.line(f"attr = {self.pick('Descriptor', 'DataDescriptor')}('{name}')" if self.chance(0.6) else f"attr = '{name}'")
            case 20:
                self.line(f"@{self.pick('classmethod', 'staticmethod')}")
                self.line(f"def method(*args): return '{name}', len(args), [getattr(a, '__name__', '?') for a in args[:1]]")
            case 21:
                match self.number(0, 4):
                    case 0:
                        self.line("def __init_subclass__(cls, /, **kwargs): print('subclass', cls.__name__, kwargs); super().__init_subclass__()")
                    case 1:
                        self.line(f"def method(self, *args): return ('{name}',) + tuple(args) + (super().method(*args) if hasattr(super(), 'method') else (),)")
                    case 2:
                        self.line(f"def __class_getitem__(cls, key): return cls.__name__, key")
                    case 3:
                        self.line(f"__slots__ = {self.pick('()', repr(('value',)), repr(('slot', 'value')))}")
                    case _:
                        self.line("def __format__(self, spec): return f'[{spec}]'")

    def operand(self):
        return self.random.choice(self.instances) if self.chance(0.75) else self.value(self.pick("int", "str", "list", "none"), 1)

    def use(self):
        a, b = self.random.choice(self.instances), self.operand()
        if self.chance(0.4):
            a, b = b, a
        o = self.random.choice(self.instances)
        cls = self.random.choice(self.classes)
        match self.number(0, 15):
            case 0 | 1 | 2 | 3:
                operation = self.random.choice(list(SIGNS.values()))
                if operation in ("**", "<<", "*"):
                    b = self.random.choice(self.instances)
                self.line(f"print({a} {operation} {b})" if self.chance(0.8) else f"print(type({a}), type({b}))")
            case 4 | 5:
                self.line(f"print({a} {self.random.choice(list(COMPARE.values()))} {b})")
            case 6:
                self.line(f"{o} {self.pick('+', '-', '|', '@', '//', '>>')}= {b}")
                self.line(f"print(type({o}).__name__)")
            case 7:
                self.line(f"print({self.pick('-', '+', '~')}{o})")
            case 8:
                function = self.pick("repr", "str", "len", "bool", "list", "sorted", "abs", "int", "float", "format", "tuple", "callable")
                self.line(self.pick(f"show({function}({o}))", f"show({function}({o}))", f"show(len({{{o}, 1}}))", f"print(type(iter({o})).__name__)"))
            case 9:
                self.line(f"show({o}.{self.pick('attr', 'prop', 'value', 'missing', 'method()', 'method(1, 2)', '__class__.__name__')})")
            case 10:
                self.line(f"{o}.{self.pick('attr', 'prop', 'value', 'other')} = {self.value('int', 1)}")
                self.line(f"show({o}.{self.pick('attr', 'value', 'other')})")
            case 11:
                self.line(f"del {o}.{self.pick('attr', 'prop', 'value', 'other')}")
            case 12:
                self.line(f"show({o}[{self.pick('0', '1', '-1', repr('a'), '1:2')}])")
            case 13:
                self.line(f"show({self.pick('1', 'None', repr('a'))} in {o})")
            case 14:
                self.line(f"show({o}({self.pick('', '1', 'x=2', '*[1, 2]')}))")
            case _:
                attribute = self.pick("attr", "prop.__class__", "__name__", "__hash__ is None", "missing", "__slots__", "method(1)")
                self.line(self.pick(f"show({cls}.{attribute})", f"show({cls}.{attribute})", f"show({cls}[int])", f"print(issubclass({cls}, {self.random.choice(self.classes)}))"))
