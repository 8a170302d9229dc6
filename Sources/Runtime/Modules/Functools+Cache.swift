/// What `lru_cache` puts around a function. The entries of the dict are in the order of their last use.
///
/// Fields: 0 function, 1 dict, 2 size or None, 3 whether types matter, 4 hits, 5 misses, 6 class of `cache_info()`,
/// 7 the entry from which on the oldest one is to be looked for.
extension FunctoolsModule {
    static func defineCache(_ m: Machine, _ module: ModuleBuilder) {
        let type = m.makeNativeType(
            "_lru_cache_wrapper", module: "functools", recordSize: 8,
            flags: [.subclassable, .hasAttributes, .descriptor])
        let mark = m.allocateInstance(of: m.type(.object))
        m.keepForever(mark)
        m.define(
            type,
            methods: [
                Native("__new__", .signature("user_function, maxsize, typed, cache_info_type"), style: .new, newCache),
                Native("__call__", .any, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try callCache(m, a, mark)
                },
                Native("__get__", .positional(1, 2), style: .slot) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try m.checkGet(a)
                    return a[1].isNone ? a[0] : m.boundMethod(a[0], a[1])
                },
                Native("cache_info", .none, doc: "Hits, misses, size and fill of the cache.", cacheInfo),
                Native("cache_clear", .none, doc: "Forgets all results and counts.", clearCache),
                Native("__copy__", .none, itself),
                Native("__deepcopy__", .one, itself),
                Native("__reduce__", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try m.getAttribute(a[0], .__qualname__)
                },
            ])
        m.dictSet(type.dict, .__dict__, m.dictGet(m.type(.baseException).dict, .__dict__))
        m.dictSet(module.dict, name: m.internStatic("_lru_cache_wrapper"), type.value)
    }

    private static func itself(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { a[0] }

    private static func newCache(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isCallable(a[1]) else { throw m.raise(.typeError, "the first argument must be callable") }
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        record[0] = a[1]
        record[1] = m.dict().value
        record[2] = a[2].isNone ? .none : m.int(max(0, try m.indexInt(a[2], overflow: .clip)))
        record[3] = Value(try m.truth(a[3]))
        record[4] = Value(small: 0)
        record[5] = Value(small: 0)
        record[6] = a[4]
        record[7] = Value(small: 0)
        return record.value
    }

    /// The key of a call: the only argument itself if it is an int or a str, else a tuple of arguments, mark, names and
    /// values of keyword arguments, and types.
    private static func key(_ m: Machine, _ a: Arguments, _ mark: Value, typed: Bool) -> Value {
        let given = a.count - 1
        let keywords = a.keywordCount
        if given == 1, keywords == 0, !typed {
            let only = a[1]
            if only.isSmallInt || only.isCell && only.cell.type == m.type(.int) || m.isExactString(only) { return only }
        }
        let total = given + (keywords > 0 ? 1 + 2 * keywords : 0) + (typed ? given + keywords : 0)
        if total == 0 { return m.tuple() }
        let result = m.makeTuple(count: total)
        for index in 0..<given { result[index] = a[index + 1] }
        var place = given
        if keywords > 0 {
            result[place] = mark
            place += 1
            for index in 0..<keywords {
                result[place] = a.keywordName(index)
                result[place + 1] = a.keywordValue(index)
                place += 2
            }
        }
        if typed {
            for index in 0..<(given + keywords) { result[place + index] = m.typeOf(a.base[index + 1]).value }
        }
        return result.value
    }

    private static func count(_ record: Record, _ field: Int) {
        record[field] = Value(small: record[field].smallInt &+ 1)
    }

    private static func callCache(_ m: Machine, _ a: Arguments, _ mark: Value) throws(Raise) -> Value {
        let record = Record(a[0])
        let size = record[2].isNone ? Int.max : m.intValue(record[2]) ?? Int.max
        if size == 0 {
            count(record, 5)
            return try m.call(record[0], a.dropFirst)
        }
        let key = key(m, a, mark, typed: record[3].isTrue)
        let hash = try m.hash(key)
        let found = try m.dictFind(Dict(record[1]), key, hash: hash)
        if found >= 0 {
            let dict = Dict(record[1])
            count(record, 4)
            let value = dict.value(at: found)
            if size != Int.max, found != dict.used - 1 {
                let entryKey = dict.key(at: found)
                m.dictRemove(dict, entry: found)
                insert(m, record, dict, entryKey, hash, value)
            }
            return value
        }
        count(record, 5)
        let result = try m.call(record[0], a.dropFirst)
        // The function may have been called with these arguments again in the meantime.
        if try m.dictFind(Dict(record[1]), key, hash: hash) >= 0 { return result }
        let dict = Dict(record[1])
        if dict.count >= size { removeOldest(m, record, dict) }
        insert(m, record, dict, key, hash, result)
        return result
    }

    private static func insert(
        _ m: Machine, _ record: Record, _ dict: Dict, _ key: Value, _ hash: Int, _ value: Value
    ) {
        let used = dict.used
        m.dictInsert(dict, key, hash: hash, value)
        // The table was made anew, without holes.
        if dict.used <= used { record[7] = Value(small: 0) }
    }

    /// The search goes on where the last one ended: all entries before that are holes.
    private static func removeOldest(_ m: Machine, _ record: Record, _ dict: Dict) {
        var entry = record[7].smallInt
        if entry >= dict.used { entry = 0 }
        while entry < dict.used, dict.key(at: entry) == .deleted { entry += 1 }
        if entry < dict.used { m.dictRemove(dict, entry: entry) }
        record[7] = Value(small: entry)
    }

    private static func cacheInfo(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        return try m.call(record[6], record[4], record[5], record[2], m.int(Dict(record[1]).count))
    }

    private static func clearCache(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        record[1] = m.dict().value
        record[4] = Value(small: 0)
        record[5] = Value(small: 0)
        record[7] = Value(small: 0)
        return .none
    }
}
