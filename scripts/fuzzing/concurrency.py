"""asyncio programs for the virtual clock: tasks, gather, cancellation, queues, locks, events, timeouts, groups.

Each step writes to a log, with the loop's time (to hundredths: the virtual clocks tick differently); the logs must be
equal, so every order of wake-ups is compared. No two timers should share a deadline, and nothing may depend on the order
of a set of tasks.
"""

import contextlib

from .values import Values

HEAD = """
import asyncio
start, naps = None, 0
def nap(seconds):
    global naps
    naps += 1
    return round(seconds + naps * 0.0013 + naps ** 3 * 0.6180339887 % 1 * 0.0013, 8)  # no two sums of naps are equal
def log(*what):
    now = asyncio.get_running_loop().time() - start
    print(f'{now:.2f}', *what)
def describe(error):
    if isinstance(error, BaseExceptionGroup):
        return [type(error).__name__, error.message, [describe(e) for e in error.exceptions]]
    return type(error).__name__ + str(error)
def outcome(task):
    if not task.done(): return 'pending'
    if task.cancelled(): return 'cancelled'
    if task.exception(): return describe(task.exception())
    return task.result()
"""


class Concurrency(Values):
    def concurrency_program(self):
        self.lines.append(HEAD.strip())
        self.workers = []
        self.shared = ["lock", "event", "semaphore", "queue", "condition", "future"]
        for _ in range(self.number(2, 4)):
            self.worker()
        with self.block("async def main():"):
            self.line("global start, lock, event, semaphore, queue, condition, future")
            self.line("start = asyncio.get_running_loop().time()")
            self.line("lock, event, semaphore = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2)")
            self.line(f"queue, condition, future = asyncio.{self.pick('Queue', 'Queue', 'LifoQueue', 'PriorityQueue')}({self.pick('', '1', '2')}), asyncio.Condition(), asyncio.get_running_loop().create_future()")
            self.line("tasks = []")
            for _ in range(self.number(3, 8)):
                self.main_step()
            self.line("log('waiting')")
            self.line("done, pending = await asyncio.wait(tasks, timeout=30) if tasks else ((), ())")
            with self.block("for task in tasks:"):
                self.line("if task in pending: task.cancel()")
            self.line("await asyncio.sleep(20)")
            self.line("log('tasks', [outcome(t) for t in tasks])")
        with self.block("async def run():"):
            with self.block("try:"):
                # The limit ends programs whose tasks wait for each other.
                self.line("await asyncio.wait_for(main(), 1000)")
            with self.block("finally:"):
                # `asyncio.run` would cancel what is left in any order.
                with self.block("for task in sorted(asyncio.all_tasks(), key=lambda task: int(task.get_name()[5:])):"):
                    self.line("if task is not asyncio.current_task(): task.cancel()")
                self.line("await asyncio.sleep(20)")
        with self.guarded():
            self.line("asyncio.run(run())")

    @contextlib.contextmanager
    def logged(self, what, errors="except Exception"):
        """What the lines written inside raise is noted in the log."""
        with self.block("try:"):
            yield
        with self.block(f"{errors} as error:"):
            self.line(f"log('{what} raised', describe(error))")

    def wait_for(self, limit):
        """A call of a worker with a limit."""
        with self.logged("wait_for"):
            self.line(f"log('wait_for', await asyncio.wait_for({self.call()}, {limit()}))")

    def delay(self):
        return "0" if self.chance(0.2) else f"nap({self.random.uniform(0.01, 2):.4f})"

    def worker(self):
        name = self.fresh("w")
        with self.block(f"async def {name}(n):"):
            self.line(f"log('{name}', n, 'starts')")
            with self.block("try:"):
                for _ in range(self.number(1, 4)):
                    self.step(name, 2)
            match self.number(0, 3):
                case 0:
                    with self.block("except asyncio.CancelledError:"):
                        self.line(f"log('{name}', n, 'cancelled')")
                        self.line(self.pick("raise", "return 'swallowed'", f"await asyncio.sleep({self.delay()}); raise", "raise ValueError('instead')"))
                case 1:
                    with self.block("except Exception as error:"):
                        self.line(f"log('{name}', n, describe(error))")
            with self.block("finally:"):
                self.line(f"log('{name}', n, 'ends')")
                if self.chance(0.2):
                    self.line(f"await asyncio.sleep({self.delay()})")
            self.line(f"return '{name}', n")
        self.workers.append(name)

    def step(self, name, depth):
        match self.number(0, 19):
            case 0 | 1 | 2 | 3:
                self.line(f"await asyncio.sleep({self.delay()})")
            case 4:
                with self.block("async with lock:"):
                    self.line(f"log('{name}', n, 'has lock')")
                    self.line(f"await asyncio.sleep({self.delay()})")
            case 5:
                with self.block("async with semaphore:"):
                    self.line(f"log('{name}', n, 'has semaphore')")
                    self.line(f"await asyncio.sleep({self.delay()})")
            case 6:
                self.line(self.pick(f"await asyncio.wait_for(queue.put(n), {self.delay()})", "queue.put_nowait(n)"))
                self.line(f"log('{name}', n, 'put', queue.qsize())")
            case 7:
                self.line(f"log('{name}', n, 'got', await asyncio.wait_for(queue.get(), {self.delay()}))")
            case 8:
                self.line(self.pick("event.set()", "event.set()", "event.clear()"))
                self.line(f"log('{name}', n, 'event', event.is_set())")
            case 9:
                self.line(f"log('{name}', n, 'waited', await asyncio.wait_for(event.wait(), {self.delay()}))")
            case 10:
                with self.block("async with condition:"):
                    self.line(self.pick("condition.notify()", "condition.notify_all()", f"await asyncio.wait_for(condition.wait(), {self.delay()})"))
                self.line(f"log('{name}', n, 'condition')")
            case 11:
                self.line(self.pick("raise ValueError(n)", "if n % 2: raise KeyError(n)", "n // (n - 2)"))
            case 12:
                with self.block("try:"):
                    with self.block(f"async with asyncio.timeout({self.delay()}):"):
                        self.step(name, depth - 1) if depth else self.line("await asyncio.sleep(nap(1))")
                with self.block("except TimeoutError:"):
                    self.line(f"log('{name}', n, 'timed out')")
            case 13 if self.workers:
                other = self.random.choice(self.workers)
                self.line(f"log('{name}', n, 'called', await {other}(n + 10))")
            case 14:
                self.line("if not future.done(): " + self.pick("future.set_result(n)", "future.set_exception(RuntimeError(n))", "future.cancel()"))
            case 15:
                self.line(f"log('{name}', n, 'future', await asyncio.wait_for(asyncio.shield(future), {self.delay()}))")
            case 16:
                self.line(f"asyncio.get_running_loop().call_later({self.delay()}, log, '{name}', n, 'later')")
            case 17:
                self.line(f"asyncio.get_running_loop().call_soon(log, '{name}', n, 'soon')")
            case 18:
                with self.block(f"for i in range({self.number(1, 3)}):"):
                    self.line(f"log('{name}', n, 'loop', i)")
                    self.line(f"await asyncio.sleep({self.delay()})")
            case _:
                self.line("asyncio.current_task().cancel()" if self.chance(0.3) else f"log('{name}', n, asyncio.current_task().cancelling())")

    def call(self):
        return f"{self.random.choice(self.workers)}({self.number(0, 5)})"

    def main_step(self):
        match self.number(0, 13):
            case 0 | 1 | 2 | 3:
                self.line(f"tasks.append(asyncio.create_task({self.call()}))")
            case 4:
                self.line(f"await asyncio.sleep({self.delay()})")
            case 5:
                self.line("if tasks: log('cancel', tasks[-1].cancel())")
            case 6 | 7:
                calls = ", ".join(self.some(self.call, 1, 4))
                with self.logged("gather", "except BaseException"):
                    self.line(f"log('gather', await asyncio.gather({calls}{self.pick('', ', return_exceptions=True')}))")
            case 8 | 9:
                with self.logged("group", "except* Exception"):
                    with self.block("async with asyncio.TaskGroup() as group:"):
                        size = self.number(1, 2)
                        for _ in range(size):
                            self.line(f"tasks.append(group.create_task({self.call()}))")
                        if self.chance(0.3):
                            self.line(f"await asyncio.sleep({self.delay()})")
                        if size == 1 and self.chance(0.3):
                            self.line("raise LookupError('in group')")
            case 10:
                self.wait_for(self.delay)
            case 11:
                calls = ", ".join(f"asyncio.create_task({call})" for call in self.some(self.call, 1, 3))
                when = self.pick("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED")
                self.line(f"some = [{calls}]; tasks += some")
                self.line(f"done, rest = await asyncio.wait(some, timeout={self.delay()}, return_when=asyncio.{when})")
                self.line("log('wait', [t in done for t in some], len(rest))")
            case 12:
                calls = ", ".join(f"asyncio.create_task({call})" for call in self.some(self.call, 1, 3))
                with self.logged("as_completed"):
                    with self.block(f"for ready in asyncio.as_completed([{calls}], timeout={self.pick('None', self.delay())}):"):
                        self.line("log('completed', await ready)")
            case _:
                self.line(self.pick("event.set()", "future.cancel()", "queue.put_nowait(1) if not queue.full() else None"))
