/// The rules of identifiers outside ASCII (PEP 3131): which characters they have, and their normal form NFKC.
enum Identifiers {
    static func isStart(_ scalar: Unicode.Scalar) -> Bool {
        contains(scalar.value, UnicodeTables.identifierStart)
    }

    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        contains(scalar.value, UnicodeTables.identifierPart)
    }

    /// Whether `str.isprintable` accepts the character.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return scalar.value >= 0x20 && scalar.value < 0x7F }
        return contains(scalar.value, UnicodeTables.printable)
    }

    private static func contains(_ code: UInt32, _ ranges: [UInt32]) -> Bool {
        var low = 0
        var high = ranges.count / 2
        while low < high {
            let middle = (low + high) / 2
            if code > ranges[2 * middle + 1] {
                low = middle + 1
            } else if code < ranges[2 * middle] {
                high = middle
            } else {
                return true
            }
        }
        return false
    }

    /// Normalisation form KC of an identifier (Unicode Standard Annex 15).
    static func normalized(_ text: String) -> String {
        var scalars: [UInt32] = []
        for scalar in text.unicodeScalars {
            let code = scalar.value
            if code < 0x80 {
                scalars.append(code)
            } else if code >= 0xAC00 && code <= 0xD7A3 {
                let index = code - 0xAC00
                scalars.append(0x1100 + index / 588)
                scalars.append(0x1161 + index % 588 / 28)
                if index % 28 != 0 { scalars.append(0x11A7 + index % 28) }
            } else if let decomposed = decompositions[code] {
                scalars.append(contentsOf: decomposed)
            } else {
                scalars.append(code)
            }
        }
        reorder(&scalars)
        var result = String.UnicodeScalarView()
        for code in composed(scalars) {
            if let scalar = Unicode.Scalar(code) { result.append(scalar) }
        }
        return String(result)
    }

    private static func combiningClass(_ code: UInt32) -> UInt32 {
        let table = UnicodeTables.combiningClasses
        var low = 0
        var high = table.count / 3
        while low < high {
            let middle = (low + high) / 2
            if code > table[3 * middle + 1] {
                low = middle + 1
            } else if code < table[3 * middle] {
                high = middle
            } else {
                return table[3 * middle + 2]
            }
        }
        return 0
    }

    /// The canonical ordering: a stable sort of each run of combining marks by their class.
    private static func reorder(_ scalars: inout [UInt32]) {
        var start = 0
        while start < scalars.count {
            var end = start
            while end < scalars.count && combiningClass(scalars[end]) != 0 { end += 1 }
            if end - start > 1 {
                let run = scalars[start..<end].map { (combiningClass($0), $0) }.enumerated().sorted {
                    ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
                }
                for (offset, mark) in run.enumerated() { scalars[start + offset] = mark.element.1 }
            }
            start = end + 1
        }
    }

    private static func composed(_ scalars: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        var starter = -1
        var lastClass: UInt32 = 0
        for code in scalars {
            let ownClass = combiningClass(code)
            let isBlocked = starter < result.count - 1 && lastClass >= ownClass
            if starter >= 0, !isBlocked, let pair = compose(result[starter], code) {
                result[starter] = pair
                continue
            }
            result.append(code)
            lastClass = ownClass
            if ownClass == 0 { starter = result.count - 1 }
        }
        return result
    }

    private static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if first >= 0x1100 && first < 0x1113 && second >= 0x1161 && second < 0x1176 {
            return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
        }
        if first >= 0xAC00 && first <= 0xD7A3 && (first - 0xAC00) % 28 == 0 && second > 0x11A7 && second < 0x11C3 {
            return first + second - 0x11A7
        }
        return compositions[UInt64(first) << 32 | UInt64(second)]
    }

    private static let decompositions: [UInt32: [UInt32]] = {
        var table: [UInt32: [UInt32]] = [:]
        for entry in entries(UnicodeTables.decompositions) { table[entry[0]] = Array(entry.dropFirst()) }
        return table
    }()

    private static let compositions: [UInt64: UInt32] = {
        var table: [UInt64: UInt32] = [:]
        for entry in entries(UnicodeTables.compositions) where entry.count == 3 {
            table[UInt64(entry[0]) << 32 | UInt64(entry[1])] = entry[2]
        }
        return table
    }()

    private static func entries(_ text: StaticString) -> [[UInt32]] {
        var result: [[UInt32]] = []
        var entry: [UInt32] = []
        for scalar in text.description.unicodeScalars {
            if scalar == " " || scalar == "\n" {
                if !entry.isEmpty { result.append(entry) }
                entry = []
            } else {
                entry.append(scalar.value)
            }
        }
        if !entry.isEmpty { result.append(entry) }
        return result
    }
}

/// Properties of characters that the tree's dump needs.
public enum CharacterProperties {
    /// Whether `str.isprintable` accepts the character.
    public static func isPrintable(_ scalar: Unicode.Scalar) -> Bool { Identifiers.isPrintable(scalar) }
}
