/// Binary and unary operators by the rules of the Python reference, 3.3.8.
extension Machine {
    /// `a op b`.
    func binary(_ op: BinaryOperation, _ a: Value, _ b: Value) throws(Raise) -> Value {
        if let result = fastBinary(op, a, b) { return result }
        if isPlainNumber(a), isPlainNumber(b) {
            let result = try numberBinary(op, a, b)
            if !result.isNotImplemented { return result }
        }
        if op == .add, isExactString(a), isExactString(b) { return try concatenate(Str(a), Str(b)) }
        if a.isExact(.complex) ? b.isExact(.complex) || isPlainNumber(b) : isPlainNumber(a) && b.isExact(.complex) {
            let result = try ComplexMethods.binary(op, self, a, b)
            if !result.isNotImplemented { return result }
        }
        if op == .add, a.isCell, b.isCell {
            if a.cell.isExact(.list), b.cell.isExact(.list) {
                return try ListMethods.concatenate(self, List(a), List(b))
            }
            if a.cell.isExact(.tuple), b.cell.isExact(.tuple) {
                return try TupleMethods.concatenate(self, Tuple(a), Tuple(b))
            }
        }
        if op == .modulo, isExactString(a), !b.isCell || b.cell.isExact(.tuple) || b.cell.isExact(.string) {
            return try PercentFormatter.format(self, Str(a), b)
        }
        let result = try binaryOrNotImplemented(op, a, b)
        if !result.isNotImplemented { return result }
        throw unsupportedOperands(op, op.symbol, a, b)
    }

    /// `a op= b`: the value to be stored.
    func inplace(_ op: BinaryOperation, _ a: Value, _ b: Value) throws(Raise) -> Value {
        if let result = fastBinary(op, a, b) { return result }
        if isPlainNumber(a), isPlainNumber(b) {
            let result = try numberBinary(op, a, b)
            if !result.isNotImplemented { return result }
        }
        if op == .add, isExactString(a), isExactString(b) { return try concatenate(Str(a), Str(b)) }
        if a.isCell {
            let method = lookup(a.cell.type, op.inplace)
            if method.isBound, !isPlainMultiplication(op, method, a) {
                let first = try reflectedBeforeExtension(op, method, a, b)
                if !first.isNotImplemented { return first }
                if op == .multiply, refusesFactor(a, method, b) { throw notRepeatable(by: b) }
                let result = try callFound(method, a, b)
                if !result.isNotImplemented { return result }
            }
            if op == .multiply, hidesRepetition(a, b) {
                let method = lookup(a.cell.type, op.method)
                let result = method.isBound ? try callFound(method, a, b) : .notImplemented
                if !result.isNotImplemented { return result }
                throw unsupportedOperands(op, op.inplaceSymbol, a, b)
            }
        }
        let result = try binaryOrNotImplemented(op, a, b)
        if !result.isNotImplemented { return result }
        throw unsupportedOperands(op, op.inplaceSymbol, a, b)
    }

    /// Whether `a *= b` is `a * b` for a sequence of a class of the script: it has made an operator of repetition, while
    /// repeating in place is still what sequences do when there is none.
    private func isPlainMultiplication(_ op: BinaryOperation, _ method: Value, _ a: Value) -> Bool {
        op == .multiply && isSequenceKind(a) && !method.isKind(.function) && overrides(op, in: a.cell.type)
    }

    /// `list += x` and `list *= x` ask a class of the script that has a reflected method first: the lists' own way of
    /// extension comes last. For a subclass `+=` is an operator of its own, though.
    private func reflectedBeforeExtension(
        _ op: BinaryOperation, _ method: Value, _ a: Value, _ b: Value
    ) throws(Raise) -> Value {
        guard op == .add || op == .multiply, isSequenceKind(a), !method.isKind(.function), b.isCell,
            b.cell.type.isHeapType, b.cell.type != a.cell.type, op == .multiply || !a.cell.type.isHeapType
        else { return .notImplemented }
        let right = lookup(b.cell.type, op.reflected)
        let isOperator = right.isKind(.function) || op == .multiply && overrides(op, in: b.cell.type)
        return isOperator ? try callFound(right, b, a) : .notImplemented
    }

    /// Whether `a *= b` does not ask the sequence `b` to repeat itself: an instance of a class of the script, or a
    /// container, on the left takes its place as the sequence.
    func hidesRepetition(_ a: Value, _ b: Value) -> Bool {
        guard isSequenceKind(b), a.cell.type != b.cell.type else { return false }
        switch a.kind {
        case .dict, .set: break
        default:
            switch builtinType(of: a) {
            case .range?, .memoryview?, .mappingproxy?, .dictKeys?, .dictValues?, .dictItems?: break
            default: if !a.cell.type.isHeapType { return false }
            }
        }
        return !lookup(b.cell.type, BinaryOperation.multiply.reflected).isKind(.function)
            && !overrides(.multiply, in: b.cell.type)
    }

    /// Small ints and floats without a method call; nil when the general way must be taken.
    @inline(__always)
    private func fastBinary(_ op: BinaryOperation, _ a: Value, _ b: Value) -> Value? {
        if Value.areSmallInts(a, b) {
            switch op {
            case .add: return int(a.smallInt &+ b.smallInt)
            case .subtract: return int(a.smallInt &- b.smallInt)
            case .multiply:
                let (product, overflow) = a.smallInt.multipliedReportingOverflow(by: b.smallInt)
                return overflow ? nil : int(product)
            case .bitAnd: return Value(small: a.smallInt & b.smallInt)
            case .bitOr: return Value(small: a.smallInt | b.smallInt)
            case .bitXor: return Value(small: a.smallInt ^ b.smallInt)
            default: return nil
            }
        }
        if Value.areDoubles(a, b) {
            switch op {
            case .add: return Value(a.double + b.double)
            case .subtract: return Value(a.double - b.double)
            case .multiply: return Value(a.double * b.double)
            case .trueDivide: return b.double == 0 ? nil : Value(a.double / b.double)
            default: return nil
            }
        }
        return nil
    }

    /// The methods of the operands in their order; NotImplemented when none wants to.
    func binaryOrNotImplemented(_ op: BinaryOperation, _ a: Value, _ b: Value) throws(Raise) -> Value {
        let leftType = typeOf(a)
        let rightType = typeOf(b)
        let left = lookup(leftType, op.method)
        if leftType == rightType {
            if left.isUnbound { return .notImplemented }
            if op == .multiply, refusesFactor(a, left, b) { throw notRepeatable(by: b) }
            return try callFound(left, a, b)
        }
        let right = lookup(rightType, op.reflected)
        // A subclass that overrides the reflected method goes first; so does, before the concatenation and repetition
        // of the built-in sequences, whatever the right operand says (they come last in CPython, too, unless a class
        // makes an operator of them by overriding one of its methods).
        let rightFirst =
            right.isBound
            && (rightType.isSubtype(of: leftType) && right != lookup(leftType, op.reflected)
                || (op == .add || op == .multiply) && isSequenceKind(a) && !overrides(op, in: leftType)
                    && (right.isKind(.function) || !isSequenceKind(b) || overrides(op, in: rightType)))
        if rightFirst {
            let result = try callFound(right, b, a)
            if !result.isNotImplemented { return result }
        }
        if op == .multiply, !a.isSmallInt, !b.isSmallInt {
            if refusesFactor(a, left, b) { throw notRepeatable(by: b) }
            if refusesFactor(b, right, a) {
                let result = left.isBound ? try callFound(left, a, b) : .notImplemented
                if !result.isNotImplemented { return result }
                throw notRepeatable(by: a)
            }
        }
        if left.isBound {
            let result = try callFound(left, a, b)
            if !result.isNotImplemented { return result }
        }
        if right.isBound, !rightFirst { return try callFound(right, b, a) }
        return .notImplemented
    }

    /// Whether a built-in sequence is asked, by the operator, to repeat itself by something that is no integer. When a
    /// class of the script has made an operator of repetition, the method is asked as any other is, and says it in
    /// words of its own.
    func refusesFactor(_ sequence: Value, _ method: Value, _ factor: Value) -> Bool {
        !factor.isSmallInt && isSequenceKind(sequence) && method.isKind(.nativeFunction) && !isIndexable(factor)
            && !overrides(.multiply, in: typeOf(sequence))
    }

    func notRepeatable(by factor: Value) -> Raise {
        raise(.typeError, "can't multiply sequence by non-int of type '\(typeName(factor))'")
    }

    /// Whether a class of the script among the ancestors of a type, or itself, has one of the two methods of an operator.
    func overrides(_ op: BinaryOperation, in type: TypeRef) -> Bool {
        guard type.isHeapType else { return false }
        let order = type.mro
        for index in 0..<order.count where TypeRef(order[index]).isHeapType {
            let dict = TypeRef(order[index]).dict
            if dictGet(dict, name: name(op.method)).isBound || dictGet(dict, name: name(op.reflected)).isBound {
                return true
            }
        }
        return false
    }

    func isSequenceKind(_ value: Value) -> Bool {
        switch value.kind {
        case .string, .bytes, .byteArray, .list, .tuple: true
        default: DequeMethods.isDeque(self, value)
        }
    }

    /// Calls what a type look-up found for a receiver.
    @inline(__always)
    func callFound(_ method: Value, _ receiver: Value, _ a: Value) throws(Raise) -> Value {
        if bindsPlainly(method) { return try call(method, receiver, a) }
        return try call(try bindSpecial(method, receiver), a)
    }

    @inline(__always)
    func callFound(_ method: Value, _ receiver: Value) throws(Raise) -> Value {
        if bindsPlainly(method) { return try call(method, receiver) }
        return try call(try bindSpecial(method, receiver))
    }

    func unsupportedOperands(_ op: BinaryOperation, _ symbol: String, _ a: Value, _ b: Value) -> Raise {
        let message = "unsupported operand type(s) for \(symbol): '\(typeName(a))' and '\(typeName(b))'"
        if op == .shiftRight, a.isKind(.nativeFunction), a == dictGet(Dict(runtime.pointee.builtins), .print) {
            return raise(
                .typeError, message + ". Did you mean \"print(<message>, file=<output_stream>)\"?")
        }
        return raise(.typeError, message)
    }

    /// `op a`.
    func unary(_ op: UnaryOperation, _ a: Value) throws(Raise) -> Value {
        if a.isSmallInt {
            switch op {
            case .negative: return int(-a.smallInt)
            case .positive: return a
            case .invert: return int(~a.smallInt)
            }
        }
        if a.isDouble {
            if op == .negative { return Value(-a.double) }
            if op == .positive { return a }
        }
        let method = lookup(typeOf(a), op.method)
        if method.isBound { return try callFound(method, a) }
        throw raise(.typeError, "bad operand type for unary \(op.symbol): '\(typeName(a))'")
    }

    // MARK: Comparison

    /// `a op b`, any result.
    func compare(_ op: Comparison, _ a: Value, _ b: Value) throws(Raise) -> Value {
        if Value.areSmallInts(a, b) { return Value(op.holds(a.smallInt, b.smallInt)) }
        if Value.areDoubles(a, b) { return Value(op.holds(a.double, b.double)) }
        if isPlainNumber(a), isPlainNumber(b) { return Value(compareNumbers(op, a, b)) }
        return try compareByMethods(op, a, b)
    }

    @inline(never)
    private func compareByMethods(_ op: Comparison, _ a: Value, _ b: Value) throws(Raise) -> Value {
        if a.isCell, b.isCell {
            if isExactString(a), isExactString(b) {
                if op == .equal { return Value(Str.equal(Str(a), Str(b))) }
                if op == .notEqual { return Value(!Str.equal(Str(a), Str(b))) }
                return Value(op.holds(Str.order(Str(a), Str(b)), 0))
            }
            if a.cell.isExact(.tuple), b.cell.isExact(.tuple) {
                if let result = compareAtOnce(op, a, b) { return Value(result) }
                return try TupleMethods.compare(self, a, b, op)
            }
        }
        if op == .equal || op == .notEqual {
            let left = equality(of: a)
            let right = equality(of: b)
            if left != .own, right != .own, left != right { return Value(op == .notEqual) }
            if left == .identity, right == .identity { return Value((a == b) == (op == .equal)) }
        }
        try enterNative(" in comparison")
        defer { leaveNative() }
        let leftType = typeOf(a)
        let rightType = typeOf(b)
        var triedRight = false
        if leftType != rightType, rightType.isSubtype(of: leftType) {
            let right = lookup(rightType, op.swapped.method)
            if right.isBound {
                triedRight = true
                let result = try callComparison(right, b, a)
                if !result.isNotImplemented { return result }
            }
        }
        let left = lookup(leftType, op.method)
        if left.isBound {
            let result = try callComparison(left, a, b)
            if !result.isNotImplemented { return result }
        }
        return try compareSwapped(op, a, b, asksRight: !triedRight)
    }

    /// The second half of a comparison: the method of the right operand, then identity.
    func compareSwapped(_ op: Comparison, _ a: Value, _ b: Value, asksRight: Bool = true) throws(Raise) -> Value {
        if asksRight {
            let right = lookup(typeOf(b), op.swapped.method)
            if right.isBound {
                let result = try callComparison(right, b, a)
                if !result.isNotImplemented { return result }
            }
        }
        switch op {
        case .equal: return Value(a == b)
        case .notEqual: return Value(a != b)
        default:
            throw raise(
                .typeError,
                "'\(op.symbol)' not supported between instances of '\(typeName(a))' and '\(typeName(b))'")
        }
    }

    /// Calls a method of comparison. One that can't be got from its descriptor is as one that returns NotImplemented.
    func callComparison(_ method: Value, _ receiver: Value, _ a: Value) throws(Raise) -> Value {
        if bindsPlainly(method) { return try call(method, receiver, a) }
        let bound: Value
        do throws(Raise) {
            bound = try bindSpecial(method, receiver)
        } catch {
            clearPending()
            return .notImplemented
        }
        return try call(bound, a)
    }

    /// Kinds of objects none of which equals an object of another kind, whichever is asked first.
    private enum Equality { case own, identity, number, string, list, tuple, dict, none }

    private func equality(of value: Value) -> Equality {
        switch builtinType(of: value) {
        case .int?, .bool?, .float?: return .number
        case .str?: return .string
        case .list?: return .list
        case .tuple?: return .tuple
        case .dict?: return .dict
        case .noneType?: return .none
        case nil where value.isKind(.object):
            let type = value.cell.type
            let object = self.type(.object)
            // Methods of `object` itself compare by identity.
            return lookup(type, name(.__eq__)) == lookup(object, name(.__eq__))
                && lookup(type, name(.__ne__)) == lookup(object, name(.__ne__)) ? .identity : .own
        default: return .own
        }
    }

    /// The truth of `a op b`.
    @inline(__always)
    func compareBool(_ op: Comparison, _ a: Value, _ b: Value) throws(Raise) -> Bool {
        if Value.areSmallInts(a, b) { return op.holds(a.smallInt, b.smallInt) }
        if let result = compareAtOnce(op, a, b) { return result }
        return try truth(try compare(op, a, b))
    }

    /// Whether two values are the same object or equal, as containers ask.
    @inline(__always)
    func equals(_ a: Value, _ b: Value) throws(Raise) -> Bool {
        if a == b { return true }
        if Value.areSmallInts(a, b) { return false }
        return try truth(try compare(.equal, a, b))
    }
}
