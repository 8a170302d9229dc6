/// The tasks in the background.
extension Session {
    /// A task has failed and nobody waits for it.
    func noteFailure(_ task: Future) {
        if task.pointer.pointee.loop == loop.value { failures.append(m, task.value) }
    }

    /// The task that an exception ended need not be reported: the exception itself is.
    func forgetFailure(with exception: Value) {
        for index in 0..<failures.count {
            let task = Future(failures[index])
            if task.state == .failed, task.pointer.pointee.result == exception { m.markRetrieved(task) }
        }
    }

    /// Tells the loop's exception handler of tasks that have failed, unless somebody has looked at the outcome since.
    func reportFailures() throws(Raise) {
        guard failures.count > 0 else { return }
        let failed = m.list()
        for index in 0..<failures.count { failed.append(m, failures[index]) }
        failures.pointer.pointee.count = 0
        var index = 0
        while index < failed.count {
            let task = Future(failed[index])
            index += 1
            guard task.flags.contains(.logTraceback) else { continue }
            m.markRetrieved(task)
            let context = m.dict()
            m.set(context, "message", m.string("\(m.plainTypeName(task.value)) exception was never retrieved"))
            m.set(context, "exception", task.pointer.pointee.result)
            m.set(context, "future", task.value)
            try m.callExceptionHandler(loop, context.value)
        }
    }

    /// The end: tasks that are left are cancelled and waited for, as `asyncio.run` does. Gives how the process ends when
    /// one of them has a say in that.
    func shutDown() -> Interpreter.Ending? {
        do throws(Raise) {
            try reportFailures()
            let loop = self.loop
            let hasTasks = loop.pointer.pointee.tasks.count > 0
            let hasGenerators = loop.pointer.pointee.asyncGenerators.isBound
            if hasTasks {
                _ = try m.call(try m.importAttribute("asyncio.runners", "_cancel_all_tasks"), loop.value)
            }
            if hasGenerators {
                let function = try m.importAttribute("asyncio.base_events", "_shutdown_asyncgens")
                _ = try m.runUntilComplete(loop, try m.call(function, loop.value))
            }
            if loop.pointer.pointee.defaultExecutor.isBound {
                let function = try m.importAttribute("asyncio.base_events", "_shutdown_default_executor")
                _ = try m.runUntilComplete(loop, try m.call(function, loop.value, .none))
            }
            _ = try m.call(try m.getAttribute(loop.value, m.intern("close")))
            return nil
        } catch {
            return report()
        }
    }
}
