/// `_abc`: what the module `abc` needs of the interpreter.
enum AbcModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([Native("set_pattern_flags", .positional(2, 2), style: .function, setPatternFlags)])
    }

    /// `set_pattern_flags(cls, flags)`: makes the instances of a class and of its subclasses match sequence patterns
    /// (32) or mapping patterns (64), the numbers being those of `__flags__`. Built-in types stay as they are.
    private static func setPatternFlags(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isType(a[0]) else { return .none }
        let number = try m.indexInt(a[1], overflow: .clip)
        var flags: TypeFlags = []
        if number & 32 != 0 { flags.insert(.matchesSequence) }
        if number & 64 != 0 { flags.insert(.matchesMapping) }
        if !flags.isEmpty { add(flags, to: TypeRef(a[0])) }
        return .none
    }

    private static func add(_ flags: TypeFlags, to type: TypeRef) {
        let both: TypeFlags = [.matchesSequence, .matchesMapping]
        if type.flags.contains(.immutable) || type.flags.intersection(both) == flags { return }
        type.flags.subtract(both)
        type.flags.formUnion(flags)
        guard let subclasses = type.pointer.pointee.subclasses else { return }
        for index in 0..<type.pointer.pointee.subclassCount { add(flags, to: TypeRef(subclasses[index])) }
    }
}
