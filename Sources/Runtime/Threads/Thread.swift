import CLibrary

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Starting and ending threads of the script.
extension Machine {
    /// Starts a thread that calls a function with a tuple and a dict (or unbound) of arguments. `done`, a lock or
    /// unbound, is released at its end. Gives what `get_ident` will give there.
    func startThread(_ function: Value, _ args: Value, _ keywords: Value, done: Value) throws(Raise) -> Value {
        beginThreading()
        let new = Machine.makeMachine(runtime, isFirst: false)
        new.state.pointee.rootBase[0] = function
        new.state.pointee.rootBase[1] = args
        new.state.pointee.rootBase[2] = keywords
        new.state.pointee.rootBase[3] = done
        new.state.pointee.rootCount = 4
        new.state.pointee.recursionLimit = state.pointee.recursionLimit
        new.state.pointee.recursionFrame = min(
            new.state.pointee.frameBase + state.pointee.recursionLimit + 1, new.state.pointee.frameLimit)
        new.state.pointee.reprStack = list().value
        runtime.pointee.threads.count += 1
        let size = runtime.pointee.threads.stackSize
        var identity: UInt64 = 0
        let error = minipy_thread_start(
            { context in
                guard let context else { return }
                Machine(context.assumingMemoryBound(to: MachineState.self)).runThread()
            }, new.state, size > 0 ? max(size, 1 << 20) : 64 << 20, &identity)
        if error != 0 {
            runtime.pointee.threads.count -= 1
            unlink(new.state)
            Machine.free(new.state)
            throw raise(.runtimeError, "can't start new thread")
        }
        return Machine.threadIdentity(identity)
    }

    /// The life of a thread, on that thread.
    private func runThread() {
        guard let control = runtime.pointee.threads.control else { return }
        noteNativeStack()
        minipy_mutex_lock(control.pointee.mutex)
        takeLock(control)
        minipy_mutex_unlock(control.pointee.mutex)
        runThreadBody()
        // Nothing of the script is on this thread's stack any more.
        runtime.pointee.threads.count -= 1
        unlink(state)
        if runtime.pointee.interrupt == state.pointee.interrupt, let main = runtime.pointee.threads.main {
            moveInterrupts(from: state.pointee.interrupt, to: main.pointee.interrupt)
        }
        minipy_mutex_lock(control.pointee.mutex)
        dropLock(control)
        minipy_mutex_unlock(control.pointee.mutex)
        Machine.free(state)
    }

    @inline(never)
    private func runThreadBody() {
        let roots = state.pointee.rootBase
        do throws(Raise) {
            let keywords = roots[2].isUnbound ? dict().value : roots[2]
            _ = try call(roots[0], args: try listFromIterable(roots[1]).value, keywords: keywords)
        } catch {
            let exception = takePending()
            if !typeOf(exception).isSubtype(of: type(.systemExit)) {
                printToStandardError(
                    "Exception ignored in thread started by \(reprText(roots[0]))\n"
                        + formatException(exception, isPlain: true))
            }
        }
        let done = roots[3]
        state.pointee.rootCount = 0
        state.pointee.threadDict = .unbound
        if done.isBound { ThreadLock(done).release(self) }
    }

    private func unlink(_ gone: UnsafeMutablePointer<MachineState>) {
        if runtime.pointee.machines == gone {
            runtime.pointee.machines = gone.pointee.next
            return
        }
        var next = runtime.pointee.machines
        while let other = next {
            if other.pointee.next == gone {
                other.pointee.next = gone.pointee.next
                return
            }
            next = other.pointee.next
        }
    }

    /// Gives back the memory of a machine that no thread uses any more.
    private static func free(_ state: UnsafeMutablePointer<MachineState>) {
        munmap(state.pointee.frameBase, StackSizes.threadFrames * MemoryLayout<Frame>.stride)
        munmap(state.pointee.registerBase, StackSizes.threadRegisters * MemoryLayout<Value>.stride)
        state.pointee.rootBase.deallocate()
        minipy_condition_free(state.pointee.wake)
        state.deallocate()
    }

    /// The end of the program: waits for the threads that are no daemons, then lets no other thread run any more.
    func endThreads() {
        let threading = dictGet(modules, name: intern("threading"))
        if threading.isKind(.module) {
            do throws(Raise) {
                _ = try call(try getAttribute(threading, intern("_shutdown")))
            } catch {
                printToStandardError(
                    "Exception ignored on threading shutdown \(reprText(threading))\n" + formatException(takePending()))
            }
        }
        guard let control = runtime.pointee.threads.control else { return }
        minipy_mutex_lock(control.pointee.mutex)
        control.pointee.survivor = state
        minipy_mutex_unlock(control.pointee.mutex)
    }
}
