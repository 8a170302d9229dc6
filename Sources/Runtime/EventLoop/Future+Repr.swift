import Compiler

/// How futures, tasks and callbacks show themselves.
extension Machine {
    /// `<Future finished result=5>`, `<Task pending name='Task-1' coro=<main() running at x.py:3> wait_for=<…>>`.
    func futureText(_ value: Value) throws(Raise) -> String {
        try enterNative(" while getting the repr of an object")
        defer { leaveNative() }
        let future = Future(value)
        let running = List(state.pointee.reprStack)
        for index in 0..<running.count where running[index] == value { return "..." }
        running.append(self, value)
        defer { if running.count > 0 { running.pointer.pointee.count -= 1 } }
        let isTask = isTask(value)
        var info: [String] = []
        switch future.state {
        case .pending: info.append(isTask && future.pointer.pointee.header.aux > 0 ? "cancelling" : "pending")
        case .finished, .failed: info.append("finished")
        case .cancelled: info.append("cancelled")
        }
        if isTask {
            info.append("name=" + swiftString(try repr(taskNameText(future))))
            if future.pointer.pointee.coroutine.isBound {
                info.append("coro=<\(try coroutineText(future.pointer.pointee.coroutine))>")
            }
            if future.isPending, future.pointer.pointee.waiter.isBound {
                info.append("wait_for=" + swiftString(try repr(future.pointer.pointee.waiter, asFuture: true)))
            }
        }
        if future.state == .finished { info.append("result=" + (try shortText(future.pointer.pointee.result))) }
        if future.state == .failed {
            info.append("exception=" + swiftString(try repr(future.pointer.pointee.result)))
        }
        let callbacks = try callbackTexts(future)
        if !callbacks.isEmpty {
            let all: String
            switch callbacks.count {
            case 1: all = callbacks[0]
            case 2: all = callbacks[0] + ", " + callbacks[1]
            default: all = "\(callbacks[0]), <\(callbacks.count - 2) more>, \(callbacks[callbacks.count - 1])"
            }
            info.append("cb=[\(all)]")
        }
        if let created = try creationText(future.sourceTraceback) { info.append(created) }
        let name = typeOf(value) == type(.sleep) ? "Future" : plainTypeName(value)
        return "<" + ([name] + info).joined(separator: " ") + ">"
    }

    /// What a task waits for; the timer of a sleep shows itself as the future it stands for.
    private func repr(_ value: Value, asFuture: Bool) throws(Raise) -> Value {
        typeOf(value) == type(.sleep) ? string(try futureText(value)) : try repr(value)
    }

    /// `type(value).__name__`.
    func plainTypeName(_ value: Value) -> String { swiftString(typeOf(value).pointer.pointee.name) }

    /// The name of a task as a str.
    func taskNameText(_ task: Future) -> Value {
        let stored = task.pointer.pointee.name
        let name = stored.isKind(.tuple) ? Tuple(stored)[0] : stored
        if name.isSmallInt {
            let text = string("Task-\(name.smallInt)")
            setName(task, text)
            return text
        }
        return name.isUnbound ? .none : name
    }

    /// Sets the name of a task; what else lies beside it stays.
    func setName(_ task: Future, _ name: Value) {
        let stored = task.pointer.pointee.name
        if stored.isKind(.tuple) { Tuple(stored)[0] = name } else { task.pointer.pointee.name = name }
    }

    private func callbackTexts(_ future: Future) throws(Raise) -> [String] {
        let callbacks = future.pointer.pointee.callbacks
        guard callbacks.isBound else { return [] }
        if !future.flags.contains(.callbackList) { return [waiterText(callbacks)] }
        let list = List(callbacks)
        var texts: [String] = []
        var index = 0
        while index + 1 < list.count {
            texts.append(
                list[index + 1].isFalse ? waiterText(list[index]) : try callbackText(list[index], withSource: true))
            index += 2
        }
        return texts
    }

    private func waiterText(_ waiter: Value) -> String {
        if waiter.isKind(.eventLoop) { return "_run_until_complete_cb()" }
        return typeOf(waiter) == type(.gatheringFuture) ? "gather.<locals>._done_callback()" : "Task.task_wakeup()"
    }

    /// `f()`, and `at file:line` for a function of the script.
    func callbackText(_ callback: Value, withSource: Bool) throws(Raise) -> String {
        var name = ""
        for attribute in [KnownName.__qualname__, .__name__] where name.isEmpty {
            let value = try getAttributeIfPresent(callback, self.name(attribute))
            if value.isBound, try truth(value) { name = swiftString(try str(value)) }
        }
        if name.isEmpty { name = swiftString(try repr(callback)) }
        name += "()"
        var function = callback
        while function.isCell, !function.isKind(.type) {
            let wrapped = try getAttributeIfPresent(function, self.name(.__wrapped__))
            if wrapped.isUnbound || wrapped == function { break }
            function = wrapped
        }
        guard withSource, function.isKind(.function) else { return name }
        let code = function.layout(FunctionLayout.self).pointee.code
        return name + " at \(swiftString(code.pointee.filename)):\(source(of: code).firstLine)"
    }

    /// The same for the callback of a handle; debug mode shows its arguments.
    func callbackText(_ callback: Value, _ arguments: Value, _ loop: EventLoop) throws(Raise) -> String {
        guard loop.pointer.pointee.isDebug || !callback.isKind(.function) && !callback.isKind(.boundMethod) else {
            return try callbackText(callback, withSource: true)
        }
        let keywords = dict()
        set(keywords, "debug", Value(loop.pointer.pointee.isDebug))
        let given = arguments.isKind(.tuple) ? arguments : tuple()
        return swiftString(
            try str(
                try call(
                    try importAttribute("asyncio.format_helpers", "_format_callback_source"),
                    args: tuple(callback, given), keywords: keywords.value)))
    }

    /// `main() running at file:line`, `main() done, defined at file:line`.
    func coroutineText(_ coroutine: Value) throws(Raise) -> String {
        guard coroutine.isKind(.generator) else {
            if coroutine.isKind(.future) { return "sleep()" }
            for attribute in [KnownName.__qualname__, .__name__] {
                let value = try getAttributeIfPresent(coroutine, self.name(attribute))
                if value.isBound, try truth(value) { return swiftString(try str(value)) + "()" }
            }
            return "<\(plainTypeName(coroutine)) without __name__>()"
        }
        let generator = Generator(coroutine)
        let name = swiftString(generator.qualifiedName) + "()"
        let code = generator.pointer.pointee.code
        let source = source(of: code)
        let file = swiftString(code.pointee.filename)
        if generator.state == .finished { return "\(name) done, defined at \(file):\(source.firstLine)" }
        var pc = generator.pointer.pointee.pc
        if generator.state == .running {
            var frame = state.pointee.frame
            while frame > state.pointee.frameBase, frame.pointee.generator != coroutine { frame -= 1 }
            if frame.pointee.generator == coroutine { pc = frame.pointee.pc }
        }
        let word = max(0, pc - code.pointee.words - 1)
        var line = source.firstLine
        if generator.state != .created, let position = source.position(at: word) { line = Int(position.line) }
        return "\(name) running at \(file):\(line)"
    }

    /// A repr that is cut in the middle when it is long (`reprlib.repr`).
    func shortText(_ value: Value) throws(Raise) -> String {
        var limit = 30
        if isInt(value) { limit = 40 }
        if value.isKind(.list) || value.isKind(.tuple) {
            let isList = value.isKind(.list)
            let count = isList ? List(value).count : Tuple(value).count
            if count > 6 || count > 0 {
                var texts: [String] = []
                for index in 0..<min(count, 6) {
                    let now = isList ? List(value).count : Tuple(value).count
                    guard index < now else { break }
                    texts.append(try shortText(isList ? List(value)[index] : Tuple(value)[index]))
                }
                if count > 6 { texts.append("...") }
                if isList { return "[" + texts.joined(separator: ", ") + "]" }
                return "(" + texts.joined(separator: ", ") + (count == 1 ? ",)" : ")")
            }
        }
        if value.isKind(.exception) || value.isKind(.dict) { limit = 200 }
        let text = Array(swiftString(try repr(value)).unicodeScalars)
        guard text.count > limit else { return Machine.text(text[...]) }
        let head = max(0, (limit - 3) / 2)
        let tail = max(0, limit - 3 - head)
        return Machine.text(text[..<head]) + "..." + Machine.text(text[(text.count - tail)...])
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }
}
