extension UInt8 {
    /// What a hexadecimal digit in ASCII stands for; nil for any other byte.
    var hexDigitValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}

extension String {
    /// A number in hexadecimal digits, with zeros in front up to `width` of them.
    init(hexadecimal value: some BinaryInteger, width: Int) {
        let digits = String(value, radix: 16)
        self = String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}

/// `\xhh`, `\uhhhh` or `\Uhhhhhhhh`.
func backslashEscape(_ code: UInt32) -> String {
    let (letter, width) = code < 0x100 ? ("x", 2) : code < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\" + letter + String(hexadecimal: code, width: width)
}

extension Machine {
    /// An address as `repr` shows it.
    func addressText(_ value: Value) -> String { "0x" + String(hexadecimal: value.bits, width: 12) }
}
