import Compiler

/// `:tasks`: the tasks of the session's loop that are not done.
extension SessionCommand {
    static var tasks: SessionCommand {
        SessionCommand(
            name: "tasks", argument: nil,
            help: "the tasks in the background: what each waits for, how long, and where"
        ) { (session: Session, argument: String) throws(Raise) in
            if refuse(session, argument, "tasks") { return }
            let m = session.m
            let table = session.loop.pointer.pointee.tasks
            let tasks = m.list(capacity: table.count)
            for index in 0..<table.count { tasks.append(m, table[index].value) }
            guard tasks.count > 0 else { return session.write("There are no tasks.\n") }
            let order = (0..<tasks.count).sorted {
                Future(tasks[$0]).pointer.pointee.number < Future(tasks[$1]).pointer.pointee.number
            }
            var rows = [["task", "runs", "waits for", "how long", "at"]]
            for index in order { rows.append(try TaskDescription(session, Future(tasks[index])).row) }
            session.write(Self.table(rows))
        }
    }

    /// Columns as wide as their widest cell, on the screen.
    static func table(_ rows: [[String]]) -> String {
        func width(_ text: String) -> Int {
            let line = SourceLine(text.unicodeScalars)
            return FrameLines.width(line, line.count)
        }
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], width(cell))
            }
        }
        var text = ""
        for row in rows {
            var line = ""
            for (column, cell) in row.enumerated() {
                line += cell
                if column + 1 < row.count {
                    line += String(repeating: " ", count: widths[column] - width(cell) + 2)
                }
            }
            text += line + "\n"
        }
        return text
    }
}

/// What `:tasks` tells of a task.
private struct TaskDescription {
    private let session: Session
    private let task: Future
    /// The frames of the await chain, the task's own coroutine first: the name, the file, the line.
    private var frames: [(name: String, file: String, line: Int)] = []

    private var m: Machine { session.m }

    init(_ session: Session, _ task: Future) throws(Raise) {
        self.session = session
        self.task = task
        var current = task.pointer.pointee.coroutine
        // An awaited chain may be long: its ends are enough.
        while current.isKind(.generator), frames.count < 10_000 {
            let generator = Generator(current)
            frames.append(place(of: generator))
            current = generator.pointer.pointee.delegate
            if current.isKind(.record),
                [m.type(.asyncGeneratorAsend), m.type(.asyncGeneratorAthrow)].contains(m.typeOf(current))
            {
                current = Record(current)[AsyncAwaitable.generator]
            }
        }
    }

    private func place(of generator: Generator) -> (name: String, file: String, line: Int) {
        let code = generator.pointer.pointee.code
        let source = m.source(of: code)
        var line = source.firstLine
        let word = max(0, generator.pointer.pointee.pc - code.pointee.words - 1)
        if generator.state != .created, let position = source.position(at: word) { line = Int(position.line) }
        let name = generator.qualifiedName
        return (m.isString(name) ? m.swiftString(name) : "?", m.swiftString(code.pointee.filename), line)
    }

    private func isLibrary(_ file: String) -> Bool { file.hasPrefix(Machine.libraryPath) }

    var row: [String] {
        get throws(Raise) {
            let name = m.taskNameText(task)
            return [
                m.isString(name) ? m.swiftString(name) : "?", try coroutine, try reason, age, try line,
            ]
        }
    }

    /// The coroutine that the task runs.
    private var coroutine: String {
        get throws(Raise) {
            if let first = frames.first { return "\(first.name)()" }
            let coroutine = task.pointer.pointee.coroutine
            return coroutine.isKind(.future) ? "\(Future(coroutine).operation.name)()" : m.plainTypeName(coroutine)
        }
    }

    /// What it waits for.
    private var reason: String {
        get throws(Raise) {
            let coroutine = task.pointer.pointee.coroutine
            if coroutine.isKind(.generator), Generator(coroutine).state == .created { return "its first turn" }
            let waiter = task.pointer.pointee.waiter
            guard waiter.isBound else { return "its turn" }
            guard waiter.isKind(.future) else { return m.plainTypeName(waiter) }
            let future = Future(waiter)
            guard future.isPending else { return "its turn" }
            // A function of the library that was called: Queue.get(), Event.wait().
            if let called = frames.first(where: { isLibrary($0.file) }) { return "\(called.name)()" }
            if let deadline = session.loop.pointer.pointee.timers.deadline(of: waiter) {
                return "sleep, \(Self.text(deadline &- m.clock.pointee.monotonic())) to go"
            }
            let type = m.typeOf(waiter)
            if type == m.type(.sleep) { return operation(future) }
            if type == m.type(.gatheringFuture) {
                return "gather, \(future.pointer.pointee.header.aux) of \(future.pointer.pointee.number) done"
            }
            if type.isSubtype(of: m.type(.task)) {
                let name = m.taskNameText(future)
                return m.isString(name) ? m.swiftString(name) : "a task"
            }
            return "a \(m.plainTypeName(waiter))"
        }
    }

    /// An operation on a lock, event or queue, named by the class of that.
    private func operation(_ wait: Future) -> String {
        if wait.operation == .sleep { return "sleep" }
        var method = wait.operation.functionName
        if wait.operation == .enterLock || wait.operation == .enterSemaphore { method = "acquire" }
        let subject = wait.pointer.pointee.detail
        return subject.isCell ? "\(m.plainTypeName(subject)).\(method)()" : "\(wait.operation.name)()"
    }

    private var age: String {
        guard let start = session.taskTimes.start(of: task) else { return "?" }
        return Self.text(m.clock.pointee.monotonic() &- start)
    }

    /// Where it stands: the innermost place that is not in the library.
    private var line: String {
        get throws(Raise) {
            guard let place = frames.last(where: { !isLibrary($0.file) }) ?? frames.last else { return "" }
            var formatter = TracebackFormatter(m)
            let text = formatter.line(place.file, place.line)
            return "\(place.file):\(place.line)" + (text.isEmpty ? "" : "  \(text)")
        }
    }

    /// Nanoseconds as people read them.
    static func text(_ nanoseconds: Int64) -> String {
        let tenths = max(0, nanoseconds) / 100_000_000
        if tenths < 1000 { return "\(tenths / 10).\(tenths % 10) s" }
        let seconds = tenths / 10
        if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
        return "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }
}

/// Since when the tasks of a session wait: noted by an observer of the loops, which costs nothing where there is no
/// session.
final class TaskTimes {
    /// By the address of the task.
    private var starts: [UInt64: Int64] = [:]

    /// Sees the loops of an interpreter from now on.
    func begin(_ m: Machine) {
        m.observeLoops(
            LoopObserver { [unowned self] (_: Machine, event: LoopEvent, time: Int64) in
                switch event {
                case .taskCreated(let task): starts[task.bits] = time
                case .suspended(let task, _): starts[task.bits] = time
                case .done(let task): starts[task.bits] = nil
                case .stepBegan, .woken, .timerSet: break
                }
            })
    }

    func end(_ m: Machine) {
        m.observeLoops(nil)
        starts = [:]
    }

    /// The time at which a task was made or began to wait.
    func start(of task: Future) -> Int64? { starts[task.value.bits] }
}
