// Magnitudes as text in the bases 2 to 36. Bases that are powers of two are linear; the others divide and
// conquer by powers of the base, so that the time is that of a few long products or divisions.

extension Limbs {
    /// How many digits of a base fit in a limb, and the base to that power.
    private static func chunk(of base: Int) -> (digits: Int, power: UInt64) {
        if base == 10 { return (19, 10_000_000_000_000_000_000) }
        var digits = 1
        var power = UInt64(base)
        while true {
            let (next, overflow) = power.multipliedReportingOverflow(by: UInt64(base))
            if overflow { return (digits, power) }
            power = next
            digits += 1
        }
    }

    /// An upper bound of log₂ of a base in 1/1024.
    private static func bitsPerDigit(_ base: Int) -> Int {
        // 1024 · log₂(base), rounded up
        let table: [Int] = [
            0, 0, 1024, 1624, 2048, 2378, 2648, 2875, 3072, 3247, 3402, 3543, 3672, 3790, 3899, 4001, 4096, 4186,
            4271, 4350, 4426, 4498, 4567, 4633, 4696, 4756, 4814, 4870, 4923, 4975, 5025, 5074, 5120, 5166, 5210,
            5253, 5295,
        ]
        return table[base]
    }

    // MARK: To text

    /// Room for the digits of a magnitude of so many limbs.
    static func textRoom(_ count: Int, base: Int) -> Int {
        if base & (base - 1) == 0 { return count * 64 / base.trailingZeroBitCount + 1 }
        // The bound above, less one part, is a lower bound.
        return count * 65536 / (bitsPerDigit(base) - 1) + 2
    }

    /// Writes the digits, lower case, without leading zeros ("0" for zero); gives their number.
    /// Room: `textRoom`. The base is from 2 to 36.
    static func toText(_ text: UnsafeMutablePointer<UInt8>, _ a: Source, _ count: Int, base: Int) -> Int {
        if count == 0 {
            text[0] = 0x30
            return 1
        }
        if base & (base - 1) == 0 { return toBinaryText(text, a, count, bits: base.trailingZeroBitCount) }
        let chunk = chunk(of: base)
        if count == 1 { return writeLimb(text, a[0], base: UInt64(base)) }
        if count <= textThreshold {
            // The digits come out from the lowest: they are written to the end and moved.
            let room = textRoom(count, base: base) + chunk.digits
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
                guard let start = buffer.baseAddress else { return 0 }
                let padded = (room / chunk.digits) * chunk.digits
                writePadded(start, padded, a, count, base, chunk)
                return moveWithoutZeros(text, start, padded)
            }
        }
        var powers = [Power(digits: chunk.digits, value: Natural(chunk.power))]
        while true {
            let last = powers[powers.count - 1]
            if last.value.count * 2 - 1 > count { break }
            powers.append(Power(digits: last.digits * 2, value: last.value * last.value))
        }
        let digits = powers[powers.count - 1].digits * 2
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: digits)
        defer { buffer.deallocate() }
        writeByHalves(buffer, a, count, base, chunk, powers, powers.count - 1)
        return moveWithoutZeros(text, buffer, digits)
    }

    /// A power of the base and the number of its zeros in that base.
    private struct Power {
        var digits: Int
        var value: Natural
    }

    /// Up to this count the digits are split off limb by limb.
    private static let textThreshold = 30

    /// Writes a number below the square of the power at `level`, padded to twice its digits.
    private static func writeByHalves(
        _ text: UnsafeMutablePointer<UInt8>, _ a: Source, _ count: Int, _ base: Int,
        _ chunk: (digits: Int, power: UInt64), _ powers: [Power], _ level: Int
    ) {
        let digits = powers[level].digits
        if count == 0 {
            text.update(repeating: 0x30, count: digits * 2)
            return
        }
        if level == 0 || count <= textThreshold {
            writePadded(text, digits * 2, a, count, base, chunk)
            return
        }
        powers[level].value.withLimbs { divisor, divisorCount in
            withScratch(max(count - divisorCount, 0) + 1 + divisorCount) { quotient in
                let remainder = quotient + (max(count - divisorCount, 0) + 1)
                let counts = divide(quotient, remainder, a, count, divisor, divisorCount)
                writeByHalves(text, quotient, counts.quotient, base, chunk, powers, level - 1)
                writeByHalves(text + digits, remainder, counts.remainder, base, chunk, powers, level - 1)
            }
        }
    }

    /// Writes a number with zeros in front, chunk by chunk from the lowest. The digits are a multiple of the
    /// chunk's.
    private static func writePadded(
        _ text: UnsafeMutablePointer<UInt8>, _ digits: Int, _ a: Source, _ count: Int, _ base: Int,
        _ chunk: (digits: Int, power: UInt64)
    ) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count + 1) { room in
            guard let rest = room.baseAddress else { return }
            rest.update(from: a, count: count)
            var count = count
            var end = digits
            while count > 0, end > 0 {
                let limb = divide(rest, rest, count, by: chunk.power)
                if rest[count - 1] == 0 { count -= 1 }
                writeChunk(text + (end - chunk.digits), chunk.digits, limb, base: UInt64(base))
                end -= chunk.digits
            }
            text.update(repeating: 0x30, count: end)
        }
    }

    @inline(__always)
    private static func digit(_ value: UInt64) -> UInt8 {
        UInt8(truncatingIfNeeded: value < 10 ? 0x30 &+ value : 0x57 &+ value)
    }

    /// Writes a limb with zeros in front.
    static func writeChunk(
        _ text: UnsafeMutablePointer<UInt8>, _ digits: Int, _ limb: UInt64, base: UInt64
    ) {
        var limb = limb
        var index = digits
        if base == 10 {
            while index > 0 {
                index &-= 1
                let next = limb / 10
                text[index] = UInt8(truncatingIfNeeded: 0x30 &+ limb &- next &* 10)
                limb = next
            }
            return
        }
        while index > 0 {
            index &-= 1
            text[index] = digit(limb % base)
            limb /= base
        }
    }

    /// Writes one limb without zeros in front; gives the number of digits.
    static func writeLimb(_ text: UnsafeMutablePointer<UInt8>, _ limb: UInt64, base: UInt64) -> Int {
        var count = 1
        var rest = limb / base
        while rest > 0 {
            count &+= 1
            rest /= base
        }
        writeChunk(text, count, limb, base: base)
        return count
    }

    private static func moveWithoutZeros(
        _ text: UnsafeMutablePointer<UInt8>, _ padded: UnsafeMutablePointer<UInt8>, _ count: Int
    ) -> Int {
        var zeros = 0
        while zeros < count - 1, padded[zeros] == 0x30 { zeros += 1 }
        text.update(from: padded + zeros, count: count - zeros)
        return count - zeros
    }

    private static func toBinaryText(
        _ text: UnsafeMutablePointer<UInt8>, _ a: Source, _ count: Int, bits: Int
    ) -> Int {
        let digits = (bitLength(a, count) + bits - 1) / bits
        let mask = UInt64(1) << UInt64(bits) - 1
        var position = 0
        var index = digits
        while index > 0 {
            index -= 1
            let limb = position >> 6
            let shift = position & 63
            var value = a[limb] >> UInt64(shift)
            if shift + bits > 64, limb + 1 < count { value |= a[limb + 1] << UInt64(64 - shift) }
            text[index] = digit(value & mask)
            position += bits
        }
        return digits
    }

    // MARK: From text

    /// Room for the number that so many digits make.
    static func limbRoom(digits: Int, base: Int) -> Int { digits * bitsPerDigit(base) / 65536 + 2 }

    /// Makes a number of digits, each given as its value (below the base, which is from 2 to 36), most
    /// significant first. Room: `limbRoom`.
    static func fromDigits(_ r: Buffer, _ digits: UnsafePointer<UInt8>, _ count: Int, base: Int) -> Int {
        if base & (base - 1) == 0 { return fromBinaryDigits(r, digits, count, bits: base.trailingZeroBitCount) }
        let chunk = chunk(of: base)
        if count <= digitThreshold { return fromChunks(r, digits, count, base, chunk) }
        var powers = [Power(digits: chunk.digits, value: Natural(chunk.power))]
        while true {
            let last = powers[powers.count - 1]
            if last.digits * 2 >= count { break }
            powers.append(Power(digits: last.digits * 2, value: last.value * last.value))
        }
        return fromHalves(r, digits, count, base, chunk, powers, powers.count - 1)
    }

    /// Up to this number of digits they are added chunk by chunk.
    private static let digitThreshold = 800

    private static func fromHalves(
        _ r: Buffer, _ digits: UnsafePointer<UInt8>, _ count: Int, _ base: Int,
        _ chunk: (digits: Int, power: UInt64), _ powers: [Power], _ level: Int
    ) -> Int {
        if count <= digitThreshold { return fromChunks(r, digits, count, base, chunk) }
        var level = level
        while powers[level].digits >= count { level -= 1 }
        let low = powers[level].digits
        let high = count - low
        let (highRoom, lowRoom) = (limbRoom(digits: high, base: base), limbRoom(digits: low, base: base))
        return powers[level].value.withLimbs { power, powerCount in
            withScratch(highRoom + lowRoom + highRoom + powerCount) { first in
                let second = first + highRoom
                let product = second + lowRoom
                let firstCount = fromHalves(first, digits, high, base, chunk, powers, level)
                let secondCount = fromHalves(second, digits + high, low, base, chunk, powers, level)
                let count = multiply(product, first, firstCount, power, powerCount)
                // The product has the room of the number that it is part of; the sum cannot be longer.
                if count >= secondCount {
                    let carry = addLimbs(product, product, count, second, secondCount)
                    r.update(from: product, count: count)
                    if carry != 0 { r[count] = carry }
                    return count + Int(carry)
                }
                r.update(from: second, count: secondCount)
                let carry = addLimbs(r, r, secondCount, product, count)
                if carry != 0 { r[secondCount] = carry }
                return secondCount + Int(carry)
            }
        }
    }

    private static func fromChunks(
        _ r: Buffer, _ digits: UnsafePointer<UInt8>, _ count: Int, _ base: Int,
        _ chunk: (digits: Int, power: UInt64)
    ) -> Int {
        var used = 0
        var index = 0
        var length = count % chunk.digits
        if length == 0 { length = chunk.digits }
        while index < count {
            var limb: UInt64 = 0
            for position in index..<(index + length) { limb = limb &* UInt64(base) &+ UInt64(digits[position]) }
            let carry = multiplyLimbs(r, r, used, by: chunk.power, carry: limb)
            if carry != 0 {
                r[used] = carry
                used += 1
            }
            index += length
            length = chunk.digits
        }
        return used
    }

    private static func fromBinaryDigits(
        _ r: Buffer, _ digits: UnsafePointer<UInt8>, _ count: Int, bits: Int
    ) -> Int {
        var used = 0
        var limb: UInt64 = 0
        var filled = 0
        var index = count
        while index > 0 {
            index -= 1
            let value = UInt64(digits[index])
            limb |= value << UInt64(filled)
            filled += bits
            if filled >= 64 {
                r[used] = limb
                used += 1
                filled -= 64
                limb = filled == 0 ? 0 : value >> UInt64(bits - filled)
            }
        }
        if limb != 0 {
            r[used] = limb
            used += 1
        }
        return normalizedCount(r, used)
    }
}
