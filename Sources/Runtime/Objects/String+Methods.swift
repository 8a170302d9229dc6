#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The methods of `str`: searching and the parts of a str. See "Text Sequence Type" in the library reference.
enum StringMethods {
    // MARK: Finding

    /// The arguments (sub, start, end) of `find` and its relatives: the str looked for and the bounds.
    @inline(__always)
    static func searchArguments(
        _ m: Machine, _ a: Arguments, _ function: StaticString
    ) throws(Raise) -> (Str, Str, Int, Int) {
        let sub = try m.stringArgument(a[1], function, 1)
        let count = Str(a[0]).count
        if a.count == 2 { return (Str(a[0]), sub, 0, count) }
        let start = try m.bound(a.optional(2), count: count, default: 0)
        let end = min(count, try m.bound(a.optional(3), count: count, default: count))
        return (Str(a[0]), sub, start, end)
    }

    static func find(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (string, sub, start, end) = try searchArguments(m, a, "find")
        return m.int(string.find(sub, start, end))
    }

    static func rfind(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (string, sub, start, end) = try searchArguments(m, a, "rfind")
        return m.int(string.findLast(sub, start, end))
    }

    static func index(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (string, sub, start, end) = try searchArguments(m, a, "index")
        let found = string.find(sub, start, end)
        if found < 0 { throw m.raise(.valueError, "substring not found") }
        return m.int(found)
    }

    static func rindex(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (string, sub, start, end) = try searchArguments(m, a, "rindex")
        let found = string.findLast(sub, start, end)
        if found < 0 { throw m.raise(.valueError, "substring not found") }
        return m.int(found)
    }

    static func count(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (string, sub, start, end) = try searchArguments(m, a, "count")
        let needle = Needle(sub, width: string.width)
        defer { needle.free() }
        return m.int(needle.occurrences(in: string, start, end))
    }

    static func contains(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.string) else {
            throw m.raise(.typeError, "'in <string>' requires string as left operand, not \(m.typeName(a[1]))")
        }
        return Value(Str(a[0]).find(Str(a[1]), 0, Str(a[0]).count) >= 0)
    }

    private static func matchesEnd(
        _ m: Machine, _ a: Arguments, _ function: StaticString, atEnd: Bool
    ) throws(Raise) -> Value {
        let string = Str(a[0])
        let start = try m.bound(a.optional(2), count: string.count, default: 0)
        let end = min(string.count, try m.bound(a.optional(3), count: string.count, default: string.count))
        @inline(__always) func holds(_ part: Str) -> Bool {
            guard start <= end, part.count <= end - start else { return false }
            return string.matches(part, at: atEnd ? end - part.count : start)
        }
        if a[1].isKind(.string) { return Value(holds(Str(a[1]))) }
        guard a[1].isKind(.tuple) else {
            let name = m.typeName(a[1])
            throw m.raise(.typeError, "\(function) first arg must be str or a tuple of str, not \(name)")
        }
        let tuple = Tuple(a[1])
        for index in 0..<tuple.count {
            guard tuple[index].isKind(.string) else {
                let name = m.typeName(tuple[index])
                throw m.raise(.typeError, "tuple for \(function) must only contain str, not \(name)")
            }
            if holds(Str(tuple[index])) { return .true }
        }
        return .false
    }

    static func startswith(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try matchesEnd(m, a, "startswith", atEnd: false)
    }

    static func endswith(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try matchesEnd(m, a, "endswith", atEnd: true)
    }

    // MARK: Parts

    static func removeprefix(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let prefix = try m.stringArgument(a[1], "removeprefix", 0)
        let string = Str(a[0])
        return m.substring(string, string.matches(prefix, at: 0) ? prefix.count : 0, string.count)
    }

    static func removesuffix(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let suffix = try m.stringArgument(a[1], "removesuffix", 0)
        let string = Str(a[0])
        let matches = string.matches(suffix, at: string.count - suffix.count)
        return m.substring(string, 0, string.count - (matches ? suffix.count : 0))
    }

    private static func stripped(
        _ m: Machine, _ a: Arguments, _ function: StaticString, left: Bool, right: Bool
    ) throws(Raise) -> Value {
        let string = Str(a[0])
        let characters = a.optional(1)
        var start = 0
        var end = string.count
        if characters.isUnbound || characters.isNone {
            if left { while start < end, UnicodeText.isSpace(string[start]) { start &+= 1 } }
            if right { while end > start, UnicodeText.isSpace(string[end &- 1]) { end &-= 1 } }
        } else {
            guard characters.isKind(.string) else {
                throw m.raise(.typeError, "\(function) arg must be None or str")
            }
            let set = Str(characters)
            @inline(__always) func isIn(_ code: UInt32) -> Bool {
                for index in 0..<set.count where set[index] == code { return true }
                return false
            }
            if left { while start < end, isIn(string[start]) { start &+= 1 } }
            if right { while end > start, isIn(string[end &- 1]) { end &-= 1 } }
        }
        return m.substring(string, start, end)
    }

    static func strip(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try stripped(m, a, "strip", left: true, right: true)
    }
    static func lstrip(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try stripped(m, a, "lstrip", left: true, right: false)
    }
    static func rstrip(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try stripped(m, a, "rstrip", left: false, right: true)
    }

    private static func separator(_ m: Machine, _ value: Value) throws(Raise) -> Str {
        guard value.isKind(.string) else { throw m.raise(.typeError, "must be str, not \(m.typeName(value))") }
        if Str(value).count == 0 { throw m.raise(.valueError, "empty separator") }
        return Str(value)
    }

    static func partition(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let string = Str(a[0])
        let separator = try separator(m, a[1])
        let found = string.find(separator, 0, string.count)
        if found < 0 { return m.tuple(a[0], m.runtime.pointee.emptyString, m.runtime.pointee.emptyString) }
        return m.tuple(
            m.substring(string, 0, found), a[1], m.substring(string, found + separator.count, string.count))
    }

    static func rpartition(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let string = Str(a[0])
        let separator = try separator(m, a[1])
        let found = string.findLast(separator, 0, string.count)
        if found < 0 { return m.tuple(m.runtime.pointee.emptyString, m.runtime.pointee.emptyString, a[0]) }
        return m.tuple(
            m.substring(string, 0, found), a[1], m.substring(string, found + separator.count, string.count))
    }

    // MARK: Splitting

    private static func splitArguments(_ m: Machine, _ a: Arguments) throws(Raise) -> (Str?, Int) {
        var limit = a[2].isUnbound ? -1 : try m.sizeArgument(a[2])
        if limit < 0 { limit = Int.max }
        if a[1].isUnbound || a[1].isNone { return (nil, limit) }
        guard a[1].isKind(.string) else {
            throw m.raise(.typeError, "must be str or None, not \(m.typeName(a[1]))")
        }
        if Str(a[1]).count == 0 { throw m.raise(.valueError, "empty separator") }
        return (Str(a[1]), limit)
    }

    /// Whether it is plain without a search that a separator does not occur: then the list has the very string.
    private static func isTooLong(_ separator: Str, for string: Str) -> Bool {
        separator.count > string.count || separator.width > string.width
    }

    private static func keepWhole(_ m: Machine, _ string: Value, _ list: List) -> Value {
        list.append(m, string)
        return list.value
    }

    static func split(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let string = Str(a[0])
        let (separator, limit) = try splitArguments(m, a)
        let list = m.list()
        let count = string.count
        guard let separator else {
            switch string.width {
            case 1: splitSpaces(m, string, string.bytes, limit, list)
            case 2: splitSpaces(m, string, string.units16, limit, list)
            default: splitSpaces(m, string, string.units32, limit, list)
            }
            return list.value
        }
        if isTooLong(separator, for: string) { return keepWhole(m, a[0], list) }
        let needle = Needle(separator, width: string.width)
        defer { needle.free() }
        var start = 0
        while list.count < limit {
            let found = needle.first(in: string, start, count)
            if found < 0 { break }
            list.append(m, m.substring(string, start, found))
            start = found &+ separator.count
        }
        list.append(m, m.substring(string, start, count))
        return list.value
    }

    /// Splits at runs of white space.
    @inline(__always)
    private static func splitSpaces<Unit: CodeUnit>(
        _ m: Machine, _ string: Str, _ units: UnsafePointer<Unit>, _ limit: Int, _ list: List
    ) {
        let count = string.count
        var index = 0
        while true {
            while index < count, UnicodeText.isSpace(UInt32(units[index])) { index &+= 1 }
            if index == count { return }
            let start = index
            if list.count >= limit { return list.append(m, m.substring(string, start, count)) }
            while index < count, !UnicodeText.isSpace(UInt32(units[index])) { index &+= 1 }
            list.append(m, m.substring(string, start, index))
        }
    }

    static func rsplit(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let string = Str(a[0])
        let (separator, limit) = try splitArguments(m, a)
        let list = m.list()
        var end = string.count
        if let separator {
            if isTooLong(separator, for: string) { return keepWhole(m, a[0], list) }
            let needle = Needle(separator, width: string.width)
            defer { needle.free() }
            while list.count < limit {
                let found = needle.last(in: string, 0, end)
                if found < 0 { break }
                list.append(m, m.substring(string, found &+ separator.count, end))
                end = found
            }
            list.append(m, m.substring(string, 0, end))
        } else {
            while true {
                while end > 0, UnicodeText.isSpace(string[end &- 1]) { end &-= 1 }
                if end == 0 { break }
                var start = end
                if list.count >= limit {
                    list.append(m, m.substring(string, 0, end))
                    break
                }
                while start > 0, !UnicodeText.isSpace(string[start &- 1]) { start &-= 1 }
                list.append(m, m.substring(string, start, end))
                end = start
            }
        }
        ListMethods.reverse(list.items, list.count)
        return list.value
    }

    static func splitlines(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let keepEnds = a[1].isBound ? try m.truth(a[1]) : false
        let string = Str(a[0])
        let list = m.list()
        var start = 0
        var index = 0
        let count = string.count
        while index < count {
            if string.width == 1 {
                // Nothing between the space and U+0085 ends a line.
                let bytes = string.bytes
                while index < count, bytes[index] &- 0x20 < 0x65 { index &+= 1 }
                if index == count { break }
            }
            let code = string[index]
            index &+= 1
            guard UnicodeText.isLineBreak(code) else { continue }
            let end = index &- 1
            if code == 13, index < string.count, string[index] == 10 { index &+= 1 }
            list.append(m, m.substring(string, start, keepEnds ? index : end))
            start = index
        }
        if start < string.count { list.append(m, m.substring(string, start, string.count)) }
        return list.value
    }

    // MARK: Joining and replacing

    static func join(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.join(Str(a[0]), a[1]) }

    static func replace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let old = try m.stringArgument(a[1], "replace", 1)
        let new = try m.stringArgument(a[2], "replace", 2)
        var limit = a[3].isUnbound ? -1 : try m.sizeArgument(a[3])
        if limit < 0 { limit = Int.max }
        let string = Str(a[0])
        let whole = m.substring(string, 0, string.count)
        if limit == 0 || old.count > string.count || Str.equal(old, new) { return whole }
        let needle = Needle(old, width: string.width)
        defer { needle.free() }
        let occurrences = needle.occurrences(in: string, 0, string.count, limit: limit)
        if occurrences == 0 { return whole }
        let (growth, overflow) = occurrences.multipliedReportingOverflow(by: new.count - old.count)
        if overflow { throw m.raise(.overflowError, "replace string is too long") }
        let length = string.count &+ growth
        try m.checkSize(length &* max(string.width, new.width))
        if string.width == 1, new.width == 1, old.count > 0, length > 1 {
            return replaceBytes(m, string, needle, new, occurrences, length)
        }
        var builder = StringBuilder()
        builder.reserve(length)
        var position = 0
        if old.count == 0 {
            for number in 0..<occurrences {
                builder.append(new)
                if number < string.count { builder.append(codePoint: string[number]) }
            }
            position = min(occurrences, string.count)
        } else {
            for _ in 0..<occurrences {
                let found = needle.first(in: string, position, string.count)
                if found < 0 { break }
                builder.append(string, from: position, to: found)
                builder.append(new)
                position = found &+ old.count
            }
        }
        builder.append(string, from: position, to: string.count)
        return builder.finish(m)
    }
}

extension StringMethods {
    /// `replace` when everything has one byte a character, and both the number of replacements and the length of the
    /// result are known.
    private static func replaceBytes(
        _ m: Machine, _ string: Str, _ old: Needle, _ new: Str, _ occurrences: Int, _ length: Int
    ) -> Value {
        let result = m.makeString(count: length, width: 1)
        let source = string.bytes
        var target = result.bytes
        var position = 0
        for _ in 0..<occurrences {
            let found = old.first(in: string, position, string.count)
            if found < 0 { break }
            memcpy(target, source + position, found &- position)
            target += found &- position
            memcpy(target, new.bytes, new.count)
            target += new.count
            position = found &+ old.count
        }
        memcpy(target, source + position, string.count &- position)
        if string.isASCII, new.isASCII { m.finishASCII(result) } else { m.finish(result) }
        return result.value
    }
}

extension Machine {
    /// `separator.join(iterable)`. Complexity: linear in the result.
    func join(_ separator: Str, _ iterable: Value) throws(Raise) -> Value {
        let type = typeOf(iterable)
        if iterable.isKind(.tuple), type == self.type(.tuple) {
            let tuple = Tuple(iterable)
            return try join(separator, tuple.items, tuple.count)
        }
        var list = iterable
        if !iterable.isKind(.list) || type != self.type(.list) {
            if lookupSpecial(iterable, .__iter__).isUnbound, !isSequence(iterable) {
                throw raise(.typeError, "can only join an iterable")
            }
            list = try listFromIterable(iterable).value
        }
        let count = List(list).count
        if count == 0 { return runtime.pointee.emptyString }
        // No script code runs from here on, so the list stays as it is.
        return try join(separator, List(list).items, count)
    }

    private func join(
        _ separator: Str, _ items: UnsafeMutablePointer<Value>, _ count: Int
    ) throws(Raise) -> Value {
        if count == 0 { return runtime.pointee.emptyString }
        if count == 1, isExactString(items[0]) { return items[0] }
        var length = 0
        var width = separator.count > 0 && count > 1 ? separator.width : 1
        var isASCII = separator.isASCII || separator.count == 0
        for index in 0..<count {
            guard items[index].isKind(.string) else {
                throw raise(
                    .typeError, "sequence item \(index): expected str instance, \(typeName(items[index])) found")
            }
            let item = Str(items[index])
            length &+= item.count
            width = max(width, item.width)
            isASCII = isASCII && item.isASCII
        }
        let (gaps, overflow) = separator.count.multipliedReportingOverflow(by: count - 1)
        if overflow || length &+ gaps < 0 {
            throw raise(.overflowError, "join() result is too long for a Python string")
        }
        length &+= gaps
        if length == 0 { return runtime.pointee.emptyString }
        if length == 1 {
            for index in 0..<count where Str(items[index]).count == 1 { return character(Str(items[index])[0]) }
            return character(separator[0])
        }
        let result = try makeStringChecked(count: length, width: width)
        var target = result.base
        for index in 0..<count {
            if index > 0, separator.count > 0 {
                copyUnits(
                    from: separator.base, width: separator.width, to: target, width: width, count: separator.count)
                target += separator.count &* width
            }
            let item = Str(items[index])
            copyUnits(from: item.base, width: item.width, to: target, width: width, count: item.count)
            target += item.count &* width
        }
        if isASCII { finishASCII(result) }
        return result.value
    }
}
