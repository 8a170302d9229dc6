#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Γ and log |Γ| by the approximation of Lanczos in the form of a quotient of polynomials (13 terms, g = 6.0247,
/// coefficients from the Boost library's `lanczos13m53`), as CPython has them: the C library's differ in the last bits.
extension MathModule {
    private static let numerator: [Double] = [
        23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408,
    ]
    /// x (x + 1) … (x + 11)
    private static let denominator: [Double] = [
        0, 39_916_800, 120_543_840, 150_917_976, 105_258_076, 45_995_730, 13_339_535, 2_637_558, 357_423, 32_670, 1925,
        66, 1,
    ]
    private static let g = 6.024680040776729583740234375
    private static let gMinusHalf = 5.524680040776729583740234375

    private static func lanczosSum(_ x: Double) -> Double {
        var top = 0.0
        var bottom = 0.0
        if x < 5 {
            for index in stride(from: 12, through: 0, by: -1) {
                top = top * x + numerator[index]
                bottom = bottom * x + denominator[index]
            }
        } else {
            // The same in 1/x: no overflow for large arguments.
            for index in 0...12 {
                top = top / x + numerator[index]
                bottom = bottom / x + denominator[index]
            }
        }
        return top / bottom
    }

    /// sin πx, exact at multiples of 1/2.
    private static func sinPi(_ x: Double) -> Double {
        let y = x.magnitude.truncatingRemainder(dividingBy: 2)
        let result: Double
        switch Int((2 * y).rounded(.toNearestOrAwayFromZero)) {
        case 0: result = sin(Double.pi * y)
        case 1: result = cos(Double.pi * (y - 0.5))
        case 2: result = sin(Double.pi * (1 - y))
        case 3: result = -cos(Double.pi * (y - 1.5))
        default: result = sin(Double.pi * (y - 2))
        }
        return x.sign == .minus ? -result : result
    }

    static func gamma(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let x = try m.floatArgument(a[0])
        if x.isNaN || x == .infinity { return Value(x) }
        if x.isInfinite || x == 0 { throw domainError(m) }
        if x == x.rounded(.down) {
            if x < 0 { throw domainError(m) }
            if x <= 23 {
                var result = 1.0
                for factor in 1..<max(2, Int(x)) { result *= Double(factor) }
                return Value(result)
            }
        }
        let size = x.magnitude
        var result: Double
        if size < 1e-20 {
            result = 1 / x
        } else if size > 200 {
            if x > 0 { throw rangeError(m) }
            result = 0 / sinPi(x)
        } else {
            let y = size + gMinusHalf
            // What the sum lost in rounding, to first order.
            let lost = size > gMinusHalf ? (y - size) - gMinusHalf : (y - gMinusHalf) - size
            let correction = lost * g / y
            // Halves of the power where the whole would overflow.
            let half = size < 140 ? 1 : pow(y, size / 2 - 0.25)
            let whole = size < 140 ? pow(y, size - 0.5) : 1
            if x < 0 {
                result = -Double.pi / sinPi(size) / size * exp(y) / lanczosSum(size)
                result -= correction * result
                result = size < 140 ? result / whole : result / half / half
            } else {
                result = lanczosSum(size) / exp(y)
                result += correction * result
                result = size < 140 ? result * whole : result * half * half
            }
        }
        if result.isInfinite { throw rangeError(m) }
        return Value(result)
    }

    static func logGamma(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let x = try m.floatArgument(a[0])
        if x.isNaN { return Value(x) }
        if x.isInfinite { return Value(Double.infinity) }
        if x == x.rounded(.down), x <= 2 {
            if x <= 0 { throw domainError(m) }
            return Value(0.0)
        }
        let size = x.magnitude
        if size < 1e-20 { return Value(-naturalLog(size)) }
        var result = naturalLog(lanczosSum(size)) - g
        result += (size - 0.5) * (naturalLog(size + g - 0.5) - 1)
        if x < 0 {
            let logPi = 1.144729885849400174143427351353058711647
            result = logPi - naturalLog(sinPi(size).magnitude) - naturalLog(size) - result
        }
        if result.isInfinite { throw rangeError(m) }
        return Value(result)
    }
}

/// `log` of the C library: the module has one of its own.
private func naturalLog(_ x: Double) -> Double { log(x) }
