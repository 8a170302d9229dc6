"""Runs many programs in one process of an interpreter, and takes apart what they print."""

import re
import resource
import signal
import subprocess
import tempfile

from conformance import VIRTUAL_CLOCK, base_environment

ADDRESS = re.compile(r" at 0x[0-9a-f]+")
MARK = re.compile("\x1e(-?\\d+)\x1e\n")
SET = re.compile(r"\{([^{}:]*['\"][^{}:]*)\}")

# CPython cancels the tasks of a set, at the end of `asyncio.run` and in a group that fails, in the order of their
# addresses. Here it is the order in which they were made.
CREATION_ORDER = """
import asyncio
class Ordered(dict):
    def add(self, item): self[item] = None
    def discard(self, item): self.pop(item, None)
def in_order(loop=None):
    return [task for task in list(asyncio.tasks._scheduled_tasks) if task.get_loop() is loop and not task.done()]
def make_group(self, make=asyncio.TaskGroup.__init__):
    make(self)
    self._tasks = Ordered()
asyncio.tasks._scheduled_tasks.data = Ordered()
asyncio.tasks.all_tasks, asyncio.TaskGroup.__init__ = in_order, make_group
"""

HARNESS = """
import sys
KEPT = []
for number, text in PROGRAMS:
    print(f'\\x1e{number}\\x1e', flush=True)
    try:
        exec(compile(text, 'program', 'exec'), {'__name__': 'program', 'kept': KEPT})
    except BaseException as error:
        print('uncaught', type(error).__name__, error)
print('\\x1e-1\\x1e')
"""


class Interpreter:
    """A command that runs Python programs, on the virtual clock."""

    def __init__(self, command, variables=(), preparation=""):
        self.command = command
        self.preparation = preparation
        self.environment = base_environment() | dict(variables)

    @staticmethod
    def cpython(path, hash_seed=0):
        variables = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": str(hash_seed), "PYTHONPATH": str(VIRTUAL_CLOCK)}
        return Interpreter([path, "-X", "utf8"], variables, CREATION_ORDER)

    @staticmethod
    def minipy(path, stress=False):
        return Interpreter([path, "--clock", "virtual"], {"MINIPY_GC": "stress"} if stress else {})

    def outputs(self, programs, timeout=20):
        """The output of each program, {number: text}. A program that crashes or hangs has that as its output."""
        results = {}
        waiting = list(programs.items())
        while waiting:
            text, end = self.run(waiting, timeout)
            parts = MARK.split(text)
            begun = list(zip(map(int, parts[1::2]), parts[2::2]))
            for number, output in begun:
                if number >= 0:
                    results[number] = SET.sub(sort_set, ADDRESS.sub(" at 0x", output))
            if begun and begun[-1][0] == -1:
                break
            culprit = begun[-1][0] if begun else waiting[0][0]
            results[culprit] = results.get(culprit, "") + f"\n<{end}>"
            waiting = waiting[[number for number, _ in waiting].index(culprit) + 1 :]
        return results

    def run(self, programs, timeout):
        """Runs the programs one after the other; gives the output and how it ended. What counts is the processor's time:
        the machine may be busy."""

        def limit():
            resource.setrlimit(resource.RLIMIT_CPU, (timeout, timeout + 1))

        with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
            file.write(f"{self.preparation}PROGRAMS = {programs!a}\n{HARNESS}")
            file.flush()
            try:
                done = subprocess.run(self.command + [file.name], env=self.environment, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=timeout * 10, preexec_fn=limit)
                ended = done.returncode not in (-signal.SIGXCPU, -signal.SIGKILL)
                output, end = done.stdout, f"exit status {done.returncode}" if ended else "does not end"
            except subprocess.TimeoutExpired as expired:
                output, end = expired.stdout or b"", "does not end"
        return output.decode("utf-8", "replace"), end


def sort_set(display):
    """A set of strings, the order of which depends on their hashes, in alphabetical order."""
    return "{" + ", ".join(sorted(display[1].split(", "))) + "}"
