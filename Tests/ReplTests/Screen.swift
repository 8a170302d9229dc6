/// What a terminal shows after the bytes that a program has written to it: the part of xterm's language that readline
/// uses with `TERM=xterm`. Wide characters take two columns.
struct Screen {
    let columns: Int
    /// All rows there have been, the oldest first: nothing scrolls away.
    private(set) var cells: [[Character]] = [[]]
    private(set) var row = 0
    private(set) var column = 0
    private var pending: [UInt8] = []

    /// Stands in the second column of a wide character.
    private static let filler: Character = "\u{0}"

    init(columns: Int) { self.columns = columns }

    /// The rows as text, without the spaces at their ends.
    var lines: [String] {
        cells.map { row in
            var text = String(row.filter { $0 != Screen.filler })
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    /// The row with the cursor.
    var line: String { lines[row] }

    mutating func feed(_ bytes: [UInt8]) {
        pending += bytes
        var index = 0
        while index < pending.count {
            guard let used = step(pending[index...]) else { break }
            index += used
        }
        pending.removeFirst(index)
    }

    /// Does the first thing that the bytes say; gives how many they were, nil when more are to come.
    private mutating func step(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first else { return nil }
        switch first {
        case 0x1B: return escape(bytes)
        case 0x0D: column = 0
        case 0x0A:
            row += 1
            if row == cells.count { cells.append([]) }
        case 0x08: column = max(0, column - 1)
        case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
        case 0..<0x20, 0x7F: break
        default:
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            guard bytes.count >= length else { return nil }
            for character in String(decoding: bytes.prefix(length), as: UTF8.self) { put(character) }
            return length
        }
        return 1
    }

    private mutating func escape(_ bytes: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(bytes)
        guard bytes.count >= 2 else { return nil }
        guard bytes[1] == UInt8(ascii: "[") else {
            if bytes[1] == UInt8(ascii: "M") { row = max(0, row - 1) }
            return bytes[1] == UInt8(ascii: "(") ? (bytes.count >= 3 ? 3 : nil) : 2
        }
        guard let end = bytes.indices.dropFirst(2).first(where: { bytes[$0] >= 0x40 }) else { return nil }
        let parameters = String(decoding: bytes[2..<end], as: UTF8.self)
        if !parameters.hasPrefix("?") { control(bytes[end], Int(parameters.split(separator: ";").first ?? "") ?? 0) }
        return end + 1
    }

    private mutating func control(_ final: UInt8, _ parameter: Int) {
        let count = max(1, parameter)
        switch final {
        case UInt8(ascii: "A"): row = max(0, row - count)
        case UInt8(ascii: "B"): row = min(cells.count - 1, row + count)
        case UInt8(ascii: "C"): column = min(columns - 1, column + count)
        case UInt8(ascii: "D"): column = max(0, column - count)
        case UInt8(ascii: "G"): column = min(columns, count) - 1
        case UInt8(ascii: "K") where parameter == 0: erase(row, from: column)
        case UInt8(ascii: "J") where parameter == 0:
            erase(row, from: column)
            for below in cells.indices where below > row { cells[below] = [] }
        case UInt8(ascii: "P"):
            let start = min(column, cells[row].count)
            cells[row].removeSubrange(start..<min(start + count, cells[row].count))
        case UInt8(ascii: "@"):
            fill(to: column)
            cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
        default: break
        }
    }

    private mutating func erase(_ row: Int, from column: Int) {
        if column < cells[row].count { cells[row].removeSubrange(column...) }
    }

    private mutating func fill(to column: Int) {
        while cells[row].count < column { cells[row].append(" ") }
    }

    private mutating func put(_ character: Character) {
        let width = Screen.isWide(character) ? 2 : 1
        if column + width > columns {
            column = 0
            row += 1
            if row == cells.count { cells.append([]) }
        }
        fill(to: column + width)
        cells[row][column] = character
        if width == 2 { cells[row][column + 1] = Screen.filler }
        column += width
    }

    private static func isWide(_ character: Character) -> Bool {
        guard let value = character.unicodeScalars.first?.value else { return false }
        return (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
            || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
            || (0xFE30...0xFE6F).contains(value) || (0xFF00...0xFF60).contains(value)
            || (0x1F300...0x1F64F).contains(value) || (0x1F900...0x1F9FF).contains(value)
            || (0x20000...0x3FFFD).contains(value)
    }
}
