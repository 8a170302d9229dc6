"""The grammars of numbers, times, and binary data."""

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
    "data": "b''\nb'\\x00'\nb'\\xff\\x7f'\nb'abcd'\nbytes(range(8))\nbytes(4)\nb'12345678'\nb'hello world'\nbytearray(b'xyz')",
    "order": "'big'\n'little'",
    "slice": ":\n1:\n::-1\n::2\n-2:",
    "encode": "b64encode\nb32encode\nb16encode\nurlsafe_b64encode\nb85encode\na85encode\nb32hexencode",
    "decode": "b64decode\nb32decode\nb16decode\nurlsafe_b64decode\nb85decode\na85decode",
    "text": "b'aGVsbG8='\n'aGVsbG8'\nb'NBSWY3DP'\nb'6162'\n'a'\nb'!!!!'\nb'aG Vs bG8='\nb'87cURD]j'\n''",
    "separator": "':'\n'-'\nb'.'\n'ab'\n'é'",
    "hex": "'6162'\n'61 62 63'\n'6'\n'xy'\n' 0a 0B '\n''\n'6 1'",
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
