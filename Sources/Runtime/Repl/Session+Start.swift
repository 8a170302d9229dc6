#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Session {
    /// Runs the file that `PYTHONSTARTUP` names, in the namespace of the prompt.
    func runStartFile() {
        guard m.flags.ignoreEnvironment == 0, let path = getenv("PYTHONSTARTUP"), path.pointee != 0 else { return }
        let filename = String(cString: path)
        do throws(Raise) {
            guard let source = FileSystem.read(filename) else {
                m.writeError("Could not open PYTHONSTARTUP\n")
                throw m.raiseOSError(FileSystem.lastError, filename: m.string(filename))
            }
            let globals = Dict(try self.globals)
            m.dictSet(globals, .__file__, m.string(filename))
            defer { _ = m.dictRemove(globals, name: m.name(.__file__)) }
            let code = try m.compile(source: source, filename: filename, isFile: true)
            _ = try m.run(code: code, globals: globals.value, locals: globals.value)
        } catch {
            _ = report(showsExit: true)
        }
    }
}

extension Machine {
    /// Lets a change of the terminal's size end the wait for input, so that the prompt can adapt.
    func watchTerminalSize() {
        if Machine.currentHandler(SIGWINCH) == 0 { catchSignal(SIGWINCH) }
    }
}

extension Session {
    /// While a line is typed, Ctrl-Z has to wait until the terminal is given back.
    func catchStop(_ isCaught: Bool) {
        guard prompt.isTerminal else { return }
        let handlers = m.runtime.pointee.signalHandlers
        if handlers.isKind(.list), List(handlers)[Int(SIGTSTP)].isCell { return }
        if isCaught {
            if Machine.currentHandler(SIGTSTP) == 0 { m.catchSignal(SIGTSTP) }
        } else if Machine.currentHandler(SIGTSTP) > 1 {
            signal(SIGTSTP, SIG_DFL)
        }
    }

    /// Ctrl-Z while a line is typed: the process stops with the terminal as it was, and the line is there again when it
    /// goes on.
    func stopProcess() {
        guard isWaiting, prompt.isTerminal else { return }
        prompt.suspend()
        catchStop(false)
        kill(getpid(), SIGTSTP)
        catchStop(true)
        prompt.resume()
        isHidden = false
    }
}
