/// `_typing`: the types of `typing` that the language itself makes objects of (PEP 695).
enum TypingModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        for type in [BuiltinType.typeVar, .paramSpec, .typeVarTuple, .typeAliasType, .generic] { module.add(type) }
    }
}
