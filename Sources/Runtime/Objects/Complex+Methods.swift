#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The methods of `complex`.
enum ComplexMethods {
    static func parts(_ value: Value) -> Complex.Parts {
        let layout: UnsafeMutablePointer<ComplexLayout> = value.layout()
        return (layout.pointee.real, layout.pointee.imaginary)
    }

    // MARK: Construction

    /// `complex(real=0, imag=0)`
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let type = try m.classArgument(a, .complex)
        if a.count + a.keywordCount > 3 {
            throw m.raise(.typeError, "complex() takes at most 2 arguments (\(a.count + a.keywordCount - 1) given)")
        }
        var real = a.optional(1)
        var imaginary = a.optional(2)
        let unknown = a.readKeywords("real", &real, "imag", &imaginary)
        if unknown.isBound { throw m.unexpectedKeyword("complex", unknown, among: ["real", "imag"]) }
        if imaginary.isUnbound, real.isCell, real.cell.type == m.type(.complex), type == m.type(.complex) {
            return real
        }
        if real.isKind(.string) {
            if imaginary.isBound {
                throw m.raise(.typeError, "complex() can't take second arg if first is a string")
            }
            return try parse(m, Str(real), type)
        }
        if imaginary.isKind(.string) { throw m.raise(.typeError, "complex() second arg can't be a string") }
        var result: Complex.Parts = (0, 0)
        if real.isBound {
            guard let parts = try number(m, real) else {
                throw m.raise(
                    .typeError, "complex() first argument must be a string or a number, not '\(m.typeName(real))'")
            }
            result = parts
        }
        if imaginary.isBound {
            var parts: Complex.Parts? = imaginary.isKind(.complex) ? ComplexMethods.parts(imaginary) : nil
            if parts == nil, let double = try m.floatByMethods(imaginary) { parts = (double, 0) }
            guard let parts else {
                throw m.raise(
                    .typeError, "complex() second argument must be a number, not '\(m.typeName(imaginary))'")
            }
            if imaginary.isKind(.complex) { result.real -= parts.imaginary }
            // A real first argument contributes no imaginary part, not even a signed zero.
            result.imaginary = real.isKind(.complex) ? result.imaginary + parts.real : parts.real
        }
        return m.complex(result.real, result.imaginary, type: type)
    }

    /// What `__complex__`, `__float__` or `__index__` make of a value; nil when it has none of them.
    static func number(_ m: Machine, _ value: Value) throws(Raise) -> Complex.Parts? {
        if value.isKind(.complex), value.cell.type == m.type(.complex) { return parts(value) }
        let method = m.lookupSpecial(value, .__complex__)
        if method.isBound {
            let result = try m.callFound(method, value)
            guard result.isKind(.complex) else {
                throw m.raise(
                    .typeError,
                    "__complex__ returned non-complex (type \(m.typeName(result)))")
            }
            if result.cell.type != m.type(.complex) {
                try m.warn(
                    .deprecationWarning,
                    "__complex__ returned non-complex (type \(m.typeName(result))).  The ability to return an instance "
                        + "of a strict subclass of complex is deprecated, and may be removed in a future version "
                        + "of Python.")
            }
            return parts(result)
        }
        return try m.floatByMethods(value).map { ($0, 0) }
    }

    private static func parse(_ m: Machine, _ string: Str, _ type: TypeRef) throws(Raise) -> Value {
        switch Complex.parse(Machine.numberText(string)) {
        case .value(let parts): return m.complex(parts.real, parts.imaginary, type: type)
        case .malformed: throw m.raise(.valueError, "complex() arg is a malformed string")
        case .badUnderscore:
            throw m.raise(.valueError, "could not convert string to complex: \(m.reprText(string.value))")
        }
    }

    // MARK: Arithmetic

    /// `a op b` when both are complex numbers, ints or floats; NotImplemented otherwise.
    static func binary(
        _ op: BinaryOperation, _ m: Machine, _ a: Value, _ b: Value
    ) throws(Raise) -> Value {
        guard let x = try m.complexParts(a), let y = try m.complexParts(b) else { return .notImplemented }
        switch op {
        case .add: return m.complex(x.real + y.real, x.imaginary + y.imaginary)
        case .subtract: return m.complex(x.real - y.real, x.imaginary - y.imaginary)
        case .multiply:
            let product = Complex.product(x, y)
            return m.complex(product.real, product.imaginary)
        case .trueDivide:
            guard let quotient = Complex.quotient(x, y) else {
                throw m.raise(.zeroDivisionError, "complex division by zero")
            }
            return m.complex(quotient.real, quotient.imaginary)
        case .power: return try m.complexPower(x, y)
        default: return .notImplemented
        }
    }

    static func add(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.add, m, a[0], a[1]) }
    static func subtract(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.subtract, m, a[0], a[1]) }
    static func rsubtract(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.subtract, m, a[1], a[0]) }
    static func multiply(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.multiply, m, a[0], a[1]) }
    static func divide(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.trueDivide, m, a[0], a[1]) }
    static func rdivide(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.trueDivide, m, a[1], a[0]) }
    static func power(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseModulus(m, a)
        return try binary(.power, m, a[0], a[1])
    }
    static func rpower(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseModulus(m, a)
        return try binary(.power, m, a[1], a[0])
    }
    private static func refuseModulus(_ m: Machine, _ a: Arguments) throws(Raise) {
        guard a.count > 2, !a[2].isNone, a[1].isKind(.complex) || m.isInt(a[1]) || m.doubleValue(a[1]) != nil else {
            return
        }
        throw m.raise(.valueError, "complex modulo")
    }

    static func negative(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = parts(a[0])
        return m.complex(-value.real, -value.imaginary)
    }
    static func itself(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[0].cell.type == m.type(.complex) { return a[0] }
        return m.complex(parts(a[0]).real, parts(a[0]).imaginary)
    }
    static func conjugate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.complex(parts(a[0]).real, -parts(a[0]).imaginary)
    }
    static func absolute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = parts(a[0])
        let result = hypot(value.real, value.imaginary)
        if result.isInfinite, value.real.isFinite, value.imaginary.isFinite {
            throw m.raise(.overflowError, "absolute value too large")
        }
        return Value(result)
    }
    static func truth(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(parts(a[0]).real != 0 || parts(a[0]).imaginary != 0)
    }
    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = parts(a[0])
        let real = FloatText.hash(value.real) ?? m.identityHash(a[0])
        let imaginary = FloatText.hash(value.imaginary) ?? m.identityHash(a[0])
        let result = real &+ 1_000_003 &* imaginary
        return m.int(result == -1 ? -2 : result)
    }

    // MARK: Comparison

    private static func areEqual(_ m: Machine, _ a: Arguments) -> Bool? {
        let x = parts(a[0])
        if a[1].isKind(.complex) {
            let y = parts(a[1])
            return x.real == y.real && x.imaginary == y.imaginary
        }
        if let y = m.doubleValue(a[1]) { return x.imaginary == 0 && x.real == y }
        guard m.isInt(a[1]) else { return nil }
        return x.imaginary == 0 && !x.real.isNaN && m.compareInt(a[1], with: x.real) == 0
    }
    static func equal(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        areEqual(m, a).map { Value($0) } ?? .notImplemented
    }
    static func notEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        areEqual(m, a).map { Value(!$0) } ?? .notImplemented
    }
    static func order(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { .notImplemented }

    // MARK: Text

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Complex.repr(parts(a[0])).withUnsafeBufferPointer { m.string(ascii: $0) }
    }

    static func format(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let text = try FormatMethods.specArgument(m, a[1])
        if text.count == 0 { return try m.str(a[0]) }
        let spec = try FormatSpec(m, text, for: a[0], defaultType: 0, defaultAlign: 0x3e)
        switch Unicode.Scalar(spec.type) ?? "?" {
        case "\0", "e", "E", "f", "F", "g", "G", "n": break
        default: throw spec.unknownType(m, a[0])
        }
        if spec.fill == 0x30 {
            throw m.raise(.valueError, "Zero padding is not allowed in complex format specifier")
        }
        if spec.align == 0x3d {
            throw m.raise(.valueError, "'=' alignment flag is not allowed in complex format specifier")
        }
        let value = parts(a[0])
        var part = spec
        part.width = -1
        part.fill = 0x20
        part.align = 0x3e
        let isPlain = spec.type == 0
        let skipsReal = isPlain && value.real == 0 && value.real.sign == .plus
        if isPlain, spec.precision >= 0 { part.type = 0x67 }
        var builder = StringBuilder()
        do throws(Raise) {
            if isPlain, !skipsReal { builder.append(codePoint: 0x28) }
            if !skipsReal { builder.append(try format(m, value.real, a[0], part)) }
            if !skipsReal { part.sign = 0x2b }
            builder.append(try format(m, value.imaginary, a[0], part))
            builder.append(codePoint: 0x6a)
            if isPlain, !skipsReal { builder.append(codePoint: 0x29) }
        } catch {
            builder.discard()
            throw error
        }
        var outer = spec
        outer.precision = -1
        return try FormatMethods.aligned(m, Str(builder.finish(m)), outer)
    }

    private static func format(
        _ m: Machine, _ value: Double, _ object: Value, _ spec: FormatSpec
    ) throws(Raise) -> Value {
        if spec.type != 0 { return try FormatMethods.format(m, double: value, object, spec) }
        let value = spec.noNegativeZero && value == 0 ? 0 : value
        var text = Complex.text(value.magnitude)
        if spec.isAlternate, value.isFinite, !text.contains(0x2e) {
            text.insert(0x2e, at: text.firstIndex { !(0x30...0x39).contains($0) } ?? text.count)
        }
        return try text.withUnsafeBufferPointer { (buffer) throws(Raise) in
            let digits = value.isFinite ? buffer.prefix { $0 &- 0x30 < 10 }.count : 0
            let layout = NumberLayout(
                isNegative: value.sign == .minus && !value.isNaN, text: buffer, integerDigits: digits)
            return try layout.render(m, spec)
        }
    }

    static func getNewArguments(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.tuple(Value(parts(a[0]).real), Value(parts(a[0]).imaginary))
    }
}

extension Machine {
    func installComplexType() {
        typealias C = ComplexMethods
        define(
            .complex, doc: "A complex number. complex(real, imag) joins two numbers, complex(text) reads one.",
            methods: [
                Native("__new__", .any, style: .new, C.new),
                Native("__repr__", .none, style: .slot, C.repr),
                Native("__hash__", .none, style: .slot, C.hash),
                Native("__lt__", .one, style: .slot, C.order),
                Native("__le__", .one, style: .slot, C.order),
                Native("__eq__", .one, style: .slot, C.equal),
                Native("__ne__", .one, style: .slot, C.notEqual),
                Native("__gt__", .one, style: .slot, C.order),
                Native("__ge__", .one, style: .slot, C.order),
                Native("__add__", .one, style: .slot, C.add),
                Native("__radd__", .one, style: .slot, C.add),
                Native("__sub__", .one, style: .slot, C.subtract),
                Native("__rsub__", .one, style: .slot, C.rsubtract),
                Native("__mul__", .one, style: .slot, C.multiply),
                Native("__rmul__", .one, style: .slot, C.multiply),
                Native("__pow__", .positional(1, 2), style: .slot, C.power),
                Native("__rpow__", .positional(1, 2), style: .slot, C.rpower),
                Native("__neg__", .none, style: .slot, C.negative),
                Native("__pos__", .none, style: .slot, C.itself),
                Native("__abs__", .none, style: .slot, C.absolute),
                Native("__bool__", .none, style: .slot, C.truth),
                Native("__truediv__", .one, style: .slot, C.divide),
                Native("__rtruediv__", .one, style: .slot, C.rdivide),
                Native("conjugate", .none, doc: "The number with the other sign of the imaginary part.", C.conjugate),
                Native("__complex__", .none, C.itself),
                Native("__getnewargs__", .none, C.getNewArguments),
                Native("__format__", .one, C.format),
            ],
            properties: [
                NativeProperty("real", isMember: true, get: { (_, value) throws(Raise) in Value(C.parts(value).real) }),
                NativeProperty(
                    "imag", isMember: true, get: { (_, value) throws(Raise) in Value(C.parts(value).imaginary) }),
            ])
    }
}
