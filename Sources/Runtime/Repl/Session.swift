/// A conversation with an interpreter: statements are read, run in `__main__`, and the values of expressions shown.
///
/// Its event loop runs while the session waits for a line, and is paused, not running, while a statement is executed.
/// So tasks go on in the background, and a statement may run loops of its own. A statement with an `await` runs as a
/// task of the session's loop. All of it happens in one thread: the descriptor of the prompt is one of those that the
/// loop watches.
public final class Session {
    let interpreter: Interpreter
    let prompt: any SessionPrompt
    /// The machine of the thread in which the session runs.
    let machine: Machine
    /// Printed at the beginning, unless empty.
    let banner: String
    /// Since when tasks wait.
    let taskTimes = TaskTimes()
    /// How many statements were run.
    var statementCount = 0
    /// The prompt is shown, and the loop runs.
    var isWaiting = false
    /// The prompt should be shown, but was taken away for some output.
    var isHidden = false
    /// The line that the prompt gave.
    var arrived: SessionLine?
    /// The last byte that was written to the terminal.
    var lastByte: UInt8 = 10
    /// The features of `__future__` that statements have asked for.
    var hasFutureAnnotations = false
    /// A list that lives for ever: the loop, the tasks that failed unseen, the handle of the prompt.
    private let roots: Value

    private enum Root {
        static let loop = 0
        static let failures = 1
        static let handle = 2
        static let count = 3
    }

    public init(_ interpreter: Interpreter, prompt: any SessionPrompt, banner: String = "") {
        self.interpreter = interpreter
        self.prompt = prompt
        self.banner = banner
        machine = interpreter.machine
        let list = machine.list(capacity: Root.count)
        for _ in 0..<Root.count { list.append(machine, .none) }
        List(list.value).items[Root.failures] = machine.list().value
        machine.keepForever(list.value)
        roots = list.value
    }

    var m: Machine { machine }

    /// The session's loop. A statement may have closed it: then there is a new one.
    var loop: EventLoop {
        let known = List(roots)[Root.loop]
        if known.isCell, !EventLoop(known).isClosed { return EventLoop(known) }
        let loop = m.makeEventLoop(m.type(.eventLoop))
        List(roots).items[Root.loop] = loop
        return EventLoop(loop)
    }

    /// The tasks of the loop that failed while nobody waited for them, and were not reported yet.
    var failures: List { List(List(roots)[Root.failures]) }

    /// What the loop calls when the prompt's descriptor has something to read.
    var inputHandle: Value {
        get { List(roots)[Root.handle] }
        set { List(roots).items[Root.handle] = newValue }
    }

    /// The namespace of `__main__`.
    var globals: Value {
        get throws(Raise) {
            let main = m.dictGet(m.modules, name: m.intern("__main__"))
            if main.isKind(.module) { return main.layout(ModuleLayout.self).pointee.dict }
            return try interpreter.makeMain().value
        }
    }

    /// Prints to `sys.stdout`.
    func write(_ text: String) {
        do throws(Raise) {
            let stream = m.standardStream(.stdout)
            guard stream.isBound, !stream.isNone else { return }
            try m.write(stream, m.string(text))
        } catch {
            m.clearPending()
        }
    }

    // MARK: The whole

    /// Reads and runs until the input ends or a statement asks for the end; then cancels the tasks that are left.
    func run() -> Interpreter.Ending {
        let session = Unmanaged.passUnretained(self)
        m.runtime.pointee.asyncio.session = session
        taskTimes.begin(m)
        defer {
            taskTimes.end(m)
            m.runtime.pointee.asyncio.session = nil
        }
        if prompt.isTerminal { m.watchTerminalSize() }
        setPrompts()
        var ending: Interpreter.Ending?
        var reader = StatementReader(isLenient: prompt.isTerminal)
        while ending == nil {
            let line: SessionLine
            do throws(Raise) {
                guard let next = try waitForLine(isFirst: reader.isEmpty, indentation: reader.indentation) else {
                    reader.clear()
                    continue
                }
                line = next
            } catch {
                ending = report()
                continue
            }
            switch line {
            case .end:
                if prompt.isTerminal { m.writeError("\n") }
                if !reader.isEmpty {
                    ending = run(reader.finish())
                    continue
                }
                if !prompt.isTerminal { m.writeError("\n") }
                ending = .status(0)
            case .text(let text):
                let hasMore = prompt.isTerminal && prompt.hasMore()
                for part in reader.add(text, hasMore: hasMore) where ending == nil { ending = run(part) }
            }
        }
        if let last = shutDown() { ending = last }
        return ending ?? .status(0)
    }

    func showBanner() {
        if !banner.isEmpty { m.writeError(banner + "\n") }
    }

    /// `sys.ps1` and `sys.ps2` exist in sessions only.
    private func setPrompts() {
        let dict = Dict(m.runtime.pointee.sysDict)
        for (name, text) in [("ps1", ">>> "), ("ps2", "... ")] {
            let name = m.intern(name)
            if m.dictGet(dict, name: name).isUnbound { m.dictSet(dict, name: name, m.string(text)) }
        }
    }

    /// Runs what the reader made of the lines; gives how the session ends if it does.
    private func run(_ part: StatementReader.Part) -> Interpreter.Ending? {
        prompt.remember(part.text)
        do throws(Raise) {
            if part.text.hasPrefix(":") {
                try runCommand(part.text)
            } else if isExitWord(part.text) {
                throw m.raise(m.makeException(.systemExit, .none))
            } else {
                try execute(part)
            }
            return nil
        } catch {
            return report()
        }
    }

    /// `exit` and `quit` need no parentheses, as long as they mean what they do at the start.
    private func isExitWord(_ text: String) -> Bool {
        guard prompt.isTerminal, text == "exit" || text == "quit" else { return false }
        let name = m.intern(text)
        guard let globals = try? globals else { return false }
        return m.dictGet(Dict(globals), name: name).isUnbound
    }

    /// Shows the pending exception, or gives the ending that it asks for. `sys.last_exc` and its relatives know it then.
    func report(showsExit: Bool = false) -> Interpreter.Ending? {
        let exception = m.takePending()
        guard exception.isKind(.exception) else { return nil }
        if !showsExit, m.typeOf(exception).isSubtype(of: m.type(.systemExit)) { return m.ending(forExit: exception) }
        let traceback = Exception(exception).pointer.pointee.traceback
        let dict = Dict(m.runtime.pointee.sysDict)
        m.dictSet(dict, name: m.intern("last_exc"), exception)
        m.dictSet(dict, name: m.intern("last_type"), m.typeOf(exception).value)
        m.dictSet(dict, name: m.intern("last_value"), exception)
        m.dictSet(dict, name: m.intern("last_traceback"), traceback.isUnbound ? .none : traceback)
        m.flushQuietly()
        // The terminal shows Ctrl-C where the cursor stands.
        if m.typeOf(exception).isSubtype(of: m.type(.keyboardInterrupt)), prompt.isTerminal { lastByte = 0 }
        freshLine()
        if m.typeOf(exception).isSubtype(of: m.type(.keyboardInterrupt)), !traceback.isCell {
            m.printToStandardError("KeyboardInterrupt\n")
        } else {
            m.printUncaught(exception)
        }
        return m.exitOfHook
    }

    /// Moves to the beginning of a line of the terminal.
    func freshLine() {
        guard prompt.isTerminal, lastByte != 10 else { return }
        m.writeError("\n")
    }
}
