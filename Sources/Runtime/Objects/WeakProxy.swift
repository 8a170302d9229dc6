/// `weakref.ProxyType` and `weakref.CallableProxyType`: everything that is done to a proxy is done to its object.
enum WeakProxyMethods {
    /// The object behind a proxy; any other value is given back as it is. ReferenceError when the object has gone.
    private static func unwrap(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        guard value.isKind(.weakReference), !m.isInstance(value, .weakref) else { return value }
        if m.heap.pointee.watch.isOn { try m.collectEarly(isExplicit: false) }
        let target = value.layout(WeakReferenceLayout.self).pointee.target
        if target.isBound { return target }
        throw m.raise(.referenceError, "weakly-referenced object no longer exists")
    }

    static var methods: [Native] { binaryMethods + unaryMethods + comparisons + attributeMethods + containerMethods }

    // MARK: Operators

    private static let operations: [(StaticString, StaticString, StaticString?, BinaryOperation)] = [
        ("__add__", "__radd__", "__iadd__", .add), ("__sub__", "__rsub__", "__isub__", .subtract),
        ("__mul__", "__rmul__", "__imul__", .multiply), ("__matmul__", "__rmatmul__", "__imatmul__", .matrixMultiply),
        ("__truediv__", "__rtruediv__", "__itruediv__", .trueDivide),
        ("__floordiv__", "__rfloordiv__", "__ifloordiv__", .floorDivide),
        ("__mod__", "__rmod__", "__imod__", .modulo), ("__divmod__", "__rdivmod__", nil, .divmod),
        ("__pow__", "__rpow__", "__ipow__", .power), ("__lshift__", "__rlshift__", "__ilshift__", .shiftLeft),
        ("__rshift__", "__rrshift__", "__irshift__", .shiftRight), ("__and__", "__rand__", "__iand__", .bitAnd),
        ("__or__", "__ror__", "__ior__", .bitOr), ("__xor__", "__rxor__", "__ixor__", .bitXor),
    ]

    private static var binaryMethods: [Native] {
        operations.flatMap { name, reflected, inplace, operation in
            var natives = [
                Native(name, .positional(1, 2), style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let left = try unwrap(m, a[0])
                    let right = try unwrap(m, a[1])
                    if operation == .power, a.count > 2 { return try m.power(left, right, try unwrap(m, a[2])) }
                    return try m.binary(operation, left, right)
                },
                Native(reflected, .positional(1, 2), style: .slot) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let left = try unwrap(m, a[1])
                    return try m.binary(operation, left, try unwrap(m, a[0]))
                },
            ]
            if let inplace {
                natives.append(
                    Native(inplace, .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                        let left = try unwrap(m, a[0])
                        return try m.inplace(operation, left, try unwrap(m, a[1]))
                    })
            }
            return natives
        }
    }

    /// A special method that is looked up in the object's type and called.
    private static func forward(_ name: StaticString, _ known: KnownName) -> Native {
        Native(name, .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            let target = try unwrap(m, a[0])
            let result = try m.callSpecial(target, known)
            if result.isBound { return result }
            throw m.raise(.typeError, "bad operand type for \(known.rawValue)(): '\(m.typeName(target))'")
        }
    }

    private static var unaryMethods: [Native] {
        [
            unary("__neg__", .negative), unary("__pos__", .positive), unary("__invert__", .invert),
            forward("__abs__", .__abs__), forward("__int__", .__int__), forward("__float__", .__float__),
            forward("__index__", .__index__),
            Native("__bool__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Value(try m.truth(try unwrap(m, a[0])))
            },
        ]
    }

    private static func unary(_ name: StaticString, _ operation: UnaryOperation) -> Native {
        Native(name, .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            try m.unary(operation, try unwrap(m, a[0]))
        }
    }

    private static var comparisons: [Native] {
        let table: [(StaticString, Comparison)] = [
            ("__lt__", .less), ("__le__", .lessEqual), ("__eq__", .equal), ("__ne__", .notEqual), ("__gt__", .greater),
            ("__ge__", .greaterEqual),
        ]
        return table.map { name, comparison in
            Native(name, .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                let left = try unwrap(m, a[0])
                return try m.compare(comparison, left, try unwrap(m, a[1]))
            }
        }
    }

    // MARK: Attributes and text

    private static var attributeMethods: [Native] {
        [
            Native("__getattribute__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.getAttribute(try unwrap(m, a[0]), try ObjectMethods.checkedName(m, a[1]))
            },
            Native("__setattr__", .positional(2, 2), style: .slot) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.setAttribute(try unwrap(m, a[0]), try ObjectMethods.checkedName(m, a[1]), a[2])
                return .none
            },
            Native("__delattr__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.deleteAttribute(try unwrap(m, a[0]), try ObjectMethods.checkedName(m, a[1]))
                return .none
            },
            Native("__str__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.str(try unwrap(m, a[0]))
            },
            Native("__bytes__", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.callMethod(try unwrap(m, a[0]), .__bytes__)
            },
            Native("__reversed__", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.callMethod(try unwrap(m, a[0]), .__reversed__)
            },
            Native("__repr__", .none, style: .slot, repr),
        ]
    }

    private static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let address = m.addressText(a[0])
        let target = a[0].layout(WeakReferenceLayout.self).pointee.target
        if target.isUnbound { return m.string("<weakproxy at \(address); dead>") }
        return m.string("<weakproxy at \(address); to '\(m.typeName(target))' at \(m.addressText(target))>")
    }

    static func call(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.call(try unwrap(m, a[0]), a.dropFirst)
    }

    // MARK: Containers

    private static var containerMethods: [Native] {
        [
            Native("__len__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.int(try m.length(try unwrap(m, a[0])))
            },
            Native("__iter__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.iterator(of: try unwrap(m, a[0]))
            },
            Native("__next__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                let target = try unwrap(m, a[0])
                if m.lookupSpecial(target, .__next__).isUnbound {
                    throw m.raise(.typeError, "Weakref proxy referenced a non-iterator '\(m.typeName(target))' object")
                }
                let item = try m.next(target)
                if item.isUnbound { throw m.raise(m.makeException(.stopIteration)) }
                return item
            },
            Native("__getitem__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.getItem(try unwrap(m, a[0]), try unwrap(m, a[1]))
            },
            Native("__setitem__", .positional(2, 2), style: .slot) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.setItem(try unwrap(m, a[0]), try unwrap(m, a[1]), a[2])
                return .none
            },
            Native("__delitem__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.deleteItem(try unwrap(m, a[0]), try unwrap(m, a[1]))
                return .none
            },
            Native("__contains__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Value(try m.contains(try unwrap(m, a[0]), try unwrap(m, a[1])))
            },
        ]
    }
}
