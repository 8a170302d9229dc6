/// The types of None, Ellipsis and NotImplemented.
enum SingletonMethods {
    private static func constructor(_ value: Value, _ name: StaticString) -> Native {
        Native(
            "__new__", .any, style: .new,
            { (m: Machine, a: Arguments) throws(Raise) -> Value in
                if a.count > 1 || a.keywordCount > 0 { throw m.raise(.typeError, "\(name) takes no arguments") }
                return value
            })
    }

    private static func text(_ name: StaticString, _ text: StaticString) -> Native {
        Native(name, .none, style: .slot, { (m: Machine, _: Arguments) throws(Raise) -> Value in m.string(text) })
    }

    static var none: [Native] {
        [
            constructor(.none, "NoneType"), text("__repr__", "None"),
            Native("__bool__", .none, style: .slot, { (_: Machine, _: Arguments) throws(Raise) -> Value in .false }),
            Native(
                "__hash__", .none, style: .slot,
                { (m: Machine, _: Arguments) throws(Raise) -> Value in m.int(0xFCA8_6420) }),
        ]
    }

    static var ellipsis: [Native] {
        [constructor(.ellipsis, "EllipsisType"), text("__repr__", "Ellipsis"), text("__reduce__", "Ellipsis")]
    }

    static var notImplemented: [Native] {
        [
            constructor(.notImplemented, "NotImplementedType"), text("__repr__", "NotImplemented"),
            text("__reduce__", "NotImplemented"),
            Native(
                "__bool__", .none, style: .slot,
                { (m: Machine, a: Arguments) throws(Raise) -> Value in Value(try m.truth(a[0])) }),
        ]
    }
}
