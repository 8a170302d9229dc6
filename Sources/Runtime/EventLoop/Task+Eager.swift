/// Tasks that begin to run when they are made.
extension Machine {
    /// Runs the first step of a task at once; it waits in the loop only if it is not done by then.
    func startEagerly(
        _ task: Future, _ coroutine: Value, loop: Value, name: Value, context: Value
    ) throws(Raise) {
        prepare(task, coroutine, loop: loop, name: name, context: context)
        let outerTask = state.pointee.currentTask
        defer { state.pointee.currentTask = outerTask }
        try stepTask(task.value, throwing: .unbound)
        if !task.isPending { task.pointer.pointee.coroutine = .unbound }
    }
}
