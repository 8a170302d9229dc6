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
    func watchTerminal() {
        if Machine.currentHandler(SIGWINCH) == 0 { catchSignal(SIGWINCH) }
    }
}
