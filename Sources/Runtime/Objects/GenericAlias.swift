/// The values of a generic alias.
enum GenericAliasField {
    static let origin = 0
    static let args = 1
    static let parameters = 2
    static let starred = 3
}

/// `types.GenericAlias`: `list[int]` (PEP 585).
enum GenericAliasMethods {
    static var methods: [Native] {
        [
            Native("__new__", .positional(2, 2), style: .new, new),
            Native("__repr__", .none, style: .slot, repr),
            Native("__getattribute__", .one, style: .slot, getAttribute),
            Native("__call__", .any, style: .slot, call),
            Native("__getitem__", .one, style: .slot, getItem),
            Native("__eq__", .one, style: .slot, equals),
            Native("__hash__", .none, style: .slot, hash),
            Native("__or__", .one, style: .slot, UnionMethods.or),
            Native("__ror__", .one, style: .slot, UnionMethods.reflectedOr),
            Native("__mro_entries__", .one, mroEntries),
            Native("__instancecheck__", .one, instanceCheck),
            Native("__subclasscheck__", .one, subclassCheck),
        ]
    }

    static var properties: [NativeProperty] {
        [
            field("__origin__", GenericAliasField.origin), field("__args__", GenericAliasField.args),
            field("__parameters__", GenericAliasField.parameters),
            NativeProperty("__unpacked__", get: { (_: Machine, _: Value) throws(Raise) -> Value in .false }),
        ]
    }

    private static func field(_ name: StaticString, _ number: Int) -> NativeProperty {
        NativeProperty(name, get: { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[number] })
    }

    /// `__class_getitem__` of the built-in generic classes.
    static func classGetItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.makeGenericAlias(a[0], a[1]) }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.makeGenericAlias(a[1], a[2]) }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let args = Tuple(record[GenericAliasField.args])
        var text = try m.typeText(record[GenericAliasField.origin]) + "["
        for index in 0..<args.count {
            if index > 0 { text += ", " }
            text += try m.typeText(args[index])
        }
        if args.count == 0 { text += "()" }
        return m.string(text + "]")
    }

    static func getAttribute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try ObjectMethods.checkedName(m, a[1])
        let own: [KnownName] = [.__origin__, .__args__, .__parameters__, .__mro_entries__, .__class__]
        var isOwn =
            Str(name).equals("__reduce_ex__") || Str(name).equals("__reduce__") || Str(name).equals("__unpacked__")
        for known in own where name == m.name(known) { isOwn = true }
        if !isOwn { return try m.getAttribute(Record(a[0])[GenericAliasField.origin], name) }
        let result = try m.findInstanceAttribute(a[0], m.typeOf(a[0]), name)
        if result.isBound { return result }
        throw m.raiseNoAttribute(a[0], name)
    }

    static func call(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let result = try m.call(Record(a[0])[GenericAliasField.origin], a.dropFirst)
        if result.isCell, result.cell.hasAttributes, result.cell.type.isHeapType {
            do throws(Raise) {
                try m.setAttribute(result, m.intern("__orig_class__"), a[0])
            } catch {
                guard m.pendingMatches(.attributeError) || m.pendingMatches(.typeError) else { throw error }
                m.clearPending()
            }
        }
        return result
    }

    /// `list[T][int]`: replaces the type parameters.
    static func getItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let parameters = Tuple(record[GenericAliasField.parameters])
        if parameters.count == 0 {
            throw m.raise(.typeError, "\(m.swiftString(try m.repr(a[0]))) is not a generic class")
        }
        let given = a[1].isKind(.tuple) ? Tuple(a[1]) : Tuple(m.tuple(a[1]))
        if given.count != parameters.count {
            let few = given.count < parameters.count ? "few" : "many"
            throw m.raise(
                .typeError,
                "Too \(few) arguments for \(m.swiftString(try m.repr(a[0]))); actual \(given.count), expected \(parameters.count)"
            )
        }
        let args = try substitute(m, Tuple(record[GenericAliasField.args]), parameters, given)
        return m.makeGenericAlias(record[GenericAliasField.origin], args)
    }

    private static func substitute(
        _ m: Machine, _ args: Tuple, _ parameters: Tuple, _ given: Tuple
    ) throws(Raise) -> Value {
        let new = m.makeTuple(count: args.count)
        for index in 0..<args.count {
            new[index] = args[index]
            for number in 0..<parameters.count where parameters[number] == args[index] { new[index] = given[number] }
            if args[index].isKind(.record), m.typeOf(args[index]) == m.type(.genericAlias) {
                let inner = Record(args[index])
                if Tuple(inner[GenericAliasField.parameters]).count > 0 {
                    let replaced = try substitute(m, Tuple(inner[GenericAliasField.args]), parameters, given)
                    new[index] = m.makeGenericAlias(inner[GenericAliasField.origin], replaced)
                }
            }
        }
        return new.value
    }

    static func equals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.typeOf(a[1]) == m.type(.genericAlias) else { return .notImplemented }
        let left = Record(a[0])
        let right = Record(a[1])
        guard try m.equals(left[GenericAliasField.origin], right[GenericAliasField.origin]) else { return .false }
        return Value(try m.equals(left[GenericAliasField.args], right[GenericAliasField.args]))
    }

    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        return m.int(try m.hash(record[GenericAliasField.origin]) ^ (try m.hash(record[GenericAliasField.args])))
    }

    /// The origin; `Generic[…]` gives way to other generic bases behind it.
    static func mroEntries(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let origin = Record(a[0])[GenericAliasField.origin]
        if origin == m.type(.generic).value, a[1].isKind(.tuple) {
            let bases = Tuple(a[1])
            var isBehind = false
            for index in 0..<bases.count {
                if isBehind, m.typeOf(bases[index]) == m.type(.genericAlias),
                    Record(bases[index])[GenericAliasField.origin].isKind(.type),
                    TypeRef(Record(bases[index])[GenericAliasField.origin]).isSubtype(of: m.type(.generic))
                {
                    return m.tuple()
                }
                if bases[index] == a[0] { isBehind = true }
            }
        }
        return m.tuple(origin)
    }

    static func instanceCheck(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        throw m.raise(.typeError, "isinstance() argument 2 cannot be a parameterized generic")
    }

    static func subclassCheck(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        throw m.raise(.typeError, "issubclass() argument 2 cannot be a parameterized generic")
    }
}

/// `int | str` (PEP 604): a record of one tuple.
enum UnionMethods {
    static var methods: [Native] {
        [
            Native("__repr__", .none, style: .slot, repr), Native("__or__", .one, style: .slot, or),
            Native("__ror__", .one, style: .slot, reflectedOr), Native("__eq__", .one, style: .slot, equals),
            Native("__hash__", .none, style: .slot, hash), Native("__instancecheck__", .one, instanceCheck),
            Native("__subclasscheck__", .one, subclassCheck),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty("__args__", get: { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[0] }),
            NativeProperty(
                "__parameters__",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in m.typeParameters(in: Tuple(Record(v)[0])) }),
        ]
    }

    static func or(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.makeUnion(a[0], a[1]) }
    static func reflectedOr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.makeUnion(a[1], a[0]) }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let args = Tuple(Record(a[0])[0])
        var text = ""
        for index in 0..<args.count {
            if index > 0 { text += " | " }
            text += args[index] == m.type(.noneType).value ? "None" : try m.typeText(args[index])
        }
        return m.string(text)
    }

    static func equals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.typeOf(a[1]) == m.type(.union) else { return .notImplemented }
        let left = Tuple(Record(a[0])[0])
        let right = Tuple(Record(a[1])[0])
        guard left.count == right.count else { return .false }
        for index in 0..<left.count {
            var found = false
            for other in 0..<right.count where try m.equals(left[index], right[other]) { found = true }
            if !found { return .false }
        }
        return .true
    }

    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let args = Tuple(Record(a[0])[0])
        var result = 0x345678
        for index in 0..<args.count { result ^= try m.hash(args[index]) &* 3 }
        return m.int(result)
    }

    static func instanceCheck(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let args = Tuple(Record(a[0])[0])
        for index in 0..<args.count where try m.isInstanceOf(a[1], args[index]) { return .true }
        return .false
    }

    static func subclassCheck(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let args = Tuple(Record(a[0])[0])
        for index in 0..<args.count where try m.isSubclass(a[1], args[index]) { return .true }
        return .false
    }
}

extension Machine {
    /// `origin[args]`; `args` is a tuple, or the only argument.
    func genericAlias(_ origin: Value, _ args: Value) throws(Raise) -> Value { makeGenericAlias(origin, args) }

    func makeGenericAlias(_ origin: Value, _ args: Value) -> Value {
        let record = record(.genericAlias, count: 4)
        let tuple = args.isKind(.tuple) && typeOf(args) == type(.tuple) ? args : self.tuple(args)
        record[GenericAliasField.origin] = origin
        record[GenericAliasField.args] = tuple
        record[GenericAliasField.parameters] = typeParameters(in: Tuple(tuple))
        record[GenericAliasField.starred] = .false
        return record.value
    }

    /// The type variables among the arguments of a generic type, each once.
    func typeParameters(in args: Tuple) -> Value {
        let list = list()
        func add(_ value: Value) {
            for index in 0..<list.count where list[index] == value { return }
            list.append(self, value)
        }
        for index in 0..<args.count {
            let arg = args[index]
            let type = typeOf(arg)
            if type == self.type(.typeVar) || type == self.type(.paramSpec) || type == self.type(.typeVarTuple) {
                add(arg)
            } else if type == self.type(.genericAlias) {
                let inner = Tuple(Record(arg)[GenericAliasField.parameters])
                for number in 0..<inner.count { add(inner[number]) }
            } else if type == self.type(.union) {
                let inner = Tuple(typeParameters(in: Tuple(Record(arg)[0])))
                for number in 0..<inner.count { add(inner[number]) }
            }
        }
        return list.count == 0 ? tuple() : tuple(from: list.items, count: list.count)
    }

    /// How a type is shown inside of a generic alias or a union.
    func typeText(_ value: Value) throws(Raise) -> String {
        if value == .ellipsis { return "..." }
        if value.isKind(.type) { return qualifiedTypeName(TypeRef(value)) }
        if value.isKind(.list), typeOf(value) == type(.list) {
            let list = List(value)
            var text = "["
            for index in 0..<list.count {
                if index > 0 { text += ", " }
                text += try typeText(list[index])
            }
            return text + "]"
        }
        return swiftString(try repr(value))
    }

    /// `a | b` of types; NotImplemented for anything else.
    func makeUnion(_ a: Value, _ b: Value) throws(Raise) -> Value {
        guard isUnionOperand(a), isUnionOperand(b) else { return .notImplemented }
        let members = list()
        for operand in [a, b] {
            if typeOf(operand) == type(.union) {
                let args = Tuple(Record(operand)[0])
                for index in 0..<args.count { try addMember(members, args[index]) }
            } else {
                try addMember(members, operand.isNone ? type(.noneType).value : operand)
            }
        }
        if members.count == 1 { return members[0] }
        let record = record(.union, count: 1)
        record[0] = tuple(from: members.items, count: members.count)
        return record.value
    }

    private func addMember(_ members: List, _ value: Value) throws(Raise) {
        for index in 0..<members.count where try equals(members[index], value) { return }
        members.append(self, value)
    }

    private func isUnionOperand(_ value: Value) -> Bool {
        if value.isNone || value.isKind(.type) { return true }
        let type = typeOf(value)
        return type == self.type(.genericAlias) || type == self.type(.union) || type == self.type(.typeVar)
            || type == self.type(.paramSpec) || type == self.type(.typeAliasType)
    }
}
