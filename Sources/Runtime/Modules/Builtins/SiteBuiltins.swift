/// What CPython's module `site` adds to the built-ins: `exit`, `quit`, `help`, `copyright`, `credits`, `license`.
enum SiteBuiltins {
    private enum Field {
        /// The name of a quitter; the text of a printer.
        static let text = 0
        /// What a printer prints when it is called, if that is more than the text.
        static let full = 1
    }

    static func install(_ m: Machine, _ dict: Dict) {
        let quitter = m.makeNativeType("Quitter", module: "_sitebuiltins", recordSize: 2)
        m.define(
            quitter,
            methods: [
                Native("__repr__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    m.string("Use \(m.swiftString(Record(a[0])[Field.text]))() or Ctrl-D (i.e. EOF) to exit")
                },
                Native("__call__", .signature("code=None"), style: .slot) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in
                    throw m.raise(m.makeException(.systemExit, a[1].isBound ? a[1] : .none))
                },
            ],
            properties: [
                NativeProperty(
                    "name", get: { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[Field.text] }),
                NativeProperty(
                    "eof", get: { (m: Machine, _: Value) throws(Raise) -> Value in m.string("Ctrl-D (i.e. EOF)") }),
            ])
        add(m, dict, "exit", quitter, m.intern("exit"))
        add(m, dict, "quit", quitter, m.intern("quit"))

        let printer = m.makeNativeType("_Printer", module: "_sitebuiltins", recordSize: 2)
        m.define(
            printer,
            methods: [
                Native("__repr__", .none, style: .slot) { (_: Machine, a: Arguments) throws(Raise) -> Value in
                    Record(a[0])[Field.text]
                },
                Native("__call__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let write = try m.getAttribute(m.standardStream(.stdout), .write)
                    let full = Record(a[0])[Field.full]
                    _ = try m.call(write, full.isBound ? full : Record(a[0])[Field.text])
                    _ = try m.call(write, m.string("\n"))
                    return .none
                },
            ])
        add(
            m, dict, "copyright", printer,
            m.string("Copyright (c) 2001-2024 Python Software Foundation for the language;\n(c) the authors of minipy.")
        )
        add(m, dict, "credits", printer, m.string("    Thanks to everybody who makes Python the language that it is."))
        add(
            m, dict, "license", printer, m.string("Type license() to see the full license text"),
            full: m.string(
                "minipy comes under the MIT licence: use, copy, change and pass it on freely, with its copyright notice\n"
                    + "and without any warranty. The whole text is the file LICENSE of its sources."))

        let helper = m.makeNativeType("_Helper", module: "_sitebuiltins", recordSize: 2)
        m.define(
            helper,
            methods: [
                Native("__repr__", .none, style: .slot) { (m: Machine, _: Arguments) throws(Raise) -> Value in
                    m.string("Type help() for interactive help, or help(object) for help about object.")
                },
                Native("__call__", .any, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let module = try m.importModule("pydoc")
                    return try m.call(try m.getAttribute(module, m.intern("help")), a.dropFirst)
                },
            ])
        add(m, dict, "help", helper, .none)
    }

    private static func add(
        _ m: Machine, _ dict: Dict, _ name: StaticString, _ type: TypeRef, _ text: Value, full: Value? = nil
    ) {
        let record = m.record(type, count: 2)
        record[Field.text] = text
        if let full { record[Field.full] = full }
        m.dictSet(dict, name: m.internStatic(name), record.value)
    }
}
