"""Gives CPython the virtual clock that `minipy --clock virtual` has.

Put this folder on PYTHONPATH and CPython's event loop never waits: when nothing is ready, its clock jumps to the
next timer. Each reading moves the clock on by a nanosecond, so that no two timers share a deadline and CPython's
heap keeps the order in which they were set, as it does with a real clock. Before a jump, other threads get a moment (no
longer than the jump) in which to say that they have something for the loop.
"""

import selectors
import sys
import time

_now = 1_000_000.0


def _read():
    global _now
    _now += 1e-9
    return _now


def _sleep(seconds):
    global _now
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    _now += seconds


_select = selectors.DefaultSelector.select


def _virtual_select(self, timeout=None):
    global _now
    if timeout is None or timeout <= 0:
        return _select(self, timeout)
    threading = sys.modules.get("threading")
    ready = _select(self, min(timeout, 0.05) if threading and threading.active_count() > 1 else 0)
    if not ready:
        _now += timeout
    return ready


time.time = time.monotonic = time.perf_counter = _read
time.sleep = _sleep
selectors.DefaultSelector.select = _virtual_select
