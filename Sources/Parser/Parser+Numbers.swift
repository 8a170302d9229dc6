import Lexer

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Parser {
    /// How many digits a decimal literal may have: `sys.int_info.default_max_str_digits`.
    static let maximumDecimalDigits = 4300

    /// The value of a number token.
    func numberValue(_ token: Token) throws(Failure) -> Constant {
        let text = stream.text(token)
        if text.count == 1 { return .int(.small(Int(text[0]) - 0x30)) }
        if text[0] == 0x30 {
            switch text[1] | 0x20 {
            case UInt8(ascii: "x"): return .int(integer(text.dropFirst(2), radix: 16))
            case UInt8(ascii: "o"): return .int(integer(text.dropFirst(2), radix: 8))
            case UInt8(ascii: "b"): return .int(integer(text.dropFirst(2), radix: 2))
            default: break
            }
        }
        let isImaginary = text[text.count - 1] | 0x20 == UInt8(ascii: "j")
        if isImaginary { return .imaginary(double(text.dropLast())) }
        for byte in text where byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") {
            return .float(double(text[...]))
        }
        let value = integer(text[...], radix: 10)
        if case .large(let digits, _) = value, digits.count > Parser.maximumDecimalDigits { throw .syntax }
        return .int(value)
    }

    private func integer(_ text: Slice<UnsafeBufferPointer<UInt8>>, radix: Int) -> IntegerLiteral {
        var value = 0
        var overflows = false
        for byte in text where byte != UInt8(ascii: "_") {
            let digit = byte < 0x3A ? Int(byte) - 0x30 : Int(byte | 0x20) - 0x61 + 10
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: radix)
            let (sum, isTooLargeNow) = product.addingReportingOverflow(digit)
            if isTooLarge || isTooLargeNow {
                overflows = true
                break
            }
            value = sum
        }
        if !overflows { return .small(value) }
        let digits = text.filter { $0 != UInt8(ascii: "_") }.drop { $0 == 0x30 }
        return .large(digits: Array(digits), radix: radix)
    }

    private func double(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double {
        var copy: [CChar] = []
        copy.reserveCapacity(text.count + 1)
        for byte in text where byte != UInt8(ascii: "_") { copy.append(CChar(bitPattern: byte)) }
        copy.append(0)
        return strtod(copy, nil)
    }
}
