#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The module `math`. Functions of one or two floats are made from the C library's here; those on ints are in
/// Math+Integers.swift, sums in Math+Sums.swift, the gamma functions in Math+Gamma.swift.
enum MathModule {
    /// The constants, which `cmath` has as well.
    static func addConstants(_ module: ModuleBuilder) {
        module.add("pi", Value(Double.pi))
        module.add("e", Value(M_E))
        module.add("tau", Value(2 * Double.pi))
        module.add("inf", Value(Double.infinity))
        module.add("nan", Value(Double.nan))
    }

    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("Mathematical functions of floats and ints, by the C standard.")
        addConstants(module)
        module.add([
            unary("acos") { acos($0) }, unary("acosh") { acosh($0) }, unary("asin") { asin($0) },
            unary("asinh") { asinh($0) }, unary("atan") { atan($0) }, unary("atanh") { atanh($0) },
            unary("cbrt") { cbrt($0) }, unary("cos") { cos($0) }, unary("cosh", overflows: true) { cosh($0) },
            unary("erf") { erf($0) }, unary("erfc") { erfc($0) }, unary("exp", overflows: true) { exp($0) },
            unary("exp2", overflows: true) { exp2($0) }, unary("expm1", overflows: true) { expm1($0) },
            unary("fabs") { $0.magnitude }, unary("log1p") { log1p($0) }, unary("sin") { sin($0) },
            unary("sinh", overflows: true) { sinh($0) }, unary("sqrt") { $0.squareRoot() },
            unary("tan") { tan($0) }, unary("tanh") { tanh($0) },
            unary("degrees", checked: false) { $0 * (180 / Double.pi) },
            unary("radians", checked: false) { $0 * (Double.pi / 180) },
            unary("ulp", checked: false) { unitInLastPlace($0) },
            binary("atan2") { atan2($0, $1) }, binary("copysign") { copysign($0, $1) },
            predicate("isfinite") { $0.isFinite }, predicate("isinf") { $0.isInfinite },
            predicate("isnan") { $0.isNaN },
            Native("gamma", .one, style: .function, gamma),
            Native("lgamma", .one, style: .function, logGamma),
            Native("pow", .positional(2, 2), style: .function, power),
            Native("fmod", .positional(2, 2), style: .function, fmod),
            Native("remainder", .positional(2, 2), style: .function, remainder),
            Native("log", .positional(1, 2), style: .function, log),
            Native("log2", .one, style: .function, log2),
            Native("log10", .one, style: .function, log10),
            Native("floor", .one, style: .function, floor),
            Native("ceil", .one, style: .function, ceil),
            Native("trunc", .one, style: .function, trunc),
            Native("frexp", .one, style: .function, frexp),
            Native("ldexp", .positional(2, 2), style: .function, ldexp),
            Native("modf", .one, style: .function, modf),
            Native("fma", .positional(3, 3), style: .function, fma),
            Native("isclose", .signature("a, b, *, rel_tol=1e-09, abs_tol=0.0"), style: .function, isClose),
            Native("nextafter", .signature("x, y, /, *, steps=None"), style: .function, nextAfter),
            Native("hypot", .any, style: .function, hypot),
            Native("dist", .positional(2, 2), style: .function, distance),
            Native("fsum", .one, style: .function, fsum),
            Native("prod", .signature("iterable, /, *, start=1"), style: .function, product),
            Native("sumprod", .positional(2, 2), style: .function, sumOfProducts),
            Native("factorial", .one, style: .function, factorial),
            Native("comb", .positional(2, 2), style: .function, combinations),
            Native("perm", .positional(1, 2), style: .function, permutations),
            Native("gcd", .any, style: .function, gcd),
            Native("lcm", .any, style: .function, lcm),
            Native("isqrt", .one, style: .function, integerSquareRoot),
        ])
    }

    static func domainError(_ m: Machine) -> Raise { m.raise(.valueError, "math domain error") }
    static func rangeError(_ m: Machine) -> Raise { m.raise(.overflowError, "math range error") }

    // MARK: Makers

    /// A function of one float. A NaN that was none, or an infinity without cause, is an error.
    private static func unary(
        _ name: StaticString, overflows: Bool = false, checked: Bool = true, _ function: @escaping (Double) -> Double
    ) -> Native {
        Native(name, .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            let x = try m.floatArgument(a[0])
            let result = function(x)
            if checked, !result.isFinite {
                if result.isNaN, !x.isNaN { throw domainError(m) }
                if result.isInfinite, x.isFinite { throw overflows ? rangeError(m) : domainError(m) }
            }
            return Value(result)
        }
    }

    private static func binary(_ name: StaticString, _ function: @escaping (Double, Double) -> Double) -> Native {
        Native(name, .positional(2, 2), style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            let x = try m.floatArgument(a[0])
            return Value(function(x, try m.floatArgument(a[1])))
        }
    }

    private static func predicate(_ name: StaticString, _ function: @escaping (Double) -> Bool) -> Native {
        Native(name, .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            Value(function(try m.floatArgument(a[0])))
        }
    }

    // MARK: Powers and remainders

    static func power(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let x = try m.floatArgument(a[0])
        let y = try m.floatArgument(a[1])
        let result = libraryPower(x, y)
        if x.isFinite, y.isFinite {
            if result.isNaN { throw domainError(m) }
            // 0 to a negative power is a pole, everything else an overflow.
            if result.isInfinite { throw x == 0 ? domainError(m) : rangeError(m) }
        }
        return Value(result)
    }

    static func fmod(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let x = try m.floatArgument(a[0])
        let y = try m.floatArgument(a[1])
        if y.isInfinite, x.isFinite { return Value(x) }
        let result = x.truncatingRemainder(dividingBy: y)
        if result.isNaN, !x.isNaN, !y.isNaN { throw domainError(m) }
        return Value(result)
    }

    static func remainder(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let x = try m.floatArgument(a[0])
        let y = try m.floatArgument(a[1])
        let result = x.remainder(dividingBy: y)
        if result.isNaN, !x.isNaN, !y.isNaN { throw domainError(m) }
        return Value(result)
    }

    // MARK: Logarithms

    /// A logarithm of any number: ints may be larger than floats.
    private static func logarithm(
        _ m: Machine, _ value: Value, _ function: (Double) -> Double
    ) throws(Raise) -> Double {
        if m.isInt(value) {
            if m.sign(value) <= 0 { throw domainError(m) }
            if let double = m.nearestDouble(value) { return function(double) }
            let (mantissa, exponent, isInexact) = m.withMagnitude(value) { limbs, count, _ in
                Limbs.highestBits(limbs, count)
            }
            let fraction = Limbs.double(mantissa: mantissa, exponent: -64, isInexact: isInexact) ?? 0.5
            let carry = fraction == 1
            return function(carry ? 0.5 : fraction) + function(2) * Double(exponent + 64 + (carry ? 1 : 0))
        }
        let x = try m.floatArgument(value)
        if x <= 0 { throw domainError(m) }
        return x.isFinite ? function(x) : x
    }

    static func log(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let result = try logarithm(m, a[0]) { libraryLog($0) }
        if a.count == 1 { return Value(result) }
        let base = try logarithm(m, a[1]) { libraryLog($0) }
        return try m.floatBinary(.trueDivide, result, base)
    }

    static func log2(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try logarithm(m, a[0]) { libraryLog2($0) })
    }

    static func log10(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try logarithm(m, a[0]) { libraryLog10($0) })
    }

    // MARK: Rounding

    private static func rounded(
        _ m: Machine, _ value: Value, _ name: KnownName, _ rule: FloatingPointRoundingRule
    ) throws(Raise) -> Value {
        if value.isDouble { return try m.truncated(value.double.rounded(rule)) }
        let method = m.lookupSpecial(value, name)
        if method.isBound { return try m.callFound(method, value) }
        return try m.truncated(try m.floatArgument(value).rounded(rule))
    }

    static func floor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try rounded(m, a[0], .__floor__, .down) }
    static func ceil(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try rounded(m, a[0], .__ceil__, .up) }
    static func trunc(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[0].isDouble { return try m.truncated(a[0].double) }
        let method = m.lookupSpecial(a[0], .__trunc__)
        if method.isBound { return try m.callFound(method, a[0]) }
        throw m.raise(.typeError, "type \(m.typeName(a[0])) doesn't define __trunc__ method")
    }

    // MARK: Representation

    static func frexp(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let x = try m.floatArgument(a[0])
        if x == 0 || !x.isFinite { return m.tuple(Value(x), Value(small: 0)) }
        let fraction = x.sign == .minus ? -x.significand / 2 : x.significand / 2
        return m.tuple(Value(fraction), m.int(Int(x.exponent) + 1))
    }

    static func ldexp(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let x = try m.floatArgument(a[0])
        guard m.isInt(a[1]) else { throw m.raise(.typeError, "Expected an int as second argument to ldexp.") }
        if x == 0 || !x.isFinite { return Value(x) }
        let exponent = m.intValue(a[1]) ?? (m.isNegative(a[1]) ? Int.min : Int.max)
        if exponent > 1 << 30 { throw rangeError(m) }
        if exponent < -(1 << 30) { return Value(copysign(0, x)) }
        let result = libraryScale(x, exponent)
        if result.isInfinite { throw rangeError(m) }
        return Value(result)
    }

    static func modf(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let x = try m.floatArgument(a[0])
        if x.isInfinite { return m.tuple(Value(copysign(0, x)), Value(x)) }
        let whole = x.rounded(.towardZero)
        return m.tuple(Value(x.isNaN ? x : copysign(x - whole, x)), Value(whole))
    }

    static func fma(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let x = try m.floatArgument(a[0])
        let y = try m.floatArgument(a[1])
        let z = try m.floatArgument(a[2])
        let result = z.addingProduct(x, y)
        if result.isNaN, !x.isNaN, !y.isNaN, !z.isNaN { throw m.raise(.valueError, "invalid operation in fma") }
        if result.isInfinite, x.isFinite, y.isFinite, z.isFinite {
            throw m.raise(.overflowError, "overflow in fma")
        }
        return Value(result)
    }

    static func isClose(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let x = try m.floatArgument(a[0])
        let y = try m.floatArgument(a[1])
        let relative = a[2].isBound ? try m.floatArgument(a[2]) : 1e-9
        let absolute = a[3].isBound ? try m.floatArgument(a[3]) : 0
        if relative < 0 || absolute < 0 { throw m.raise(.valueError, "tolerances must be non-negative") }
        if x == y { return .true }
        if x.isInfinite || y.isInfinite { return .false }
        let difference = (y - x).magnitude
        return Value(
            difference <= (relative * y).magnitude || difference <= (relative * x).magnitude
                || difference <= absolute)
    }

    static func nextAfter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let x = try m.floatArgument(a[0])
        let y = try m.floatArgument(a[1])
        var steps = 1
        if a[2].isUnbound || a[2].isNone {
            if x.isNaN || y.isNaN { return Value(x + y) }
            return Value(x == y ? y : x < y ? x.nextUp : x.nextDown)
        }
        if a[2].isBound, !a[2].isNone {
            let number = try m.index(a[2])
            if m.isNegative(number) { throw m.raise(.valueError, "steps must be a non-negative integer") }
            steps = m.intValue(number) ?? Int.max
        }
        if steps == 0 || x.isNaN { return Value(x) }
        if y.isNaN || x == y { return Value(y) }
        // The floats in their order, both zeros at 0.
        func place(_ value: Double) -> Int {
            let size = Int(value.magnitude.bitPattern)
            return value.sign == .minus ? -size : size
        }
        let (from, to) = (place(x), place(y))
        let distance = to > from ? UInt(bitPattern: to &- from) : UInt(bitPattern: from &- to)
        if distance <= UInt(steps) { return Value(y) }
        let result = to > from ? from + steps : from - steps
        if result == 0 { return Value(copysign(0, x)) }
        let size = Double(bitPattern: UInt64(result.magnitude))
        return Value(result < 0 ? -size : size)
    }

    private static func unitInLastPlace(_ value: Double) -> Double {
        let x = value.magnitude
        if !x.isFinite { return x }
        return x == .greatestFiniteMagnitude ? x - x.nextDown : x.nextUp - x
    }
}

// The C library's functions, under names that the module's own do not hide.
private func libraryPower(_ x: Double, _ y: Double) -> Double { pow(x, y) }
private func libraryLog(_ x: Double) -> Double { log(x) }
private func libraryLog2(_ x: Double) -> Double { log2(x) }
private func libraryLog10(_ x: Double) -> Double { log10(x) }
private func libraryScale(_ x: Double, _ exponent: Int) -> Double { scalbn(x, Int32(truncatingIfNeeded: exponent)) }
