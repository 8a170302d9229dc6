/// `__reduce__` of the iterators of `itertools`: how `copy` and `pickle` make one that goes on at the same place.
extension Itertools {
    static var reduction: Native { Native("__reduce__", .none, reduce) }

    /// Iterators whose lists are their own.
    private static let ownLists: Set<String> = [
        "cycle", "combinations", "combinations_with_replacement", "permutations", "product",
    ]

    /// `(_restore, (type, fields, which of them are not set))`.
    private static func reduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let type = m.typeOf(a[0])
        let name = Self.name(m, type)
        if name == "pairwise" || name == "batched" {
            throw m.raise(.typeError, "cannot pickle '\(m.typeName(type))' object")
        }
        if name == "count" { return m.tuple(type.value, m.tuple(record[0], record[1])) }
        if name == "repeat" {
            let arguments = record[1].isBound ? m.tuple(record[0], record[1]) : m.tuple(record[0])
            return m.tuple(type.value, arguments)
        }
        let count = type.pointer.pointee.recordSize
        let fields = m.makeTuple(count: count)
        for index in 0..<count { fields[index] = .none }
        var unset = 0
        for index in 0..<count {
            var value = record[index]
            if name == "groupby", index == 5 { value = .unbound }
            if value.isUnbound {
                unset |= 1 << index
                continue
            }
            if value.isExact(.list), ownLists.contains(name) {
                value = m.list(from: List(value).items, count: List(value).count).value
            }
            fields[index] = value
        }
        if name == "zip_longest" {
            let iterators = Tuple(record[0])
            let all = m.makeTuple(count: iterators.count)
            for index in 0..<iterators.count { all[index] = .none }
            for index in 0..<iterators.count {
                all[index] = iterators[index].isBound ? iterators[index] : try m.iterator(of: m.tuple())
            }
            fields[0] = all.value
            fields[2] = m.int(iterators.count)
        }
        let restore = try m.getAttribute(try m.importModule("itertools"), m.intern("_restore"))
        return m.tuple(restore, m.tuple(type.value, fields.value, m.int(unset)))
    }

    /// The name of the type of the module that a type is or derives from.
    private static func name(_ m: Machine, _ type: TypeRef) -> String {
        for index in 0..<type.mro.count {
            let ancestor = TypeRef(type.mro[index])
            if !ancestor.isHeapType { return m.swiftString(ancestor.pointer.pointee.name) }
        }
        return ""
    }

    /// `_restore(type, fields, unset)`.
    static func restore(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let namespace = Dict(try m.getAttribute(try m.importModule("itertools"), .__dict__))
        guard a[0].isKind(.type), a[1].isExact(.tuple), let unset = m.intValue(a[2]),
            m.dictGet(namespace, name: m.intern(name(m, TypeRef(a[0])))).isKind(.type),
            TypeRef(a[0]).pointer.pointee.recordSize == Tuple(a[1]).count
        else { throw m.raise(.typeError, "an iterator of itertools is wanted") }
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        let fields = Tuple(a[1])
        for index in 0..<fields.count {
            var value = unset & (1 << index) != 0 ? Value.unbound : fields[index]
            if value.isExact(.list), ownLists.contains(name(m, TypeRef(a[0]))) {
                value = m.list(from: List(value).items, count: List(value).count).value
            }
            record[index] = value
        }
        return record.value
    }
}
