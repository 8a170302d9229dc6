import Lexer

/// Prints a tree exactly as `ast.dump(tree, include_attributes=True)` of CPython 3.13 does.
public struct ASTDump {
    private var output: [UInt8] = []
    private var isFirst = true

    /// The dump of a module, without a newline at the end.
    public static func dump(_ module: Module) -> String {
        var dump = ASTDump()
        switch module.mode {
        case .exec: dump.module("Module", module.body)
        case .single: dump.module("Interactive", module.body)
        case .eval:
            dump.write("Expression(")
            if case .expression(let value)? = module.body.first?.kind {
                dump.write("body=")
                dump.expression(value)
            }
            dump.write(")")
        }
        return String(decoding: dump.output, as: UTF8.self)
    }

    private mutating func module(_ name: String, _ body: [Statement]) {
        open(name)
        list("body", body) { $0.statement($1) }
        close()
    }

    // MARK: Building blocks

    mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }

    mutating func open(_ name: String) {
        write(name)
        write("(")
        isFirst = true
    }

    mutating func field(_ name: String) {
        if !isFirst { write(", ") }
        isFirst = false
        write(name)
        write("=")
    }

    mutating func close() {
        write(")")
        isFirst = false
    }

    mutating func close(_ range: SourceRange) {
        field("lineno")
        write(String(range.line))
        field("col_offset")
        write(String(range.column))
        field("end_lineno")
        write(String(range.endLine))
        field("end_col_offset")
        write(String(range.endColumn))
        close()
    }

    /// A list field; an empty one is left out.
    mutating func list<Element>(
        _ name: String, _ elements: [Element], _ body: (inout ASTDump, Element) -> Void
    ) {
        if elements.isEmpty { return }
        field(name)
        write("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { write(", ") }
            body(&self, element)
        }
        write("]")
        isFirst = false
    }

    mutating func expressions(_ name: String, _ elements: [Expression]) {
        list(name, elements) { $0.expression($1) }
    }

    mutating func statements(_ name: String, _ elements: [Statement]) {
        list(name, elements) { $0.statement($1) }
    }

    mutating func expression(_ name: String, _ value: Expression?) {
        guard let value else { return }
        field(name)
        expression(value)
    }

    mutating func string(_ name: String, _ value: String?) {
        guard let value else { return }
        field(name)
        literal(Array(value.utf8))
    }

    mutating func node(_ name: String, _ type: String) {
        field(name)
        write(type)
        write("()")
    }

    // MARK: Literals

    /// `repr` of a string in generalised UTF-8.
    mutating func literal(_ text: [UInt8]) {
        let quote = text.contains(UInt8(ascii: "'")) && !text.contains(UInt8(ascii: "\"")) ? "\"" : "'"
        write(quote)
        var index = 0
        while index < text.count {
            let (code, width) = ASTDump.decode(text, index)
            switch code {
            case 0x5C: write("\\\\")
            case 0x27 where quote == "'": write("\\'")
            case 0x09: write("\\t")
            case 0x0A: write("\\n")
            case 0x0D: write("\\r")
            default:
                if let scalar = Unicode.Scalar(code), CharacterProperties.isPrintable(scalar) {
                    output.append(contentsOf: text[index..<index + width])
                } else if code < 0x100 {
                    write("\\x" + ASTDump.hexadecimal(code, 2))
                } else if code < 0x10000 {
                    write("\\u" + ASTDump.hexadecimal(code, 4))
                } else {
                    write("\\U" + ASTDump.hexadecimal(code, 8))
                }
            }
            index += width
        }
        write(quote)
    }

    /// `repr` of bytes.
    private mutating func bytes(_ value: [UInt8]) {
        let quote = value.contains(UInt8(ascii: "'")) && !value.contains(UInt8(ascii: "\"")) ? "\"" : "'"
        write("b" + quote)
        for byte in value {
            switch byte {
            case 0x5C: write("\\\\")
            case 0x27 where quote == "'": write("\\'")
            case 0x09: write("\\t")
            case 0x0A: write("\\n")
            case 0x0D: write("\\r")
            case 0x20..<0x7F: output.append(byte)
            default: write("\\x" + ASTDump.hexadecimal(UInt32(byte), 2))
            }
        }
        write(quote)
    }

    mutating func constant(_ value: Constant) {
        switch value {
        case .none: write("None")
        case .true: write("True")
        case .false: write("False")
        case .ellipsis: write("Ellipsis")
        case .int(.small(let number)): write(String(number))
        case .int(.large(let digits, let radix)): write(ASTDump.decimal(digits, radix))
        case .float(let number): write(ASTDump.representation(number, isPart: false))
        case .imaginary(let number): write(ASTDump.representation(number, isPart: true) + "j")
        case .string(let text): literal(text)
        case .bytes(let value): bytes(value)
        }
    }

    private static func decode(_ text: [UInt8], _ index: Int) -> (UInt32, Int) {
        let first = UInt32(text[index])
        func part(_ offset: Int) -> UInt32 {
            index + offset < text.count ? UInt32(text[index + offset]) & 0x3F : 0
        }
        switch first {
        case 0xC0..<0xE0: return ((first & 0x1F) << 6 | part(1), 2)
        case 0xE0..<0xF0: return ((first & 0xF) << 12 | part(1) << 6 | part(2), 3)
        case 0xF0...: return ((first & 0x7) << 18 | part(1) << 12 | part(2) << 6 | part(3), 4)
        default: return (first, 1)
        }
    }

    private static func hexadecimal(_ value: UInt32, _ width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// The decimal digits of a large integer literal.
    private static func decimal(_ digits: [UInt8], _ radix: Int) -> String {
        if radix == 10 { return String(decoding: digits, as: UTF8.self) }
        // Limbs of nine decimal digits, least significant first.
        var limbs: [UInt64] = [0]
        for byte in digits {
            var carry = byte < 0x3A ? UInt64(byte) - 0x30 : UInt64(byte | 0x20) - 0x61 + 10
            for index in limbs.indices {
                let value = limbs[index] * UInt64(radix) + carry
                limbs[index] = value % 1_000_000_000
                carry = value / 1_000_000_000
            }
            if carry > 0 { limbs.append(carry) }
        }
        var text = String(limbs[limbs.count - 1])
        for limb in limbs.dropLast().reversed() {
            let part = String(limb)
            text += String(repeating: "0", count: 9 - part.count) + part
        }
        return text
    }

    /// `repr` of a float; of the imaginary part of a complex number when `isPart`, which leaves `.0` out.
    private static func representation(_ value: Double, isPart: Bool) -> String {
        if value.isInfinite { return "inf" }
        if value == 0 { return isPart ? "0" : "0.0" }
        // The shortest digits that read back as the value, and the place of the decimal point.
        let description = value.description
        var digits = ""
        var point: Int?
        var exponent = 0
        let halves = description.split(separator: "e")
        for character in halves[0] {
            if character == "." { point = digits.count } else { digits.append(character) }
        }
        if halves.count > 1 { exponent = Int(halves[1]) ?? 0 }
        var place = (point ?? digits.count) + exponent
        let leading = digits.prefix { $0 == "0" }.count
        digits.removeFirst(leading)
        place -= leading
        while digits.last == "0" { digits.removeLast() }
        if place > 16 || place < -3 {
            var text = String(digits.removeFirst())
            if !digits.isEmpty { text += "." + digits }
            let power = place - 1
            return text + (power < 0 ? "e-" : "e+") + (abs(power) < 10 ? "0" : "") + String(abs(power))
        }
        if place <= 0 { return "0." + String(repeating: "0", count: -place) + digits }
        if digits.count <= place {
            return digits + String(repeating: "0", count: place - digits.count) + (isPart ? "" : ".0")
        }
        let split = digits.index(digits.startIndex, offsetBy: place)
        return digits[..<split] + "." + digits[split...]
    }
}
