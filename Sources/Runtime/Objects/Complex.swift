#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Arithmetic of complex numbers, by the textbook formulas.
enum Complex {
    typealias Parts = (real: Double, imaginary: Double)

    static func product(_ a: Parts, _ b: Parts) -> Parts {
        (a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
    }

    /// `a / b`, nil for a divisor that is zero. Smith's method: scaled by the larger part of the divisor.
    static func quotient(_ a: Parts, _ b: Parts) -> Parts? {
        if b.real.magnitude >= b.imaginary.magnitude {
            if b.real == 0 { return nil }
            let ratio = b.imaginary / b.real
            let scale = b.real + b.imaginary * ratio
            return ((a.real + a.imaginary * ratio) / scale, (a.imaginary - a.real * ratio) / scale)
        }
        if b.imaginary.magnitude >= b.real.magnitude {
            let ratio = b.real / b.imaginary
            let scale = b.real * ratio + b.imaginary
            return ((a.real * ratio + a.imaginary) / scale, (a.imaginary * ratio - a.real) / scale)
        }
        return (.nan, .nan)
    }

    static func power(_ base: Parts, exponent: Int) -> Parts? {
        var result: Parts = (1, 0)
        var square = base
        var rest = exponent.magnitude
        while rest > 0 {
            if rest & 1 == 1 { result = product(result, square) }
            rest >>= 1
            if rest > 0 { square = product(square, square) }
        }
        return exponent > 0 ? result : quotient((1, 0), result)
    }

    static func power(_ base: Parts, _ exponent: Parts) -> Parts? {
        if exponent.real == 0, exponent.imaginary == 0 { return (1, 0) }
        if base.real == 0, base.imaginary == 0 {
            return exponent.imaginary != 0 || exponent.real < 0 ? nil : (0, 0)
        }
        let size = hypot(base.real, base.imaginary)
        var length = pow(size, exponent.real)
        let angle = atan2(base.imaginary, base.real)
        var phase = angle * exponent.real
        if exponent.imaginary != 0 {
            length /= exp(angle * exponent.imaginary)
            phase += exponent.imaginary * log(size)
        }
        // The sine of an infinity is an error of the domain.
        return phase.isInfinite ? nil : (length * cos(phase), length * sin(phase))
    }

    /// The text of one part: as `repr` of the float, without `.0`.
    static func text(_ value: Double) -> [UInt8] {
        var text = FloatText.repr(value)
        if text.count > 2, text[text.count - 1] == 0x30, text[text.count - 2] == 0x2e { text.removeLast(2) }
        return text
    }

    /// The text of `repr`.
    static func repr(_ value: Parts) -> [UInt8] {
        let imaginary = text(value.imaginary)
        if value.real == 0, value.real.sign == .plus { return imaginary + [0x6a] }
        let plus: [UInt8] = imaginary.first == 0x2d ? [] : [0x2b]
        return [0x28] + text(value.real) + plus + imaginary + [0x6a, 0x29]
    }

    /// What the argument of `complex` stands for.
    enum Parsed {
        case value(Parts)
        /// ValueError: complex() arg is a malformed string
        case malformed
        /// ValueError: could not convert string to complex (misplaced underscores)
        case badUnderscore
    }

    static func parse(_ source: [UInt8]) -> Parsed {
        var text = source
        if text.contains(0x5f) {
            func isDigit(_ index: Int) -> Bool { text.indices.contains(index) && text[index] &- 0x30 < 10 }
            for index in text.indices where text[index] == 0x5f {
                if !isDigit(index - 1) || !isDigit(index + 1) { return .badUnderscore }
            }
            text.removeAll { $0 == 0x5f }
        }
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }
        func trim(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
            var slice = slice
            while let byte = slice.first, isSpace(byte) { slice = slice.dropFirst() }
            while let byte = slice.last, isSpace(byte) { slice = slice.dropLast() }
            return slice
        }
        var rest = trim(text[...])
        if rest.first == 0x28 {
            guard rest.last == 0x29, rest.count > 1 else { return .malformed }
            rest = trim(rest.dropFirst().dropLast())
        }
        guard let first = takeNumber(&rest) else {
            // "j", "+j", "-j"
            guard let last = rest.last, last | 0x20 == 0x6a else { return .malformed }
            switch Array(rest.dropLast()) {
            case [], [0x2b]: return .value((0, 1))
            case [0x2d]: return .value((0, -1))
            default: return .malformed
            }
        }
        if rest.isEmpty { return .value((first, 0)) }
        if rest.count == 1, let last = rest.first, last | 0x20 == 0x6a { return .value((0, first)) }
        guard let sign = rest.first, sign == 0x2b || sign == 0x2d, let last = rest.last, last | 0x20 == 0x6a else {
            return .malformed
        }
        if rest.count == 2 { return .value((first, sign == 0x2b ? 1 : -1)) }
        guard let second = takeNumber(&rest), rest.count == 1 else { return .malformed }
        return .value((first, second))
    }

    /// Takes the longest number from the front.
    private static func takeNumber(_ text: inout ArraySlice<UInt8>) -> Double? {
        var end = text.startIndex
        func peek(_ offset: Int = 0) -> UInt8 { end + offset < text.endIndex ? text[end + offset] : 0 }
        if peek() == 0x2b || peek() == 0x2d { end += 1 }
        for word in ["infinity", "inf", "nan"] {
            let bytes = Array(word.utf8)
            if text.endIndex - end >= bytes.count,
                bytes.indices.allSatisfy({ text[end + $0] | 0x20 == bytes[$0] })
            {
                end += bytes.count
                let value = Array(text[..<end]).withUnsafeBufferPointer { FloatText.parse($0) }
                text = text[end...]
                return value
            }
        }
        var digits = 0
        while peek() &- 0x30 < 10 {
            end += 1
            digits += 1
        }
        if peek() == 0x2e {
            end += 1
            while peek() &- 0x30 < 10 {
                end += 1
                digits += 1
            }
        }
        guard digits > 0 else { return nil }
        if peek() | 0x20 == 0x65 {
            let sign = peek(1) == 0x2b || peek(1) == 0x2d ? 1 : 0
            if peek(1 + sign) &- 0x30 < 10 {
                end += 1 + sign
                while peek() &- 0x30 < 10 { end += 1 }
            }
        }
        guard let value = Array(text[..<end]).withUnsafeBufferPointer({ FloatText.parse($0) }) else { return nil }
        text = text[end...]
        return value
    }
}

extension Machine {
    /// A complex number.
    func complex(_ real: Double, _ imaginary: Double, type: TypeRef? = nil) -> Value {
        let memory = newCell(
            size: MemoryLayout<ComplexLayout>.stride, kind: .complex, type: type ?? self.type(.complex))
        let layout = memory.assumingMemoryBound(to: ComplexLayout.self)
        layout.pointee.real = real
        layout.pointee.imaginary = imaginary
        return Value(Cell(memory))
    }

    /// The parts of a complex number, an int or a float; nil for anything else.
    func complexParts(_ value: Value) throws(Raise) -> Complex.Parts? {
        if value.isKind(.complex) {
            let layout: UnsafeMutablePointer<ComplexLayout> = value.layout()
            return (layout.pointee.real, layout.pointee.imaginary)
        }
        guard let real = try numberAsDouble(value) else { return nil }
        return (real, 0)
    }

    /// `a ** b` for complex numbers.
    func complexPower(_ a: Complex.Parts, _ b: Complex.Parts) throws(Raise) -> Value {
        let isSmall = b.imaginary == 0 && b.real == b.real.rounded(.down) && b.real.magnitude <= 100
        guard let result = isSmall ? Complex.power(a, exponent: Int(b.real)) : Complex.power(a, b) else {
            throw raise(.zeroDivisionError, "0.0 to a negative or complex power")
        }
        if result.real.isInfinite || result.imaginary.isInfinite {
            throw raise(.overflowError, "complex exponentiation")
        }
        return complex(result.real, result.imaginary)
    }
}
