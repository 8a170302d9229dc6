#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Hyperbolic functions, and the trigonometric ones, which are those of i z.
extension CMathModule {
    private static func byI(_ z: Parts) -> Parts { (-z.imaginary, z.real) }
    private static func byMinusI(_ z: Parts) -> Parts { (z.imaginary, -z.real) }

    static func cosine(_ z: Parts) throws(Failure) -> Parts { try hyperbolicCosine(byI(z)) }
    static func sine(_ z: Parts) throws(Failure) -> Parts { byMinusI(try hyperbolicSine(byI(z))) }
    static func tangent(_ z: Parts) throws(Failure) -> Parts { byMinusI(try hyperbolicTangent(byI(z))) }
    static func inverseSine(_ z: Parts) throws(Failure) -> Parts { byMinusI(try inverseHyperbolicSine(byI(z))) }
    static func inverseTangent(_ z: Parts) throws(Failure) -> Parts { byMinusI(try inverseHyperbolicTangent(byI(z))) }

    static func hyperbolicCosine(_ z: Parts) throws(Failure) -> Parts {
        let (x, y) = z
        guard areFinite(z) else {
            guard x.isInfinite, y.isFinite, y != 0 else { return try special(hyperbolicCosineValues, z) }
            let result = infinity(towards: y)
            return (result.real, x > 0 ? result.imaginary : -result.imaginary)
        }
        if x.magnitude > logOfLarge {
            let less = x - copysign(1, x)
            return try checked((cos(y) * cosh(less) * M_E, sin(y) * sinh(less) * M_E))
        }
        return try checked((cos(y) * cosh(x), sin(y) * sinh(x)))
    }

    static func hyperbolicSine(_ z: Parts) throws(Failure) -> Parts {
        let (x, y) = z
        guard areFinite(z) else {
            guard x.isInfinite, y.isFinite, y != 0 else { return try special(hyperbolicSineValues, z) }
            let result = infinity(towards: y)
            return (x > 0 ? result.real : -result.real, result.imaginary)
        }
        if x.magnitude > logOfLarge {
            let less = x - copysign(1, x)
            return try checked((cos(y) * sinh(less) * M_E, sin(y) * cosh(less) * M_E))
        }
        return try checked((cos(y) * sinh(x), sin(y) * cosh(x)))
    }

    static func hyperbolicTangent(_ z: Parts) throws(Failure) -> Parts {
        let (x, y) = z
        guard areFinite(z) else {
            guard x.isInfinite, y.isFinite, y != 0 else { return try special(hyperbolicTangentValues, z) }
            return (copysign(1, x), copysign(0, 2 * sin(y) * cos(y)))
        }
        if x.magnitude > logOfLarge {
            return (copysign(1, x), 4 * sin(y) * cos(y) * exp(-2 * x.magnitude))
        }
        let tx = tanh(x)
        let ty = tan(y)
        let cx = 1 / cosh(x)
        let product = tx * ty
        let denominator = 1 + product * product
        return (tx * (1 + ty * ty) / denominator, ((ty / denominator) * cx) * cx)
    }

    // MARK: Inverse functions

    /// Half the square of this is still finite.
    private static let squareRootOfLarge = large.squareRoot()
    private static let squareRootOfSmallest = smallest.squareRoot()

    /// log |2 z| of a large z.
    private static func logarithmOfTwice(_ z: Parts) -> Double {
        log(hypot(z.real / 2, z.imaginary / 2)) + logOf2 * 2
    }

    static func inverseCosine(_ z: Parts) throws(Failure) -> Parts {
        guard areFinite(z) else { return try special(inverseCosineValues, z) }
        let (x, y) = z
        if x.magnitude > large || y.magnitude > large {
            return (atan2(y.magnitude, x), copysign(logarithmOfTwice(z), -y))
        }
        let s1 = try squareRoot((1 - x, -y))
        let s2 = try squareRoot((1 + x, y))
        return (2 * atan2(s1.real, s2.real), asinh(s2.real * s1.imaginary - s2.imaginary * s1.real))
    }

    static func inverseHyperbolicCosine(_ z: Parts) throws(Failure) -> Parts {
        guard areFinite(z) else { return try special(logarithmValues, z) }
        let (x, y) = z
        if x.magnitude > large || y.magnitude > large { return (logarithmOfTwice(z), atan2(y, x)) }
        let s1 = try squareRoot((x - 1, y))
        let s2 = try squareRoot((x + 1, y))
        return (asinh(s1.real * s2.real + s1.imaginary * s2.imaginary), 2 * atan2(s1.imaginary, s2.real))
    }

    static func inverseHyperbolicSine(_ z: Parts) throws(Failure) -> Parts {
        guard areFinite(z) else { return try special(inverseHyperbolicSineValues, z) }
        let (x, y) = z
        if x.magnitude > large || y.magnitude > large {
            return (copysign(logarithmOfTwice(z), x), atan2(y, x.magnitude))
        }
        let s1 = try squareRoot((1 + y, -x))
        let s2 = try squareRoot((1 - y, x))
        return (
            asinh(s1.real * s2.imaginary - s2.real * s1.imaginary),
            atan2(y, s1.real * s2.real - s1.imaginary * s2.imaginary)
        )
    }

    static func inverseHyperbolicTangent(_ z: Parts) throws(Failure) -> Parts {
        guard areFinite(z) else { return try special(inverseHyperbolicTangentValues, z) }
        let (x, y) = z
        if x.sign == .minus {
            let result = try inverseHyperbolicTangent((-x, -y))
            return (-result.real, -result.imaginary)
        }
        let size = y.magnitude
        if x > squareRootOfLarge || size > squareRootOfLarge {
            let length = hypot(x / 2, y / 2)
            return (x / 4 / length / length, -copysign(Double.pi / 2, -y))
        }
        if x == 1, size < squareRootOfSmallest {
            if size == 0 { throw .domain }
            return (-log(size.squareRoot() / hypot(size, 2).squareRoot()), copysign(atan2(2, -size) / 2, y))
        }
        return (
            log1p(4 * x / ((1 - x) * (1 - x) + size * size)) / 4,
            -atan2(-2 * y, (1 - x) * (1 + x) - size * size) / 2
        )
    }
}
