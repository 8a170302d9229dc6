import Compiler

/// `:time` and `:dis`.
extension SessionCommand {
    static var time: SessionCommand {
        SessionCommand(
            name: "time", argument: "EXPRESSION",
            help: "the value of an expression, await allowed, and how long it took"
        ) { (session: Session, argument: String) throws(Raise) in
            guard !argument.isEmpty else { return complain(session, "time", "an expression", "asyncio.sleep(1)") }
            let m = session.m
            let start = m.clock.pointee.monotonic()
            let value = try session.evaluate(argument)
            let elapsed = m.clock.pointee.monotonic() &- start
            _ = try SysModule.display(m, value)
            session.write(durationText(elapsed) + "\n")
        }
    }

    static var dis: SessionCommand {
        SessionCommand(
            name: "dis", argument: "FUNCTION", help: "the code of a function, suspension points marked"
        ) { (session: Session, argument: String) throws(Raise) in
            guard !argument.isEmpty else { return complain(session, "dis", "a function", "print_menu") }
            let m = session.m
            guard let code = try code(of: try session.evaluate(argument), m) else {
                return session.write(":dis shows what is written in Python; \(argument) is not.\n")
            }
            let source = m.sourceText(ofFile: m.swiftString(code.pointee.filename)).map {
                String(decoding: $0, as: UTF8.self)
            }
            session.write(Disassembler.text(of: m.source(of: code), source: source))
        }
    }

    /// The code of a function, method, generator, coroutine, or a code object itself; nil for anything else.
    private static func code(of value: Value, _ m: Machine) throws(Raise) -> UnsafeMutablePointer<CodeLayout>? {
        var value = value
        for name in ["__func__", "__wrapped__", "__code__", "gi_code", "cr_code", "ag_code"] {
            guard !value.isKind(.type) else { return nil }
            let inner = try m.getAttributeIfPresent(value, m.intern(name))
            if inner.isBound { value = inner }
        }
        return value.isKind(.code) ? value.layout() : nil
    }

    /// 31.2 ms.
    static func durationText(_ nanoseconds: Int64) -> String {
        let units: [(Int64, String)] = [(1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "µs"), (1, "ns")]
        for (size, name) in units where nanoseconds >= size {
            let whole = nanoseconds / size
            // Three digits are enough.
            let digits = size == 1 ? 0 : whole >= 100 ? 0 : whole >= 10 ? 1 : 2
            var scale: Int64 = 1
            for _ in 0..<digits { scale *= 10 }
            let fraction = (nanoseconds % size) * scale / size
            if digits == 0 { return "\(whole) \(name)" }
            let text = "\(fraction)"
            return "\(whole).\(String(repeating: "0", count: digits - text.utf8.count))\(text) \(name)"
        }
        return "0 ns"
    }

    /// An argument is missing.
    static func complain(_ session: Session, _ name: String, _ what: String, _ example: String) {
        session.write(":\(name) needs \(what): :\(name) \(example)\n")
    }

    /// For commands that take no argument.
    static func refuse(_ session: Session, _ argument: String, _ name: String) -> Bool {
        if argument.isEmpty { return false }
        session.write(":\(name) takes no argument.\n")
        return true
    }
}
