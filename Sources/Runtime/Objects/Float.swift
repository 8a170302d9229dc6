#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Arithmetic of floats, and of floats with ints (language reference, 6.5 to 6.9).
extension Machine {
    /// `a op b` for two floats; NotImplemented for the operators that floats do not have.
    func floatBinary(_ op: BinaryOperation, _ x: Double, _ y: Double) throws(Raise) -> Value {
        switch op {
        case .add: return Value(x + y)
        case .subtract: return Value(x - y)
        case .multiply: return Value(x * y)
        case .trueDivide:
            if y == 0 { throw raise(.zeroDivisionError, "float division by zero") }
            return Value(x / y)
        case .floorDivide:
            if y == 0 { throw raise(.zeroDivisionError, "float floor division by zero") }
            return Value(Machine.floorDivide(x, y).quotient)
        case .modulo:
            if y == 0 { throw raise(.zeroDivisionError, "float modulo by zero") }
            return Value(Machine.floorModulo(x, y))
        case .divmod:
            if y == 0 { throw raise(.zeroDivisionError, "float divmod()") }
            let (quotient, remainder) = Machine.floorDivide(x, y)
            return tuple(Value(quotient), Value(remainder))
        case .power: return try floatPower(x, y)
        default: return .notImplemented
        }
    }

    /// The remainder with the sign of the divisor, which is not zero.
    static func floorModulo(_ x: Double, _ y: Double) -> Double {
        let remainder = fmod(x, y)
        if remainder == 0 { return copysign(0, y) }
        return (remainder < 0) != (y < 0) ? remainder + y : remainder
    }

    /// Quotient, rounded to an integer, and remainder with the sign of the divisor, which is not zero.
    static func floorDivide(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double) {
        var remainder = fmod(x, y)
        // The difference is a multiple of the divisor, or nearly.
        var quotient = (x - remainder) / y
        if remainder != 0 {
            if (remainder < 0) != (y < 0) {
                remainder += y
                quotient -= 1
            }
        } else {
            remainder = copysign(0, y)
        }
        if quotient == 0 { return (copysign(0, x / y), remainder) }
        var whole = quotient.rounded(.down)
        if quotient - whole > 0.5 { whole += 1 }
        return (whole, remainder)
    }

    /// `x ** y`: a complex number for a negative base and an exponent that is no integer.
    func floatPower(_ x: Double, _ y: Double) throws(Raise) -> Value {
        if y == 0 { return Value(1.0) }
        if x.isNaN { return Value(x) }
        if y.isNaN { return Value(x == 1 ? 1 : y) }
        if y.isInfinite {
            let size = x.magnitude
            if size == 1 { return Value(1.0) }
            return Value((y > 0) == (size > 1) ? y.magnitude : 0)
        }
        let isOdd = fmod(y.magnitude, 2) == 1
        if x.isInfinite {
            if y > 0 { return Value(isOdd ? x : x.magnitude) }
            return Value(isOdd ? copysign(0, x) : 0)
        }
        if x == 0 {
            if y < 0 { throw raise(.zeroDivisionError, "0.0 cannot be raised to a negative power") }
            return Value(isOdd ? x : 0)
        }
        if x < 0, y != y.rounded(.down) { return try complexPower((x, 0), (y, 0)) }
        if x.magnitude == 1 { return Value(x < 0 && isOdd ? -1 : 1) }
        let result = pow(x.magnitude, y)
        if result.isInfinite { throw raiseRangeError() }
        return Value(x < 0 && isOdd ? -result : result)
    }

    /// The OverflowError of the C library's range errors.
    func raiseRangeError() -> Raise {
        raise(makeException(.overflowError, Value(small: 34), string("Numerical result out of range")))
    }

    /// An int or a float as a float; nil if it is neither. OverflowError for an int that is too large.
    @inline(__always)
    func numberAsDouble(_ value: Value) throws(Raise) -> Double? {
        if let double = doubleValue(value) { return double }
        if isInt(value) { return try floatOfInt(value) }
        return nil
    }

    /// `a op b` for ints and floats in any combination; NotImplemented for other operands. Instances of subclasses are
    /// taken by their value: it is for the caller to know that they do not override the method.
    func numberBinary(_ op: BinaryOperation, _ a: Value, _ b: Value) throws(Raise) -> Value {
        let isAInt = isInt(a)
        if isAInt, isInt(b) { return try intBinary(op, a, b) }
        let aDouble = doubleValue(a)
        let bDouble = doubleValue(b)
        guard aDouble != nil || isAInt, bDouble != nil || isInt(b) else { return .notImplemented }
        switch op {
        case .shiftLeft, .shiftRight, .bitAnd, .bitOr, .bitXor, .matrixMultiply: return .notImplemented
        default: break
        }
        let x: Double
        if let aDouble { x = aDouble } else { x = try floatOfInt(a) }
        let y: Double
        if let bDouble { y = bDouble } else { y = try floatOfInt(b) }
        return try floatBinary(op, x, y)
    }

    /// `a op b` for ints and floats in any combination, exact.
    func compareNumbers(_ op: Comparison, _ a: Value, _ b: Value) -> Bool {
        if let x = doubleValue(a) {
            if let y = doubleValue(b) { return op.holds(x, y) }
            return x.isNaN ? op == .notEqual : op.holds(0, compareInt(b, with: x))
        }
        if let y = doubleValue(b) { return y.isNaN ? op == .notEqual : op.holds(compareInt(a, with: y), 0) }
        return op.holds(compareInts(a, b), 0)
    }

    /// Whether a value is an int or a float, and no instance of a subclass (nor a bool).
    @inline(__always)
    func isPlainNumber(_ value: Value) -> Bool {
        value.isSmallInt || value.isDouble || value.isCell && value.cell.type == type(.int)
    }

    /// The integer part of a float as an int.
    func truncated(_ double: Double) throws(Raise) -> Value {
        if double.isNaN { throw raise(.valueError, "cannot convert float NaN to integer") }
        if double.isInfinite { throw raise(.overflowError, "cannot convert float infinity to integer") }
        return int(truncating: double)
    }

    /// The text of a float's `repr`.
    func floatText(_ double: Double) -> Value {
        FloatText.repr(double).withUnsafeBufferPointer { string(ascii: $0) }
    }

    /// An instance of `float` or of a subclass.
    func makeFloat(_ double: Double, type: TypeRef) -> Value {
        if type == self.type(.float) { return Value(double) }
        let memory = newCell(size: MemoryLayout<FloatLayout>.stride, kind: .float, type: type)
        memory.assumingMemoryBound(to: FloatLayout.self).pointee.double = double
        return Value(Cell(memory))
    }

    /// A value as a double, as the functions of `math` take it: by `__float__` or `__index__`.
    func floatArgument(_ value: Value) throws(Raise) -> Double {
        if value.isDouble { return value.double }
        if value.isSmallInt { return Double(value.smallInt) }
        if let double = try floatByMethods(value) { return double }
        throw raise(.typeError, "must be real number, not \(typeName(value))")
    }

    /// What `__float__` or `__index__` make of a value; nil when it has neither.
    func floatByMethods(_ value: Value) throws(Raise) -> Double? {
        if let double = doubleValue(value), !value.isCell { return double }
        let method = lookupSpecial(value, .__float__)
        if method.isBound {
            let result = try callFound(method, value)
            guard let double = doubleValue(result) else {
                throw raise(
                    .typeError, "\(typeName(value)).__float__ returned non-float (type \(typeName(result)))")
            }
            if result.isCell {
                try warn(
                    .deprecationWarning,
                    "\(typeName(value)).__float__ returned non-float (type \(typeName(result))).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python."
                )
            }
            return double
        }
        if let double = doubleValue(value) { return double }
        if isInt(value) { return try floatOfInt(value) }
        if lookupSpecial(value, .__index__).isBound { return try floatOfInt(try index(value)) }
        return nil
    }

    /// The float that a text stands for. `source` is the object that the message shows.
    func parseFloat(_ text: UnsafeBufferPointer<UInt8>, source: Value) throws(Raise) -> Double {
        if let double = FloatText.parse(text) { return double }
        throw raise(.valueError, "could not convert string to float: \(reprText(source))")
    }

    func parseFloat(_ string: Str) throws(Raise) -> Double {
        if string.isASCII {
            return try parseFloat(
                UnsafeBufferPointer(start: string.bytes, count: string.count), source: string.value)
        }
        return try Machine.numberText(string).withUnsafeBufferPointer { (buffer) throws(Raise) in
            try parseFloat(buffer, source: string.value)
        }
    }
}
