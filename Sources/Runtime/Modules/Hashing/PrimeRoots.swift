/// The fractions of the roots of the first primes, which the constants of SHA-2 and BLAKE2 are made of.
enum PrimeRoots {
    static let square: [UInt64] = primes.prefix(16).map { rootFraction($0, power: 2) }
    static let cube: [UInt64] = primes.map { rootFraction($0, power: 3) }

    private static let primes: [UInt64] = {
        var found: [UInt64] = []
        var candidate: UInt64 = 2
        while found.count < 80 {
            if found.allSatisfy({ candidate % $0 != 0 }) { found.append(candidate) }
            candidate += 1
        }
        return found
    }()

    /// The first 64 bits behind the point of a root of a number, found by bisection: `power` is 2 or 3.
    private static func rootFraction(_ number: UInt64, power: Int) -> UInt64 {
        // The root times 2**64 is the largest r with r**power <= number << (64 * power).
        var low = [UInt64](repeating: 0, count: 2)  // 128 bits, least significant first
        for bit in stride(from: 69, through: 0, by: -1) {
            var candidate = low
            candidate[bit / 64] |= 1 << UInt64(bit % 64)
            var product = candidate
            for _ in 1..<power { product = multiply(product, candidate) }
            var bound = [UInt64](repeating: 0, count: power)
            bound.append(number)
            if !isLess(bound, product) { low = candidate }
        }
        return low[0]
    }

    private static func multiply(_ x: [UInt64], _ y: [UInt64]) -> [UInt64] {
        var result = [UInt64](repeating: 0, count: x.count + y.count)
        for i in x.indices {
            var carry: UInt64 = 0
            for j in y.indices {
                let (high, low) = x[i].multipliedFullWidth(by: y[j])
                let (sum, overflow) = result[i + j].addingReportingOverflow(low)
                let (sum2, overflow2) = sum.addingReportingOverflow(carry)
                result[i + j] = sum2
                carry = high &+ (overflow ? 1 : 0) &+ (overflow2 ? 1 : 0)
            }
            result[i + y.count] = carry
        }
        return result
    }

    private static func isLess(_ x: [UInt64], _ y: [UInt64]) -> Bool {
        for index in stride(from: max(x.count, y.count) - 1, through: 0, by: -1) {
            let (a, b) = (index < x.count ? x[index] : 0, index < y.count ? y[index] : 0)
            if a != b { return a < b }
        }
        return false
    }
}
