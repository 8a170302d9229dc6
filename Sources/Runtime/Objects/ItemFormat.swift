/// The single items of binary data, by the letters of the module `struct`: what memoryview, array and struct share.
enum ItemFormat {
    /// What a letter stands for.
    enum Kind { case signed, unsigned, float, character, bool }

    /// The kind of a letter, or nil for letters that are no single numbers.
    @inline(__always)
    static func kind(_ code: UInt8) -> Kind? {
        switch Unicode.Scalar(code) {
        case "b", "h", "i", "l", "q", "n": .signed
        case "B", "H", "I", "L", "Q", "N", "P": .unsigned
        case "e", "f", "d": .float
        case "c": .character
        case "?": .bool
        default: nil
        }
    }

    /// The size of a letter in native mode, or nil.
    static func nativeSize(_ code: UInt8) -> Int? {
        switch Unicode.Scalar(code) {
        case "b", "B", "c", "?": 1
        case "h", "H", "e": 2
        case "i", "I", "f": 4
        case "l", "L", "q", "Q", "n", "N", "P", "d": 8
        default: nil
        }
    }

    // MARK: Reading

    /// The bits of an item.
    @inline(__always)
    static func bits(_ pointer: UnsafePointer<UInt8>, size: Int, isLittle: Bool) -> UInt64 {
        var bits: UInt64 = 0
        if isLittle {
            var index = size
            while index > 0 {
                index &-= 1
                bits = bits << 8 | UInt64(pointer[index])
            }
        } else {
            for index in 0..<size { bits = bits << 8 | UInt64(pointer[index]) }
        }
        return bits
    }

    /// The value of an item of a kind and size.
    static func read(
        _ m: Machine, _ pointer: UnsafePointer<UInt8>, _ kind: Kind, size: Int, isLittle: Bool = true
    ) -> Value {
        switch kind {
        case .character: return m.bytes(UnsafeBufferPointer(start: pointer, count: 1))
        case .bool: return Value(pointer[0] != 0)
        case .signed:
            let shift = UInt64(64 - size * 8)
            return m.int(Int(Int64(bitPattern: bits(pointer, size: size, isLittle: isLittle) << shift) >> shift))
        case .unsigned: return m.int(unsigned: bits(pointer, size: size, isLittle: isLittle))
        case .float:
            let bits = bits(pointer, size: size, isLittle: isLittle)
            switch size {
            case 2: return Value(half(UInt16(truncatingIfNeeded: bits)))
            case 4: return Value(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
            default: return Value(Double(bitPattern: bits))
            }
        }
    }

    /// The value of a number in half precision (IEEE 754 binary16).
    static func half(_ bits: UInt16) -> Double {
        let exponent = Int(bits >> 10 & 31)
        let fraction = Double(bits & 0x3ff)
        let sign: Double = bits >> 15 == 1 ? -1 : 1
        switch exponent {
        case 0: return sign * fraction * 0x1p-24
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default:
            let scale = Double(sign: .plus, exponent: exponent - 25, significand: 1)
            return sign * (1024 + fraction) * scale
        }
    }

    // MARK: Writing

    @inline(__always)
    static func store(_ bits: UInt64, _ pointer: UnsafeMutablePointer<UInt8>, size: Int, isLittle: Bool) {
        var bits = bits
        if isLittle {
            for index in 0..<size {
                pointer[index] = UInt8(truncatingIfNeeded: bits)
                bits >>= 8
            }
        } else {
            var index = size
            while index > 0 {
                index &-= 1
                pointer[index] = UInt8(truncatingIfNeeded: bits)
                bits >>= 8
            }
        }
    }

    /// The bits of an int (no float, no `__index__`) in so many bytes, or nil when it does not fit.
    static func integerBits(_ m: Machine, _ number: Value, size: Int, isSigned: Bool) -> UInt64? {
        if let word = m.intValue(number) {
            if isSigned {
                let limit = size == 8 ? Int.max : 1 << (size * 8 - 1) - 1
                guard word <= limit, word >= -limit - 1 else { return nil }
            } else {
                guard word >= 0, size == 8 || word < 1 << (size * 8) else { return nil }
            }
            return UInt64(bitPattern: Int64(word))
        }
        guard !isSigned, size == 8, number.isKind(.bigInt) else { return nil }
        let layout: UnsafeMutablePointer<BigIntLayout> = number.layout()
        guard !layout.pointee.isNegative, layout.pointee.header.aux == 1 else { return nil }
        return BigIntLayout.limbs(layout)[0]
    }

    /// The bits of a number in half precision, rounded to even; nil when it is too large.
    static func halfBits(_ value: Double) -> UInt16? {
        let sign: UInt16 = value.sign == .minus ? 0x8000 : 0
        if value.isNaN { return sign | 0x7e00 }
        if value.isInfinite { return sign | 0x7c00 }
        let size = value.magnitude
        if size == 0 { return sign }
        if size < 0x1p-14 {
            let fraction = (size * 0x1p24).rounded(.toNearestOrEven)
            return sign | UInt16(fraction)
        }
        if size >= 65520 { return nil }
        var exponent = Int(size.exponent)
        var fraction = (size.significand * 1024).rounded(.toNearestOrEven)
        if fraction >= 2048 {
            fraction /= 2
            exponent += 1
        }
        guard exponent < 16 else { return nil }
        return sign | UInt16(exponent + 15) << 10 | UInt16(fraction) & 0x3ff
    }

    /// The bits of a float in 2, 4 or 8 bytes; nil when it is too large for them.
    static func floatBits(_ value: Double, size: Int) -> UInt64? {
        switch size {
        case 2: return halfBits(value).map { UInt64($0) }
        case 4:
            let single = Float(value)
            if single.isInfinite, !value.isInfinite { return nil }
            return UInt64(single.bitPattern)
        default: return value.bitPattern
        }
    }
}

extension Machine {
    /// An int from 0 to 2**64 - 1.
    func int(unsigned word: UInt64) -> Value {
        if word <= UInt64(Int.max) { return int(Int(word)) }
        let low = int(Int(word & 0xffff_ffff))
        let high = int(Int(word >> 32))
        guard let shifted = try? intBinary(.shiftLeft, high, Value(small: 32)) else { return low }
        return (try? intBinary(.bitOr, shifted, low)) ?? low
    }
}
