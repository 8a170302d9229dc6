import Compiler
import Parser

/// The values of a traceback object: one frame that an exception passed through.
enum TracebackField {
    static let next = 0
    static let code = 1
    /// The number of the word of code that raised.
    static let word = 2
    static let function = 3
    /// The frame object, made when it is asked for.
    static let frame = 4
    /// A line set by a program, or unbound.
    static let line = 5
    /// Tuple of the values of the variables, or the namespace of a module or class; unbound when they were not kept.
    static let locals = 6
    /// How many frames lay below the frame.
    static let depth = 7
    /// The traceback object before it, or unbound: its frame is that of the caller.
    static let previous = 8
    static let count = 9
}

/// The values of a frame object.
enum FrameField {
    static let code = 0
    static let word = 1
    static let function = 2
    static let back = 3
    static let locals = 4
    static let line = 5
    /// How many frames lay below the frame; with it a frame that still runs is found.
    static let depth = 6
    /// The generator whose frame it is, or unbound.
    static let generator = 7
    /// `f_trace`, or unbound.
    static let trace = 8
    /// `f_trace_lines`, or unbound.
    static let tracesLines = 9
    /// Whether the body of a one-line `for` has begun since the last event.
    static let isInBody = 10
    /// The line and the word of the last event of tracing.
    static let tracedLine = 11
    static let tracedWord = 12
    /// Dict of what was put into `f_locals` under names that are not variables, or unbound.
    static let extra = 13
    /// Tuple of the values that the variables had when the object was made, or unbound: all that is left of them once
    /// the function has ended.
    static let kept = 14
    static let count = 15
}

extension Machine {
    /// Notes that an exception has passed through a frame: puts a traceback object before the ones it has.
    func addTraceback(_ exception: Value, _ frame: UnsafeMutablePointer<Frame>) {
        guard exception.isKind(.exception), !frame.pointee.code.pointee.isHidden else { return }
        let layout = Exception(exception).pointer
        let word = instructionWord(frame)
        let record = record(.traceback, count: TracebackField.count)
        let next = layout.pointee.traceback
        record[TracebackField.next] = next.isUnbound ? .none : next
        // A cycle, which would keep what the variables hold from going at once.
        if next.isCell, heap.pointee.watch.keepsVariables { Record(next)[TracebackField.previous] = record.value }
        record[TracebackField.code] = Value(frame.pointee.code)
        record[TracebackField.word] = Value(small: max(0, word))
        record[TracebackField.function] = frame.pointee.function
        record[TracebackField.depth] = Value(small: frame - state.pointee.frameBase)
        if heap.pointee.watch.isOn || heap.pointee.watch.keepsVariables {
            // As long as the traceback lives, CPython's frames keep their variables.
            record[TracebackField.locals] = variables(of: frame)
        } else if !layout.pointee.traceback.isCell {
            keepLocals(exception, record, frame)
        }
        layout.pointee.traceback = record.value
    }

    /// An exception goes on its way out of a frame after the `finally` or `except` that it was in: the variables are
    /// those that the frame has now.
    func renewVariables(_ exception: Value, _ frame: UnsafeMutablePointer<Frame>) {
        guard heap.pointee.watch.keepsVariables, exception.isKind(.exception) else { return }
        let traceback = Exception(exception).pointer.pointee.traceback
        guard traceback.isCell, typeOf(traceback) == type(.traceback) else { return }
        let record = Record(traceback)
        guard record[TracebackField.depth] == Value(small: frame - state.pointee.frameBase),
            record[TracebackField.code] == Value(frame.pointee.code)
        else { return }
        record[TracebackField.locals] = variables(of: frame)
    }

    /// The namespace of a frame of a module or class, or a tuple of the values of a function's variables.
    private func variables(of frame: UnsafeMutablePointer<Frame>) -> Value {
        let namespace = frame.pointee.namespace
        if namespace.isBound { return namespace }
        return tuple(from: frame.pointee.registers, count: Int(frame.pointee.code.pointee.variableCount))
    }

    /// The word whose source range says where a frame is. While a call runs the frame's `pc` is behind the extra words of
    /// the instruction, and those of a method call have the range of the attribute: an error of the call belongs to the
    /// instruction itself.
    private func instructionWord(_ frame: UnsafeMutablePointer<Frame>) -> Int {
        let words = frame.pointee.code.pointee.words
        let word = frame.pointee.pc - words - 1
        guard word >= 4 else { return word }
        guard let operation = Opcode(rawValue: UInt8(truncatingIfNeeded: words[word - 4])), operation.isMethodCall
        else {
            return word
        }
        let positions = source(of: frame.pointee.code).positions
        var low = 0
        var high = positions.count
        while low < high {
            let middle = (low + high) / 2
            if positions[middle].start < word - 3 { low = middle + 1 } else { high = middle }
        }
        return low < positions.count && positions[low].start == word - 3 ? word - 4 : word
    }

    /// The source range of a traceback object.
    func sourceRange(ofTraceback traceback: Value) -> SourceRange? {
        let record = Record(traceback)
        guard record[TracebackField.code].isKind(.code) else { return nil }
        return source(of: record[TracebackField.code].layout()).position(at: record[TracebackField.word].smallInt)
    }

    /// `tb_lineno`.
    func line(ofTraceback traceback: Value) -> Int {
        let record = Record(traceback)
        if record[TracebackField.line].isSmallInt { return record[TracebackField.line].smallInt }
        if let range = sourceRange(ofTraceback: traceback) { return Int(range.line) }
        guard record[TracebackField.code].isKind(.code) else { return 0 }
        return source(of: record[TracebackField.code].layout()).firstLine
    }

    /// A frame object for a running frame.
    func frameObject(_ frame: UnsafeMutablePointer<Frame>) -> Value {
        if state.pointee.trace.frames.isBound, let object = tracedFrame(frame) { return object }
        let word = frame.pointee.pc - frame.pointee.code.pointee.words - 1
        let object = makeFrameObject(
            code: Value(frame.pointee.code), word: Value(small: max(0, word)), function: frame.pointee.function)
        Record(object)[FrameField.locals] = frame.pointee.namespace
        Record(object)[FrameField.depth] = Value(small: frame - state.pointee.frameBase)
        Record(object)[FrameField.generator] = frame.pointee.generator
        if heap.pointee.watch.keepsVariables, frame.pointee.namespace.isUnbound, frame.pointee.generator.isUnbound {
            Record(object)[FrameField.kept] = variables(of: frame)
        }
        return object
    }

    /// The running frame that a frame object stands for, or nil when it has ended.
    func runningFrame(of object: Value) -> UnsafeMutablePointer<Frame>? {
        let record = Record(object)
        guard record[FrameField.depth].isSmallInt else { return nil }
        let depth = record[FrameField.depth].smallInt
        guard depth > 0, depth <= state.pointee.frame - state.pointee.frameBase else { return nil }
        let frame = state.pointee.frameBase + depth
        guard Value(frame.pointee.code) == record[FrameField.code],
            frame.pointee.function == record[FrameField.function],
            record[FrameField.generator].isUnbound || frame.pointee.generator == record[FrameField.generator]
        else { return nil }
        return frame
    }

    func makeFrameObject(code: Value, word: Value, function: Value) -> Value {
        let record = record(.frame, count: FrameField.count)
        record[FrameField.code] = code
        record[FrameField.word] = word
        record[FrameField.function] = function
        record[FrameField.back] = .none
        return record.value
    }

    /// Methods and attributes of traceback and frame objects.
    func installTraceback() {
        define(
            .traceback,
            methods: [
                Native(
                    "__new__", .signature("tb_next, tb_frame, tb_lasti, tb_lineno"), style: .new, TracebackMethods.new),
                Native("__dir__", .none, TracebackMethods.dir),
            ],
            properties: [
                NativeProperty(
                    "tb_next", get: { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[TracebackField.next] },
                    set: TracebackMethods.setNext),
                NativeProperty("tb_frame", get: TracebackMethods.frame),
                NativeProperty(
                    "tb_lineno", get: { (m: Machine, v: Value) throws(Raise) -> Value in m.int(m.line(ofTraceback: v)) }
                ),
                NativeProperty(
                    "tb_lasti",
                    get: { (m: Machine, v: Value) throws(Raise) -> Value in
                        m.int(Record(v)[TracebackField.word].smallInt * 2)
                    }),
            ])
        define(
            .frame,
            methods: [
                Native("__repr__", .none, style: .slot, TracebackMethods.reprFrame),
                Native("clear", .none, TracebackMethods.clearFrame),
            ],
            properties: [
                NativeProperty(
                    "f_code", get: { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[FrameField.code] }),
                NativeProperty("f_lineno", get: TracebackMethods.frameLine),
                NativeProperty(
                    "f_lasti",
                    get: { (m: Machine, v: Value) throws(Raise) -> Value in
                        m.int(Record(v)[FrameField.word].smallInt * 2)
                    }),
                NativeProperty("f_back", get: TracebackMethods.frameBack),
                NativeProperty("f_globals", get: TracebackMethods.frameGlobals),
                NativeProperty(
                    "f_builtins", get: { (m: Machine, _: Value) throws(Raise) -> Value in m.runtime.pointee.builtins }),
                NativeProperty("f_locals", get: TracebackMethods.frameLocals),
            ] + FrameTracing.properties)
    }
}
