"""asyncio programs about order and cancellation: chains of awaits, requests that are swallowed, taken back or repeated,
limits inside limits, shields, barriers, queues that are shut down, async generators that are closed in the middle,
contexts, callbacks, eager tasks.

As in `concurrency`, each step writes to a log. Most pauses are `sleep(0)`, so the order within an iteration shows.
"""

from .concurrency import HEAD, Concurrency

MORE = """
import contextvars
from contextlib import aclosing
variable = contextvars.ContextVar('variable', default=0)
async def turns(count):
    for _ in range(count): await asyncio.sleep(0)
async def numbers(name, count, pauses):
    try:
        for number in range(count):
            yield number
            await turns(pauses)
    except BaseException as error:
        log(name, 'generator', type(error).__name__)
        raise
    finally:
        log(name, 'generator ends')
eager = []  # they have no names to be told apart by
def make_eager(loop, coroutine, **options):
    task = asyncio.eager_task_factory(loop, coroutine, **options)
    eager.append(task)
    return task
async def guarded():
    # Programs whose tasks wait for each other must end, too.
    main_task = asyncio.create_task(main())
    while not main_task.done():
        await asyncio.wait([main_task], timeout=50)
        main_task.cancel('guard')
    for _ in range(50):
        left = sorted(asyncio.all_tasks() - {asyncio.current_task()},
                      key=lambda task: eager.index(task) if task in eager else int(task.get_name()[5:]))
        if not left: break
        for task in left: task.cancel('guard')
        await asyncio.sleep(1)
    print(len(left), 'left', outcome(main_task))
"""


class Coroutines(Concurrency):
    def coroutines_program(self):
        self.lines += [HEAD.strip(), MORE.strip()]
        self.workers = []
        self.tasks = 0
        for _ in range(self.number(2, 4)):
            self.chain()
        with self.block("async def main():"):
            self.line("global start, lock, event, semaphore, queue, condition, future, barrier, tasks")
            self.line("loop = asyncio.get_running_loop(); start = loop.time()")
            self.line("lock, event, semaphore, condition = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(1), asyncio.Condition()")
            self.line(f"queue, barrier, future, tasks = asyncio.Queue({self.pick('', '1', '2')}), asyncio.Barrier({self.number(1, 3)}), loop.create_future(), []")
            if self.chance(0.15):
                self.line("loop.set_task_factory(make_eager)")
            for _ in range(self.number(4, 10)):
                self.order_step()
            self.line("log('waiting')")
            with self.block("for attempt in range(6):"):
                self.line("if tasks: await asyncio.wait(tasks, timeout=nap(0.1))")
                with self.block("for task in tasks:"):
                    self.line("if not task.done(): log('last', tasks.index(task), task.cancel(f'last {attempt}'))")
            self.line("await asyncio.sleep(5)")
            self.line("log('tasks', [(outcome(t), t.cancelling()) for t in tasks])")
            self.line("log(lock.locked(), event.is_set(), semaphore.locked(), queue.qsize(), condition.locked(), barrier.n_waiting, barrier.broken, outcome(future), variable.get())")
        with self.guarded():
            self.line("asyncio.run(guarded())")

    def pause(self):
        return self.weighted([(5, "asyncio.sleep(0)"), (2, f"turns({self.number(2, 4)})"), (2, f"asyncio.sleep(nap({self.random.uniform(0.01, 0.3):.3f}))")])

    def limit(self):
        return self.weighted([(2, "0"), (1, "None"), (3, f"nap({self.random.uniform(0.01, 0.3):.3f})")])

    def chain(self):
        """A coroutine function of a few steps with a way to end."""
        name = self.fresh("c")
        with self.block(f"async def {name}(n):"):
            self.line(f"log('{name}', n, 'starts', variable.get())")
            self.line("me = asyncio.current_task()")
            with self.block("try:"):
                for _ in range(self.number(1, 4)):
                    self.awaiting(name, 2)
            for _ in range(self.number(0, 2)):
                with self.block(f"except {self.pick('asyncio.CancelledError', 'asyncio.CancelledError', 'Exception', 'BaseException')} as error:"):
                    self.line(f"log('{name}', n, describe(error), me.cancelling() if me else None)")
                    self.ending(name)
            with self.block("finally:"):
                self.line(f"log('{name}', n, 'finally')")
                if self.chance(0.3):
                    self.line(f"await {self.pause()}")
                    self.line(f"log('{name}', n, 'finally after a pause')")
                if self.chance(0.08):
                    self.line("raise LookupError(n)")
            self.line(f"return '{name}', n")
        self.workers.append(name)

    def ending(self, name):
        match self.number(0, 6):
            case 0 | 1:
                self.line("raise")
            case 2:
                self.line(f"await {self.pause()}")
                self.line("raise")
            case 3:
                self.line("return 'swallowed'")
            case 4:
                self.line("raise ValueError('instead')")
            case 5:
                self.line("log('uncancel', me.uncancel())")
                self.line(f"await {self.pause()}")
            case _:
                self.line("raise KeyError('from') from error")

    def awaiting(self, name, depth):
        inner = (lambda: self.awaiting(name, depth - 1)) if depth else (lambda: self.line(f"await {self.pause()}"))
        match self.number(0, 21):
            case 0 | 1 | 2:
                self.line(f"await {self.pause()}")
            case 3 if self.workers:
                self.line(f"log('{name}', n, 'called', await {self.random.choice(self.workers)}(n + 10))")
            case 4 if self.workers:
                self.line(f"child = asyncio.create_task({self.random.choice(self.workers)}(n + 20)); tasks.append(child)")
                self.line(f"log('{name}', n, 'child', await {self.pick('child', 'asyncio.shield(child)', 'asyncio.wait_for(child, ' + self.limit() + ')')})")
            case 5 | 6:
                with self.block("try:"):
                    with self.block(f"async with asyncio.timeout({self.limit()}) as limit:"):
                        inner()
                        if self.chance(0.2):
                            self.line("limit.reschedule(asyncio.get_running_loop().time())")
                            self.line("await asyncio.sleep(0)")
                with self.block(f"except {self.pick('TimeoutError', 'TimeoutError', 'asyncio.CancelledError')}:"):
                    self.line(f"log('{name}', n, 'limit', limit.expired(), me.cancelling())")
            case 7:
                with self.block(f"async with {self.pick('lock', 'semaphore', 'condition')}:"):
                    self.line(f"log('{name}', n, 'holds')")
                    inner()
            case 8:
                with self.block("async with condition:"):
                    self.line(self.pick("condition.notify()", "condition.notify_all()", "await condition.wait()"))
                self.line(f"log('{name}', n, 'condition')")
            case 9:
                self.line(self.pick("await queue.put(n)", "log('got', await queue.get())", "log('got', queue.get_nowait())", "queue.put_nowait(n)"))
            case 10:
                self.line(self.pick("event.set()", "event.clear()", "await event.wait()", "queue.shutdown()", "queue.shutdown(True)", "await future"))
            case 11:
                with self.block("try:"):
                    self.line(f"log('{name}', n, 'barrier', await barrier.wait())")
                with self.block("except asyncio.BrokenBarrierError as error:"):
                    self.line(f"log('{name}', n, error)")
            case 12:
                self.line(f"me.cancel('self {self.number(0, 9)}')")
            case 13:
                self.line("log('requests', me.cancelling(), me.uncancel())")
            case 14:
                # Closed by the program: when one that is dropped is finalized depends on the collector.
                with self.block(f"async with aclosing(numbers('{name}', {self.number(1, 4)}, {self.number(0, 2)})) as g:"):
                    with self.block("async for number in g:"):
                        self.line(f"log('{name}', n, 'number', number)")
                        self.line(self.pick("pass", "if number: break", "await asyncio.sleep(0)", "if number: raise ValueError(number)"))
            case 15:
                with self.block(f"async with aclosing(numbers('{name}', 5, {self.number(0, 1)})) as g:"):
                    self.line("log(await anext(g))")
                    self.line(self.pick("await g.aclose()", "await g.athrow(ValueError('thrown'))", "log(await anext(g)); await g.aclose()"))
            case 16:
                self.line("variable.set(variable.get() + n + 1)")
            case 17:
                self.line(f"asyncio.get_running_loop().call_soon(log, '{name}', n, 'soon')")
                self.line(f"asyncio.get_running_loop().call_later({self.pick('0', 'nap(0.01)')}, log, '{name}', n, 'later')")
            case 18:
                self.line(f"if tasks: log('cancel', tasks[n % len(tasks)].cancel('by {name}'))")
            case 19:
                self.line(self.pick("raise ValueError(n)", "raise asyncio.CancelledError('by hand')", "if not future.done(): future.set_result(n)", "if not future.done(): future.set_exception(RuntimeError(n))", "future.cancel('future')"))
            case 20:
                self.line(f"log('{name}', n, await asyncio.gather({self.pause()}, {self.pause()}))")
            case _:
                self.line(self.pick("await barrier.abort()", "await barrier.reset()", "barrier.n_waiting"))

    def order_step(self):
        match self.number(0, 13):
            case 0 | 1 | 2 | 3 | 4:
                self.line(f"tasks.append(asyncio.create_task({self.call()}))")
                if self.chance(0.3):
                    self.line("tasks[-1].add_done_callback(lambda t: log('callback', tasks.index(t), outcome(t)))")
            case 5 | 6:
                self.line(f"await {self.pause()}")
            case 7 | 8:
                self.line(f"if tasks: log('cancel', tasks[{self.number(-3, 3)} % len(tasks)].cancel({self.pick('', repr('words'))}))")
            case 9:
                calls = ", ".join(self.some(self.call, 1, 3))
                self.line(f"gathered = asyncio.gather({calls}{self.pick('', ', return_exceptions=True')})")
                self.line(f"await {self.pause()}")
                if self.chance(0.5):
                    self.line("log('cancel gather', gathered.cancel())")
                with self.block("try:"):
                    self.line("log('gather', await gathered)")
                with self.block("except BaseException as error:"):
                    self.line("log('gather raised', describe(error), gathered.cancelled())")
            case 10:
                with self.block("try:"):
                    with self.block(f"async with asyncio.timeout({self.limit()}):"):
                        with self.block("async with asyncio.TaskGroup() as group:"):
                            self.line(f"tasks.append(group.create_task({self.call()}))")
                            if self.chance(0.5):
                                self.line(f"await {self.pause()}")
                with self.block("except* Exception as error:"):
                    self.line("log('group raised', describe(error), asyncio.current_task().cancelling())")
            case 11:
                self.wait_for(self.limit)
            case 12:
                self.line(f"shielded = asyncio.shield({self.call()})")
                self.line(f"await {self.pause()}")
                self.line("log('cancel shield', shielded.cancel())")
            case _:
                self.line(self.pick("event.set()", "queue.put_nowait(1) if not queue.full() else None", "variable.set(100)", "future.cancel()"))
