"""Functions of random control flow that print where they are: plain functions, generators, coroutines.

Every loop is bounded, and a fuel counter ends what would run for too long all the same.
"""

from .values import Values

ERRORS = ["ValueError", "KeyError", "TypeError", "IndexError", "ZeroDivisionError", "LookupError", "RuntimeError", "StopIteration"]
CAUGHT = ERRORS + ["Exception", "(KeyError, ValueError)", "ArithmeticError", "BaseException", "(TypeError, IndexError)"]

MANAGERS = """
class Manager:
    def __init__(self, name, suppressed=(), enter=None, leave=None):
        self.name, self.suppressed, self.enter, self.leave = name, suppressed, enter, leave
    def __enter__(self):
        print('enter', self.name)
        if self.enter:
            raise self.enter
        return self.name
    def __exit__(self, kind, error, traceback):
        print('exit', self.name, kind and kind.__name__, error, traceback is not None)
        if self.leave:
            raise self.leave
        return bool(self.suppressed) and kind is not None and issubclass(kind, self.suppressed)
    async def __aenter__(self):
        await pause()
        return self.__enter__()
    async def __aexit__(self, *details):
        await pause()
        return self.__exit__(*details)

class Pause:
    def __await__(self):
        got = yield 'pause'
        return got

async def pause():
    return await Pause()

def describe(error, depth=0):
    if error is None or depth > 4:
        return str(error)
    parts = [type(error).__name__, str(error)]
    if error.__cause__ is not None:
        parts.append('cause ' + describe(error.__cause__, depth + 1))
    if error.__context__ is not None and error.__context__ is not error.__cause__:
        parts.append('context ' + describe(error.__context__, depth + 1))
    if isinstance(error, BaseExceptionGroup):
        parts += [describe(part, depth + 1) for part in error.exceptions]
    return '<' + ' '.join(parts) + '>'

# What is left suspended stays alive: when it is dropped, CPython goes on with it at once.
kept = globals().setdefault('kept', [])

def drive(maker, commands):
    try:
        runner = maker()
        kept.append(runner)
        step = 0
        for command, value in commands:
            if command == 'next':
                print('->', next(runner))
            elif command == 'send':
                print('->', runner.send(value))
            elif command == 'throw':
                print('->', runner.throw(value))
            elif command == 'close':
                print('closed', runner.close())
    except StopIteration as stop:
        print('returned', stop.value)
    except BaseException as error:
        print('raised', describe(error))
    try:
        print('close', runner.close())
    except BaseException as error:
        print('close raised', describe(error))
"""


class Flow(Values):
    """Writes one function at a time. `kind` is function, generator, coroutine or asyncgen."""

    def begin(self, kind):
        self.kind = kind
        self.loops = 0
        self.in_star = False
        self.in_finally = 0
        self.budget = self.number(6, 26)
        self.marks = 0

    def mark(self, *more):
        self.marks += 1
        self.line(f"print({', '.join([repr('m' + str(self.marks)), *more])})")

    def body(self, depth):
        for _ in range(self.number(1, 3)):
            self.statement(depth)

    def condition(self):
        return self.pick("n % 2", "n % 3 == 1", "n > 2", "n < 3", "not n % 2", "n", "n == 1 or n == 4", "n % 2 and n % 3", "not (n > 1 and n < 4)",
                         "0 < n < 3", "n in (1, 2)", "step(1)", "step(0) or n % 2", "(m := n * 2) % 3", "True", "False")

    def statement(self, depth):
        self.budget -= 1
        if self.budget <= 0 or depth <= 0:
            return self.simple(depth)
        choices = [
            (6, self.simple), (4, self.branch), (3, self.for_loop), (2, self.while_loop), (6, self.attempt), (3, self.managed),
            (1, self.star_attempt), (1, self.cases), (1, self.local_function)]
        self.weighted(choices)(depth - 1)

    def simple(self, depth):
        choices = [(4, "mark"), (2, "change"), (1, "raise"), (1, "return"), (1, "del"), (1, "comprehend"), (1, "maybe")]
        if self.loops:
            choices += [(1, "break"), (1, "continue")]
        if self.kind != "function":
            choices += [(5, "suspend"), (2, "delegate")]
        choice = self.weighted(choices)
        # Nothing may leave a handler of except*; loops inside it may be left.
        if self.in_star and choice == "return":
            choice = "mark"
        match choice:
            case "mark":
                self.mark("n")
            case "change":
                self.line(self.pick("n += 1", "n -= 1", "n = n * 2 % 7", "n, m = n + 1, n", "total.append(n)", "n ^= 3", "m = n", "*total, n = [1, n + 1]"))
            case "raise":
                self.raise_statement()
            case "return":
                if self.kind == "asyncgen":
                    self.line("return")
                else:
                    self.line(self.pick("return n", "return", "return 'r', n", "return step(n)", f"return {self.value('int', 1)}"))
            case "del":
                with self.block("try:"):
                    self.line("del m")
                with self.block("except UnboundLocalError as unbound:"):
                    self.line("print(unbound)")
            case "comprehend":
                self.line(self.pick(
                    "total = [n + i for i in range(3) if i != n]", "print([m for m in (n, n + 1)])", "print({i: n for i in 'ab'})",
                    "print(sum(i * n for i in range(4)))", "print([(lambda: i + n)() for i in range(2)])",
                    "print([last := i for i in range(n % 4)])"))
            case "maybe":
                self.line(f"if {self.condition()}: {self.pick('n += 2', 'raise ' + self.pick(*ERRORS) + '(n)', 'print(n)')}")
            case "break" | "continue":
                if self.chance(0.7):
                    self.line(f"if {self.condition()}: {choice}")
                else:
                    self.line(choice)
            case "suspend":
                self.suspend()
            case "delegate":
                self.delegate()

    def suspend(self):
        match self.kind:
            case "generator":
                self.line(self.pick("n = (yield n) or n", "yield n", "print('got', (yield))", "m = yield n, 'm'", "yield", "n = 1 + ((yield n) or 0)",
                                    "print('args', n, (yield 'y'), n)", "total += [(yield)]"))
            case "coroutine":
                self.line(self.pick("await pause()", "print('got', await pause())", "m = await pause()", "print([await pause() for i in range(2)])",
                                    "print(await pause() or n, n)", "print([i async for i in ticker(n % 3)])"))
            case "asyncgen":
                self.line(self.pick("await pause()", "yield n", "print('sent', (yield n))", "m = await pause(); yield m"))

    def delegate(self):
        match self.kind:
            case "generator":
                self.line(self.pick("n = (yield from child(n % 3)) or n", "yield from range(n % 3)", "yield from [n, n]", "yield from child(2)",
                                    "total.extend((yield from child(1)) or ())"))
            case "coroutine":
                self.line(self.pick("n = (await worker(n % 3)) or n", "await worker(1)", "print(await worker(2))"))
            case "asyncgen":
                self.line(self.pick("async for n in ticker(2): yield n", "await worker(1)"))

    def raise_statement(self):
        error = self.random.choice(ERRORS)
        self.line(self.pick(
            f"raise {error}", f"raise {error}(n)", f"raise {error}('x', n)", f"raise {error}(n) from None",
            f"raise {error}(n) from {self.random.choice(ERRORS)}('cause')", "raise", "n // 0", "[][n]", "{}[n]", "int('x')", "None.missing",
            f"if {self.condition()}: raise {error}(n)", f"assert {self.condition()}, n"))

    def branch(self, depth):
        with self.block(f"if {self.condition()}:"):
            self.body(depth)
        if self.chance(0.3):
            with self.block(f"elif {self.condition()}:"):
                self.body(depth)
        if self.chance(0.4):
            with self.block("else:"):
                self.body(depth)

    def loop_body(self, depth):
        self.loops += 1
        self.line("step(0)")
        self.body(depth)
        self.loops -= 1

    def for_loop(self, depth):
        name = self.pick("i", "j", "n", "(i, j)", "i, *rest")
        prefix = "async " if self.kind in ("coroutine", "asyncgen") and self.chance(0.4) else ""
        if prefix:
            name, source = self.pick("i", "n"), f"ticker({self.number(0, 3)})"
        elif name in ("(i, j)", "i, *rest"):
            source = self.pick("[(1, 2), (3, 4)]", "enumerate('ab')", "zip((1, 2), 'xy')", "{1: 2}.items()")
        else:
            source = self.pick(f"range({self.number(0, 4)})", "(1, 2, 3)", "list(total)[:3]", "iter([1, 2])", "(k * 2 for k in range(3))", "range(3, 0, -1)")
        with self.block(f"{prefix}for {name} in {source}:"):
            self.loop_body(depth)
        if self.chance(0.25):
            with self.block("else:"):
                self.body(depth)

    def while_loop(self, depth):
        with self.block(f"while {self.pick('step(1)', 'step(1) and n < 6', self.condition() + ' and step(1)', 'True')}:"):
            self.loop_body(depth)
            self.line("n += 1")
            self.line("if n > 6: break")
        if self.chance(0.25):
            with self.block("else:"):
                self.body(depth)

    def attempt(self, depth):
        with self.block("try:"):
            self.body(depth)
        handlers = self.number(0, 2)
        for _ in range(handlers):
            name = self.pick("", " as error", " as e")
            with self.block(f"except {self.random.choice(CAUGHT)}{name}:"):
                if name and self.chance(0.7):
                    self.mark(f"describe({name.split()[1]})")
                self.body(depth)
        if handlers and self.chance(0.3):
            with self.block("except:"):
                self.body(depth)
        if handlers and self.chance(0.3):
            with self.block("else:"):
                self.body(depth)
        if not handlers or self.chance(0.5):
            with self.block("finally:"):
                self.body(depth)

    def star_attempt(self, depth):
        with self.block("try:"):
            if self.chance(0.7):
                first, second = self.random.choice(ERRORS), self.random.choice(ERRORS)
                self.line(self.pick(f"raise ExceptionGroup('g', [{first}(n), {second}(2)])",
                                    f"raise ExceptionGroup('g', [{first}(1), ExceptionGroup('h', [{second}(2), {first}(3)])])"))
            else:
                self.body(depth)
        star, self.in_star = self.in_star, True
        loops, self.loops = self.loops, 0
        for _ in range(self.number(1, 2)):
            with self.block(f"except* {self.random.choice(ERRORS + ['Exception', '(KeyError, TypeError)'])} as group:"):
                self.mark("describe(group)")
                self.body(depth)
        self.in_star, self.loops = star, loops
        if self.chance(0.3):
            with self.block("finally:"):
                self.body(depth)

    def managed(self, depth):
        prefix = "async " if self.kind in ("coroutine", "asyncgen") and self.chance(0.5) else ""

        def item():
            options = [repr(self.fresh("c"))]
            if self.chance(0.4):
                options.append(self.pick("ValueError", "Exception", "(KeyError, TypeError)", "BaseException"))
            elif self.chance(0.1):
                options.append(f"enter={self.random.choice(ERRORS)}('enter')")
            elif self.chance(0.1):
                options.append(f"leave={self.random.choice(ERRORS)}('leave')")
            return f"Manager({', '.join(options)})" + self.pick("", " as managed")

        items = ", ".join(self.some(item, 1, 2))
        with self.block(f"{prefix}with {items}:"):
            self.body(depth)

    def cases(self, depth):
        with self.block(f"match {self.pick('n', '(n, n % 2)', '[n, 1, 2]', '{1: n}', 'total')}:"):
            for pattern in self.random.sample(["0 | 1", "[x, y]", "(a, *b)", "{1: m}", "int(x) if x % 2", "int()", "[_, *rest]", "[]"], self.number(1, 3)):
                with self.block(f"case {pattern}:"):
                    self.body(depth)
            if self.chance(0.5):
                with self.block("case _:"):
                    self.body(depth)

    def local_function(self, depth):
        name = self.fresh("local")
        writes = self.chance(0.5)
        with self.block(f"def {name}():"):
            if writes:
                self.line("nonlocal n")
                self.line(self.pick("n += 1", "n = n % 5", "del n; n = 2"))
            self.line(self.pick("return n", "return [n, n]", "raise KeyError(n)", "print('in local', n)"))
        self.line(self.pick(f"print({name}())", f"{name}()", f"total.append({name}())"))

    # Whole functions

    def function(self, kind):
        """Writes a function of that kind, with its helpers, and runs it."""
        self.begin(kind)
        name = self.fresh("f")
        head = {"function": "def", "generator": "def", "coroutine": "async def", "asyncgen": "async def"}[kind]
        with self.block(f"{head} {name}(n, total=()):"):
            self.line("total, fuel, m = list(total), 40, None" if self.chance(0.8) else "total, fuel = list(total), 40")
            with self.block("def step(go):"):
                self.line("nonlocal fuel")
                self.line("fuel -= 1")
                self.line("if fuel < 0: raise MemoryError('fuel')")
                self.line("return go")
            self.body(self.number(2, 4))
            if kind in ("generator", "asyncgen"):
                self.line("yield 'last'")
            self.mark("n", "total")
            if kind != "asyncgen":
                self.line("return 'end', n")
        return name

    def commands(self, kind):
        # Closing what awaits an asynchronous generator that refuses to end takes other ways in CPython.
        may_close = kind != "asyncgen"

        def one():
            match self.weighted([(6, "next"), (3, "send"), (2, "throw"), (1 if may_close else 0, "close")]):
                case "next":
                    return "('send', None)"
                case "send":
                    return f"('send', {self.number(0, 5)})"
                case "throw":
                    return f"('throw', {self.random.choice(ERRORS + ['GeneratorExit'] * may_close)}({self.pick('', '7')}))"
                case _:
                    return "('close', None)"

        return "[('send', None), " + ", ".join(self.some(one, 2, 9)) + "]"

    def helpers(self):
        """child (a generator), worker (a coroutine), ticker (an asynchronous generator)."""
        with self.block("def child(n):"):
            with self.block("try:"):
                with self.block("for i in range(n):"):
                    self.line(self.pick("got = yield i; print('child got', got)", "yield i", "print('child', i, (yield i))"))
                self.line(self.pick("return n", "return [n]", "return"))
            if self.chance(0.4):
                caught = self.pick("GeneratorExit", "ValueError", "KeyError", "Exception")
                with self.block(f"except {caught} as e:"):
                    self.line("print('child caught', describe(e))")
                    # A child that ignores the request to close is dropped.
                    ignored = [] if caught == "GeneratorExit" else ["yield 'caught'"]
                    self.line(self.random.choice(["raise", "return 5", *ignored, "raise RuntimeError('child') from e"]))
            with self.block("finally:"):
                self.line("print('child ends')")
        with self.block("async def worker(n):"):
            with self.block("try:"):
                with self.block("for i in range(n):"):
                    self.line("print('worker', await pause())")
                self.line("return n")
            with self.block("finally:"):
                self.line(self.pick("print('worker ends')", "await pause()"))
        with self.block("async def ticker(n):"):
            with self.block("for i in range(n):"):
                self.line(self.pick("await pause()", "pass"))
                self.line("yield i")

    def program(self):
        self.lines.append(MANAGERS.strip())
        self.helpers()
        for _ in range(self.number(1, 2)):
            kind = self.weighted([(4, "function"), (4, "generator"), (3, "coroutine"), (1, "asyncgen")])
            name = self.function(kind)
            for n in sorted(self.random.sample(range(5), self.number(1, 3))):
                self.line(f"print('-- {name}', {n})")
                if kind == "function":
                    with self.block("try:"):
                        self.line(f"print('returned', {name}({n}))")
                    with self.block("except BaseException as error:"):
                        self.line("print('raised', describe(error))")
                elif kind == "asyncgen":
                    with self.block(f"async def collect{n}():"):
                        self.line(f"kept.append({name}({n}))")
                        self.line("return [item async for item in kept[-1]]")
                    self.line(f"drive(collect{n}, {self.commands(kind)})")
                else:
                    self.line(f"drive(lambda: {name}({n}), {self.commands(kind)})")
