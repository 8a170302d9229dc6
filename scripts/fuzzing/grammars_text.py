"""The grammars of texts and of formats that are written as text."""

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
