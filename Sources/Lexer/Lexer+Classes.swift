extension Lexer {
    /// What a token that begins with a byte can be.
    enum ByteClass: UInt8 {
        case `operator`, identifier, prefix, digit, quote, newline, comment, backslash, dot, end
    }

    /// The class of each byte.
    static let classes: ByteTable<ByteClass> = {
        var table = [ByteClass](repeating: .operator, count: 256)
        for byte in 0x80...0xFF { table[byte] = .identifier }
        for byte in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_".utf8 { table[Int(byte)] = .identifier }
        for byte in "bBuUrRfF".utf8 { table[Int(byte)] = .prefix }
        for byte in "0123456789".utf8 { table[Int(byte)] = .digit }
        for byte in "\"'".utf8 { table[Int(byte)] = .quote }
        table[0x0A] = .newline
        table[Int(UInt8(ascii: "#"))] = .comment
        table[Int(UInt8(ascii: "\\"))] = .backslash
        table[Int(UInt8(ascii: "."))] = .dot
        table[0] = .end
        return ByteTable(table)
    }()

    /// The bytes that continue an identifier; those outside ASCII are checked afterwards.
    static let isIdentifierPart: ByteTable<Bool> = {
        var table = [Bool](repeating: false, count: 256)
        for byte in 0...255 {
            let kind = classes[byte]
            table[byte] = kind == .identifier || kind == .prefix || kind == .digit
        }
        return ByteTable(table)
    }()
}

/// A table with an entry for each byte, at an address that lives as long as the process.
struct ByteTable<Element>: @unchecked Sendable {
    private let entries: UnsafeMutablePointer<Element>

    init(_ elements: [Element]) {
        precondition(elements.count == 256)
        entries = .allocate(capacity: 256)
        for (index, element) in elements.enumerated() { (entries + index).initialize(to: element) }
    }

    @inline(__always)
    subscript(_ byte: Int) -> Element { entries[byte] }
}
