import Compiler
import Parser

/// Compiling and running statements.
extension Session {
    /// Runs statements in `__main__`, one after the other, until one raises. The value of the last is shown if it is an
    /// expression.
    func execute(_ part: StatementReader.Part) throws(Raise) {
        let filename = nextFilename()
        let source = Array(part.text.utf8) + [10]
        interpreter.sources[filename] = source
        let module: Module
        switch part.tree {
        case .success(let tree): module = tree
        case .failure(let error):
            throw m.raiseSyntaxError(error, filename: prompt.isTerminal ? filename : "<stdin>")
        }
        // Several statements on one line are one thing: each value is shown.
        let isOneLine = module.body.allSatisfy { $0.range.line == module.body[0].range.line }
        if isOneLine || module.body.count < 2 || module.mode == .single {
            let whole = Module(mode: .single, body: module.body, warnings: module.warnings)
            return try run(whole, filename, source)
        }
        for (index, statement) in module.body.enumerated() {
            let isLast = index == module.body.count - 1
            let single = Module(
                mode: isLast ? .single : .exec, body: [statement], warnings: index == 0 ? module.warnings : [])
            try run(single, filename, source)
        }
    }

    /// What tracebacks call the next text, as CPython does.
    private func nextFilename() -> String {
        defer { statementCount += 1 }
        return prompt.isTerminal ? "<python-input-\(statementCount)>" : "<stdin>-\(statementCount)"
    }

    private func run(_ module: Module, _ filename: String, _ source: [UInt8]) throws(Raise) {
        var options = Compiler.Options(allowsTopLevelAwait: true, optimization: m.flags.optimize)
        if hasFutureAnnotations { options.flags.insert(.futureAnnotations) }
        options.isTraced = m.isTraced(source, filename)
        m.noteVariables(source, filename)
        let result: Compiler.Result
        do throws(SyntaxError) {
            result = try Compiler.compile(module, filename: filename, source: source, options: options)
        } catch {
            throw m.raiseSyntaxError(error, filename: filename)
        }
        let warnings = module.warnings + result.warnings
        if !warnings.isEmpty { try m.issue(warnings, filename: filename, source: source) }
        if result.code.flags.contains(.futureAnnotations) { hasFutureAnnotations = true }
        let code = m.code(from: result.code)
        let globals = try self.globals
        let value = try m.run(code: code, globals: globals, locals: globals)
        if code.pointee.isGeneratorLike { try wait(for: value) }
    }

    /// The value of an expression, with `await` allowed.
    func evaluate(_ text: String) throws(Raise) -> Value {
        let filename = nextFilename()
        let source = Array(text.utf8) + [10]
        interpreter.sources[filename] = source
        var options = Compiler.Options(allowsTopLevelAwait: true, optimization: m.flags.optimize)
        if hasFutureAnnotations { options.flags.insert(.futureAnnotations) }
        let code = try m.compile(source: source, filename: filename, mode: .eval, options: options)
        let globals = try self.globals
        let value = try m.run(code: code, globals: globals, locals: globals)
        return code.pointee.isGeneratorLike ? try wait(for: value) : value
    }

    /// Runs a coroutine as a task of the session's loop. Ctrl-C cancels it.
    @discardableResult
    private func wait(for coroutine: Value) throws(Raise) -> Value {
        let loop = self.loop
        // What it does to context variables is to last, so it shares the session's context.
        let isKnown = m.dictGet(m.modules, name: m.intern("_contextvars")).isBound
        let context = isKnown ? m.currentContext() : .unbound
        let task = try m.makeTask(coroutine, loop: loop.value, name: m.string("prompt"), context: context)
        m.runtime.pointee.asyncio.interruptTask = task.value
        m.runtime.pointee.asyncio.interruptCount = 0
        defer { m.runtime.pointee.asyncio.interruptTask = .unbound }
        do throws(Raise) {
            return try m.runUntilComplete(loop, task.value)
        } catch {
            if m.runtime.pointee.asyncio.interruptCount > 0, m.pendingMatches(.cancelledError) {
                m.clearPending()
                throw m.raise(.keyboardInterrupt)
            }
            throw error
        }
    }
}
