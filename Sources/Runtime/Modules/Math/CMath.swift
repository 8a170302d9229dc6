#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The module `cmath`: functions of complex numbers with the branch cuts and special values of C99 (Annex G).
/// Powers and logarithms are in CMath+Powers.swift, trigonometric and hyperbolic functions in CMath+Hyperbolic.swift,
/// results for infinities in CMath+SpecialValues.swift.
enum CMathModule {
    typealias Parts = Complex.Parts

    /// Why a function has no result.
    enum Failure: Error {
        /// ValueError: math domain error
        case domain
        /// OverflowError: math range error
        case range
    }

    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("Mathematical functions of complex numbers.")
        MathModule.addConstants(module)
        module.add("infj", m.complex(0, .infinity))
        module.add("nanj", m.complex(0, .nan))
        module.add([
            function("acos", "The inverse of the cosine.", inverseCosine),
            function("acosh", "The inverse of the hyperbolic cosine.", inverseHyperbolicCosine),
            function("asin", "The inverse of the sine.", inverseSine),
            function("asinh", "The inverse of the hyperbolic sine.", inverseHyperbolicSine),
            function("atan", "The inverse of the tangent.", inverseTangent),
            function("atanh", "The inverse of the hyperbolic tangent.", inverseHyperbolicTangent),
            function("cos", "The cosine.", cosine),
            function("cosh", "The hyperbolic cosine.", hyperbolicCosine),
            function("exp", "e to the power of z.", exponential),
            function("log10", "The logarithm to base 10.", logarithmToBase10),
            function("sin", "The sine.", sine),
            function("sinh", "The hyperbolic sine.", hyperbolicSine),
            function("sqrt", "The square root with the positive real part.", squareRoot),
            function("tan", "The tangent.", tangent),
            function("tanh", "The hyperbolic tangent.", hyperbolicTangent),
            predicate("isfinite", "Whether both parts are finite.", areFinite),
            predicate("isinf", "Whether a part is infinite.", isInfinite),
            predicate("isnan", "Whether a part is no number.") { $0.real.isNaN || $0.imaginary.isNaN },
            Native(
                "log", .positional(1, 2), style: .function, doc: "The logarithm: natural, or to a base.",
                logarithmToBase),
            Native("phase", .one, style: .function, doc: "The angle of a complex number.", phase),
            Native("polar", .one, style: .function, doc: "The length and the angle of a complex number.", polar),
            Native(
                "rect", .positional(2, 2), style: .function, doc: "The complex number with a length and an angle.",
                rect),
            Native(
                "isclose", .signature("a, b, *, rel_tol=1e-09, abs_tol=0.0"), style: .function,
                doc: "Whether two complex numbers are close to each other.", isClose),
        ])
    }

    // MARK: Makers

    private static func function(
        _ name: StaticString, _ doc: StaticString, _ function: @escaping (Parts) throws(Failure) -> Parts
    ) -> Native {
        Native(name, .one, style: .function, doc: doc) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            let z = try argument(m, a[0])
            return try result(m) { () throws(Failure) in try function(z) }
        }
    }

    private static func predicate(
        _ name: StaticString, _ doc: StaticString, _ isTrue: @escaping (Parts) -> Bool
    ) -> Native {
        Native(name, .one, style: .function, doc: doc) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            Value(isTrue(try argument(m, a[0])))
        }
    }

    /// Any number, or what `__complex__`, `__float__` or `__index__` make of the argument.
    private static func argument(_ m: Machine, _ value: Value) throws(Raise) -> Parts {
        if value.isKind(.complex) { return ComplexMethods.parts(value) }
        if let parts = try ComplexMethods.number(m, value) { return parts }
        throw m.raise(.typeError, "must be real number, not \(m.typeName(value))")
    }

    private static func result(_ m: Machine, _ parts: Parts) -> Value { m.complex(parts.real, parts.imaginary) }

    /// What a function gives, or the exception for its failure.
    private static func result(_ m: Machine, _ function: () throws(Failure) -> Parts) throws(Raise) -> Value {
        do throws(Failure) {
            return result(m, try function())
        } catch {
            switch error {
            case .domain: throw MathModule.domainError(m)
            case .range: throw MathModule.rangeError(m)
            }
        }
    }

    // MARK: Functions with arguments of their own

    static func logarithmToBase(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let z = try argument(m, a[0])
        if a.count == 1 { return try result(m) { () throws(Failure) in try logarithm(z) } }
        let base = try argument(m, a[1])
        // With a base, the logarithm of 0 is -infinity.
        let dividend: Parts? = z.real == 0 && z.imaginary == 0 ? (-.infinity, angle(z)) : try? logarithm(z)
        guard let dividend, let divisor = try? logarithm(base), let quotient = Complex.quotient(dividend, divisor)
        else { throw MathModule.domainError(m) }
        return result(m, quotient)
    }

    static func phase(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let z = try argument(m, a[0])
        let result = angle(z)
        // An angle too small for a float.
        if result == 0, z.imaginary != 0, z.real.isFinite { throw MathModule.rangeError(m) }
        return Value(result)
    }

    static func polar(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let z = try argument(m, a[0])
        let length = absolute(z)
        if length.isInfinite, z.real.isFinite, z.imaginary.isFinite { throw MathModule.rangeError(m) }
        return m.tuple(Value(length), Value(angle(z)))
    }

    static func rect(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let length = try m.floatArgument(a[0])
        let angle = try m.floatArgument(a[1])
        return try result(m) { () throws(Failure) in try rectangular(length, angle) }
    }

    static func isClose(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let x = try argument(m, a[0])
        let y = try argument(m, a[1])
        let relative = a[2].isBound ? try m.floatArgument(a[2]) : 1e-9
        let absolute = a[3].isBound ? try m.floatArgument(a[3]) : 0
        if relative < 0 || absolute < 0 { throw m.raise(.valueError, "tolerances must be non-negative") }
        if x == y { return .true }
        if isInfinite(x) || isInfinite(y) { return .false }
        let difference = Self.absolute((x.real - y.real, x.imaginary - y.imaginary))
        return Value(
            difference <= relative * Self.absolute(y) || difference <= relative * Self.absolute(x)
                || difference <= absolute)
    }
}
