import Compiler

/// Coroutines that nobody awaits, and where they were made.
extension Machine {
    /// Notes in a new coroutine where it is made: a tuple of (file, line, function), the innermost first.
    @inline(never)
    func noteOrigin(_ generator: Generator) {
        var entries: [(Value, Int, Value)] = []
        var frame = state.pointee.frame
        while frame > state.pointee.frameBase, entries.count < runtime.pointee.asyncio.originDepth {
            let code = frame.pointee.code
            let word = max(0, frame.pointee.pc - code.pointee.words - 1)
            let source = source(of: code)
            let line = source.position(at: word).map { Int($0.line) } ?? source.firstLine
            entries.append((code.pointee.filename, line, code.pointee.name))
            frame -= 1
        }
        // The strings are held by their code, which is running.
        let origin = makeTuple(count: entries.count)
        for (index, entry) in entries.enumerated() {
            origin[index] = tuple(entry.0, int(entry.1), entry.2)
        }
        generator.setExtra(self, .origin, origin.value)
    }

    /// `RuntimeWarning: coroutine 'f' was never awaited`, with its origin if that is known.
    func warnOfUnawaited(_ generator: Generator) {
        generator.state = .finished
        let name = swiftString(generator.qualifiedName)
        do throws(Raise) {
            let module = try importModule("warnings")
            let function = try getAttributeIfPresent(module, intern("_warn_unawaited_coroutine"))
            if function.isBound {
                do throws(Raise) {
                    _ = try call(function, generator.value)
                    return
                } catch {
                    let exception = takePending()
                    writeUnraisable(exception, object: generator.value)
                    // A warning that became an exception has been given.
                    if isInstance(exception, .runtimeWarning) { return }
                }
            }
            let keywords = dict()
            dictSet(keywords, name: intern("source"), generator.value)
            let arguments = tuple(string("coroutine '\(name)' was never awaited"), type(.runtimeWarning).value)
            _ = try call(try getAttribute(module, intern("warn")), args: arguments, keywords: keywords.value)
        } catch {
            writeUnraisable(takePending(), object: generator.value)
        }
    }
}
