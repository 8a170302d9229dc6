// Floats as decimal digits: the shortest that read back as the same float, or as many as wanted, exactly rounded
// (half to even on the exact value, as CPython's). No function depends on the locale.

/// The namespace of the conversions between floats and text.
enum FloatText {
    /// Decimal digits of a magnitude: 0.d₁d₂d₃… · 10^point.
    struct Decimal: Equatable {
        /// ASCII digits without zeros at either end; a single "0" for zero.
        var digits: [UInt8]
        /// The number of digits before the decimal point; zero or negative if zeros follow the point first.
        var point: Int

        static let zero = Decimal(digits: [0x30], point: 1)

        var isZero: Bool { digits.count == 1 && digits[0] == 0x30 }

        /// Takes the zeros from both ends.
        fileprivate mutating func trim() {
            var end = digits.count
            while end > 0, digits[end - 1] == 0x30 { end -= 1 }
            var start = 0
            while start < end, digits[start] == 0x30 { start += 1 }
            if end == 0 {
                self = .zero
                return
            }
            if end < digits.count { digits.removeLast(digits.count - end) }
            if start > 0 {
                digits.removeFirst(start)
                point -= start
            }
        }

        /// Adds one to the last digit.
        fileprivate mutating func roundUp() {
            var index = digits.count
            while index > 0 {
                index -= 1
                if digits[index] < 0x39 {
                    digits[index] += 1
                    return
                }
                digits[index] = 0x30
            }
            digits.insert(0x31, at: 0)
            point += 1
        }
    }

    /// How many digits are wanted.
    enum Goal {
        /// So many digits behind the decimal point; negative: rounded to tens, hundreds, …
        case fraction(Int)
        /// So many digits in all, at least one.
        case significant(Int)
    }

    /// The shortest digits that read back as the same finite float; of those the nearest to it.
    static func shortest(_ value: Double) -> Decimal {
        if value == 0 { return .zero }
        // The standard library's text has these digits; only its form differs from ours.
        var text = value.magnitude.description
        return text.withUTF8 { text in
            var digits: [UInt8] = []
            digits.reserveCapacity(20)
            var point = 0
            var isBehindPoint = false
            var exponent = 0
            var index = 0
            while index < text.count {
                let byte = text[index]
                index += 1
                if byte == 0x2e {
                    isBehindPoint = true
                } else if byte == 0x65 {
                    let isNegative = index < text.count && text[index] == 0x2d
                    while index < text.count {
                        if text[index] &- 0x30 < 10 { exponent = exponent * 10 + Int(text[index] &- 0x30) }
                        index += 1
                    }
                    if isNegative { exponent = -exponent }
                } else {
                    digits.append(byte)
                    if !isBehindPoint { point += 1 }
                }
            }
            var decimal = Decimal(digits: digits, point: point + exponent)
            decimal.trim()
            return decimal
        }
    }

    /// The digits of a finite float's magnitude, rounded half to even at the place that the goal tells.
    static func rounded(_ value: Double, to goal: Goal) -> Decimal {
        if value == 0 { return .zero }
        let parts = Parts(value)
        // The integer part as digits, the fraction as a fixed-point number of `count` limbs.
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 40) { room in
            guard let limbs = room.baseAddress else { return .zero }
            let fraction = limbs + 20
            var count = 0
            var digits: [UInt8] = []
            if parts.exponent >= 0 {
                let used = Limbs.fromDouble(limbs, value)
                digits = [UInt8](unsafeUninitializedCapacity: Limbs.textRoom(used, base: 10)) { buffer, written in
                    guard let start = buffer.baseAddress else { return }
                    written = Limbs.toText(start, limbs, used, base: 10)
                }
            } else {
                let places = -parts.exponent
                let whole = places < 64 ? parts.mantissa >> UInt64(places) : 0
                if whole > 0 {
                    digits.reserveCapacity(24)
                    digits = [UInt8](unsafeUninitializedCapacity: 20) { buffer, written in
                        guard let start = buffer.baseAddress else { return }
                        written = Limbs.writeLimb(start, whole, base: 10)
                    }
                }
                let low = places < 64 ? parts.mantissa & (1 << UInt64(places) - 1) : parts.mantissa
                count = (places + 63) / 64
                fraction.update(repeating: 0, count: count + 1)
                let shift = count * 64 - places
                fraction[0] = low << UInt64(shift)
                if count > 1 { fraction[1] = shift == 0 ? 0 : low >> UInt64(64 - shift) }
                // `low` has fewer bits than there are places, so nothing else is lost.
                count = Limbs.normalizedCount(fraction, count) == 0 ? 0 : count
            }
            var decimal = Decimal(digits: digits, point: digits.count)
            let wanted: Int
            switch goal {
            case .fraction(let places): wanted = min(places, 1100)
            case .significant(let places): wanted = min(places, 1100) - digits.count
            }
            if wanted < 0 {
                dropDigits(&decimal, -wanted, isInexact: count > 0)
            } else {
                let skipsZeros = if case .significant = goal { digits.isEmpty } else { false }
                addDigits(&decimal, wanted, skipsZeros: skipsZeros, fraction, count)
            }
            decimal.trim()
            return decimal
        }
    }

    /// Takes digits from the end of an integer and rounds by them.
    private static func dropDigits(_ decimal: inout Decimal, _ count: Int, isInexact: Bool) {
        let kept = decimal.digits.count - count
        if kept < 0 {
            decimal = .zero
            return
        }
        let first = decimal.digits[kept]
        let isMore = isInexact || decimal.digits[(kept + 1)...].contains { $0 != 0x30 }
        let isOdd = kept > 0 && decimal.digits[kept - 1] & 1 == 1
        decimal.digits.removeLast(count)
        if first > 0x35 || first == 0x35 && (isMore || isOdd) { decimal.roundUp() }
    }

    /// Adds digits of a fixed-point fraction and rounds by what is left of it.
    private static func addDigits(
        _ decimal: inout Decimal, _ wanted: Int, skipsZeros: Bool, _ fraction: Limbs.Buffer, _ count: Int
    ) {
        var low = 0  // the limbs below are zero
        var missing = wanted
        var isSkipping = skipsZeros
        while missing > 0 {
            while low < count, fraction[low] == 0 { low += 1 }
            if low >= count { return }
            let length = isSkipping ? 19 : min(missing, 19)
            let chunk = Limbs.multiplyLimbs(
                fraction + low, fraction + low, count - low, by: Limbs.powersOfTen[length])
            if isSkipping {
                if chunk == 0 {
                    decimal.point -= length
                    continue
                }
                isSkipping = false
                var digits = 1
                while digits < length, chunk >= Limbs.powersOfTen[digits] { digits += 1 }
                decimal.point -= length - digits
                append(chunk, digits, to: &decimal)
                missing -= digits
                if missing < 0 {
                    // Too many: what was taken belongs to the rounding again.
                    while low < count, fraction[low] == 0 { low += 1 }
                    dropDigits(&decimal, -missing, isInexact: low < count)
                    return
                }
                continue
            }
            append(chunk, length, to: &decimal)
            missing -= length
        }
        while low < count, fraction[low] == 0 { low += 1 }
        if low >= count { return }
        let half = UInt64(1) << 63
        let top = fraction[count - 1]
        let isTie = top == half && low == count - 1
        let isOdd = (decimal.digits.last ?? 0) & 1 == 1
        if top >= half, !isTie || isOdd { decimal.roundUp() }
    }

    private static func append(_ chunk: UInt64, _ length: Int, to decimal: inout Decimal) {
        let start = decimal.digits.count
        for _ in 0..<length { decimal.digits.append(0x30) }
        var rest = chunk
        var index = start + length
        while rest > 0, index > start {
            index -= 1
            decimal.digits[index] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
            rest /= 10
        }
    }

    /// The magnitude of a finite float with up to 19 places behind the point, as whole part and places, rounded
    /// half to even; nil where that takes more than two limbs.
    @inline(__always)
    static func fixed(_ value: Double, places: Int) -> (whole: UInt64, fraction: UInt64)? {
        let parts = Parts(value)
        if parts.mantissa == 0 { return (0, 0) }
        if parts.exponent >= 0 { return parts.exponent < 11 ? (parts.mantissa << UInt64(parts.exponent), 0) : nil }
        if parts.exponent < -64 { return nil }
        let shift = UInt64(-parts.exponent)
        let whole = shift < 64 ? parts.mantissa >> shift : 0
        let product = (parts.mantissa << (64 - shift)).multipliedFullWidth(by: Limbs.powersOfTen[places])
        let half = UInt64(1) << 63
        // Without places the digit before is that of the whole part.
        let last = places == 0 ? whole : product.high
        let roundsUp = product.low > half || product.low == half && last & 1 == 1
        let fraction = product.high + (roundsUp ? 1 : 0)
        return fraction == Limbs.powersOfTen[places] ? (whole + 1, 0) : (whole, fraction)
    }

    /// A finite float's magnitude as mantissa · 2^exponent, the mantissa an integer.
    struct Parts {
        var mantissa: UInt64
        var exponent: Int

        init(_ value: Double) {
            let biased = Int(value.exponentBitPattern)
            mantissa = value.significandBitPattern
            exponent = -1074
            if biased > 0 {
                mantissa |= 1 << 52
                exponent += biased - 1
            }
        }
    }
}

extension Limbs {
    /// 10⁰ to 10¹⁹.
    static let powersOfTen: [UInt64] = [
        1, 10, 100, 1000, 10000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ]
}
