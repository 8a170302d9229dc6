/// A value that crosses between Swift and a script.
///
/// Simple values are copied; everything else is held as a ``ScriptObject``.
public indirect enum ScriptValue {
    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    case string(String)
    case bytes([UInt8])
    case list([ScriptValue])
    case tuple([ScriptValue])
    case dict([(key: ScriptValue, value: ScriptValue)])
    /// Anything else: functions, instances, ints beyond 64 bits, …
    case object(ScriptObject)
}

/// A reference to an object of a script, which stays alive as long as this does.
public final class ScriptObject {
    let interpreter: Interpreter
    private let slot: Int

    init(_ value: Value, _ interpreter: Interpreter) {
        self.interpreter = interpreter
        slot = interpreter.hold(value)
    }

    deinit { interpreter.release(slot) }

    var value: Value { interpreter.held(slot) }
}

/// An exception that came out of a script.
public struct ScriptError: Error, CustomStringConvertible {
    /// The name of the exception's class.
    public let type: String
    /// `str(exception)`.
    public let message: String
    /// What Python would print if nobody caught it.
    public let traceback: String

    public var description: String { message.isEmpty ? type : "\(type): \(message)" }
}

extension Interpreter {
    // MARK: Objects held by Swift

    /// The list of what is held, in which freed places hold None.
    private var heldList: List {
        let key = machine.intern("_held_by_swift")
        let dict = Dict(machine.runtime.pointee.sysDict)
        let known = machine.dictGet(dict, name: key)
        if known.isKind(.list) { return List(known) }
        let list = machine.list()
        machine.dictSet(dict, name: key, list.value)
        return list
    }

    func hold(_ value: Value) -> Int {
        let list = heldList
        if let slot = freeSlots.popLast() {
            list.items[slot] = value
            return slot
        }
        list.append(machine, value)
        return list.count - 1
    }

    func held(_ slot: Int) -> Value {
        let list = heldList
        return slot < list.count ? list[slot] : .none
    }

    func release(_ slot: Int) {
        let list = heldList
        guard slot < list.count else { return }
        list.items[slot] = .none
        freeSlots.append(slot)
    }

    // MARK: Conversion

    /// The script's object for a value.
    func object(_ value: ScriptValue) throws(Raise) -> Value {
        let m = machine
        switch value {
        case .none: return .none
        case .bool(let bool): return Value(bool)
        case .int(let int): return m.int(int)
        case .float(let double): return Value(double)
        case .string(let text): return m.string(text)
        case .bytes(let bytes): return bytes.withUnsafeBufferPointer { m.bytes($0) }
        case .object(let object):
            guard object.interpreter === self else {
                throw m.raise(.valueError, "the object belongs to another interpreter")
            }
            return object.value
        case .list(let items):
            let list = m.list()
            for item in items { list.append(m, try self.object(item)) }
            return list.value
        case .tuple(let items):
            let list = m.list()
            for item in items { list.append(m, try self.object(item)) }
            return try m.tupleFromIterable(list.value)
        case .dict(let pairs):
            let dict = m.dict()
            for pair in pairs { try m.dictSet(dict, try self.object(pair.key), try self.object(pair.value)) }
            return dict.value
        }
    }

    /// The value for a script's object. Containers that contain themselves, and instances of subclasses, are held.
    func scriptValue(_ value: Value, depth: Int = 0) -> ScriptValue {
        let m = machine
        if value.isNone { return .none }
        if value.isBool { return .bool(value.isTrue) }
        if value.isDouble { return .float(value.double) }
        let type = m.typeOf(value)
        if type == m.type(.int), let int = m.intValue(value) { return .int(int) }
        if type == m.type(.str) { return .string(m.swiftString(value)) }
        if type == m.type(.bytes) { return .bytes(Array(Bytes(value).buffer)) }
        guard depth < 100 else { return .object(ScriptObject(value, self)) }
        if type == m.type(.list) {
            let list = List(value)
            return .list((0..<list.count).map { scriptValue(list[$0], depth: depth + 1) })
        }
        if type == m.type(.tuple) {
            let tuple = Tuple(value)
            return .tuple((0..<tuple.count).map { scriptValue(tuple[$0], depth: depth + 1) })
        }
        if type == m.type(.dict) {
            return .dict(
                Dict(value).entries.map { entry in
                    (
                        key: scriptValue(entry.key, depth: depth + 1),
                        value: scriptValue(entry.value, depth: depth + 1)
                    )
                })
        }
        return .object(ScriptObject(value, self))
    }
}
