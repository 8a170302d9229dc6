/// Printing and reading.
extension BuiltinFunctions {
    /// `print(*objects, sep=' ', end='\n', file=None, flush=False)`.
    static func print(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        // What a program prints may be about an object that has just lost its last reference.
        if m.heap.pointee.watch.isOn { try m.collectEarly(isExplicit: false, isDirect: m.isCalledDirectly(a)) }
        var separator: Value = .none
        var end: Value = .none
        var file: Value = .none
        var flush: Value = .false
        for index in 0..<a.keywordCount {
            let name = m.internedName(a.keywordName(index))
            let value = a.keywordValue(index)
            if name == m.name(.sep) {
                separator = value
            } else if name == m.name(.end) {
                end = value
            } else if name == m.name(.file) {
                file = value
            } else if name == m.name(.flush) {
                flush = value
            } else {
                throw m.unexpectedKeyword("print", name, among: ["sep", "end", "file", "flush"])
            }
        }
        if file.isNone {
            file = m.standardStream(.stdout)
            if file.isUnbound { throw m.raise(.runtimeError, "lost sys.stdout") }
            if file.isNone { return .none }
        }
        if !separator.isNone, !separator.isKind(.string) {
            throw m.raise(.typeError, "sep must be None or a string, not \(m.typeName(separator))")
        }
        if !end.isNone, !end.isKind(.string) {
            throw m.raise(.typeError, "end must be None or a string, not \(m.typeName(end))")
        }
        let space = m.character(0x20)
        let newline = m.character(0x0a)
        for index in 0..<a.count {
            if index > 0 { try m.write(file, separator.isNone ? space : separator) }
            let text = try m.str(a[index])
            try m.write(file, text)
        }
        try m.write(file, end.isNone ? newline : end)
        if !flush.isFalse, try m.truth(flush) { _ = try m.callMethod(file, .flush) }
        return .none
    }

    /// `input(prompt='')`.
    static func input(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let source = m.standardStream(.stdin)
        let target = m.standardStream(.stdout)
        if source.isUnbound || source.isNone { throw m.raise(.runtimeError, "input(): lost sys.stdin") }
        if target.isUnbound || target.isNone { throw m.raise(.runtimeError, "input(): lost sys.stdout") }
        let errorStream = m.standardStream(.stderr)
        if let stream = TextFile.of(m, errorStream) { try stream.flush(m) }
        if a.count > 0 { try m.write(target, try m.str(a[0])) }
        if let stream = TextFile.of(m, target) {
            try stream.flush(m)
        } else {
            _ = try m.callMethod(target, .flush)
        }
        let line: Value
        if let stream = TextFile.of(m, source) {
            line = try TextFileMethods.nextLine(m, stream)
        } else {
            line = try m.callMethodNamed(source, "readline")
            guard line.isKind(.string) else { throw m.raise(.typeError, "object.readline() returned non-string") }
        }
        let text = Str(line)
        if text.count == 0 { throw m.raise(.eOFError, "EOF when reading a line") }
        return m.substring(text, 0, text[text.count - 1] == 10 ? text.count - 1 : text.count)
    }
}

extension Machine {
    /// Calls a method without arguments by its name.
    func callMethodNamed(_ object: Value, _ name: StaticString) throws(Raise) -> Value {
        try call(try getAttribute(object, internStatic(name)))
    }
}
