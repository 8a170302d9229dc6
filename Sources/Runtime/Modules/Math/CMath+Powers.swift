#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Powers, logarithms and polar coordinates.
extension CMathModule {
    /// Parts above this could overflow in a sum.
    static let large: Double = Double.greatestFiniteMagnitude / 4
    /// Real parts above this could overflow in `exp`.
    static let logOfLarge: Double = log(large)
    static let smallest = Double.leastNormalMagnitude
    static let logOf2: Double = log(2)
    /// Makes subnormal numbers normal ones.
    private static let scale: Double = 0x1p53
    private static let logOf10: Double = log(10)

    static func areFinite(_ z: Parts) -> Bool { z.real.isFinite && z.imaginary.isFinite }

    static func isInfinite(_ z: Parts) -> Bool { z.real.isInfinite || z.imaginary.isInfinite }

    static func absolute(_ z: Parts) -> Double { hypot(z.real, z.imaginary) }

    static func angle(_ z: Parts) -> Double { atan2(z.imaginary, z.real) }

    /// A result whose parts must not have become infinite.
    static func checked(_ z: Parts) throws(Failure) -> Parts {
        if isInfinite(z) { throw .range }
        return z
    }

    /// The infinity in a direction.
    static func infinity(towards angle: Double) -> Parts {
        (copysign(.infinity, cos(angle)), copysign(.infinity, sin(angle)))
    }

    // MARK: Powers

    static func squareRoot(_ z: Parts) throws(Failure) -> Parts {
        guard areFinite(z) else { return try special(squareRootValues, z) }
        if z.real == 0, z.imaginary == 0 { return (0, z.imaginary) }
        var x = z.real.magnitude
        let y = z.imaginary.magnitude
        let s: Double
        if x < smallest, y < smallest {
            // Scaled up, that no bits of subnormal parts get lost.
            x *= scale
            s = (x + hypot(x, y * scale)).squareRoot() * 0x1p-27
        } else {
            x /= 8
            s = 2 * (x + hypot(x, y / 8)).squareRoot()
        }
        let d = y / (2 * s)
        if z.real >= 0 { return (s, copysign(d, z.imaginary)) }
        return (d, copysign(s, z.imaginary))
    }

    static func exponential(_ z: Parts) throws(Failure) -> Parts {
        let (x, y) = z
        guard areFinite(z) else {
            guard x.isInfinite, y.isFinite, y != 0 else { return try special(exponentialValues, z) }
            return x > 0 ? infinity(towards: y) : (copysign(0, cos(y)), copysign(0, sin(y)))
        }
        if x > logOfLarge {
            let length = exp(x - 1)
            return try checked((length * cos(y) * M_E, length * sin(y) * M_E))
        }
        let length = exp(x)
        return try checked((length * cos(y), length * sin(y)))
    }

    // MARK: Logarithms

    static func logarithm(_ z: Parts) throws(Failure) -> Parts {
        guard areFinite(z) else { return try special(logarithmValues, z) }
        let (x, y) = (z.real.magnitude, z.imaginary.magnitude)
        let real: Double
        if x > large || y > large {
            real = log(hypot(x / 2, y / 2)) + logOf2
        } else if x < smallest, y < smallest {
            if x == 0, y == 0 { throw .domain }
            real = log(hypot(x * scale, y * scale)) - 53 * logOf2
        } else {
            let length = hypot(x, y)
            if length >= 0.71, length <= 1.73 {
                let (high, low) = x > y ? (x, y) : (y, x)
                real = log1p((high - 1) * (high + 1) + low * low) / 2
            } else {
                real = log(length)
            }
        }
        return (real, angle(z))
    }

    static func logarithmToBase10(_ z: Parts) throws(Failure) -> Parts {
        let result = try logarithm(z)
        return (result.real / logOf10, result.imaginary / logOf10)
    }

    // MARK: Polar coordinates

    static func rectangular(_ length: Double, _ angle: Double) throws(Failure) -> Parts {
        guard length.isFinite, angle.isFinite else {
            guard length.isInfinite, angle.isFinite, angle != 0 else {
                return try special(rectangularValues, (length, angle))
            }
            let result = infinity(towards: angle)
            return length > 0 ? result : (-result.real, -result.imaginary)
        }
        if angle == 0 { return (length, length * angle) }
        return (length * cos(angle), length * sin(angle))
    }
}
