"""A soak: a million tasks of mixed kinds in one program. Counts must add up, and memory must come back.

    minipy --clock virtual Benchmarks/soak.py             a million tasks in ten minutes of virtual time
    minipy Benchmarks/soak.py --seconds 60                in one minute of real time
    python3.13 Benchmarks/soak.py --seconds 60            any Python runs it

Prints what was done by kind, and at the end "all counts add up"; the figures of memory and time go to standard error.
The exit status is 1 when something is lost, or when the memory at the end (after the first tenth: the state that it
should return to) has grown by more than --tolerance.
"""

import argparse
import asyncio
import contextvars
import gc
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor

number_of = contextvars.ContextVar("number_of", default=None)


class Soak:
    """Starts tasks at a steady rate and counts what becomes of them."""

    def __init__(self, tasks, seconds, seed=1):
        self.wanted, self.seconds = tasks, seconds
        self.random = random.Random(seed)
        self.started = 0  # of the tasks that are wanted
        self.made = self.ended = 0  # of all, those made inside of others among them
        self.begun = {}
        self.passed = {}
        self.problems = []
        self.balance = 0  # changed under locks only
        self.put = self.got = 0
        self.memory = []

    # What runs.

    async def run(self):
        self.loop = asyncio.get_running_loop()
        self.locks = [asyncio.Lock() for _ in range(8)]
        self.semaphore = asyncio.Semaphore(50)
        self.queue = asyncio.Queue(100)
        self.condition = asyncio.Condition()
        self.pool = ThreadPoolExecutor(4)
        kinds = [self.sleeps, self.queues, self.locks_, self.cancels, self.gathers, self.times_out, self.waits_for,
                 self.groups, self.shields, self.generates, self.notifies, self.passes_semaphore, self.fails]
        consumer = asyncio.create_task(self.consume())
        steps = max(10, int(self.seconds * 10))
        start = self.loop.time()
        for step in range(steps):
            due = self.wanted * (step + 1) // steps
            while self.started < due:
                self.started += 1
                # Threads are a hundred times as expensive as tasks.
                kind = self.in_executor if self.random.random() < 0.002 else self.random.choice(kinds)
                self.begun[kind.__name__] = self.begun.get(kind.__name__, 0) + 1
                self.task(self.checked(kind))
            if step % max(1, steps // 10) == steps // 10 - 1 or step == steps - 1:
                self.note_memory()
            await asyncio.sleep(max(0, start + self.seconds * (step + 1) / steps - self.loop.time()))
        while self.ended < self.made:
            await asyncio.sleep(0.1)
        await self.queue.join()
        consumer.cancel()
        await asyncio.wait([consumer])
        self.pool.shutdown()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        if left:
            self.problems.append(f"{len(left)} tasks are left")

    def task(self, coroutine):
        self.made += 1
        task = asyncio.create_task(coroutine)
        task.add_done_callback(self.one_ended)
        return task

    def one_ended(self, task):
        self.ended += 1
        if not task.cancelled() and (error := task.exception()) is not None and not isinstance(error, Expected):
            self.problems.append(repr(error))

    async def checked(self, kind):
        await kind(self.nap())
        self.passed[kind.__name__] = self.passed.get(kind.__name__, 0) + 1

    def nap(self):
        return self.random.choice((0, 0.001, 0.01, 0.05, self.random.random() / 4))

    def expect(self, condition, what):
        if not condition:
            self.problems.append(what)

    def note_memory(self):
        gc.collect()
        self.memory.append(resident_bytes())

    # The kinds of tasks.

    async def sleeps(self, nap):
        self.expect(await asyncio.sleep(nap, nap) == nap, "sleep's result")

    async def queues(self, nap):
        self.put += 1
        await self.queue.put(nap)

    async def consume(self):
        while True:
            await self.queue.get()
            self.got += 1
            self.queue.task_done()

    async def locks_(self, nap):
        async with self.random.choice(self.locks):
            self.balance += 1
            await asyncio.sleep(nap / 100)
            self.balance -= 1

    async def cancels(self, nap):
        task = self.task(asyncio.sleep(1000))
        await asyncio.sleep(nap)
        self.expect(task.cancel(), "cancel")
        try:
            await task
        except asyncio.CancelledError:
            pass
        self.expect(task.cancelled(), "cancelled")

    async def gathers(self, nap):
        results = await asyncio.gather(*[self.task(asyncio.sleep(nap * part, part)) for part in range(3)])
        self.expect(results == [0, 1, 2], "results of gather")

    async def times_out(self, nap):
        try:
            async with asyncio.timeout(nap):
                await asyncio.sleep(1000)
            self.problems.append("no timeout")
        except TimeoutError:
            pass

    async def waits_for(self, nap):
        self.expect(await asyncio.wait_for(asyncio.sleep(nap, "in time"), 1000) == "in time", "wait_for")

    async def groups(self, nap):
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(asyncio.sleep(1000))
                group.create_task(self.fails_later(nap))
            self.problems.append("no exception group")
        except* Expected as errors:
            self.expect(len(errors.exceptions) == 1, "errors of a group")

    async def fails_later(self, nap):
        await asyncio.sleep(nap)
        raise Expected

    async def shields(self, nap):
        inner = self.task(asyncio.sleep(nap, "kept"))
        outer = asyncio.shield(inner)
        self.loop.call_soon(outer.cancel)
        try:
            await outer
        except asyncio.CancelledError:
            pass
        self.expect(await inner == "kept", "shield")

    async def generates(self, nap):
        async def numbers():
            try:
                for number in range(4):
                    yield number
                    await asyncio.sleep(nap / 4)
            finally:
                await asyncio.sleep(0)

        number_of.set(nap)
        self.expect([number async for number in numbers()] == [0, 1, 2, 3], "async generator")
        self.expect(number_of.get() == nap, "context variable")

    async def notifies(self, nap):
        async with self.condition:
            self.condition.notify_all()
            self.loop.call_later(nap, self.loop.create_task, self.notify())
            await self.condition.wait()

    async def notify(self):
        async with self.condition:
            self.condition.notify_all()

    async def passes_semaphore(self, nap):
        async with self.semaphore:
            await asyncio.sleep(nap / 100)

    async def fails(self, nap):
        try:
            await self.task(self.fails_later(nap))
        except Expected:
            return
        self.problems.append("no exception")

    async def in_executor(self, nap):
        total = await self.loop.run_in_executor(self.pool, sum, range(100))
        self.expect(total == 4950, "executor")

    # The end.

    def report(self, tolerance):
        for name in sorted(self.begun):
            if self.begun[name] != self.passed.get(name):
                self.problems.append(f"{name}: {self.begun[name]} begun, {self.passed.get(name)} ended well")
            print(f"{name:18} {self.begun[name]}")
        self.expect(self.made == self.ended, f"{self.made} tasks made, {self.ended} ended")
        self.expect(self.put == self.got, f"{self.put} items put, {self.got} got")
        self.expect(self.balance == 0, f"balance {self.balance}")
        self.expect(self.queue.empty() and not any(lock.locked() for lock in self.locks), "locks and queue")
        self.note_memory()
        before, after = self.memory[0], self.memory[-1]
        if before and after > before * (1 + tolerance):
            self.problems.append(f"memory grew from {before >> 20} to {after >> 20} MB")
        for problem in self.problems[:20]:
            print("PROBLEM", problem)
        print(f"{self.started} tasks, {self.made - self.started} inside of them;", f"{len(self.problems)} problems" if self.problems else "all counts add up")
        print("resident MB by tenths:", *[size >> 20 for size in self.memory], file=sys.stderr)
        return not self.problems


class Expected(Exception):
    pass


def resident_bytes():
    """The memory of this process, or 0 where it can't be told."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * 4096
    except OSError:
        return 0


def soak(tasks, seconds, tolerance):
    """Runs it; whether all is well."""
    run = Soak(tasks, seconds)
    asyncio.run(run.run())
    return run.report(tolerance)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tasks", type=int, default=1_000_000, help="how many (1000000)")
    parser.add_argument("--seconds", type=float, default=600, help="of the loop's time (600)")
    parser.add_argument("--tolerance", type=float, default=0.2, help="by how much memory may grow (0.2)")
    options = parser.parse_args()
    start, cpu = time.perf_counter(), time.process_time()
    well = soak(options.tasks, options.seconds, options.tolerance)
    print(f"{time.perf_counter() - start:.0f} s of the loop, {time.process_time() - cpu:.0f} s of the processor", file=sys.stderr)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
