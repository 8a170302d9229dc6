import Parser

extension CodeConstant {
    static func int(_ value: Int) -> CodeConstant { .value(.int(.small(value))) }
    static func string(_ text: String) -> CodeConstant { .value(.string(wtf8: Array(text.utf8))) }
    static func bool(_ value: Bool) -> CodeConstant { .value(value ? .true : .false) }

    /// The integer, if it is one of machine size.
    var smallInt: Int? {
        if case .value(.int(.small(let value))) = self { value } else { nil }
    }

    /// The truth value; `nil` when it is not known here.
    var truth: Bool? {
        switch self {
        case .value(.none), .value(.false): false
        case .value(.true), .value(.ellipsis): true
        case .value(.int(.small(let value))): value != 0
        case .value(.int(.large)): true
        case .value(.float(let value)), .value(.imaginary(let value)): value != 0
        case .value(.string(let bytes)), .value(.bytes(let bytes)): !bytes.isEmpty
        case .tuple(let items), .frozenSet(let items): !items.isEmpty
        case .code: nil
        }
    }

    /// The name of the type, for warnings.
    var typeName: String {
        switch self {
        case .value(.none): "NoneType"
        case .value(.true), .value(.false): "bool"
        case .value(.ellipsis): "ellipsis"
        case .value(.int): "int"
        case .value(.float): "float"
        case .value(.imaginary): "complex"
        case .value(.string): "str"
        case .value(.bytes): "bytes"
        case .tuple: "tuple"
        case .frozenSet: "frozenset"
        case .code: "code"
        }
    }
}

/// Identity of a constant within a code object: type and value, so that 1, 1.0 and True stay apart.
enum ConstantKey: Hashable {
    case plain(UInt8)
    case int(Int)
    case large([UInt8], Int)
    case float(UInt64)
    case imaginary(UInt64)
    case string([UInt8])
    case bytes([UInt8])
    case tuple([ConstantKey])
    case frozenSet([ConstantKey])
    case code(ObjectIdentifier)

    init(_ constant: CodeConstant) {
        switch constant {
        case .value(.none): self = .plain(0)
        case .value(.true): self = .plain(1)
        case .value(.false): self = .plain(2)
        case .value(.ellipsis): self = .plain(3)
        case .value(.int(.small(let value))): self = .int(value)
        case .value(.int(.large(let digits, let radix))): self = .large(digits, radix)
        case .value(.float(let value)): self = .float(value.bitPattern)
        case .value(.imaginary(let value)): self = .imaginary(value.bitPattern)
        case .value(.string(let bytes)): self = .string(bytes)
        case .value(.bytes(let bytes)): self = .bytes(bytes)
        case .tuple(let items): self = .tuple(items.map(ConstantKey.init))
        case .frozenSet(let items): self = .frozenSet(items.map(ConstantKey.init))
        case .code(let code): self = .code(ObjectIdentifier(code))
        }
    }
}

/// Numbers the constants of a code object in the order of their appearance.
struct ConstantIndex {
    private var keys: [ConstantKey] = []
    /// Used beyond a few constants only; see ``NameMap`` for what the first use of a dictionary type costs.
    private var table: [ConstantKey: Int] = [:]

    /// The number of a constant; it gets the next one when it is new.
    mutating func index(of key: ConstantKey) -> Int {
        let limit = 16
        if keys.count < limit {
            for index in 0..<keys.count where keys[index] == key { return index }
        } else if let index = table[key] {
            return index
        }
        keys.append(key)
        if keys.count == limit {
            for index in 0..<limit { table[keys[index]] = index }
        } else if keys.count > limit {
            table[key] = keys.count - 1
        }
        return keys.count - 1
    }
}

/// Evaluation of constant expressions at compile time, where it cannot fail and the result is small.
enum ConstantFolding {
    /// How deep an expression is looked into; deeper ones are left to the machine.
    private static let depth = 24

    /// The value of a constant expression; `isDebug` is that of `__debug__`.
    static func value(
        of expression: Expression, depth: Int = Self.depth, isDebug: Bool = true
    ) -> CodeConstant? {
        switch expression.kind {
        case .constant(let value, _): return .value(value)
        case .name(let id, let context): return id == "__debug__" && context == .load ? .bool(isDebug) : nil
        case .unaryOp(let op, let operand):
            guard depth > 0, let value = value(of: operand, depth: depth - 1, isDebug: isDebug) else { return nil }
            return unary(op, value)
        case .binOp(let left, let op, let right):
            guard depth > 0, let right = value(of: right, depth: depth - 1, isDebug: isDebug),
                let left = value(of: left, depth: depth - 1, isDebug: isDebug)
            else { return nil }
            return binary(left, op, right)
        case .tuple(let elements, .load):
            guard depth > 0 else { return nil }
            return tuple(elements, depth: depth - 1, isDebug: isDebug).map(CodeConstant.tuple)
        default: return nil
        }
    }

    /// The values of expressions that are all constant.
    static func tuple(
        _ elements: [Expression], depth: Int = Self.depth, isDebug: Bool = true
    ) -> [CodeConstant]? {
        var items: [CodeConstant] = []
        items.reserveCapacity(elements.count)
        for element in elements {
            guard let item = value(of: element, depth: depth, isDebug: isDebug) else { return nil }
            items.append(item)
        }
        return items
    }

    private static func unary(_ op: UnaryOperator, _ value: CodeConstant) -> CodeConstant? {
        switch (op, value) {
        case (.not, _): return value.truth.map { .bool(!$0) }
        case (.minus, .value(.int(.small(let x)))): return x == Int.min ? nil : .int(-x)
        case (.minus, .value(.int(.large(let digits, let radix)))):
            let minus = UInt8(ascii: "-")
            let negated = digits.first == minus ? Array(digits.dropFirst()) : [minus] + digits
            return .value(.int(.large(digits: negated, radix: radix)))
        case (.plus, .value(.int)), (.plus, .value(.float)): return value
        case (.invert, .value(.int(.small(let x)))): return .int(~x)
        case (.invert, .value(.true)): return .int(-2)
        case (.invert, .value(.false)): return .int(-1)
        case (.minus, .value(.float(let x))): return .value(.float(-x))
        default: return nil
        }
    }

    private static func binary(_ left: CodeConstant, _ op: BinaryOperator, _ right: CodeConstant) -> CodeConstant? {
        switch (left, right) {
        case (.value(.int(.small(let a))), .value(.int(.small(let b)))): return integer(a, op, b)
        case (.value(.float(let a)), .value(.float(let b))): return floating(a, op, b)
        case (.value(.int(.small(let a))), .value(.float(let b))) where a.magnitude < 1 << 53:
            return floating(Double(a), op, b)
        case (.value(.float(let a)), .value(.int(.small(let b)))) where b.magnitude < 1 << 53:
            return floating(a, op, Double(b))
        case (.value(.string(let a)), .value(.string(let b))) where op == .add && a.count + b.count <= 4096:
            return .value(.string(wtf8: a + b))
        case (.value(.string(let a)), .value(.int(.small(let n)))) where op == .multiply:
            guard n >= 0, n <= 4096, a.count * n <= 4096 else { return nil }
            return .value(.string(wtf8: Array(repeatElement(a, count: n).joined())))
        default: return nil
        }
    }

    private static func integer(_ a: Int, _ op: BinaryOperator, _ b: Int) -> CodeConstant? {
        func checked(_ result: (partialValue: Int, overflow: Bool)) -> CodeConstant? {
            result.overflow ? nil : .int(result.partialValue)
        }
        switch op {
        case .add: return checked(a.addingReportingOverflow(b))
        case .subtract: return checked(a.subtractingReportingOverflow(b))
        case .multiply: return checked(a.multipliedReportingOverflow(by: b))
        case .bitOr: return .int(a | b)
        case .bitAnd: return .int(a & b)
        case .bitXor: return .int(a ^ b)
        case .rightShift: return b < 0 ? nil : .int(b > 63 ? (a < 0 ? -1 : 0) : a >> b)
        case .leftShift:
            guard b >= 0, b < 62, a.magnitude < 1 << (62 - UInt(b)) else { return nil }
            return .int(a << b)
        case .power:
            guard b >= 0, b <= 64 else { return nil }
            var result = 1
            for _ in 0..<b {
                let (next, overflow) = result.multipliedReportingOverflow(by: a)
                if overflow { return nil }
                result = next
            }
            return .int(result)
        case .floorDivide, .modulo:
            guard b != 0, b != -1 else { return nil }
            let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
            let adjusts = remainder != 0 && (remainder < 0) != (b < 0)
            if op == .modulo { return .int(adjusts ? remainder + b : remainder) }
            return .int(adjusts ? quotient - 1 : quotient)
        case .divide:
            guard b != 0, a.magnitude < 1 << 53, b.magnitude < 1 << 53 else { return nil }
            return .value(.float(Double(a) / Double(b)))
        case .matrixMultiply: return nil
        }
    }

    private static func floating(_ a: Double, _ op: BinaryOperator, _ b: Double) -> CodeConstant? {
        switch op {
        case .add: .value(.float(a + b))
        case .subtract: .value(.float(a - b))
        case .multiply: .value(.float(a * b))
        case .divide: b == 0 ? nil : .value(.float(a / b))
        default: nil
        }
    }

    /// A doc string without its common indentation, as CPython 3.13 stores it.
    static func cleanDoc(_ text: [UInt8]) -> [UInt8] {
        let expanded = expandTabs(text)
        var lines = expanded.split(separator: 10, omittingEmptySubsequences: false)
        var margin = Int.max
        for line in lines.dropFirst() {
            let indent = line.prefix { $0 == 32 }.count
            if indent < line.count { margin = min(margin, indent) }
        }
        lines[0] = lines[0].drop { $0 == 32 }
        if margin > 0, margin < Int.max {
            for index in lines.indices.dropFirst() {
                lines[index] = lines[index].dropFirst(min(margin, lines[index].prefix { $0 == 32 }.count))
            }
        }
        return Array(lines.joined(separator: [10]))
    }

    private static func expandTabs(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(9) else { return text }
        var result: [UInt8] = []
        var column = 0
        for byte in text {
            if byte == 9 {
                let count = 8 - column % 8
                result.append(contentsOf: repeatElement(32, count: count))
                column += count
            } else {
                result.append(byte)
                if byte == 10 || byte == 13 { column = 0 } else if byte & 0xC0 != 0x80 { column += 1 }
            }
        }
        return result
    }
}
