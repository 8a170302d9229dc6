"""The grammars of `library`: what is written about each area."""

from .grammars_data import BUFFERS, DECIMALS, NUMBERS, PACKING, TIMES
from .grammars_language import CLASSES, CONTAINERS, EXCEPTIONS, ITERATION, TOOLS
from .grammars_text import JSON, REGULAR, TEXTS

# Every area may use it.
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

AREAS = {
    "regular expressions": REGULAR, "json": JSON, "packing": PACKING, "times": TIMES, "decimals": DECIMALS,
    "iteration": ITERATION, "classes": CLASSES, "buffers": BUFFERS, "numbers": NUMBERS, "texts": TEXTS,
    "exceptions": EXCEPTIONS, "containers": CONTAINERS, "tools": TOOLS,
}
