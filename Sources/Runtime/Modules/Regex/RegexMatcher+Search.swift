#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Finding where a match begins.
extension RegexMatcher {
    /// The first match from a place on.
    mutating func search(from start: Int) throws(Raise) -> Bool {
        let last = end &- program.minimumLength
        guard start <= last else { return false }
        var place = start
        switch program.strategy {
        case .atBeginning: return start == 0 ? try match(at: 0) : false
        case .whole where !isFull:
            guard let found = findString(start, last) else { return false }
            matchStart = found
            matchEnd = found &+ program.searchedLength
            return true
        case .prefix, .whole:
            while place <= last, let found = findString(place, last) {
                if try tryMatch(at: found, start) { return true }
                place = found &+ 1
            }
            return false
        case .firstSet:
            let set = program.searched
            while true {
                place = findFirst(set, place, last)
                if place > last { return false }
                if try tryMatch(at: place, start) { return true }
                place &+= 1
            }
        case .everywhere:
            while place <= last {
                if try tryMatch(at: place, start) { return true }
                place &+= 1
            }
            return false
        }
    }

    /// Matches at a place; an empty match counts everywhere but where the search started.
    @inline(__always)
    private mutating func tryMatch(at place: Int, _ start: Int) throws(Raise) -> Bool {
        if mustAdvance, place > start { mustAdvance = false }
        return try match(at: place)
    }

    /// The first place that may begin a match.
    @inline(__always)
    private func findFirst(_ set: UnsafePointer<UInt32>, _ start: Int, _ last: Int) -> Int {
        var place = start
        while place <= last, place < end {
            let code = UInt32(truncatingIfNeeded: units[place])
            let isIn = code < 256 ? set[Int(code >> 5)] >> (code & 31) & 1 != 0 : set[8] != 0
            if isIn { return place }
            place &+= 1
        }
        return last &+ 1
    }

    /// The first place, up to `last`, where the string stands that every match begins with.
    private func findString(_ start: Int, _ last: Int) -> Int? {
        let string = program.searched
        let count = program.searchedLength
        guard let first = Unit(exactly: string[0]) else { return nil }
        var place = start
        while place <= last {
            if Unit.self == UInt8.self {
                let rest = UnsafeRawPointer(units) + place
                guard let found = memchr(rest, Int32(truncatingIfNeeded: first), last &- place &+ 1) else { return nil }
                place &+= UnsafeRawPointer(found) - rest
            } else {
                while place <= last, units[place] != first { place &+= 1 }
                if place > last { return nil }
            }
            var index = 1
            while index < count, UInt32(truncatingIfNeeded: units[place &+ index]) == string[index] { index &+= 1 }
            if index == count { return place }
            place &+= 1
        }
        return nil
    }
}
