"""The grammars of containers, classes, exceptions, and the modules for them."""

ITERATION = {
    "imports": "import itertools as it, functools, operator\nfrom collections import Counter, ChainMap, OrderedDict, defaultdict, deque, namedtuple\nimport heapq, bisect",
    "start": """
        list(it.chain(<items>, <items>))
        list(it.islice(<endless>, <digit>))
        list(it.islice(<items>, <digit>, <bound>, <step>))
        [(k, list(g)) for k, g in it.groupby(<items><group_key>)]
        list(it.accumulate(<items><accumulate>))
        list(it.product(<items>, <items>))[:12]
        list(it.product(<letters>, repeat=<digit>))[:9]
        list(it.islice(it.permutations(<items><size>), 12))
        list(it.combinations(<items>, <digit>))[:12]
        list(it.combinations_with_replacement(<items>, <digit>))[:12]
        list(it.zip_longest(<items>, <items>, fillvalue=<any>))
        list(it.takewhile(<predicate_b>, <items>))
        list(it.dropwhile(<predicate_b>, <items>))
        list(it.filterfalse(<predicate>, <items>))
        list(it.starmap(<two>, zip(<ints>, <ints>)))
        list(it.compress(<items>, <ints>))
        list(it.batched(<items>, <digit>))
        list(it.pairwise(<items>))
        [list(t) for t in it.tee(<items>, <digit>)]
        it.<shown>
        functools.reduce(<two>, <items><initial>)
        functools.partial(<two>, <small>)(<small>)
        sorted(<items>, key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b)))
        sorted(<items><sorting>)
        min(<items>, <key>), max(<items>, default=0)
        Counter(<letters>) <counter_operator> Counter(<letters>)
        Counter(<letters>).most_common(<digit>)
        list(Counter(a=<small>, b=<small>).elements())
        Counter(<letters>).total(), Counter(<ints>)[1]
        +Counter(a=<small>, b=<small>), -Counter(a=<small>)
        deque(<items>, <digit>)
        !d = deque(<items>, maxlen=<bound>) ;; d.<deque_change> ;; show(d)
        !d = deque(<ints>) ;; d.<deque_change> ;; d.<deque_change> ;; show(d)
        !h = list(<ints>) ;; heapq.heapify(h) ;; print(h, heapq.<heap_change>) ;; print(h)
        heapq.<largest>(<digit>, <items>)
        list(heapq.merge(sorted(<ints>), sorted(<ints>)))
        bisect.<bisect>(sorted(<ints>), <small>)
        !o = OrderedDict(zip(<letters>, <ints>)) ;; o.<ordered_change> ;; show(o)
        ChainMap(dict(a=1, b=<small>), dict(b=2, c=<small>))[<word>]
        dict(ChainMap(dict(a=1), dict(a=<small>, d=4)))
        !d = defaultdict(<factory>) ;; d['a'] <augment> ;; show(d)
        namedtuple('P', <fields>)(<small>, <small>)
        namedtuple('P', 'x y', defaults=[<small>])(<digit>)._asdict()
        namedtuple('P', 'x y')(1, 2)._replace(<replace>)
        operator.<getter>(<small>)(<items>)
        operator.<two_name>(<small>, <small>)
        list(map(<two>, <ints>, <ints>))
        list(zip(<items>, <items>, strict=<truth>))
        <range>[<slice>]
        <range>.<search>(<small>)
        <range> == <range>
        (slice(<bound>, <bound>, <step>).indices(<digit>))
        <small> in <range>, len(<range>), list(reversed(<range>))
        """,
    "endless": "it.count(<small>, <small>)\nit.count(<real>)\nit.cycle(<items>)\nit.repeat(<any>, <digit>)\nit.repeat(1)\nit.count()",
    "bound": "None\n0\n1\n3\n7\n-2\n100",
    "step": "None\n1\n2\n-1\n3\n0",
    "group_key": "\n, key=lambda x: x == 1\n, <key>\n, key=type",
    "accumulate": "\n, operator.mul\n, max\n, initial=<small>\n, lambda a, b: (a, b)",
    "size": "\n, 2\n, <digit>\n, None",
    "predicate_b": "lambda x: x\nlambda x: x != 1\nbool\nstr",
    "two": "operator.add\noperator.sub\nmax\nlambda a, b: (b, a)\npow\ndivmod\noperator.mod\nmin",
    "two_name": "add\nsub\nmul\nfloordiv\nmod\ntruediv\nlshift\nand_\nxor\neq\nlt\nconcat\ncontains\nindexOf\ncountOf",
    "initial": "\n, <small>\n, <word>\n, []",
    "shown": "count(<small>, 2)\nrepeat(<small>, 3)\nbatched([1], 2, strict=True)\ncount(1.5)",
    "sorting": ", reverse=True\n, <key>\n, key=str, reverse=True\n\n, key=len",
    "counter_operator": "+\n-\n|\n&\n<=\n==\n>",
    "deque_change": "append(<small>)\nappendleft(<any>)\npop()\npopleft()\nrotate(<small>)\nextend(<ints>)\nextendleft(<ints>)\ninsert(<small>, 9)\nremove(<small>)\nreverse()\n__delitem__(<small>)\nclear()\n__imul__(<small>)",
    "heap_change": "heappop(h)\nheappush(h, <small>)\nheappushpop(h, <small>)\nheapreplace(h, <small>)",
    "largest": "nlargest\nnsmallest",
    "bisect": "bisect\nbisect_left\nbisect_right",
    "ordered_change": "move_to_end('a')\nmove_to_end('b', last=False)\npopitem()\npopitem(last=False)\nsetdefault('z', 1)\nupdate(a=5)\npop('q')",
    "factory": "int\nlist\nNone\nstr\nlambda: 5",
    "augment": "+= 1\n+= [1]\n+= 'x'\n= 3",
    "fields": "'x y'\n['x', 'y']\n'x, y, z'\n'x x'\n'def y'\n'_a b'",
    "replace": "x=5\ny=<any>\nz=1",
    "getter": "itemgetter\nmethodcaller\nattrgetter",
    "range": "range(<small>)\nrange(<small>, <small>)\nrange(<small>, <small>, <step>)\nrange(10, 0, -3)\nrange(2**70, 2**70 + 5)",
    "search": "index\ncount",
    "slice": "1:\n::-1\n::2\n-2:\n<small>\n2:5:-1\n5:2:-1",
}

CONTAINERS = {
    "imports": "import copy, operator",
    "start": """
        !d = <mapping> ;; show(d.<view>() <set_operator> <sequence>)
        !d = <mapping> ;; show(d.<view>() <set_operator> <mapping>.<view>())
        !d = <mapping> ;; v = d.<view>() ;; d[<key_value>] = <small> ;; print(list(v), len(v), list(reversed(v)))
        !d = <mapping> ;; for k in d: d[<key_value>] = 1; print(k)
        !d = <mapping> ;; i = iter(d.<view>()); next(i) ;; del d[<key_value>] ;; print(list(i))
        !d = <mapping> ;; d.update(<pairs>) ;; show(d)
        dict(<pairs>)
        <mapping>.isdisjoint(<sequence>) if 0 else <mapping>.keys().isdisjoint(<sequence>)
        <mapping> | <pairs>
        <mapping> == <mapping>, list(<mapping>) == list(<mapping>)
        <mapping>.get(<key_value>, <any>), <mapping>.pop(<key_value>, <any>)
        sorted(<mapping>.items(), key=lambda i: str(i))
        !l = list(<sequence>) ;; l[<slice>] = <sequence> ;; show(l)
        !l = list(<sequence>) ;; del l[<slice>] ;; show(l)
        !l = list(<sequence>) ;; l.<list_change> ;; show(l)
        !l = list(<sequence>) ;; for x in l: l.<list_change>; print(x, l); assert len(l) < 9
        !a, *b = <sequence> ;; print(a, b)
        !a, (b, *c), *d = <nested> ;; print(a, b, c, d)
        !(*a, b), c = <nested> ;; print(a, b, c)
        !for i, (a, *b) in enumerate(<nested>): print(i, a, b)
        [*<sequence>, *<sequence>], {**<mapping>, 'x': 1}, (*<sequence>,)
        <numbers> <set_operator> <numbers>
        <numbers>.<set_method>(<sequence>)
        <numbers>.<set_method>(<numbers>, <numbers>)
        !s = set(<numbers>) ;; s.<set_change> ;; show(s)
        <numbers> <comparison> <numbers>
        <sequence> <comparison> <sequence>
        <sequence> + <sequence>
        <sequence> * <small>
        <sequence>[<slice>]
        <sequence>[<index>]
        <sequence>.index(<small>, <small>, <small>)
        <sequence>.count(<any>)
        (<small> in <sequence>), (<any> in <numbers>)
        copy.deepcopy(<nested>), copy.copy(<nested>)
        sum(<sequence>, <any>), max(<sequence>), min(<sequence>, key=str)
        sorted(<nested>, key=<sort_key>, reverse=<truth>)
        list(zip(*<nested>)), list(map(lambda *a: a, <sequence>, <sequence>))
        list(enumerate(<sequence>, <small>)), list(reversed(<sequence>))
        any(<sequence>), all(<sequence>), len(<sequence>), bool(<sequence>)
        next(iter(<sequence>), <any>), list(iter([1, 2, 0, 3].pop, <small>))
        hash(<sequence>) == hash(<sequence>)
        tuple(<sequence>), frozenset(<sequence>), list(<mapping>)
        !l = [1]; l.append(l) ;; print(l, l == l, [l] == [l])
        !d = {}; d['self'] = d ;; print(d, repr(d.values()))
        operator.length_hint(iter(<sequence>), <small>)
        slice(<small>, <small>) == slice(<small>, <small>), slice(<any>)
        str.maketrans(<mapping>), 'abc'.translate(<mapping>)
        """,
    "mapping": "{}\n{'a': 1, 'b': 2}\n{1: 2, 3: 4}\n{'a': [1], 2: None}\ndict.fromkeys('abc')\ndict(a=1, c=3)\n{True: 'yes', 1.0: 'one', 0: 'no'}\n{(1, 2): 3}",
    "view": "keys\nitems\nvalues\nkeys",
    "set_operator": "&\n|\n-\n^\n<=\n==",
    "key_value": "'a'\n1\n'new'\n(1, 2)\n[1]\n1.0\nNone",
    "pairs": "[('a', 1), ('b', 2)]\n{'z': 1}\n['ab', 'cd']\n[(1, 2, 3)]\n5\n[5]\n[]\niter([(1, 2)])\n{'a': 5}.items()\n['abc']",
    "sequence": "[1, 2, 3]\n(1, 2)\n[]\n[3, 1, 2, 1]\nrange(3)\n(1,)\n[1, 'a', None]\n[1.5, 2]\n'ab'\n{1: 2}",
    "nested": "[[1, 2], [3, 4]]\n[(1, 'a'), (2, 'b')]\n[[1, [2, 3]], (4, 5), 6]\n((1, 2), 3)\n[[3], [1, 2], []]\n['ab', 'c']\n(1, (2, 3, 4), 5)",
    "slice": "1:\n:1\n::2\n::-1\n-2:\n5:\n1:1\n::-2\n:-1\n2:0",
    "index": "0\n-1\n1\n9\n'a'\nNone\n1.0\nTrue",
    "list_change": "append(<small>)\ninsert(<small>, <any>)\nremove(<small>)\npop(<small>)\nextend(<sequence>)\nreverse()\nsort()\nsort(key=str)\nclear()\ncopy()\n__iadd__(<sequence>)\n__imul__(<digit>)",
    "numbers": "{1, 2, 3}\nset()\nfrozenset({2, 3})\n{1, 2.0, True}\n{0, -1, 5}\n{7}",
    "set_method": "union\nintersection\ndifference\nissubset\nissuperset\nisdisjoint\nsymmetric_difference",
    "set_change": "add(<any>)\ndiscard(<small>)\nremove(<small>)\nupdate(<sequence>)\nintersection_update(<sequence>)\ndifference_update(<numbers>, <sequence>)\nsymmetric_difference_update(<numbers>)\nclear()\nadd([1])",
    "comparison": "<\n==\n>=\n!=",
    "sort_key": "None\nstr\nlen\nlambda x: x[0]\nlambda x: -len(x)\nlambda x: (len(x), x)",
}

CLASSES = {
    "imports": """
        from dataclasses import dataclass, field, asdict, astuple, replace, fields
        from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique
        @dataclass(order=True)
        class Point: x: int = 0; y: int = 1
        @dataclass(frozen=True)
        class Fixed: x: int; tags: tuple = ()
        @dataclass(kw_only=True, slots=True)
        class Named: name: str; parts: list = field(default_factory=list, repr=False)
        @dataclass
        class Child(Point): z: list = field(default_factory=list, compare=False); w: int = field(init=False, default=9)
        class Color(Enum): RED = 1; GREEN = auto(); BLUE = 4; ROUGE = 1
        class Level(IntEnum): LOW = 1; HIGH = 10
        class Perm(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
        class Bits(IntFlag): A = 1; B = 2; C = 8
        class Word(StrEnum): A = auto(); B = 'bee'
        """,
    "start": """
        <instance>
        <instance> <comparison> <instance>
        asdict(<instance>)
        astuple(<instance>)
        replace(<instance>, <change>)
        [f.name for f in fields(<class>)]
        hash(<instance>) == hash(<instance>)
        {<instance>: 1}[<instance>]
        <instance>.<attribute>
        !p = <instance> ;; p.<attribute> = <small> ;; show(p)
        !p = <instance> ;; del p.<attribute> ;; show(p)
        <member>
        str(<member>), f'{<member>}', <member>.name, <member>.value
        <member> <comparison> <member>
        <enum>(<lookup>)
        <enum>[<name>]
        list(<enum>), len(<enum>), <enum>.__members__
        <member> in <enum>
        <lookup> in <enum>
        <perm> <bit_operator> <perm>
        ~<perm>
        <bits> <bit_operator> <bits_or_int>
        list(<perm>), bool(<perm>)
        <level> + <small>, <level> * 1.5, sorted([<level>, <level>])
        isinstance(<member>, <type>)
        !Color.RED = 5
        !<member>.value = 3
        !class More(<enum>): X = 99
        Enum('Made', <made>)
        list(Enum('Made', <made>))
        !match <instance>: ;;     case Point(x=0, y=b): print('zero', b) ;;     case Point(a, b): print(a, b) ;;     case Fixed(a): print('fixed', a) ;;     case _: print('other')
        !@dataclass ;; class Wrong: a: int = <default> ;; print(Wrong())
        """,
    "instance": "Point(<small>, <small>)\nPoint()\nPoint(y=<any>)\nFixed(<small>)\nFixed(1, (2,))\nNamed(name=<word>)\nNamed(name='n', parts=[1])\nChild(1, 2, [3])\nChild()\nFixed()\nNamed('x')\nPoint(1, 2, 3)",
    "class": "Point\nFixed\nNamed\nChild",
    "comparison": "==\n!=\n<\n>=\nis",
    "change": "x=5\ny=<small>\nz=1\nname='q'\nw=3",
    "attribute": "x\ny\nz\nname\nparts\ntags\nw\nmissing",
    "member": "Color.RED\nColor.ROUGE\nColor.GREEN\nLevel.LOW\nLevel.HIGH\nPerm.R\nPerm.RW\nBits.A\nWord.A\nWord.B\nColor.PINK",
    "enum": "Color\nLevel\nPerm\nBits\nWord",
    "lookup": "1\n2\n4\n10\n'a'\n'bee'\n0\n16\n-1\nNone\nColor.RED",
    "name": "'RED'\n'ROUGE'\n'LOW'\n'R'\n'A'\n'nope'",
    "perm": "Perm.R\nPerm.W\nPerm.RW\nPerm(0)\nPerm.X\n(Perm.R | Perm.X)\nPerm(5)",
    "bits": "Bits.A\nBits.B\nBits.C\nBits(0)\nBits(11)\nBits(4)",
    "bits_or_int": "<bits>\n<digit>",
    "bit_operator": "|\n&\n^\n==\n<",
    "level": "Level.LOW\nLevel.HIGH",
    "type": "Color\nint\nstr\nEnum\nFlag",
    "made": "'a b c'\n['x', 'y']\n[('p', 5), ('q', 6)]\n{'m': 'n'}\n'a a'",
    "default": "[]\n{}\n5\nfield(default=3)\nfield(default=1, default_factory=int)\n()",
}

EXCEPTIONS = {
    "imports": """
        import traceback, contextlib
        class Mine(Exception): pass
        class Other(Mine, ValueError): pass
        class Group(ExceptionGroup): derive = lambda self, errors: Group(self.message, errors)
        def shape(e): return [type(e).__name__, e.message, [shape(x) for x in e.exceptions]] if isinstance(e, BaseExceptionGroup) else repr(e)
        def chain(e): return e and (repr(e), getattr(e, '__notes__', None), chain(e.__cause__), chain(e.__context__), e.__suppress_context__)
        """,
    "start": """
        <error>
        <error>.args, str(<error>), repr(<error>)
        shape(<group>)
        shape(<group>.subgroup(<condition>))
        [e and shape(e) for e in <group>.split(<condition>)]
        <group>.exceptions, <group>.message, len(<group>.exceptions)
        isinstance(<error>, <kind>), issubclass(<kind>, Exception)
        (<error> == <error>), hash(<error>) == 1
        vars(<error>)
        <os_error>.<os_field>
        str(<os_error>), type(<os_error>).__name__
        ''.join(traceback.format_exception_only(<error>))
        ''.join(traceback.format_exception(<group>))
        !try: raise <error> from <cause> ;; except BaseException as e: show(chain(e))
        !e = <error>; e.add_note(<word>); e.add_note(<note>) ;; show(chain(e)) ;; print(''.join(traceback.format_exception(e)))
        !try: ;;     try: raise <error> ;;     except <kind> as first: raise <error> from <cause> ;; except BaseException as e: show(chain(e))
        !try: ;;     try: raise <error> ;;     finally: raise <error> ;; except BaseException as e: show(chain(e))
        !try: ;;     try: raise <group> ;;     except* <kind> as g: print('star', shape(g)); <handling> ;;     except* <kind> as g: print('more', shape(g)) ;; except BaseException as e: print(shape(e)); show(chain(e))
        !with contextlib.suppress(<kind>, <kind>): raise <error>
        !with contextlib.suppress(<kind>): raise <group>
        !raise <error>
        !raise <any>
        !raise <kind> from <any>
        !e = <error>; e.args = <iterable> ;; show(chain(e)) ;; print(str(e))
        !e = <error>; e.<attribute> = <any> ;; show(chain(e))
        !assert <any>, <any>
        <error>.with_traceback(None)
        <error>.with_traceback(<any>)
        KeyError(<any>), str(KeyError(<any>))
        SyntaxError(<word>, (<word>, <digit>, <digit>, <word>)).<syntax_field>
        UnicodeDecodeError('utf-8', b'abc', <digit>, <digit>, <word>)
        str(UnicodeEncodeError('ascii', 'aéb', <digit>, <digit>, <word>))
        StopIteration(<any>).value, SystemExit(<any>).code
        ImportError(<word>, name=<word>, path=<any>).name
        AttributeError(<word>, name=<word>, obj=<any>).obj
        NameError(<word>, nme=<word>)
        """,
    "error": "ValueError(<any>)\nKeyError(<any>, <any>)\nMine(<word>)\nOther()\nTypeError()\n<os_error>\nZeroDivisionError('z')\nMine\nStopIteration(<small>)\nOther(1, 2)\n<group>",
    "os_error": "OSError(<digit>, <word>)\nOSError(<small>, <word>, <word>)\nOSError(<any>)\nFileNotFoundError(2, 'x', 'f')\nOSError(13, 'a', 'f', None, 'g')\nOSError()\nPermissionError(1, 2)",
    "os_field": "errno\nstrerror\nfilename\nfilename2\nargs\ncharacters_written",
    "group": "ExceptionGroup(<word>, [<plain_error>, <plain_error>])\nExceptionGroup('g', [<group>, <plain_error>])\nGroup('mine', [<plain_error>])\nBaseExceptionGroup('b', [<plain_error>, KeyboardInterrupt()])\nExceptionGroup('e', [])\nExceptionGroup('e', [<any>])\nGroup('m', (<group>,))",
    "plain_error": "ValueError(<small>)\nMine(1)\nOther('o')\nKeyError('k')\nTypeError()\nOSError(2, 'no')",
    "kind": "ValueError\nMine\nOther\nException\nLookupError\nOSError\n(Mine, KeyError)\nTypeError\nArithmeticError",
    "condition": "<kind>\nlambda e: isinstance(e, ValueError)\nlambda e: isinstance(e, ExceptionGroup)\n<kind>\n5\n(ValueError, 5)",
    "cause": "None\nValueError('cause')\nMine\n<error>\n5",
    "note": "'note'\n'two\\nlines'\n5\n''",
    "handling": "pass\nraise\nraise g\nraise Mine('new')\nraise Mine('new') from None",
    "iterable": "(1, 2)\n[3]\n'ab'\n()\n5",
    "attribute": "__cause__\n__context__\n__suppress_context__\nargs\n__notes__\n__traceback__\nextra",
    "syntax_field": "msg\nlineno\noffset\ntext\nfilename\nargs\nend_lineno",
}

TOOLS = {
    "imports": """
        import functools, contextlib, operator, types, typing, abc, weakref, io, string, inspect
        @functools.total_ordering
        class Age:
        .   def __init__(self, n): self.n = n
        .   def __eq__(self, o): return self.n == o.n if isinstance(o, Age) else NotImplemented
        .   def __lt__(self, o): return self.n < o.n if isinstance(o, Age) else NotImplemented
        .   def __repr__(self): return f'Age({self.n})'
        @functools.singledispatch
        def kind(x, *a): return 'object', x
        kind.register(int, lambda x, *a: ('int', x))
        kind.register(list, lambda x, *a: ('list', len(x)))
        @functools.lru_cache(maxsize=2)
        def cached(*a, **k): print('called', a, k); return len(a)
        @contextlib.contextmanager
        def manager(name, swallow=False):
        .   print('enter', name)
        .   try: yield name
        .   except ValueError as e:
        .       print('caught', e)
        .       if not swallow: raise
        .   finally: print('leave', name)
        def signed(a, /, b, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
        class Shape(abc.ABC):
        .   @abc.abstractmethod
        .   def area(self): ...
        .   @property
        .   @abc.abstractmethod
        .   def name(self): ...
        class Meta(type):
        .   def __new__(m, name, bases, ns, **kw): print('meta', name, sorted(kw)); return super().__new__(m, name, bases, ns)
        .   def __init__(c, name, bases, ns, **kw): super().__init__(name, bases, ns)
        .   def __call__(c, *a): print('call', c.__name__, a); return super().__call__(*a)
        .   def __len__(c): return 7
        """,
    "start": """
        <age> <comparison> <age>
        sorted([<age>, <age>, <age>]), max(<age>, <age>)
        kind(<any>)
        kind.dispatch(<class>) is kind.dispatch(object)
        !cached(<small>) ;; cached(<small>) ;; cached(1, a=<small>) ;; print(cached.cache_info())
        !cached(<any>) ;; print(cached.cache_info().currsize) ;; cached.cache_clear()
        !with manager(<word>, <truth>) as m, manager('b'): print(m); <action>
        !with contextlib.ExitStack() as stack: ;;     stack.enter_context(manager('s')) ;;     stack.callback(print, 'callback', <small>) ;;     stack.push(lambda *a: print('exit', a[0]) or <truth>) ;;     <action>
        !with contextlib.redirect_stdout(io.StringIO()) as out: print(<any>) ;; show(out.getvalue())
        !with contextlib.nullcontext(<any>) as value: show(value)
        !with contextlib.closing(<any>) as c: print(c)
        signed(<arguments>)
        inspect.signature(signed).bind(<arguments>).arguments
        functools.partial(signed, <arguments>)(<arguments>)
        functools.partial(signed, <small>, d=1).keywords
        !class Square(Shape): ;;     def area(self): return 1 ;;     name = <any> ;; print(Square().area())
        !class Half(Shape): ;;     def area(self): return 1 ;; Half()
        !Shape()
        !class M(<bases>metaclass=Meta<options>): x = <small> ;; print(len(M), M.__mro__, type(M).__name__) ;; print(M(<few>))
        !T = type(<name>, (<class>,), {'a': <small>, '__slots__': <slots>}) ;; print(T.__name__, T.__mro__, T.a) ;; t = T() ;; t.<attribute> = 1 ;; print(t.<attribute>)
        !class S: __slots__ = <slots> ;; s = S() ;; s.<attribute> = <any> ;; print(s.<attribute>, hasattr(s, '__dict__'))
        !class D(<class>): ;;     def __init_subclass__(cls, tag=None, **k): print('sub', cls.__name__, tag, k) ;; class E(D<keyword>): pass
        !class P: ;;     def __set_name__(self, o, n): print('named', o.__name__, n) ;;     def __get__(self, i, o): return ('got', i is None) ;; class Q: p = P(); q = p ;; print(Q.p, Q().q) ;; Q().p = 3 ;; print(Q().p)
        !class C: ;;     @functools.cached_property ;;     def v(self): print('once'); return <any> ;; c = C(); show(c.v); show(c.v); c.v = 3; print(c.v); del c.v ;; show(c.v)
        !ns = types.SimpleNamespace(a=<small>, b=<any>) ;; ns.c = ns.a ;; print(ns, ns == types.SimpleNamespace(a=1))
        types.MappingProxyType({'a': 1})<proxy>
        operator.itemgetter(<small>, <small>)([1, 2, 3]), operator.attrgetter('real', 'imag')(<small>)
        operator.methodcaller('split', <word>)(<word>)
        isinstance(<any>, typing.<protocol>), typing.get_args(<annotation>), typing.get_origin(<annotation>)
        <annotation>
        repr(<annotation>), <annotation> == <annotation>
        functools.reduce(<function>, <values>, <small>)
        !def f(x: <annotation> = <small>, *, y: 'later' = 1) -> <annotation>: pass ;; print(f.__annotations__, inspect.signature(f))
        !gen = (print('run', i) or i for i in range(<digit>)) ;; print(next(gen, 'end'), gen.gi_running, inspect.getgeneratorstate(gen)) ;; gen.close() ;; print(next(gen, 'end'))
        !def g(): ;;     try: got = yield <small>; print('got', got); yield from <values> ;;     finally: print('closed') ;; it = g(); kept.append(it) ;; print(next(it)) ;; print(it.send(<small>)) ;; print(it.<drive>)
        !class L(list): ;;     def __getitem__(self, i): return ('item', i) ;;     def __len__(self): return <small> ;;     def __contains__(self, x): return <any> ;; l = L([1, 2]) ;; print(l[0], l[1:], 5 in l, list(l), bool(l)) ;; print(len(l))
        !class N(int): ;;     def __add__(self, o): return NotImplemented if o == 2 else N(int(self) + o) ;;     def __radd__(self, o): return ('radd', o) ;;     def __repr__(self): return f'N({int(self)})' ;; print(N(<small>) + <small>, <small> + N(3), sum([N(1), N(2)]), -N(4), N(5) * 2)
        !x = <small> ;; def outer(): ;;     x = 2 ;;     def inner(): nonlocal x; x += <small>; return x ;;     return inner(), x ;; print(outer(), x)
        """,
    "age": "Age(1)\nAge(2)\nAge(<small>)\n<small>",
    "comparison": "<\n<=\n==\n!=\n>\n>=",
    "class": "int\nobject\nlist\nstr\ndict\ntuple\nException\nbool\ntype",
    "action": "pass\nraise ValueError('v')\nraise KeyError('k')\nprint('inside')\n1 / 0",
    "arguments": "<few>\n1, 2, d=4\n1, 2, 3, 4, d=5, z=6\n1, b=2, d=3\n*[1, 2], **{'d': 3}\n1, 2, a=3, d=4\n1, c=2, d=3\nd=1",
    "few": "\n1\n1, 2\n<any>\nd=1",
    "bases": "\nint, \nobject, \nShape, \nlist, dict, ",
    "keyword": "\n, tag=1\n, tag=1, other=2\n, metaclass=type",
    "options": "\n, tag=1\n, tag=1, other=2",
    "name": "'T'\n''\n'a b'\n5",
    "slots": "()\n('a',)\n['b', 'c']\n'x'\n('b', '__dict__')\n('1x',)\n(5,)",
    "attribute": "a\nb\nx\nzz\n__class__",
    "proxy": "['a']\n['b']\n | {'b': 2}\n.get('z')\n.copy()\n == {'a': 1}\n.clear()",
    "protocol": "Sized\nIterable\nHashable\nCallable\nMapping\nSequence\nSupportsInt\nAny\nContainer",
    "annotation": "int\nlist[int]\ndict[str, list[int]]\nint | None\ntyping.Optional[str]\ntyping.Union[int, str, None]\ntyping.Callable[[int], str]\ntyping.Literal[1, 'a', None]\ntuple[int, ...]\ntyping.Annotated[int, 5]\ntyping.List[int]\ntyping.Any\nlist[typing.TypeVar('T')]\ntype[int]\nint | 'x'\ntyping.Final[int]\ntyping.ClassVar[int]\ntyping.Tuple[()]",
    "function": "operator.add\nlambda a, b: a * 2 + b\nmax\noperator.concat",
    "values": "[1, 2]\n(3,)\n'ab'\n[]\nrange(3)\n5",
    "drive": "send(<small>)\nthrow(ValueError('t'))\nclose()\n__next__()\nthrow(StopIteration)",
}
