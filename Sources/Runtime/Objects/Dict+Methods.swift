/// The methods of `dict`.
enum DictMethods {
    // MARK: Construction

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let dict = m.allocateInstance(of: TypeRef(a[0]))
        Dict(dict).pointer.pointee.hasOnlyStringKeys = true
        return dict
    }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try update(m, a, name: "dict")
    }

    static func update(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try update(m, a, name: "update") }

    private static func update(_ m: Machine, _ a: Arguments, name: StaticString) throws(Raise) -> Value {
        try m.checkCount(a, name, 0, 1)
        let dict = Dict(a[0])
        if a.count > 1 { try m.dictUpdate(dict, a[1]) }
        for index in 0..<a.keywordCount { try m.dictSet(dict, a.keywordName(index), a.keywordValue(index)) }
        return .none
    }

    static func fromKeys(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = a.count > 2 ? a[2] : .none
        let result = a[0] == m.type(.dict).value ? m.dict().value : try m.call(a[0])
        if result.isKind(.dict), m.typeOf(result) == m.type(.dict) {
            try m.dictSetAll(Dict(result), a[1], value)
        } else {
            try m.iterate(a[1]) { (key: Value) throws(Raise) -> Bool in
                try m.setItem(result, key, value)
                return true
            }
        }
        return result
    }

    static func copy(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.dictCopy(of: a[0]).value }

    static func length(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(Dict(a[0]).count) }

    static func sizeof(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let dict = Dict(a[0])
        if dict.pointer.pointee.entries == nil { return m.int(48) }
        return m.int(48 + dict.pointer.pointee.capacity * 24 + max(8, dict.pointer.pointee.indexSize * 4))
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let dict = Dict(a[0])
        if dict.count == 0 { return m.string("{}") }
        guard m.reprEnter(a[0]) else { return m.string("{...}") }
        defer { m.reprLeave(a[0]) }
        try m.enterNative(" while getting the repr of an object")
        defer { m.leaveNative() }
        var builder = StringBuilder()
        defer { builder.discard() }
        builder.append(codePoint: 0x7B)
        var isFirst = true
        for entry in dict.entries {
            if !isFirst { builder.append(", ") }
            isFirst = false
            try m.appendRepr(entry.key, &builder)
            builder.append(": ")
            try m.appendRepr(entry.value, &builder)
        }
        builder.append(codePoint: 0x7D)
        return builder.finish(m)
    }

    // MARK: Items

    static func getItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = try m.dictGet(Dict(a[0]), a[1])
        if value.isBound { return value }
        if m.typeOf(a[0]) != m.type(.dict) {
            let result = try m.callSpecial(a[0], .__missing__, a[1])
            if result.isBound { return result }
        }
        throw m.raise(.keyError, value: a[1])
    }

    static func setItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.dictSet(Dict(a[0]), a[1], a[2])
        return .none
    }

    static func deleteItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if try m.dictRemove(Dict(a[0]), a[1]).isUnbound { throw m.raise(.keyError, value: a[1]) }
        return .none
    }

    static func contains(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try m.dictContains(Dict(a[0]), a[1]))
    }

    static func get(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = try m.dictGet(Dict(a[0]), a[1])
        return value.isBound ? value : a.count > 2 ? a[2] : .none
    }

    static func setDefault(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let dict = Dict(a[0])
        let hash = try m.keyHash(a[1])
        let entry = try m.dictFind(dict, a[1], hash: hash)
        if entry >= 0 { return dict.value(at: entry) }
        let value = a.count > 2 ? a[2] : .none
        m.dictInsert(dict, a[1], hash: hash, value)
        return value
    }

    static func pop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let dict = Dict(a[0])
        if dict.count == 0 {
            // The key of an empty dict is not even hashed.
            if a.count > 2 { return a[2] }
            throw m.raise(.keyError, value: a[1])
        }
        let value = try m.dictRemove(dict, a[1])
        if value.isBound { return value }
        if a.count > 2 { return a[2] }
        throw m.raise(.keyError, value: a[1])
    }

    static func popItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let dict = Dict(a[0])
        guard dict.count > 0 else { throw m.raise(.keyError, "popitem(): dictionary is empty") }
        var number = dict.used - 1
        while dict.key(at: number) == .deleted { number -= 1 }
        let key = dict.key(at: number)
        let value = m.dictRemove(dict, entry: number)
        m.dictTrim(dict)
        return m.tuple(key, value)
    }

    static func clear(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.dictClear(Dict(a[0]))
        return .none
    }

    // MARK: Operators

    static func compare(_ m: Machine, _ a: Arguments, _ op: Comparison) throws(Raise) -> Value {
        guard a[1].isKind(.dict), op == .equal || op == .notEqual else { return .notImplemented }
        return Value(try areEqual(m, Dict(a[0]), Dict(a[1])) == (op == .equal))
    }

    private static func areEqual(_ m: Machine, _ x: Dict, _ y: Dict) throws(Raise) -> Bool {
        guard x.count == y.count else { return false }
        try m.enterNative(" in comparison")
        defer { m.leaveNative() }
        for entry in x.entries {
            let other = try m.dictFind(y, entry.key, hash: entry.hash)
            if other < 0 { return false }
            if !(try m.equals(entry.value, y.value(at: other))) { return false }
        }
        return true
    }

    static func or(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.dict) else { return .notImplemented }
        let result = try m.dictCopy(of: a[0])
        try m.dictUpdate(result, a[1])
        return result.value
    }

    static func reflectedOr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.dict) else { return .notImplemented }
        let result = try m.dictCopy(of: a[1])
        try m.dictUpdate(result, a[0])
        return result.value
    }

    static func orInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.dictUpdate(Dict(a[0]), a[1])
        return a[0]
    }

    static func classGetItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.genericAlias(a[0], a[1]) }
}

extension Machine {
    /// A new dict with the items of another.
    func dictCopy(_ source: Dict) -> Dict {
        let result = dict()
        dictCopy(source, into: result)
        return result
    }

    /// The same for an instance whose class may have another `__iter__`: then its keys and items are asked for.
    func dictCopy(of source: Value) throws(Raise) -> Dict {
        if Dict(source).count == 0 || isPlainDict(source) { return dictCopy(Dict(source)) }
        let result = dict()
        try dictMergeMapping(result, source)
        return result
    }

    /// `dict.update(other)`: a mapping, or an iterable of pairs.
    func dictUpdate(_ dict: Dict, _ other: Value) throws(Raise) {
        if other.isKind(.dict) && isPlainDict(other) { return try dictMerge(dict, Dict(other)) }
        if try getAttributeIfPresent(other, name(.keys)).isBound { return try dictMergeMapping(dict, other) }
        try dictMergePairs(dict, other)
    }

    /// Sets the same value for all items of an iterable. The keys of a dict and the items of a set know their hashes.
    func dictSetAll(_ dict: Dict, _ keys: Value, _ value: Value) throws(Raise) {
        if keys.isExact(.dict) {
            for entry in Dict(keys).entries { try dictSet(dict, entry.key, hash: entry.hash, value) }
        } else if keys.isExact(.set) {
            for entry in SetRef(keys).entries { try dictSet(dict, entry.key, hash: entry.hash, value) }
        } else {
            try iterate(keys) { (key: Value) throws(Raise) -> Bool in
                try dictSet(dict, key, value)
                return true
            }
        }
    }

    /// Whether iteration over a dict is that of dict itself.
    func isPlainDict(_ dict: Value) -> Bool {
        typeOf(dict) == type(.dict) || lookupSpecial(dict, .__iter__) == lookup(type(.dict), .__iter__)
    }

    /// Sets the items of another dict.
    func dictMerge(_ dict: Dict, _ other: Dict) throws(Raise) {
        guard dict.pointer != other.pointer, other.count > 0 else { return }
        if dict.count == 0 && dict.used == 0 {
            dictCopy(other, into: dict)
            return
        }
        let count = other.count
        for entry in other.entries {
            try dictSet(dict, entry.key, hash: entry.hash, entry.value)
            if other.count != count { throw raise(.runtimeError, "dict mutated during update") }
        }
    }

    /// Sets the items of any object with `keys()` and `[]`.
    private func dictMergeMapping(_ dict: Dict, _ mapping: Value) throws(Raise) {
        let keys = try callMethod(mapping, .keys)
        let iterator = try iterator(of: keys)
        while true {
            let key = try next(iterator)
            if key.isUnbound { return }
            try dictSet(dict, key, try getItem(mapping, key))
        }
    }

    /// Sets the items of an iterable of pairs.
    private func dictMergePairs(_ dict: Dict, _ pairs: Value) throws(Raise) {
        let iterator = try iterator(of: pairs)
        var number = 0
        while true {
            let pair = try next(iterator)
            if pair.isUnbound { return }
            let items: Value
            if pair.isKind(.tuple) || pair.isKind(.list) {
                items = pair
            } else {
                do throws(Raise) {
                    items = try listFromIterable(pair).value
                } catch {
                    guard pendingMatches(.typeError) else { throw error }
                    clearPending()
                    throw raise(
                        .typeError, "cannot convert dictionary update sequence element #\(number) to a sequence")
                }
            }
            let count = items.isKind(.tuple) ? Tuple(items).count : List(items).count
            guard count == 2 else {
                throw raise(
                    .valueError,
                    "dictionary update sequence element #\(number) has length \(count); 2 is required")
            }
            let values = items.isKind(.tuple) ? Tuple(items).items : List(items).items
            let key = values[0]
            try dictSet(dict, key, values[1])
            number += 1
        }
    }

    /// The methods of dict, its views and iterators.
    func installDictType() {
        define(
            .dict, doc: "A mapping from hashable keys to values, in the order of insertion.",
            methods: [
                Native("__new__", .any, style: .new, DictMethods.new),
                Native("__init__", .any, style: .slot, DictMethods.initialize),
                Native("__repr__", .none, style: .slot, DictMethods.repr),
                Native("__len__", .none, style: .slot, DictMethods.length),
                Native("__iter__", .none, style: .slot, DictViewMethods.iterateDict),
                Native("__getitem__", .one, DictMethods.getItem),
                Native("__setitem__", .positional(2, 2), style: .slot, DictMethods.setItem),
                Native("__delitem__", .one, style: .slot, DictMethods.deleteItem),
                Native("__contains__", .one, DictMethods.contains),
                Native("__or__", .one, style: .slot, DictMethods.or),
                Native("__ror__", .one, style: .slot, DictMethods.reflectedOr),
                Native("__ior__", .one, style: .slot, DictMethods.orInPlace),
                Native("__reversed__", .none, DictViewMethods.reverseDict),
                Native("__sizeof__", .none, DictMethods.sizeof),
                Native("clear", .none, doc: "Remove all items from the dict.", DictMethods.clear),
                Native("copy", .none, doc: "Return a shallow copy of the dict.", DictMethods.copy),
                Native("fromkeys", .positional(1, 2), style: .classMethod, DictMethods.fromKeys),
                Native("get", .positional(1, 2), doc: "Return the value for key, or default.", DictMethods.get),
                Native("items", .none, DictViewMethods.items),
                Native("keys", .none, DictViewMethods.keys),
                Native("pop", .positional(1, 2), doc: "Remove a key and return its value.", DictMethods.pop),
                Native("popitem", .none, doc: "Remove and return the last (key, value) pair.", DictMethods.popItem),
                Native("setdefault", .positional(1, 2), DictMethods.setDefault),
                Native("update", .any, DictMethods.update),
                Native("values", .none, DictViewMethods.values),
                Native("__class_getitem__", .one, style: .classMethod, DictMethods.classGetItem),
            ] + comparisons(DictMethods.compare))
        installDictViews()
    }
}
