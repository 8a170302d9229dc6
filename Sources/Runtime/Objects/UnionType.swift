/// `int | str` (PEP 604): a record of one tuple.
enum UnionMethods {
    static var methods: [Native] {
        [
            Native("__repr__", .none, style: .slot, repr), Native("__or__", .one, style: .slot, or),
            Native("__ror__", .one, style: .slot, reflectedOr), Native("__eq__", .one, style: .slot, equals),
            Native("__hash__", .none, style: .slot, hash), Native("__getitem__", .one, style: .slot, getItem),
            Native("__instancecheck__", .one, instanceCheck), Native("__subclasscheck__", .one, subclassCheck),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty(
                "__args__", isMember: true, get: { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[0] }),
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

    /// `(list[T] | None)[int]`: replaces the type parameters.
    static func getItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let args = Tuple(Record(a[0])[0])
        let new = Tuple(try m.substituteTypes(a[0], args, Tuple(m.typeParameters(in: args)), a[1]))
        var result = new.count > 0 ? new[0] : .none
        for index in 1..<max(1, new.count) { result = try m.binary(.bitOr, result, new[index]) }
        return result
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
        return type == self.type(.genericAlias) || type == self.type(.union)
            || type == self.type(.typeAliasType)
    }
}
