import Compiler

extension Machine {
    /// What a frame object knows of the variables of a function that has ended: a dict.
    func keptVariables(ofFrame object: Value) -> Value? {
        let record = Record(object)
        if record[FrameField.locals].isUnbound, record[FrameField.kept].isBound {
            record[FrameField.locals] = locals(
                code: record[FrameField.code].layout(), registers: Tuple(record[FrameField.kept]).items,
                function: record[FrameField.function])
        }
        return record[FrameField.locals].isBound ? record[FrameField.locals] : nil
    }
}

/// Attributes of traceback and frame objects.
enum TracebackMethods {
    /// Only the attributes of its own.
    static func dir(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let names = m.list()
        for name in ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"] as [StaticString] {
            names.append(m, m.internStatic(name))
        }
        return names.value
    }

    /// `TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)`.
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isNone || m.typeOf(a[1]) == m.type(.traceback) else {
            throw m.raise(.typeError, "expected traceback object or None, got '\(m.typeName(a[1]))'")
        }
        guard m.typeOf(a[2]) == m.type(.frame) else {
            throw m.raise(.typeError, "traceback() argument 'tb_frame' must be frame, not \(m.shortTypeName(a[2]))")
        }
        let frame = Record(a[2])
        let record = m.record(.traceback, count: TracebackField.count)
        record[TracebackField.next] = a[1]
        record[TracebackField.code] = frame[FrameField.code]
        record[TracebackField.word] = Value(small: try m.indexInt(a[3]) / 2)
        record[TracebackField.function] = frame[FrameField.function]
        record[TracebackField.frame] = a[2]
        record[TracebackField.line] = Value(small: try m.indexInt(a[4]))
        return record.value
    }

    static func setNext(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        guard value.isBound else { throw m.raise(.typeError, "can't delete tb_next attribute") }
        guard value.isNone || m.typeOf(value) == m.type(.traceback) else {
            throw m.raise(.typeError, "expected traceback object or None, got '\(m.typeName(value))'")
        }
        var current = value
        while !current.isNone {
            if current == v { throw m.raise(.valueError, "traceback loop detected") }
            current = Record(current)[TracebackField.next]
        }
        Record(v)[TracebackField.next] = value
    }

    static func frame(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        if Record(v)[TracebackField.frame].isBound { return Record(v)[TracebackField.frame] }
        // A call that an exception passed more than once, as it was raised again there, has one frame.
        var first = v
        while Record(first)[TracebackField.frame].isUnbound {
            let previous = Record(first)[TracebackField.previous]
            guard previous.isBound, isSameCall(Record(first), Record(previous)) else { break }
            first = previous
        }
        let record = Record(first)
        if record[TracebackField.frame].isUnbound { record[TracebackField.frame] = makeFrame(m, record) }
        Record(v)[TracebackField.frame] = record[TracebackField.frame]
        return record[TracebackField.frame]
    }

    /// Whether two neighbours in a traceback are of one call. The members of a chain of awaits have the same depth.
    private static func isSameCall(_ one: Record, _ other: Record) -> Bool {
        let code = one[TracebackField.code]
        return one[TracebackField.depth] == other[TracebackField.depth] && one[TracebackField.depth].isBound
            && code == other[TracebackField.code] && one[TracebackField.function] == other[TracebackField.function]
            && code.isKind(.code) && !code.layout(CodeLayout.self).pointee.isGeneratorLike
    }

    private static func makeFrame(_ m: Machine, _ record: Record) -> Value {
        let frame = m.makeFrameObject(
            code: record[TracebackField.code], word: record[TracebackField.word],
            function: record[TracebackField.function])
        Record(frame)[FrameField.depth] = record[TracebackField.depth]
        let previous = record[TracebackField.previous]
        if previous.isBound { Record(frame)[FrameField.back] = previous }
        let kept = record[TracebackField.locals]
        if kept.isBound, m.runningFrame(of: frame) == nil {
            Record(frame)[FrameField.locals] =
                m.typeOf(kept) != m.type(.tuple)
                ? kept
                : m.locals(
                    code: record[TracebackField.code].layout(), registers: Tuple(kept).items,
                    function: record[TracebackField.function])
        }
        return frame
    }

    static func frameLine(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let record = Record(v)
        guard record[FrameField.code].isKind(.code) else { return .none }
        let source = m.source(of: record[FrameField.code].layout())
        if record[FrameField.line].isSmallInt { return record[FrameField.line] }
        var word = record[FrameField.word].smallInt
        if let frame = m.runningFrame(of: v) {
            word = max(0, frame.pointee.pc - frame.pointee.code.pointee.words - 1)
        } else if record[FrameField.generator].isBound {
            let generator = Generator(record[FrameField.generator])
            if generator.state == .created { return m.int(source.firstLine) }
            if generator.state == .suspended {
                word = max(0, generator.pointer.pointee.pc - generator.pointer.pointee.code.pointee.words - 1)
            }
        }
        guard let range = source.position(at: word) else { return m.int(source.firstLine) }
        return m.int(Int(range.line))
    }

    static func frameGlobals(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let function = Record(v)[FrameField.function]
        guard function.isKind(.function) else { return m.dict().value }
        return function.layout(FunctionLayout.self).pointee.globals
    }

    static func frameLocals(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let locals = Record(v)[FrameField.locals]
        if locals.isBound { return locals }
        if let frame = m.runningFrame(of: v) {
            return frame.pointee.namespace.isBound ? m.locals(of: frame) : try proxy(m, v)
        }
        if Record(v)[FrameField.generator].isBound {
            let generator = Generator(Record(v)[FrameField.generator])
            if generator.state != .finished {
                let namespace = generator.extra(.namespace)
                if namespace.isBound { return namespace }
                return try proxy(m, v)
            }
        }
        return m.keptVariables(ofFrame: v) ?? m.dict().value
    }

    /// The variables of a function as a mapping that writes through.
    private static func proxy(_ m: Machine, _ frame: Value) throws(Raise) -> Value {
        let module = try m.importModule("_frame_locals")
        return try m.call(try m.getAttribute(module, m.intern("FrameLocalsProxy")), frame)
    }

    /// `frame.clear()`: drops the variables of a frame that has ended.
    static func clearFrame(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.runningFrame(of: a[0]) != nil { throw m.raise(.runtimeError, "cannot clear an executing frame") }
        let record = Record(a[0])
        if record[FrameField.generator].isBound, Generator(record[FrameField.generator]).state == .suspended {
            throw m.raise(.runtimeError, "cannot clear a suspended frame")
        }
        if record[FrameField.locals] != (try frameGlobals(m, a[0])) { record[FrameField.locals] = m.dict().value }
        return .none
    }

    /// `f_back`: the frame below, while the frame runs, or the one that the traceback shows before it.
    static func frameBack(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let record = Record(v)
        let known = record[FrameField.back]
        if known.isBound, !known.isNone {
            if m.typeOf(known) != m.type(.traceback) { return known }
            if m.runningFrame(of: v) == nil {
                record[FrameField.back] = try frame(m, known)
                return record[FrameField.back]
            }
        }
        guard record[FrameField.depth].isSmallInt else { return .none }
        let generator = record[FrameField.generator]
        if generator.isBound, Generator(generator).pointer.pointee.awaiter.isBound {
            // The members of a chain of awaits share one frame of the machine.
            let back = m.frameObject(of: Generator(Generator(generator).pointer.pointee.awaiter))
            Record(back)[FrameField.depth] = record[FrameField.depth]
            record[FrameField.back] = back
            return back
        }
        let depth = record[FrameField.depth].smallInt - 1
        guard depth > 0, depth <= m.state.pointee.frame - m.state.pointee.frameBase else { return .none }
        let back = m.frameObject(m.state.pointee.frameBase + depth)
        record[FrameField.back] = back
        return back
    }

    static func reprFrame(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let code = Record(a[0])[FrameField.code]
        guard code.isKind(.code) else { return m.defaultRepr(a[0]) }
        let layout: UnsafeMutablePointer<CodeLayout> = code.layout()
        let line = m.swiftString(try m.repr(try frameLine(m, a[0])))
        let file = m.swiftString(try m.repr(layout.pointee.filename))
        return m.string(
            "<frame at \(m.addressText(a[0])), file \(file), line \(line), code \(m.swiftString(layout.pointee.name))>")
    }
}
