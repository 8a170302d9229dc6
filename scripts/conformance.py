"""What scripts share, scripts/make-expected and scripts/run-conformance above all: the conformance programs, how one is
run, what is compared, and where minipy and CPython are.

A program is a file under Tests/Conformance with its expected output beside it:

    name.mpy      the program; comment lines at its top may say how it is run (see `Case.read_header`)
    name.out      its standard output
    name.err      its standard error, as compared (absent when empty or not compared)
    name.status   its exit status (absent when 0)

The samples are programs too; their expected output lies under Tests/Fixtures. Tests/ConformanceTests does the same
in Swift (Case.swift); the two must agree.
"""

import copy
import os
import pathlib
import re
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
VIRTUAL_CLOCK = ROOT / "scripts" / "virtual-clock"
FRAME = re.compile(r'  File "([^"]*)", line \d+')
HEADER = re.compile(r"# (stderr|clock|args|stdin|options|env): (.*)")


class Case:
    """One program, how it is run, and where its expected output lies."""

    def __init__(self, program, expected, stderr="last", clock="real"):
        self.program = program
        self.expected = expected  # path without a suffix
        self.stderr = stderr  # last: the last line; whole: all but library frames; none: not compared
        self.clock = clock  # real, virtual, both (see `all_cases`)
        self.args = []
        self.stdin = ""
        self.options = []
        self.env = []  # NAME=VALUE, or NAME for a variable that is not to be there
        self.has_both_clocks = False
        self.is_again = False  # the second run of a program for both clocks
        self.read_header()

    def on_each_clock(self):
        """The case itself; for a program that says `# clock: both`, one on the real clock and one on the virtual."""
        if self.clock != "both":
            return [self]
        real, virtual = copy.copy(self), copy.copy(self)
        real.clock, virtual.clock = "real", "virtual"
        real.has_both_clocks = virtual.has_both_clocks = True
        virtual.is_again = True
        return [real, virtual]

    @property
    def name(self):
        return str(self.program.relative_to(ROOT)) + (" (virtual clock)" if self.is_again else "")

    def read_header(self):
        """Reads `# stderr: whole`, `# clock: both`, `# args: a b`, `# stdin: text`, `# options: -O -W error`,
        `# env: NAME=VALUE OTHER` from the program's first lines."""
        with open(self.program, "rb") as file:
            for raw in file:
                match = HEADER.fullmatch(raw.decode("utf-8", "replace").rstrip("\n"))
                if not match:
                    return
                key, value = match.groups()
                if key in ("args", "options", "env"):
                    setattr(self, key, value.split(" "))
                elif key == "stdin":
                    self.stdin = value.replace("\\n", "\n")
                else:
                    setattr(self, key, value)

    def expected_result(self):
        """The expected (status, output, error)."""

        def read(suffix, absent):
            path = self.expected.with_name(self.expected.name + suffix)
            return path.read_bytes().decode("utf-8", "replace") if path.exists() else absent

        return int(read(".status", "0")), read(".out", None), read(".err", "")

    def run(self, command, environment, timeout):
        """Runs the program; gives (status, output, compared error), or None when it did not end in time."""
        environment = dict(environment)
        for setting in self.env:
            name, equals, value = setting.partition("=")
            environment.pop(name, None)
            if equals:
                environment[name] = value
        try:
            done = subprocess.run(
                command + self.options + [str(self.program)] + self.args,
                cwd=self.program.parent,
                env=environment,
                input=self.stdin.encode(),
                capture_output=True,
                timeout=timeout,
            )
        except subprocess.TimeoutExpired:
            return None
        return (
            done.returncode,
            done.stdout.decode("utf-8", "replace"),
            self.compared_error(done.stderr.decode("utf-8", "replace")),
        )

    def compared_error(self, text):
        """The part of standard error that is compared, with the program's folder taken out of its paths."""
        if self.stderr == "none":
            return ""
        if self.stderr == "last":
            lines = text.splitlines()
            return lines[-1].replace(f"{self.program.parent}/", "") + "\n" if lines else ""
        kept, dropping = [], False
        for line in text.splitlines(keepends=True):
            frame = FRAME.match(line)
            if frame:
                dropping = not frame.group(1).startswith(f"{self.program.parent}/")
            elif not line.startswith("    "):
                dropping = False
            if not dropping:
                kept.append(line.replace(f"{self.program.parent}/", ""))
        return "".join(kept)


def all_cases(patterns=()):
    """Every program, sorted by name; with patterns, those whose path contains one of them."""
    cases = [Case(path, path.with_suffix("")) for path in sorted((ROOT / "Tests" / "Conformance").rglob("*.mpy"))]
    fixtures = ROOT / "Tests" / "Fixtures"
    for path in sorted((ROOT / "samples" / "article").glob("*.py")):
        cases.append(Case(path, fixtures / "article" / path.stem, stderr="whole", clock="virtual"))
    for path in sorted((ROOT / "samples").glob("*.mpy")):
        cases.append(Case(path, fixtures / "samples" / path.stem, stderr="whole", clock="virtual"))
    for path in sorted((ROOT / "samples" / "tour").glob("*.mpy")):
        cases.append(Case(path, fixtures / "tour" / path.stem, stderr="whole", clock="both"))
    cases = [each for case in cases for each in case.on_each_clock()]
    return [case for case in cases if not patterns or any(pattern in case.name for pattern in patterns)]


def find_minipy():
    """The newest minipy that was built here, or None."""
    built = [ROOT / ".build" / kind / "minipy" for kind in ("release", "debug")]
    built = [path for path in built if path.exists()]
    return str(max(built, key=lambda path: path.stat().st_mtime)) if built else None


def find_cpython():
    """The path of a CPython 3.13, or None. Looks for python3.13, then pyenv's versions, then python3."""
    pyenv = pathlib.Path(os.environ.get("PYENV_ROOT", pathlib.Path.home() / ".pyenv"))
    names = ["python3.13", *map(str, sorted(pyenv.glob("versions/3.13.*/bin/python3"))), "python3"]
    for name in names:
        if not shutil.which(name):
            continue
        probe = "import sys; print(sys.implementation.name, *sys.version_info[:2]); print(sys.executable)"
        done = subprocess.run([name, "-c", probe], capture_output=True, text=True)
        lines = done.stdout.splitlines()
        if done.returncode == 0 and lines and lines[0] == "cpython 3 13":
            return lines[1]
    return None


def base_environment():
    """An environment in which nothing of the caller's settings changes what a program prints."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "MINIPY_", "PYENV_"))}
    environment.update(LC_ALL="C.UTF-8", COLUMNS="80", NO_COLOR="1")
    return environment


def run_cpython(python, case, timeout=60):
    """Runs a program under CPython, on the virtual clock where the program asks for it."""
    environment = base_environment()
    environment.update(PYTHONDONTWRITEBYTECODE="1", PYTHONHASHSEED="0")
    if case.clock == "virtual":
        environment["PYTHONPATH"] = str(VIRTUAL_CLOCK)
    return case.run([python, "-X", "utf8"], environment, timeout)


def run_minipy(minipy, case, stress=False, timeout=60):
    """Runs a program under minipy, under the collector's stress mode if wanted."""
    environment = base_environment()
    if stress:
        environment["MINIPY_GC"] = "stress"
    clock = ["--clock", "virtual"] if case.clock == "virtual" else []
    return case.run([minipy] + clock, environment, timeout)
