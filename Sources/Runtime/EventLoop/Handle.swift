/// A callback that the script scheduled: what `call_soon` and `call_later` give. A record whose fields have the numbers
/// below; those of timers come last.
struct Handle {
    static let callback = 0
    /// A tuple, or the only argument itself; see ``state``.
    static let arguments = 1
    static let loop = 2
    static let context = 3
    /// Unbound: the arguments are a tuple. False: there is one, and it needed no tuple yet. True: cancelled.
    static let state = 4
    static let when = 5
    /// True while it lies in the heap of timers.
    static let scheduled = 6
    /// Debug mode, in records that are long enough: where it was made, and its repr from before it was cancelled.
    static let source = 7
    static let savedText = 8

    /// How many fields a record has: a handle's, a timer's, and that of either in debug mode.
    static let count = 5
    static let timerCount = 7
    static let debugCount = 9

    let record: Record
    @inline(__always) init(_ value: Value) { record = Record(value) }
    @inline(__always) var value: Value { record.value }
    @inline(__always) var isCancelled: Bool { record[Handle.state].isTrue }
    /// Where it was made, or unbound.
    var sourceTraceback: Value { record.count > Handle.source ? record[Handle.source] : .unbound }
    var loop: EventLoop { EventLoop(record[Handle.loop]) }
}

extension Machine {
    /// A handle for a callback with a tuple of arguments.
    func makeHandle(_ callback: Value, arguments: Value, _ loop: Value, context: Value) -> Value {
        let record = newHandle(callback, loop, context)
        record[Handle.arguments] = arguments
        return record.value
    }

    /// A handle for a callback with one argument, which is what most have: no tuple is made before somebody asks for it.
    @inline(__always)
    func makeHandle(_ callback: Value, argument: Value, _ loop: Value, context: Value) -> Value {
        let record = newHandle(callback, loop, context)
        record[Handle.arguments] = argument
        record[Handle.state] = .false
        return record.value
    }

    @inline(__always)
    private func newHandle(_ callback: Value, _ loop: Value, _ context: Value) -> Record {
        let record: Record
        if EventLoop(loop).pointer.pointee.isDebug {
            record = self.record(.handle, count: Handle.debugCount)
        } else {
            let size = MemoryLayout<CellHeader>.stride + Handle.count * MemoryLayout<Value>.stride
            let cell = newCell(size: size, kind: .record, type: type(.handle), aux: Handle.count)
            record = Record(Value(Cell(cell)))
        }
        record[Handle.callback] = callback
        record[Handle.loop] = loop
        record[Handle.context] = contextOfHandle(context)
        return record
    }

    /// The arguments of a handle as a tuple, or None of a cancelled one.
    func argumentTuple(_ handle: Handle) -> Value {
        if handle.record[Handle.state].isFalse {
            let only = tuple(handle.record[Handle.arguments])
            handle.record[Handle.arguments] = only
            handle.record[Handle.state] = .unbound
        }
        return HandleMethods.field(handle.value, Handle.arguments)
    }

    /// In debug mode, notes in a handle where it was made: by the script's code that runs now.
    @inline(__always)
    func noteSource(_ handle: Value) throws(Raise) {
        if Handle(handle).record.count > Handle.source { Handle(handle).record[Handle.source] = try sourceTraceback() }
    }

    /// The context given, or a copy of the current one when contexts are in use.
    @inline(__always)
    private func contextOfHandle(_ given: Value) -> Value {
        runtime.pointee.asyncio.contexts.isUsed && (given.isUnbound || given.isNone) ? copyOfContext() : given
    }

    func makeTimerHandle(
        when: Value, _ callback: Value, _ arguments: Value, _ loop: Value, context: Value
    ) -> Value {
        let isDebug = EventLoop(loop).pointer.pointee.isDebug
        let record = record(.timerHandle, count: isDebug ? Handle.debugCount : Handle.timerCount)
        record[Handle.callback] = callback
        record[Handle.arguments] = arguments
        record[Handle.loop] = loop
        record[Handle.context] = contextOfHandle(context)
        record[Handle.when] = when
        return record.value
    }

    /// Calls a callback, in its context when it has one (an object with `run`).
    @inline(__always)
    func callInContext(_ context: Value, _ callback: Value, _ arguments: Arguments) throws(Raise) {
        guard context.isUnbound || context.isNone else { return try callInGivenContext(context, callback, arguments) }
        let outer = state.pointee.context
        defer { state.pointee.context = outer }
        _ = try call(callback, arguments)
    }

    @inline(never)
    private func callInGivenContext(_ context: Value, _ callback: Value, _ arguments: Arguments) throws(Raise) {
        if isContext(context) {
            _ = try runInContext(context, callback, arguments)
            return
        }
        let run = try getAttribute(context, intern("run"))
        _ = try withScratch(arguments.count + 1) { (base) throws(Raise) in
            base[0] = callback
            (base + 1).update(from: arguments.base, count: arguments.count)
            return try call(run, Arguments(base: base, count: arguments.count + 1))
        }
    }

    func installHandles() {
        define(
            .handle, recordSize: Handle.debugCount,
            methods: [
                Native("__new__", .any, style: .new, HandleMethods.new),
                Native("cancel", .none, HandleMethods.cancel),
                Native("cancelled", .none, HandleMethods.cancelled),
                Native("get_context", .none, HandleMethods.context),
                Native("_run", .none, HandleMethods.run),
                Native("__repr__", .none, style: .slot, HandleMethods.repr),
            ],
            properties: [
                NativeProperty("_callback", get: { (m, h) throws(Raise) in HandleMethods.field(h, Handle.callback) }),
                NativeProperty("_args", get: { (m, h) throws(Raise) in m.argumentTuple(Handle(h)) }),
                NativeProperty("_loop", get: { (m, h) throws(Raise) in HandleMethods.field(h, Handle.loop) }),
                NativeProperty("_cancelled", get: { (m, h) throws(Raise) in Value(Handle(h).isCancelled) }),
                NativeProperty("_context", get: { (m, h) throws(Raise) in HandleMethods.field(h, Handle.context) }),
                NativeProperty(
                    "_source_traceback",
                    get: { (m, h) throws(Raise) in
                        let source = Handle(h).sourceTraceback
                        return source.isUnbound ? .none : source
                    }),
            ])
        define(
            .timerHandle, recordSize: Handle.debugCount,
            methods: [
                Native("__new__", .any, style: .new, HandleMethods.newTimer),
                Native("when", .none, HandleMethods.when),
                Native("__hash__", .none, style: .slot, HandleMethods.hash),
                Native("__eq__", .one, style: .slot, HandleMethods.equal),
                Native("__lt__", .one, style: .slot, HandleMethods.less),
                Native("__le__", .one, style: .slot, HandleMethods.lessEqual),
                Native("__gt__", .one, style: .slot, HandleMethods.greater),
                Native("__ge__", .one, style: .slot, HandleMethods.greaterEqual),
            ],
            properties: [
                NativeProperty("_when", get: { (m, h) throws(Raise) in HandleMethods.field(h, Handle.when) }),
                NativeProperty(
                    "_scheduled", get: { (m, h) throws(Raise) in Value(Handle(h).record[Handle.scheduled].isTrue) },
                    set: { (m, h, value) throws(Raise) in
                        let isTrue = value.isBound ? try m.truth(value) : false
                        Handle(h).record[Handle.scheduled] = isTrue ? .true : .unbound
                    }),
            ])
    }
}

/// The methods of `Handle` and `TimerHandle`.
enum HandleMethods {
    static func field(_ value: Value, _ number: Int) -> Value {
        let field = Handle(value).record[number]
        return field.isUnbound ? .none : field
    }

    /// `Handle(callback, args, loop, context=None)`.
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count == 4 || a.count == 5 else { throw m.raise(.typeError, "Handle() takes 3 or 4 arguments") }
        let handle = Handle(m.allocateInstance(of: TypeRef(a[0])))
        try fill(m, handle, a.dropFirst)
        return handle.value
    }

    /// `TimerHandle(when, callback, args, loop, context=None)`.
    static func newTimer(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count == 5 || a.count == 6 else { throw m.raise(.typeError, "TimerHandle() takes 4 or 5 arguments") }
        let handle = Handle(m.allocateInstance(of: TypeRef(a[0])))
        try fill(m, handle, a.dropFirst.dropFirst)
        handle.record[Handle.when] = a[1]
        return handle.value
    }

    private static func fill(_ m: Machine, _ handle: Handle, _ a: Arguments) throws(Raise) {
        handle.record[Handle.callback] = a[0]
        handle.record[Handle.arguments] = a[1].isNone ? m.tuple() : try m.tupleFromIterable(a[1])
        handle.record[Handle.loop] = try m.checkedLoop(a[2])
        let context = a.optional(3)
        handle.record[Handle.context] = context.isNone ? .unbound : context
        if handle.loop.pointer.pointee.isDebug { handle.record[Handle.source] = try m.sourceTraceback() }
    }

    static func cancel(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let handle = Handle(a[0])
        guard !handle.isCancelled else { return .none }
        if m.typeOf(a[0]).isSubtype(of: m.type(.timerHandle)), handle.record[Handle.scheduled].isTrue {
            EventLoop(handle.record[Handle.loop]).pointer.pointee.cancelledTimers += 1
        }
        handle.record[Handle.state] = .true
        if handle.loop.pointer.pointee.isDebug, handle.record.count > Handle.savedText {
            // What it was is shown even now.
            handle.record[Handle.savedText] = try m.repr(a[0])
        }
        handle.record[Handle.callback] = .none
        handle.record[Handle.arguments] = .none
        return .none
    }

    static func cancelled(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(Handle(a[0]).isCancelled) }
    static func context(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { field(a[0], Handle.context) }
    static func when(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { field(a[0], Handle.when) }
    static func run(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.runHandle(Handle(a[0]))
        return .none
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let handle = Handle(a[0])
        if handle.record.count > Handle.savedText, handle.record[Handle.savedText].isBound {
            return handle.record[Handle.savedText]
        }
        var text = "<" + m.plainTypeName(a[0])
        if handle.isCancelled { text += " cancelled" }
        if m.typeOf(a[0]).isSubtype(of: m.type(.timerHandle)) {
            text += " when=" + m.swiftString(try m.str(field(a[0], Handle.when)))
        }
        let callback = handle.record[Handle.callback]
        if callback.isBound, !callback.isNone {
            text += " " + (try m.callbackText(callback, m.argumentTuple(handle), handle.loop))
        }
        if let created = try m.creationText(handle.sourceTraceback) { text += " " + created }
        return m.string(text + ">")
    }

    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(try m.hash(Handle(a[0]).record[Handle.when]))
    }

    private static func isTimer(_ m: Machine, _ value: Value) -> Bool { m.isInstance(value, .timerHandle) }

    static func equal(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard isTimer(m, a[1]) else { return .notImplemented }
        for number in [Handle.when, Handle.callback, Handle.arguments] {
            if !(try m.equals(field(a[0], number), field(a[1], number))) { return .false }
        }
        return Value(Handle(a[0]).isCancelled == Handle(a[1]).isCancelled)
    }
    private static func compare(_ m: Machine, _ a: Arguments, _ op: Comparison, orEqual: Bool) throws(Raise) -> Value {
        guard isTimer(m, a[1]) else { return .notImplemented }
        if try m.compareBool(op, field(a[0], Handle.when), field(a[1], Handle.when)) { return .true }
        return orEqual ? try equal(m, a) : .false
    }
    static func less(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try compare(m, a, .less, orEqual: false) }
    static func lessEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try compare(m, a, .less, orEqual: true)
    }
    static func greater(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try compare(m, a, .greater, orEqual: false)
    }
    static func greaterEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try compare(m, a, .greater, orEqual: true)
    }
}
