"""The grammars of `library`: what is written about each area."""

COMMON = {
    "digit": "0\n1\n2\n3\n4\n5\n7\n9",
    "small": "0\n1\n2\n3\n5\n-1\n-2\n7\n10",
    "whole": "0\n1\n-1\n2\n3\n7\n-5\n10\n100\n255\n-128\n2**31\n2**63\n-2**63\n2**64 - 1\n10**20",
    "real": "0.0\n-0.0\n1.0\n0.5\n-2.5\n1e10\n1e-10\n3.7\n1e308\n5e-324\nfloat('inf')\nfloat('-inf')\nfloat('nan')\n0.1\n2.0**53",
    "truth": "True\nFalse",
    "word": "'a'\n'b'\n'ab'\n''\n'abc'\n'A'\n'zz'\n'é'\n'ß'\n'x y'",
    "letters": "'abc'\n'aabbb'\n'hello'\n'mississippi'\n''\n'zyx'",
    "ints": "[]\n[1]\n[3, 1, 2]\n[5, 5, 1, 0, -1]\nlist(range(6))\n[2, 7, 1, 8, 2, 8]\nrange(4)\n(4, 2)\n[<small>, <small>, <small>]",
    "items": "<ints>\n<letters>\n<ints>\n[(1, 'b'), (0, 'a'), (1, 'a')]\n['b', 'a', 'c']\niter(<ints>)",
    "predicate": "lambda x: x\nlambda x: x > 1\nbool\nNone\nlambda x: x % 2\nstr",
    "key": "key=lambda x: -x\nkey=str\nkey=None\nkey=abs\nkey=lambda x: x % 3",
}

REGULAR = {
    "imports": "import re",
    "start": """
        re.<find>(<regex>, <subject><flags>)
        re.findall(<regex>, <subject><flags>)
        re.findall(<regex>, <subject>)
        re.split(<regex>, <subject><count>)
        re.sub(<regex>, <replacement>, <subject><count>)
        re.subn(<regex>, <replacement>, <subject>)
        [(m.span(), m.groups(), m.lastindex, m.lastgroup) for m in re.finditer(<regex>, <subject><flags>)]
        (m := re.<find>(<regex>, <subject>)) and (m.group(), m.groups('-'), m.groupdict(), m.start(), m.regs)
        re.compile(<regex><flags>).<find>(<subject>, <small>)
        re.compile(<regex>).groups, re.compile(<regex>).groupindex
        (m := re.search(<regex>, <subject>)) and m.expand(<template>)
        re.escape(<subject>)
        re.compile(<wrong>)
        """,
    "find": "search\nmatch\nfullmatch",
    "flags": "\n\n, re.I\n, re.M\n, re.S\n, re.A\n, re.X\n, re.I | re.M\n, re.I | re.S | re.U",
    "count": "\n\n, maxsplit=1\n, count=1\n, 2",
    "regex": "r'<sequence>'\nr'<sequence>'\nr'<sequence>|<sequence>'\nr'^<sequence>$'\nr'(<sequence>)(<sequence>)?'",
    "sequence": "<piece>\n<piece><piece>\n<piece><piece><piece>\n<piece><sequence>",
    "piece": "<atom>\n<atom>\n<atom><repeat>\n<atom><repeat>\n<anchor>",
    "atom": """
        a
        b
        .
        ab
        é
        \\d
        \\w
        \\s
        \\S
        \\W
        [abc]
        [^a]
        [a-f0-9]
        [\\w.]
        [^\\s,]
        (<sequence>)
        (?:<sequence>)
        (?:<sequence>|<sequence>)
        (<sequence>|<sequence>)
        (?P<n1><sequence>)
        (?=<sequence>)
        (?!<sequence>)
        (?<=a)
        (?<!b)
        (?i:<sequence>)
        (?>a+)
        """,
    "repeat": "*\n+\n?\n*?\n+?\n??\n{2}\n{1,2}\n{,2}\n{1,}?\n*+\n++",
    "anchor": "^\n$\n\\b\n\\B\n\\A\n\\Z",
    "subject": "'ab'\n'aab abb'\n'abcabc'\n'a1b22c333'\n''\n'AbÉé'\n'line1\\nline2\\n'\n'x,y,,z'\n'a.b.c'\n'aaaaab'\n'  a  b  '\n'foo123bar'",
    "replacement": "'-'\nr'<template_text>'\nlambda m: m.group().upper()\nlambda m: str(m.span())\nr'[\\g<0>]'",
    "template": "r'<template_text>'",
    "template_text": "\\1\n\\g<0>\nx\\1y\n\\2\\1\n\\\\\\n\n\\g<n1>\n\\g<9>\n\\q",
    "wrong": "'('\n')'\n'*a'\n'a**'\n'[a'\n'[z-a]'\n'(?P<1>a)'\n'(?P<a>x)(?P<a>y)'\n'\\\\2(a)'\n'(?q)'\n'a{2,1}'\n'(?<=a+)b'\n'\\\\'\n'(?P=x)'\n'(?(1)a|b)'",
}

JSON = {
    "imports": "import json",
    "start": """
        json.dumps(<value>)
        json.dumps(<value>, <option>)
        json.dumps(<value>, <option>, <other>)
        json.loads(json.dumps(<value>))
        json.loads(<text>)
        json.loads(<text>, <hook>)
        json.dumps(<any>)
        json.dumps(<dict>, <other>)
        """,
    "value": "<atom>\n[<value>, <value>]\n{'a': <value>, 'b': <value>}\n{1: <value>, None: <value>, True: 0, 2.5: 1}\n[]\n{}\n(<value>,)\n[<value>]",
    "atom": "<whole>\n<real>\n<word>\nNone\n<truth>\n'\\u2028\"\\\\\\x00\\n'\n'😀'\n<str>",
    "option": "indent=<digit>\nindent='--'\nindent=None\nsort_keys=True\nindent=2, sort_keys=True",
    "other": "ensure_ascii=False\nseparators=(',', ':')\nallow_nan=False\nskipkeys=True\ndefault=str\ndefault=lambda o: [1]",
    "text": """
        '[1, 2.5, -3e2, 1E400, -0]'
        '{"a": [true, false, null], "a": 2}'
        '"\\\\u00e9\\\\ud83d\\\\ude00\\\\n"'
        '[1,]'
        '{"a" 1}'
        "{'a': 1}"
        '[1 2]'
        ''
        'nul'
        '  {"x": {"y": []}}  '
        '"\\t"'
        '01'
        '[NaN, Infinity, -Infinity]'
        '"abc'
        '"\\\\x"'
        '{"a": 1,}'
        '1 2'
        '[' * 5
        b'[1, "\\xc3\\xa9"]'
        '123456789012345678901234567890'
        '-'
        '1.'
        '\\ufeff1'
        """,
    "hook": "parse_float=str\nparse_int=float\nobject_hook=lambda d: sorted(d.items(), key=str)\nobject_pairs_hook=list\nparse_constant=lambda c: c",
}

PACKING = {
    "imports": "import struct, array, binascii, base64",
    "start": """
        struct.pack(<format>, <values>)
        struct.unpack(<format>, struct.pack(<format>, <values>))
        struct.unpack('<<code><code>', <data>)
        struct.calcsize(<format>)
        list(struct.iter_unpack('<<code>', <data>))
        struct.unpack_from('><code>', <data>, <small>)
        int.from_bytes(<data>, <order>, signed=<truth>)
        (<whole>).to_bytes(<digit>, <order>, signed=<truth>)
        array.array('<array_code>', [<whole>, <whole>])
        array.array('<array_code>', <data>)
        array.array('i', <ints>)[<slice>]
        base64.<encode>(<data>)
        base64.<decode>(<text>)
        binascii.hexlify(<data>, <separator>)
        bytes.fromhex(<hex>)
        binascii.crc32(<data>)
        <data>.hex(<separator>, <small>)
        """,
    "format": "'<marker><code>'\n'<marker><code><code>'\n'<marker><digit><code>'\n'<marker><code>x<code>'\n'<digit>s'\n'<digit>p<code>'",
    "marker": "\n<\n>\n!\n=\n@",
    "code": "b\nB\nh\nH\ni\nI\nl\nL\nq\nQ\nf\nd\ne\ns\nc\n?\nx\nn",
    "values": "<plain>\n<plain>, <plain>\n<plain>, <plain>, <plain>\nb'abc'\nb'x', 1",
    "plain": "0\n1\n-1\n127\n128\n255\n256\n65535\n65536\n2**31\n-2**31\n2**63\n2**64\n1.5\n1e10\nfloat('inf')\n1e300\nb'a'\nTrue\nNone\n'a'",
    "array_code": "b\nB\nh\nH\ni\nI\nl\nq\nQ\nf\nd\nu",
    "data": "b''\nb'\\x00'\nb'\\xff\\x7f'\nb'abcd'\nbytes(range(8))\nb'\\x80' * 4\nb'12345678'\nb'hello world'\nbytearray(b'xyz')",
    "order": "'big'\n'little'",
    "slice": ":\n1:\n::-1\n::2\n-2:",
    "encode": "b64encode\nb32encode\nb16encode\nurlsafe_b64encode\nb85encode\na85encode\nb32hexencode",
    "decode": "b64decode\nb32decode\nb16decode\nurlsafe_b64decode\nb85decode\na85decode",
    "text": "b'aGVsbG8='\n'aGVsbG8'\nb'NBSWY3DP'\nb'6162'\n'a'\nb'!!!!'\nb'aG Vs bG8='\nb'87cURD]j'\n''",
    "separator": "':'\n'-'\nb'.'\n'ab'\n'é'",
    "hex": "'6162'\n'61 62 63'\n'6'\n'xy'\n' 0a 0B '\n''\n'6 1'",
}

TIMES = {
    "imports": "from datetime import date, datetime, time, timedelta, timezone",
    "start": """
        <delta>
        <delta> <arithmetic> <delta>
        <delta> * <factor>
        <delta> / <factor>
        <delta> // <factor>
        <delta> <comparison> <delta>
        <delta>.total_seconds()
        str(<delta>)
        <date> + <delta>
        <date> - <delta>
        <date> - <date>
        <moment> - <moment>
        <moment> + <delta>
        <moment> <comparison> <moment>
        <date> <comparison> <date>
        <moment>.isoformat(<separator>)
        <moment>.isoformat(timespec=<timespec>)
        <moment>.replace(<field>=<small>)
        <date>.replace(<date_field>=<digit>)
        <moment>.strftime(<directive>)
        <date>.strftime(<directive>)
        <clock>.strftime(<directive>)
        datetime.strptime(<text>, <parse>)
        datetime.fromisoformat(<iso>)
        date.fromisoformat(<iso>)
        time.fromisoformat(<iso_time>)
        <date>.isocalendar()
        <date>.timetuple()
        (<date>.weekday(), <date>.isoweekday(), <date>.toordinal(), <date>.ctime())
        date.fromordinal(<ordinal>)
        date.fromisocalendar(<year>, <ordinal>, <digit>)
        <moment>.astimezone(<zone>)
        <moment>.utcoffset()
        <zone>
        <zone>.tzname(None)
        str(<moment>)
        repr(<clock>)
        <clock> <comparison> <clock>
        datetime.combine(<date>, <clock>)
        divmod(<delta>, <delta>)
        abs(<delta>)
        f'{<moment>:<directive_text>}'
        hash(<delta>) == hash(<delta>)
        datetime.fromtimestamp(<stamp>, timezone.utc)
        <moment>.timestamp() if <moment>.tzinfo else None
        """,
    "arithmetic": "+\n-\n//\n/\n%",
    "comparison": "<\n<=\n==\n!=\n>",
    "factor": "2\n-3\n0.5\n1.5\n0\n1e10\n7\n<delta>",
    "delta": "timedelta(<unit>=<amount>)\ntimedelta(<unit>=<amount>, <unit_b>=<amount>)\ntimedelta(<digit>)\ntimedelta.max\ntimedelta.min\ntimedelta.resolution",
    "unit": "days\nseconds\nweeks",
    "unit_b": "hours\nminutes\nmicroseconds\nmilliseconds",
    "amount": "0\n1\n-1\n59\n61\n1.5\n-0.3\n86400\n10**6\n-100\n1e9\n10**12",
    "date": "date(2024, 2, 29)\ndate(2000, 1, 1)\ndate(1, 1, 1)\ndate(9999, 12, 31)\ndate(2023, 12, 31)\ndate(<year>, <digit>, <digit>)\ndate(1970, 1, 1)",
    "year": "2020\n2021\n1999\n1900\n1\n9999\n0\n2026",
    "moment": "datetime(2024, 2, 29, 12, 30, 45, 123456)\ndatetime(2000, 1, 1)\ndatetime(1999, 12, 31, 23, 59, 59)\ndatetime(2024, 3, 1, 0, 0, tzinfo=<zone>)\ndatetime(2024, 3, 1, 5, 0, tzinfo=<zone>)\ndatetime(<year>, <digit>, <digit>, <digit>)",
    "zone": "timezone.utc\ntimezone(timedelta(hours=2))\ntimezone(timedelta(hours=-5, minutes=-30))\ntimezone(timedelta(minutes=1), 'X')\ntimezone(timedelta(hours=24))\nNone",
    "clock": "time(1, 2, 3)\ntime(23, 59, 59, 999999)\ntime()\ntime(12, tzinfo=<zone>)\ntime(<digit>, <digit>)\ntime(25)",
    "separator": "' '\n'T'\n'_'\n'ab'",
    "timespec": "'auto'\n'hours'\n'minutes'\n'seconds'\n'milliseconds'\n'microseconds'\n'x'",
    "date_field": "year\nmonth\nday",
    "field": "year\nmonth\nday\nhour\nminute\nmicrosecond",
    "directive": "'<directive_text>'",
    "directive_text": "%Y-%m-%d\n%H:%M:%S.%f\n%j %U %W %w\n%A %a %B %b\n%I %p\n%y %%\n%z %Z\n%G-W%V-%u\n%c\n%x %X\n%D %T\n%d/%m\n%e",
    "text": "'2024-02-29'\n'2023-02-29'\n'29/02/24 13:05'\n'12:30 PM'\n'1 Jan 2020'\n'2024-02-29 01:02:03.5'\n'2024 060'\n'Monday'\n'+0230'\n'x'",
    "parse": "'%Y-%m-%d'\n'%d/%m/%y %H:%M'\n'%I:%M %p'\n'%d %b %Y'\n'%Y-%m-%d %H:%M:%S.%f'\n'%Y %j'\n'%A'\n'%z'",
    "iso": "'2024-02-29'\n'2024-02-30'\n'20240229'\n'2024-W09-4'\n'2024-02-29T12:30'\n'2024-02-29 12:30:45.123'\n'2024-02-29T12:30:45+02:00'\n'2024-02-29T12:30:45Z'\n'2024'\n'x'\n'2024-02-29T24:00'\n''",
    "iso_time": "'12'\n'12:30'\n'123045'\n'12:30:45.123456'\n'12:30:45,5'\n'12:30+01:00'\n'25:00'\n'T12:00'\n'1'",
    "ordinal": "1\n0\n730000\n53\n52\n10**8\n-1",
    "stamp": "0\n1.5\n-1\n1e9\n1709209845.678901\n1e20\n0.1",
}

DECIMALS = {
    "imports": "from decimal import *\nfrom fractions import Fraction\nimport math",
    "start": """
        <number> <operator> <number>
        <number> <operator> <number>
        <number>.<unary>()
        <number>.<binary>(<number>)
        <number>.quantize(Decimal(<exponent>)<rounding>)
        format(<number>, <spec>)
        round(<number>, <small>)
        round(<number>)
        int(<number>), float(<number>), str(<number>)
        <number> <comparison> <number>
        <number> <comparison> <plain>
        hash(<number>) == hash(<plain>)
        <number>.as_tuple()
        <number>.to_eng_string()
        divmod(<number>, <number>)
        <number>.is_<property>()
        Decimal(<plain>)
        Decimal(<text>)
        Fraction(<plain>)
        Fraction(<plain>, <whole>)
        Fraction(<fraction_text>)
        <fraction> <operator> <fraction>
        <fraction> <operator> <plain>
        <fraction> <comparison> <fraction>
        <fraction>.limit_denominator(<limit>)
        round(<fraction>, <small>), math.floor(<fraction>), math.ceil(<fraction>)
        format(<fraction>, <spec>)
        !with localcontext() as context: ;;     context.prec = <limit> ;;     print(<number> / <number>, +<number>)
        !with localcontext(prec=<limit>, rounding=<mode>): ;;     print(<number> * <number>, <number>.sqrt())
        """,
    "number": "Decimal(<text>)\nDecimal(<text>)\nDecimal(<digit>)",
    "text": "'0'\n'1'\n'-1'\n'1.10'\n'3.14159'\n'1E+5'\n'1e-7'\n'-0.00'\n'NaN'\n'Infinity'\n'-Inf'\n'123456789012345678901234567890'\n'0.1'\n'2.5'\n'1e400'\n'9.999'\n'x'\n'1_000'",
    "operator": "+\n-\n*\n/\n//\n%",
    "comparison": "<\n==\n>=\n!=",
    "unary": "sqrt\nln\nlog10\nexp\nnormalize\nto_integral_value\nto_integral_exact\nadjusted\nnext_plus\nnext_minus\nlogb\ncopy_abs\nas_integer_ratio\ncanonical\nradix\nnumber_class",
    "binary": "compare\nmax\nmin\nremainder_near\nscaleb\nshift\nrotate\ncompare_total\nsame_quantum\ncopy_sign\nnext_toward\nmax_mag",
    "exponent": "'0.01'\n'1'\n'1e2'\n'0.000'\n'1e-30'",
    "rounding": "\n\n, <mode>\n, rounding=<mode>",
    "mode": "ROUND_UP\nROUND_DOWN\nROUND_HALF_UP\nROUND_HALF_EVEN\nROUND_CEILING\nROUND_FLOOR\nROUND_HALF_DOWN\nROUND_05UP",
    "spec": "'.2f'\n''\n'10'\n'>12.3e'\n',.1f'\n'+'\n'08.2f'\n'%'\n'.3g'\n'_'\n'x'\n'E'\n'n'",
    "property": "nan\nzero\nsigned\nfinite\ninfinite\nnormal\nsnan\nsubnormal",
    "plain": "0\n1\n-3\n0.5\n2.5\n10**20\nTrue\n1e300\n'1.5'\nfloat('nan')\nNone",
    "fraction": "Fraction(1, 3)\nFraction(-7, 2)\nFraction(0)\nFraction(5)\nFraction(22, 7)\nFraction(<small>, <small>)\nFraction(10**20, 3)",
    "fraction_text": "'1/3'\n' -2/4 '\n'0.125'\n'1e-3'\n'1/0'\n'a'\n'3'\n'1_0/2'",
    "limit": "1\n3\n10\n50\n0\n28",
}

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
        list(it.permutations(<items><size>))[:12]
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

BUFFERS = {
    "imports": "",
    "start": """
        !b = bytearray(<data>) ;; b<change> ;; show(b)
        !b = bytearray(<data>) ;; b<change> ;; b<change> ;; show(b)
        !b = bytearray(<data>); m = memoryview(b) ;; m<view_change> ;; show(b)
        !b = bytearray(<data>); m = memoryview(b) ;; b<change> ;; show(bytes(m))
        memoryview(<data>)[<slice>].tolist()
        memoryview(<data>).cast('<code>').tolist()
        memoryview(<data>).cast('<code>')<attribute>
        memoryview(<data>)<attribute>
        memoryview(<data>) == <data>
        bytes(memoryview(<data>)[<slice>])
        memoryview(bytes(12)).cast('B', [<digit>, <digit>]).tolist()
        <data>[<slice>], <data>[<index>]
        <data>.<search>(<part>, <index>)
        <data>.<search>(<small>)
        <data> + <data>, <data> * <small>
        <data> <comparison> <data>
        <part> in <data>, <small> in <data>
        <data>.split(<part>, <small>), <data>.rsplit(None, 1)
        <data>.<align>(<digit>, <part>)
        <data>.translate(<table>, <part>)
        bytes.maketrans(<data>, <data>)[95:105]
        <data>.<trim>(<part>)
        <data>.replace(<part>, <part>, <small>)
        <data>.decode(<codec>, <errors>)
        (<word> + '\\udc80é').encode(<codec>, <errors>)
        <data>.<plain>()
        b'%b|%5d|%-4x|%s' % (<part>, <small>, <digit>, <data>)
        bytes(<source>), bytearray(<source>)
        int(<data>, <base>)
        """,
    "data": "b''\nb'abc'\nb'hello world'\nbytes(range(8))\nbytearray(b'xyzxyz')\nb'a,b,,c'\nb'\\xff\\x00\\xc3\\xa9'\nb'12'\nb'AbC dEf'",
    "part": "b''\nb'a'\nb'l'\nb','\nb'xy'\nbytearray(b'z')\n'a'\n97\nb' '",
    "change": "[<index>] = <byte>\n[<slice>] = <source>\n.append(<byte>)\n.extend(<source>)\n.insert(<index>, <byte>)\n.pop(<index>)\n.remove(<byte>)\n.reverse()\n.clear()\n.__delitem__(slice(<small>, <small>))\n.__imul__(<small>)\n.__iadd__(<data>)",
    "view_change": "[<index>] = <byte>\n[<slice>] = <data>\n[:3] = b'ABC'\n.release()\n[0:1] = <part>",
    "byte": "0\n65\n255\n256\n-1\n'a'\n97",
    "index": "0\n1\n-1\n5\n100\n-3",
    "slice": ":\n1:\n:2\n::2\n::-1\n1:3\n-2:\n2:2\n4:1",
    "source": "b'ZZ'\n[1, 2, 3]\nb''\nrange(3)\n(65, 300)\n3\n'x'\n[b'a']\nmemoryview(b'mm')",
    "code": "b\nB\nh\nH\ni\nI\nq\nd\nf\nc\n?\nz",
    "attribute": ".nbytes\n.format\n.shape\n.readonly\n.itemsize\n.hex()\n.strides\n.ndim\n.tobytes()\n.contiguous\n.toreadonly().readonly",
    "search": "find\nrfind\nindex\ncount\nstartswith\nendswith\nrindex",
    "comparison": "<\n==\n>=\n!=",
    "align": "center\nljust\nrjust",
    "table": "None\nbytes(range(256))\nbytes(256)\nb'x'",
    "trim": "strip\nlstrip\nrstrip\nremoveprefix\nremovesuffix\npartition\nrpartition",
    "codec": "'utf-8'\n'ascii'\n'latin-1'\n'utf-16'\n'utf-8-sig'\n'utf-32-be'\n'cp1252'\n'nope'\n'raw_unicode_escape'",
    "errors": "'strict'\n'replace'\n'ignore'\n'backslashreplace'\n'surrogateescape'\n'xmlcharrefreplace'\n'namereplace'\n'surrogatepass'",
    "plain": "upper\nlower\ntitle\nswapcase\ncapitalize\nisalpha\nisdigit\nisspace\nistitle\nsplitlines\nexpandtabs\nhex",
    "base": "10\n2\n16\n36\n0\n1",
}

NUMBERS = {
    "imports": "import math, cmath, random, statistics",
    "start": """
        math.<one>(<real_or_int>)
        math.<one>(<real_or_int>)
        math.<two>(<real_or_int>, <real_or_int>)
        math.<whole_two>(<whole>, <digit>)
        math.factorial(<small>)
        math.isclose(<real>, <real>)
        math.<many>([<real_or_int>, <real_or_int>, <small>])
        math.gcd(<whole>, <whole>), math.lcm(<small>, <digit>)
        math.hypot(<real>, <small>), math.dist([1, 2], [<small>, <real>])
        cmath.<complex_one>(<complex_value>)
        <complex_value> <operator> <complex_value>
        complex(<complex_text>)
        float(<float_text>)
        int(<int_text>, <base>)
        int(<int_text>)
        (<real>).hex(), (<real>).as_integer_ratio()
        float.fromhex(<hex_text>)
        (<real>).is_integer(), hash(<real>)
        round(<real>, <small>), round(<whole>, -<digit>)
        <real> <operator> <real_or_int>
        <whole> <int_operator> <whole>
        pow(<whole>, <digit>, <whole>), divmod(<real_or_int>, <real_or_int>)
        f'{<real>:<float_spec>}', f'{<whole>:<int_spec>}'
        '%<percent>' % <real_or_int>
        !random.seed(<seed>) ;; print(random.<draw>, random.<draw>)
        !r = random.Random(<seed>) ;; print(r.<draw>, r.<draw>, r.getrandbits(<digit>))
        statistics.<average>([<real_plain>, <small>, <digit>, <digit>])
        <real> <comparison> <whole>
        math.sumprod([<small>, <real>], [<digit>, <small>])
        sum([<real>, <real>, <small>]), sum([0.1] * <digit>)
        """,
    "real_or_int": "<real>\n<real>\n<whole>\n<small>",
    "real_plain": "1.5\n2.25\n-3.0\n10.0",
    "one": "sqrt\nexp\nlog\nlog2\nlog10\nsin\ncos\ntan\natan\nasin\nfloor\nceil\ntrunc\nfabs\nisqrt\ndegrees\nradians\nexp2\nexpm1\nlog1p\ncbrt\nfrexp\nmodf\nulp\nisfinite\nisnan\nisinf\ntanh\nsinh\nerf\ngamma\nlgamma",
    "two": "pow\nfmod\natan2\ncopysign\nremainder\nnextafter\nlog\nhypot\nldexp",
    "whole_two": "comb\nperm\nldexp",
    "many": "fsum\nprod",
    "complex_one": "sqrt\nexp\nlog\nphase\npolar\nisnan\nsin\nacos\nisfinite",
    "complex_value": "1j\n(1+2j)\n-3.5j\n0j\ncomplex(<real>, <real>)\ncomplex('nan')\n(2-1j)",
    "complex_text": "'1+2j'\n' -j '\n'1e3-4.5e-2j'\n'(3)'\n'nanj'\n'1 + 2j'\n'inf-infj'\n''",
    "float_text": "'1_000.5'\n' inf '\n'-nan'\n'1e'\n'.5'\n'5.'\n'1__0'\n'infinity'\n'١٢'\n'0x1p3'\n'1e-400'\n'179769313486231580793e289'",
    "int_text": "'0x1F'\n'-0b101'\n'0o17'\n'12_3'\n' 42 '\n'z'\n'_1'\n'1__2'\n'٣٤'\n''\n'+'\n'0'\n'077'\n'99999999999999999999'",
    "hex_text": "'0x1.8p1'\n'-0x.8'\n'inf'\n'0x1p-1080'\n'1.f'\n'0x1p2000'\n'g'\n'0x1.fffffffffffff8p0'",
    "base": "0\n2\n8\n10\n16\n36\n37\n1",
    "operator": "+\n-\n*\n/\n**",
    "int_operator": "+\n-\n*\n//\n%\n&\n|\n^\n/",
    "comparison": "<\n==\n>",
    "float_spec": ".0f\n.3e\ng\n.10g\n010.2f\n+.1%\n,.2f\n_.3f\n#.0f\nz.0f\n\n>20\n.17g\nn\n20.15G",
    "int_spec": "d\n,\n_x\n#b\n+o\n08d\n^20\n*>15,\ne\n.2f\nc\n%\n#X\nn\n_b",
    "percent": "d\n.3f\ne\n10.2g\nx\n+d\n-8.1f|\n05d\ns\nr\n#o\n.0e\nc",
    "seed": "0\n1\n42\n'text'\n2**70\n-3\n1.5\nb'x'",
    "draw": "random()\nrandrange(10)\nrandint(1, 100)\nchoice('abc')\nsample(range(20), 4)\nuniform(1, 5)\ngauss(0, 1)\nchoices([1, 2, 3], k=4)\nchoices('ab', [1, 9], k=3)\nbetavariate(1, 2)\nexpovariate(2)\ntriangular(0, 1)\nrandbytes(3)\nnormalvariate(0, 1)\nsample([1, 2, 3], 2, counts=[2, 1, 1])\nlognormvariate(0, 1)\nvonmisesvariate(0, 4)\ngammavariate(2, 1)\nbinomialvariate(9, 0.5)",
    "average": "mean\nmedian\nmode\nstdev\nvariance\nfmean\npstdev\nmedian_low\nmultimode\nquantiles\nharmonic_mean\ngeometric_mean",
}

TEXTS = {
    "imports": "import string, textwrap, unicodedata, difflib, fnmatch, html, reprlib, pprint, ast, keyword\nfrom urllib.parse import quote, unquote, urlencode, urljoin, urlsplit, parse_qs, quote_plus, parse_qsl",
    "start": """
        <template>.format(<argument>, <argument>, k=<argument>)
        <template>.format(<argument>)
        <template>.format_map({'k': <argument>})
        list(string.Formatter().parse(<template>))
        string.Template(<dollar>).safe_substitute(a=<small>, b=<word>)
        string.Template(<dollar>).substitute(a=<small>)
        string.capwords(<long>)
        textwrap.<wrap>(<long>, <width>)
        textwrap.fill(<long>, width=<width>, <wrap_option>)
        textwrap.dedent('  a\\n    b\\n  c\\n'), textwrap.indent('a\\n\\nb', <word>)
        textwrap.shorten(<long>, <width>)
        unicodedata.normalize(<form>, <str>)
        [unicodedata.<property>(c) for c in <str>]
        unicodedata.name(<character>, None)
        list(difflib.unified_diff(<lines>, <lines>, lineterm=''))
        difflib.get_close_matches(<word>, ['abc', 'ab', 'zz', 'abd'])
        difflib.SequenceMatcher(None, <long>, <long>).ratio()
        fnmatch.fnmatchcase(<name>, <glob>)
        html.escape(<markup>), html.unescape(<markup>)
        quote(<long>), unquote(<encoded>), quote_plus(<long>)
        urlsplit(<url>)
        urljoin(<url>, <url>)
        urlencode({'a': <small>, 'b': <word>})
        parse_qs(<query>), parse_qsl(<query>, keep_blank_values=True)
        pprint.pformat(<data>, width=<width>)
        reprlib.repr(<data>)
        ast.literal_eval(<literal>)
        ast.unparse(ast.parse(<code>))
        ast.dump(ast.parse(<code>, mode='eval'))
        <long>.translate(str.maketrans(<word>, <word>))
        <long>.<split>(<separator>)
        <long>.splitlines(), <long>.title(), <long>.swapcase()
        <str>.isidentifier(), keyword.iskeyword(<word>)
        eval(<code>)
        """,
    "template": """
        '{}'
        '{0} {1} {0}'
        '{k!r:>10}'
        '{:{}}'
        '{0[0]} {0[a]}'
        '{0.real}'
        '{{}} {}'
        '{0:{k}}'
        '{'
        '}'
        '{0!x}'
        '{:>8}|{:<8}|'
        '{k}'
        '{0.__class__.__name__}'
        '{:d}'
        '{:.3}'
        '{0[}'
        '{!s:^9}'
        '{:,}'
        '{0:{1}}'
        '{a.b}'
        '{} {0}'
        """,
    "argument": "<small>\n<word>\n<real>\n[1, 2]\n{'a': 1}\nNone\n'>5'\n'10'\n5\n1j",
    "dollar": "'$a $b'\n'${a}x$$'\n'$'\n'$c'\n'${'\n'$A$a'\n'a$1'",
    "long": "'the quick brown fox jumps'\n'a-b c--d  e'\n'  lead and  double  spaces '\n'line one\\nline two\\n\\nthree'\n'word'\n''\n'supercalifragilistic x'\n'é ß İ ǆ'\n\"it's o'neil\"",
    "wrap": "wrap\nfill\nwrap",
    "width": "1\n5\n10\n20\n0\n80",
    "wrap_option": "initial_indent='* '\nbreak_long_words=False\nmax_lines=2\nsubsequent_indent='  '\ndrop_whitespace=False\nexpand_tabs=False\nfix_sentence_endings=True\nplaceholder='..', max_lines=1",
    "form": "'NFC'\n'NFD'\n'NFKC'\n'NFKD'\n'X'",
    "property": "category\nbidirectional\ncombining\nnumeric\ndecimal\nmirrored\neast_asian_width\ndecomposition\nname",
    "character": "'a'\n'é'\n'😀'\n'\\n'\n'日'\n'½'\n'ab'",
    "lines": "['a', 'b', 'c']\n['a', 'x', 'c']\n[]\n['b', 'c', 'd', 'e']\n['a']",
    "name": "'abc.txt'\n'a'\n'[x]'\n'file12'\n''",
    "glob": "'*.txt'\n'a*'\n'[[]x]'\n'file[0-9][!a]'\n'?'\n'*'\n'[a'",
    "markup": "'<a href=\"x\">&amp;'\n'&lt;&#65;&#x42;&nosuch;&eacute'\n\"'&quot;\"\n'&notit; &#0; &#128;'",
    "encoded": "'a%20b'\n'%C3%A9'\n'%zz'\n'a+b'\n'%'\n'%ff'",
    "url": "'http://user:pw@host:80/p/a;x?q=1#f'\n'../up'\n'//h/x'\n'path/to'\n''\n'mailto:a@b'\n'?q'\n'http://[::1]/'\n'http://h/a/b/c'\n'g;x=1/../y'",
    "query": "'a=1&b=2'\n'a=1&a=2&c'\n'x=%20&y=+'\n''\n'a==b&&c='",
    "data": "list(range(30))\n{'a': [1, 2, {'b': (1,)}], 'c': 'x' * 30}\n['long text here'] * 4\n{1: {2: {3: {4: 5}}}}\n'a' * 90\n[[[[[[[1]]]]]]]\n({'k'}, None, 1.5)\nb'bytes' * 9",
    "literal": "'[1, (2, 3), {\"a\": None}]'\n'1 + 2j'\n'-5'\n'a'\n'{1, 2}'\n'f(1)'\n'\"x\" \"y\"'\n' 1'\n'1 +'\n'[1, *[2]]'",
    "code": """
        '1 + 2 * 3'
        'a if b else c'
        '[x for x in y if x]'
        'lambda x, *a, y=1, **k: x'
        'f(a, *b, c=1, **d)'
        '-x ** 2'
        '(a, b)[0]'
        'a < b <= c'
        "f'{x!r:>{w}} {{}}'"
        'not (a and b) or c'
        '{1: 2, **d}'
        'x[1:2, ::3]'
        'a.b.c(d)'
        '(yield)'
        'await x'
        '1 +'
        "'a' 'b'"
        'x := 1'
        '(x := 1)'
        '[1, 2, 3][-1] ** 2'
        'sum(i for i in range(4))'
        '"%s" % 5'
        """,
    "split": "split\nrsplit\npartition\nrpartition",
    "separator": "' '\n'o'\n'-'\n'  '\n''\n'th'",
}

AREAS = {
    "regular expressions": REGULAR, "json": JSON, "packing": PACKING, "times": TIMES, "decimals": DECIMALS,
    "iteration": ITERATION, "classes": CLASSES, "buffers": BUFFERS, "numbers": NUMBERS, "texts": TEXTS,
}
