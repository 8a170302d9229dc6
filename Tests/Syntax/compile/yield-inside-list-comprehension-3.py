from __future__ import annotations
def f(a: [(yield) for x in y]): pass
