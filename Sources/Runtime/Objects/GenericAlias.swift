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
            Native("__subclasscheck__", .one, subclassCheck), Native("__iter__", .none, style: .slot, unpack),
            Native("__reduce__", .none, reduce), Native("__dir__", .none, dir),
        ]
    }

    static var properties: [NativeProperty] {
        [
            field("__origin__", GenericAliasField.origin), field("__args__", GenericAliasField.args),
            NativeProperty(
                "__parameters__",
                get: { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[GenericAliasField.parameters] }),
            field("__unpacked__", GenericAliasField.starred),
            NativeProperty(
                "__typing_unpacked_tuple_args__",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    let record = Record(v)
                    let isTuple = record[GenericAliasField.origin] == m.type(.tuple).value
                    return isTuple && record[GenericAliasField.starred].isTrue ? record[GenericAliasField.args] : .none
                }),
        ]
    }

    private static func field(_ name: StaticString, _ number: Int) -> NativeProperty {
        .member(name) { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[number] }
    }

    /// `__class_getitem__` of the built-in generic classes.
    static func classGetItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.makeGenericAlias(a[0], a[1]) }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.makeGenericAlias(a[1], a[2]) }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let args = Tuple(record[GenericAliasField.args])
        var text = record[GenericAliasField.starred].isTrue ? "*" : ""
        let origin = try m.typeText(record[GenericAliasField.origin])
        text += origin + "["
        // The parameters of a callable stand in brackets of their own, unless a ParamSpec or `...` stands for them.
        let isCallable = origin == "collections.abc.Callable" && args.count > 0
        let isOpen =
            args.count == 2
            && (args[0] == .ellipsis || m.typeName(m.typeOf(args[0])) == "ParamSpec"
                || m.typeName(m.typeOf(args[0])) == "_ConcatenateGenericAlias")
        let hasList = isCallable && !isOpen
        if hasList { text += "[" }
        for index in 0..<args.count {
            if hasList, index == args.count - 1 { text += "]" }
            if index > 0 || hasList && args.count == 1 { text += ", " }
            text += try m.typeText(args[index])
        }
        if args.count == 0 { text += "()" }
        return m.string(text + "]")
    }

    /// The attributes that are the alias's own; all others are those of the origin.
    private static let ownNames: [StaticString] = [
        "__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__",
        "__mro_entries__", "__reduce_ex__", "__reduce__", "__bases__", "__copy__", "__deepcopy__",
    ]

    static func getAttribute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try ObjectMethods.checkedName(m, a[1])
        if !ownNames.contains(where: { Str(name).equals($0) }) {
            return try m.getAttribute(Record(a[0])[GenericAliasField.origin], name)
        }
        let result = try m.findInstanceAttribute(a[0], m.typeOf(a[0]), name)
        if result.isBound { return result }
        throw m.raiseNoAttribute(a[0], name)
    }

    /// The names of the origin and the alias's own.
    static func dir(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let function = try m.getAttribute(try m.importModule("builtins"), m.intern("dir"))
        let names = try m.listFromIterable(try m.call(function, Record(a[0])[GenericAliasField.origin]))
        for name in ownNames where !Str(m.internStatic(name)).equals("__bases__") {
            let name = m.internStatic(name)
            var isThere = false
            for index in 0..<names.count where names[index] == name { isThere = true }
            if !isThere, m.lookup(m.typeOf(a[0]), name).isBound { names.append(m, name) }
        }
        return names.value
    }

    /// `*tuple[int]`: an iterator that gives the unpacked alias.
    static func unpack(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let starred = m.makeGenericAlias(record[GenericAliasField.origin], record[GenericAliasField.args])
        Record(starred)[GenericAliasField.starred] = .true
        return try m.iterator(of: m.tuple(starred))
    }

    static func reduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let args = m.tuple(record[GenericAliasField.origin], record[GenericAliasField.args])
        guard record[GenericAliasField.starred].isTrue else { return m.tuple(m.typeOf(a[0]).value, args) }
        let plain = m.makeGenericAlias(record[GenericAliasField.origin], record[GenericAliasField.args])
        let next = try m.getAttribute(try m.importModule("builtins"), m.intern("next"))
        return m.tuple(next, m.tuple(try m.iterator(of: plain)))
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
        let args = try m.substituteTypes(a[0], Tuple(record[GenericAliasField.args]), parameters, a[1])
        let new = m.makeGenericAlias(record[GenericAliasField.origin], args)
        Record(new)[GenericAliasField.starred] = record[GenericAliasField.starred]
        return new
    }

    static func equals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.typeOf(a[1]) == m.type(.genericAlias) else { return .notImplemented }
        let left = Record(a[0])
        let right = Record(a[1])
        guard left[GenericAliasField.starred] == right[GenericAliasField.starred] else { return .false }
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
            } else if arg.isKind(.tuple) || arg.isKind(.list), type == self.type(.tuple) || type == self.type(.list) {
                guard let items = try? tupleFromIterable(arg) else { continue }
                let inner = Tuple(typeParameters(in: Tuple(items)))
                for number in 0..<inner.count { add(inner[number]) }
            } else if type.isHeapType, !arg.isKind(.type) {
                // An object of the module typing, or one that behaves like it.
                do throws(Raise) {
                    if try getAttributeIfPresent(arg, intern("__typing_subst__")).isBound {
                        add(arg)
                        continue
                    }
                    let inner = try getAttributeIfPresent(arg, .__parameters__)
                    guard inner.isKind(.tuple) else { continue }
                    for number in 0..<Tuple(inner).count { add(Tuple(inner)[number]) }
                } catch {
                    clearPending()
                }
            }
        }
        return list.count == 0 ? tuple() : tuple(from: list.items, count: list.count)
    }

    /// How a type is shown inside of a generic alias or a union.
    func typeText(_ value: Value) throws(Raise) -> String {
        if value == .ellipsis { return "..." }
        if value.isKind(.type) { return qualifiedTypeName(TypeRef(value)) }
        if value.isKind(.function) {
            let name = swiftString(try str(try getAttribute(value, .__qualname__)))
            let module = try getAttribute(value, .__module__)
            return isString(module) ? swiftString(module) + "." + name : name
        }
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
}
