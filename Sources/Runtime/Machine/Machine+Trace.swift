import Compiler

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What `sys.settrace` and `sys.setprofile` were told in a thread.
///
/// Only code that was compiled for it has events (see `CodeUnit+Tracing.swift`): that of a program whose text names one
/// of these functions. Other programs pay nothing.
struct TraceState {
    var function = Value.unbound
    var profiler = Value.unbound
    /// Frame objects of the frames that are traced, by their depth: a list, or unbound.
    var frames = Value.unbound
    /// The function that is told of events runs.
    var isInside = false
    var isOn = false
}

extension Machine {
    /// Whether a text is compiled for tracing. From the first that names `settrace` or `setprofile` on all are, but not
    /// those of the library in the binary.
    func isTraced(_ source: [UInt8], _ filename: String) -> Bool {
        guard let interpreter, !filename.hasPrefix(Self.libraryPath) else { return false }
        if !interpreter.isTraced {
            interpreter.isTraced = Self.names(source, "settrace") || Self.names(source, "setprofile")
        }
        if interpreter.isMainTraced == nil { interpreter.isMainTraced = interpreter.isTraced }
        return interpreter.isTraced
    }

    /// Notes whether a text that is not the library's looks at variables of frames: from the first that does on, frames
    /// that an exception leaves keep theirs for its traceback.
    func noteVariables(_ source: [UInt8], _ filename: String) {
        guard !heap.pointee.watch.keepsVariables, !filename.hasPrefix(Self.libraryPath) else { return }
        heap.pointee.watch.keepsVariables =
            Self.names(source, "_locals") || Self.names(source, "f_back") || Self.names(source, "getargvalues")
            || Self.names(source, "post_mortem")
    }

    private static func names(_ source: [UInt8], _ word: StaticString) -> Bool {
        source.withUnsafeBytes { text in
            guard var start = text.baseAddress else { return false }
            let end = start + text.count
            while end - start >= word.utf8CodeUnitCount,
                let found = memchr(start, Int32(word.utf8Start.pointee), end - start - word.utf8CodeUnitCount + 1)
            {
                if memcmp(found, word.utf8Start, word.utf8CodeUnitCount) == 0 { return true }
                start = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }

    /// The object of a frame whose call was told.
    func tracedFrame(_ frame: UnsafeMutablePointer<Frame>) -> Value? {
        guard state.pointee.trace.frames.isBound else { return nil }
        let list = List(state.pointee.trace.frames)
        let depth = frame - state.pointee.frameBase
        guard depth < list.count, list[depth].isCell, runningFrame(of: list[depth]) == frame else { return nil }
        return list[depth]
    }

    /// Keeps the object of a running frame, so that its `f_trace` is found again; None forgets it.
    func keepTraced(_ object: Value, at depth: Int) {
        if state.pointee.trace.frames.isUnbound { state.pointee.trace.frames = list().value }
        let list = List(state.pointee.trace.frames)
        while list.count <= depth { list.append(self, .none) }
        list[depth] = object
    }

    /// An event that the code itself tells.
    @inline(never)
    func traceEvent(_ event: Intrinsic, _ value: Value) throws(Raise) {
        guard !state.pointee.trace.isInside else { return }
        let frame = state.pointee.frame
        switch event {
        case .traceCall, .traceResume: try traceCall(frame, isResumed: event == .traceResume)
        case .traceLine, .traceBody, .traceNext: try traceLine(frame, event)
        default: try traceReturn(frame, value)
        }
    }

    private func traceCall(_ frame: UnsafeMutablePointer<Frame>, isResumed: Bool) throws(Raise) {
        let depth = frame - state.pointee.frameBase
        keepTraced(.none, at: depth)
        let object = frameObject(frame)
        keepTraced(object, at: depth)
        if isResumed {
            noteLine(object, frame)
            Record(object)[FrameField.isInBody] = .true
        }
        try tellFrame(object, "call", .none, function: state.pointee.trace.function)
        try tellProfiler(object, "call", .none)
    }

    /// A generator goes on with an exception: that is a call, too.
    @inline(never)
    func traceThrow(_ exception: Value) throws(Raise) {
        let frame = state.pointee.frame
        let words = frame.pointee.code.pointee.words
        let first = Instruction(bits: words.pointee)
        guard !state.pointee.trace.isInside, frame.pointee.pc != words, first.op == .intrinsic,
            first.n == Int(Intrinsic.traceCall.rawValue)
        else { return }
        // A generator that is closed where nothing is to be done does not go on.
        let word = frame.pointee.pc - words - 1
        if isInstance(exception, .generatorExit), findHandler(frame.pointee.code, word) == nil,
            Instruction(bits: frame.pointee.pc[-1]).n & 0x80 == 0
        {
            return keepTraced(.none, at: frame - state.pointee.frameBase)
        }
        try traceCall(frame, isResumed: true)
    }

    private func traceLine(_ frame: UnsafeMutablePointer<Frame>, _ event: Intrinsic) throws(Raise) {
        guard let object = tracedFrame(frame) else { return }
        let record = Record(object)
        guard record[FrameField.trace].isBound else { return }
        let line = record[FrameField.tracedLine]
        let word = record[FrameField.tracedWord]
        noteLine(object, frame)
        if line == record[FrameField.tracedLine] {
            // The same line begins anew after a jump back.
            switch event {
            case .traceBody:
                record[FrameField.isInBody] = .true
                return
            case .traceNext:
                guard record[FrameField.isInBody] == .true else { return }
            default:
                if word.isSmallInt, word.smallInt < record[FrameField.tracedWord].smallInt { return }
            }
        }
        record[FrameField.isInBody] = .unbound
        if record[FrameField.tracesLines] == .false { return }
        try tellFrame(object, "line", .none, function: record[FrameField.trace])
    }

    private func noteLine(_ object: Value, _ frame: UnsafeMutablePointer<Frame>) {
        let word = frame.pointee.pc - frame.pointee.code.pointee.words - 1
        let line = source(of: frame.pointee.code).position(at: word).map { Int($0.line) } ?? 0
        Record(object)[FrameField.tracedLine] = Value(small: line)
        Record(object)[FrameField.tracedWord] = Value(small: word)
    }

    private func traceReturn(_ frame: UnsafeMutablePointer<Frame>, _ value: Value) throws(Raise) {
        guard let object = tracedFrame(frame) else { return }
        let record = Record(object)
        // The end of a body belongs to the line that was carried out last.
        if record[FrameField.tracedLine].isSmallInt { record[FrameField.line] = record[FrameField.tracedLine] }
        defer {
            record[FrameField.line] = .unbound
            keepTraced(.none, at: frame - state.pointee.frameBase)
        }
        try tellFrame(object, "return", value, function: record[FrameField.trace])
        try tellProfiler(object, "return", value)
    }

    /// The pending exception has come to a frame.
    @inline(never)
    func traceException(_ frame: UnsafeMutablePointer<Frame>) {
        guard !state.pointee.trace.isInside, let object = tracedFrame(frame) else { return }
        let function = Record(object)[FrameField.trace]
        guard function.isBound else { return }
        noteLine(object, frame)
        whilePending { (m: Machine, exception: Value) throws(Raise) in
            let traceback = Exception(exception).pointer.pointee.traceback
            let argument = m.tuple(m.typeOf(exception).value, exception, traceback.isBound ? traceback : .none)
            try m.tellFrame(object, "exception", argument, function: function)
        }
    }

    /// The pending exception leaves a frame.
    @inline(never)
    func traceUnwinding(_ frame: UnsafeMutablePointer<Frame>) {
        guard !state.pointee.trace.isInside, tracedFrame(frame) != nil else { return }
        whilePending { (m: Machine, _: Value) throws(Raise) in try m.traceReturn(frame, .none) }
    }

    /// Calls the script while an exception is on its way; what is raised there takes its place.
    private func whilePending(_ body: (Machine, Value) throws(Raise) -> Void) {
        guard state.pointee.pending.isKind(.exception) else { return }
        let exception = takePending()
        do throws(Raise) {
            try body(self, exception)
            state.pointee.pending = exception
        } catch {}
    }

    private func tellFrame(
        _ object: Value, _ event: StaticString, _ argument: Value, function: Value
    ) throws(Raise) {
        guard function.isBound, state.pointee.trace.function.isBound else { return }
        let result = try tell(function, object, event, argument)
        if !result.isNone { Record(object)[FrameField.trace] = result }
    }

    private func tellProfiler(_ object: Value, _ event: StaticString, _ argument: Value) throws(Raise) {
        guard state.pointee.trace.profiler.isBound else { return }
        _ = try tell(state.pointee.trace.profiler, object, event, argument)
    }

    /// An exception of the function ends tracing.
    private func tell(
        _ function: Value, _ object: Value, _ event: StaticString, _ argument: Value
    ) throws(Raise) -> Value {
        state.pointee.trace.isInside = true
        defer { state.pointee.trace.isInside = false }
        do throws(Raise) {
            return try call(function, object, internStatic(event), argument)
        } catch {
            state.pointee.trace.function = .unbound
            state.pointee.trace.profiler = .unbound
            state.pointee.trace.isOn = false
            throw error
        }
    }
}

/// Attributes of frame objects that belong to tracing.
enum FrameTracing {
    static var properties: [NativeProperty] {
        [
            NativeProperty(
                "f_trace",
                get: { (_: Machine, v: Value) throws(Raise) -> Value in
                    let function = Record(v)[FrameField.trace]
                    return function.isBound ? function : .none
                }, set: setTrace),
            NativeProperty(
                "f_trace_lines",
                get: { (_: Machine, v: Value) throws(Raise) -> Value in
                    Value(Record(v)[FrameField.tracesLines] != .false)
                },
                set: { (m: Machine, v: Value, value: Value) throws(Raise) in
                    Record(v)[FrameField.tracesLines] = try flag(m, value)
                }),
            NativeProperty(
                "f_trace_opcodes",
                get: { (_: Machine, _: Value) throws(Raise) -> Value in
                    .false
                },
                set: { (m: Machine, _: Value, value: Value) throws(Raise) in
                    if try flag(m, value) == .true {
                        throw m.raise(.notImplementedError, "minipy has no events for opcodes")
                    }
                }),
        ]
    }

    private static func flag(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        guard value == .true || value == .false else {
            throw m.raise(.typeError, "attribute value type must be bool")
        }
        return value
    }

    private static func setTrace(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        let isSet = value.isBound && !value.isNone
        Record(v)[FrameField.trace] = isSet ? value : .unbound
        guard isSet, let frame = m.runningFrame(of: v), m.tracedFrame(frame) == nil else { return }
        m.keepTraced(v, at: frame - m.state.pointee.frameBase)
    }
}

extension SysModule {
    static var tracing: [Native] {
        [
            Native("settrace", .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                if !a[0].isNone { try checkTraced(m, "settrace") }
                m.state.pointee.trace.function = a[0].isNone ? .unbound : a[0]
                return switchTracing(m)
            },
            Native("setprofile", .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                if !a[0].isNone { try checkTraced(m, "setprofile") }
                m.state.pointee.trace.profiler = a[0].isNone ? .unbound : a[0]
                return switchTracing(m)
            },
            Native("gettrace", .none, style: .function) { (m: Machine, _: Arguments) throws(Raise) -> Value in
                let function = m.state.pointee.trace.function
                return function.isBound ? function : .none
            },
            Native("getprofile", .none, style: .function) { (m: Machine, _: Arguments) throws(Raise) -> Value in
                let function = m.state.pointee.trace.profiler
                return function.isBound ? function : .none
            },
        ]
    }

    private static func switchTracing(_ m: Machine) -> Value {
        m.state.pointee.trace.isOn =
            m.state.pointee.trace.function.isBound || m.state.pointee.trace.profiler.isBound
        return .none
    }

    /// A program that was compiled without events can't be traced.
    private static func checkTraced(_ m: Machine, _ name: String) throws(Raise) {
        guard m.interpreter?.isMainTraced != true else { return }
        throw m.raise(
            .notImplementedError, "minipy can trace a program only if the text of its main module names sys.\(name)")
    }
}
