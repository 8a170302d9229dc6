extension Machine {
    /// What is added to the message of an uncaught NameError, AttributeError or ImportError: ". Did you mean: 'x'?" and
    /// ". Did you forget to import 'x'?"; nil for nothing.
    func suggestion(for exception: Value) -> String? {
        let fields = Exception(exception).fields
        switch typeOf(exception).exceptionFamily(self) {
        case .nameError:
            let name = fields[NameErrorField.name]
            guard isString(name) else { return nil }
            let text = swiftString(name)
            let traceback = lastTraceback(exception)
            let closest = traceback.isCell ? closestVariable(text, name, traceback) : nil
            let hint = closest.map { ". Did you mean: '\($0)'?" } ?? ""
            guard StandardLibrary.contains(text) else { return hint.isEmpty ? nil : hint }
            return hint + (hint.isEmpty ? "." : " Or") + (hint.isEmpty ? " Did" : " did")
                + " you forget to import '\(text)'?"
        case .attributeError:
            let name = fields[AttributeErrorField.name]
            let object = fields[AttributeErrorField.object]
            guard isString(name), object.isBound else { return nil }
            let text = swiftString(name)
            var hidesPrivate = !text.hasPrefix("_")
            let traceback = lastTraceback(exception)
            if hidesPrivate, traceback.isCell, localVariable(traceback, "self") == object { hidesPrivate = false }
            return closest(text, namesOf(object, hidesPrivate: hidesPrivate)).map { ". Did you mean: '\($0)'?" }
        case .importError:
            let wrong = fields[ImportErrorField.nameFrom]
            let moduleName = fields[ImportErrorField.name]
            guard isString(wrong), isString(moduleName) else { return nil }
            let module = (try? dictGet(Dict(runtime.pointee.modules), moduleName)) ?? .unbound
            clearPending()
            guard module.isBound else { return nil }
            let text = swiftString(wrong)
            return closest(text, namesOf(module, hidesPrivate: !text.hasPrefix("_"))).map { ". Did you mean: '\($0)'?" }
        default: return nil
        }
    }

    private func closest(_ name: String, _ candidates: [String]?) -> String? {
        candidates.flatMap { Suggestions.closest(to: name, among: $0) }
    }

    private func lastTraceback(_ exception: Value) -> Value {
        var traceback = Exception(exception).pointer.pointee.traceback
        while traceback.isCell, Record(traceback)[TracebackField.next].isCell {
            traceback = Record(traceback)[TracebackField.next]
        }
        return traceback
    }

    /// `dir(object)`, sorted; nil when that fails.
    private func namesOf(_ object: Value, hidesPrivate: Bool) -> [String]? {
        do throws(Raise) {
            let list = try listFromIterable(try callSpecial(object, .__dir__))
            var names: [String] = []
            for index in 0..<list.count where isString(list[index]) { names.append(swiftString(list[index])) }
            names.sort()
            return hidesPrivate ? names.filter { !$0.hasPrefix("_") } : names
        } catch {
            clearPending()
            return nil
        }
    }

    private func closestVariable(_ text: String, _ name: Value, _ traceback: Value) -> String? {
        let record = Record(traceback)
        var names = localNames(traceback)
        let function = record[TracebackField.function]
        if function.isKind(.function) {
            let globals = function.layout(FunctionLayout.self).pointee.globals
            if globals.isKind(.dict) { appendKeys(Dict(globals), to: &names) }
        }
        appendKeys(Dict(runtime.pointee.builtins), to: &names)
        let instance = localVariable(traceback, "self")
        if instance.isBound {
            let found = try? getAttributeIfPresent(instance, name)
            if let found, found.isBound { return "self.\(text)" }
            clearPending()
        }
        return Suggestions.closest(to: text, among: names)
    }

    private func appendKeys(_ dict: Dict, to names: inout [String]) {
        for entry in dict.entries where isString(entry.key) { names.append(swiftString(entry.key)) }
    }

    // MARK: Local variables

    /// The names of the variables that had a value when the exception was raised in the frame.
    private func localNames(_ traceback: Value) -> [String] {
        let record = Record(traceback)
        guard record[TracebackField.locals].isKind(.tuple) else { return [] }
        let source = source(of: record[TracebackField.code].layout())
        return (source.variableNames + source.freeNames).filter { localVariable(traceback, $0).isBound }
    }

    /// The value of a local variable, if the frame's were kept; otherwise unbound.
    func localVariable(_ traceback: Value, _ name: String) -> Value {
        let record = Record(traceback)
        guard record[TracebackField.locals].isKind(.tuple) else { return .unbound }
        let values = Tuple(record[TracebackField.locals])
        let source = source(of: record[TracebackField.code].layout())
        if let index = source.variableNames.firstIndex(of: name), index < values.count {
            let value = values[index]
            guard source.cellVariables.contains(index) else { return value }
            return value.isKind(.variableCell) ? value.layout(VariableCellLayout.self).pointee.content : .unbound
        }
        let function = record[TracebackField.function]
        guard let index = source.freeNames.firstIndex(of: name), function.isKind(.function) else { return .unbound }
        let closure = function.layout(FunctionLayout.self).pointee.closure
        guard closure.isKind(.tuple), index < Tuple(closure).count, Tuple(closure)[index].isKind(.variableCell) else {
            return .unbound
        }
        return Tuple(closure)[index].layout(VariableCellLayout.self).pointee.content
    }

    /// Keeps the values of a frame's variables for the suggestions that an uncaught exception may print. Only for the
    /// exceptions that have some, and only for the frame that raised.
    func keepLocals(_ exception: Value, _ traceback: Record, _ frame: UnsafeMutablePointer<Frame>) {
        switch typeOf(exception).exceptionFamily(self) {
        case .nameError, .attributeError:
            traceback[TracebackField.locals] = tuple(
                from: frame.pointee.registers, count: Int(frame.pointee.code.pointee.variableCount))
        default: break
        }
    }
}
