#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Finding runs of code units in others, in linear time: comparison at each place first, and when that turns out to be
/// repetitive, Knuth, Morris and Pratt's table.
enum UnitSearch {
    /// The index of the first occurrence, or -1. Complexity: O(n + k).
    static func first<Unit: CodeUnit>(
        _ hay: UnsafePointer<Unit>, _ count: Int, _ needle: UnsafePointer<Unit>, _ length: Int
    ) -> Int {
        if length == 0 { return 0 }
        if length > count { return -1 }
        if MemoryLayout<Unit>.size == 1, length == 1 {
            guard let found = memchr(hay, Int32(truncatingIfNeeded: needle[0]), count) else { return -1 }
            return UnsafeRawPointer(found) - UnsafeRawPointer(hay)
        }
        let head = needle[0]
        let last = count &- length
        // Comparisons may cost so much for each unit of progress; beyond that the table is cheaper.
        var work = 0
        var index = 0
        while index <= last {
            if hay[index] != head {
                index &+= 1
                if MemoryLayout<Unit>.size > 1 { continue }
                // The next candidate, vectorised.
                guard index <= last,
                    let found = memchr(hay + index, Int32(truncatingIfNeeded: head), last &- index &+ 1)
                else { return -1 }
                index = UnsafeRawPointer(found) - UnsafeRawPointer(hay)
            }
            var matched = 1
            while matched < length, hay[index &+ matched] == needle[matched] { matched &+= 1 }
            if matched == length { return index }
            work &+= matched
            index &+= 1
            if work > 16 &* (index &+ length) { return byTable(hay, from: index, count, needle, length) }
        }
        return -1
    }

    private static func byTable<Unit: CodeUnit>(
        _ hay: UnsafePointer<Unit>, from start: Int, _ count: Int, _ needle: UnsafePointer<Unit>, _ length: Int
    ) -> Int {
        let table = borders(length) { needle[$0] == needle[$1] }
        var matched = 0
        var index = start
        while index < count {
            while matched > 0, hay[index] != needle[matched] { matched = table[matched - 1] }
            if hay[index] == needle[matched] { matched += 1 }
            index += 1
            if matched == length { return index - length }
        }
        return -1
    }

    /// The index of the last occurrence, or -1. Complexity: O(n + k).
    static func last<Unit: CodeUnit>(
        _ hay: UnsafePointer<Unit>, _ count: Int, _ needle: UnsafePointer<Unit>, _ length: Int
    ) -> Int {
        if length == 0 { return count }
        if length > count { return -1 }
        let tail = needle[length &- 1]
        var work = 0
        var end = count
        while end >= length {
            if hay[end &- 1] != tail {
                end &-= 1
                continue
            }
            var matched = 1
            while matched < length, hay[end &- 1 &- matched] == needle[length &- 1 &- matched] { matched &+= 1 }
            if matched == length { return end &- length }
            work &+= matched
            end &-= 1
            if work > 16 &* (count &- end &+ length) { return byTableBackwards(hay, end, needle, length) }
        }
        return -1
    }

    private static func byTableBackwards<Unit: CodeUnit>(
        _ hay: UnsafePointer<Unit>, _ count: Int, _ needle: UnsafePointer<Unit>, _ length: Int
    ) -> Int {
        let table = borders(length) { needle[length - 1 - $0] == needle[length - 1 - $1] }
        var matched = 0
        var index = count - 1
        while index >= 0 {
            while matched > 0, hay[index] != needle[length - 1 - matched] { matched = table[matched - 1] }
            if hay[index] == needle[length - 1 - matched] { matched += 1 }
            if matched == length { return index }
            index -= 1
        }
        return -1
    }

    /// For each prefix the length of its longest proper border.
    private static func borders(_ length: Int, _ same: (Int, Int) -> Bool) -> [Int] {
        var table = [Int](repeating: 0, count: length)
        var border = 0
        var index = 1
        while index < length {
            while border > 0, !same(index, border) { border = table[border - 1] }
            if same(index, border) { border += 1 }
            table[index] = border
            index += 1
        }
        return table
    }

    /// How often the needle (not empty) occurs without overlap, up to a limit.
    static func count<Unit: CodeUnit>(
        _ hay: UnsafePointer<Unit>, _ count: Int, _ needle: UnsafePointer<Unit>, _ length: Int, limit: Int = Int.max
    ) -> Int {
        var total = 0
        var start = 0
        while total < limit {
            let found = first(hay + start, count &- start, needle, length)
            if found < 0 { break }
            total &+= 1
            start &+= found &+ length
        }
        return total
    }
}

/// A str to be looked for in strs of a given width: its units, widened when need be. To be ended by `free`.
struct Needle {
    let base: UnsafeMutableRawPointer
    let count: Int
    private let isOwned: Bool
    /// The needle is wider than the hay, so it can't occur in it.
    let isImpossible: Bool

    init(_ string: Str, width: Int) {
        count = string.count
        isImpossible = string.width > width
        if string.width >= width {
            base = string.base
            isOwned = false
        } else {
            base = .allocate(byteCount: max(1, string.count &* width), alignment: 8)
            copyUnits(from: string.base, width: string.width, to: base, width: width, count: string.count)
            isOwned = true
        }
    }

    func free() {
        if isOwned { base.deallocate() }
    }

    /// Index of the first occurrence in a str of the width, from `start` to `end`; or -1.
    @inline(__always)
    func first(in hay: Str, _ start: Int, _ end: Int) -> Int {
        if isImpossible { return -1 }
        let found: Int
        switch hay.width {
        case 1:
            found = UnitSearch.first(hay.bytes + start, end - start, base.assumingMemoryBound(to: UInt8.self), count)
        case 2:
            found = UnitSearch.first(hay.units16 + start, end - start, base.assumingMemoryBound(to: UInt16.self), count)
        default:
            found = UnitSearch.first(hay.units32 + start, end - start, base.assumingMemoryBound(to: UInt32.self), count)
        }
        return found < 0 ? -1 : found &+ start
    }

    /// Index of the last occurrence in a str of the width, from `start` to `end`; or -1.
    func last(in hay: Str, _ start: Int, _ end: Int) -> Int {
        if isImpossible { return -1 }
        let found: Int
        switch hay.width {
        case 1: found = UnitSearch.last(hay.bytes + start, end - start, base.assumingMemoryBound(to: UInt8.self), count)
        case 2:
            found = UnitSearch.last(hay.units16 + start, end - start, base.assumingMemoryBound(to: UInt16.self), count)
        default:
            found = UnitSearch.last(hay.units32 + start, end - start, base.assumingMemoryBound(to: UInt32.self), count)
        }
        return found < 0 ? -1 : found &+ start
    }

    /// How often the needle occurs from `start` to `end`, without overlap.
    func occurrences(in hay: Str, _ start: Int, _ end: Int, limit: Int = Int.max) -> Int {
        if isImpossible || end < start { return 0 }
        if count == 0 { return min(limit, end - start + 1) }
        var total = 0
        var position = start
        while total < limit {
            let found = first(in: hay, position, end)
            if found < 0 { break }
            total &+= 1
            position = found &+ count
        }
        return total
    }
}

extension Str {
    /// The index of the first occurrence of another str from `start` to `end`, or -1. The bounds lie in the str.
    func find(_ other: Str, _ start: Int, _ end: Int) -> Int {
        if end < start || other.count > end - start { return -1 }
        if other.count == 0 { return start }
        let needle = Needle(other, width: width)
        defer { needle.free() }
        return needle.first(in: self, start, end)
    }

    /// The index of the last occurrence of another str from `start` to `end`, or -1. The bounds lie in the str.
    func findLast(_ other: Str, _ start: Int, _ end: Int) -> Int {
        if end < start || other.count > end - start { return -1 }
        if other.count == 0 { return end }
        let needle = Needle(other, width: width)
        defer { needle.free() }
        return needle.last(in: self, start, end)
    }

    /// Whether another str stands at an index, all of it before the end of this one.
    func matches(_ other: Str, at index: Int) -> Bool {
        guard index >= 0, other.count <= count - index else { return false }
        if width == other.width { return compareBytes(base + index &* width, other.base, other.count &* width) }
        for offset in 0..<other.count where self[index + offset] != other[offset] { return false }
        return true
    }

    /// The order of two strs by code points: negative, zero or positive.
    static func order(_ a: Str, _ b: Str) -> Int {
        let count = min(a.count, b.count)
        if a.width == 1, b.width == 1 {
            let order = memcmp(a.base, b.base, count)
            return order != 0 ? Int(order) : a.count - b.count
        }
        for index in 0..<count {
            let left = a[index]
            let right = b[index]
            if left != right { return left < right ? -1 : 1 }
        }
        return a.count - b.count
    }
}
