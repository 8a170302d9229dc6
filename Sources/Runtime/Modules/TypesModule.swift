/// `_types`: the built-in types that have no name among the built-ins, for the module `types`.
enum TypesModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        let names: [(StaticString, BuiltinType)] = [
            ("FunctionType", .function), ("LambdaType", .function), ("CodeType", .code),
            ("MappingProxyType", .mappingproxy), ("SimpleNamespace", .simpleNamespace), ("CellType", .cell),
            ("GeneratorType", .generator), ("CoroutineType", .coroutine), ("AsyncGeneratorType", .asyncGenerator),
            ("MethodType", .method), ("BuiltinFunctionType", .builtinFunctionOrMethod),
            ("BuiltinMethodType", .builtinFunctionOrMethod), ("WrapperDescriptorType", .wrapperDescriptor),
            ("MethodWrapperType", .methodWrapper), ("MethodDescriptorType", .methodDescriptor),
            ("ClassMethodDescriptorType", .classmethodDescriptor), ("ModuleType", .module),
            ("TracebackType", .traceback), ("FrameType", .frame), ("GetSetDescriptorType", .getsetDescriptor),
            ("MemberDescriptorType", .memberDescriptor), ("GenericAlias", .genericAlias), ("UnionType", .union),
            ("EllipsisType", .ellipsis), ("NoneType", .noneType), ("NotImplementedType", .notImplementedType),
        ]
        for (name, type) in names { module.add(name, m.type(type).value) }
        let capsule = m.makeNativeType("PyCapsule", module: "builtins", flags: .disallowInstantiation)
        module.add("CapsuleType", capsule.value)
        module.add([
            Native("_shown_with_module", .one, style: .function, showWithModule),
            Native("_seal", .one, style: .function, seal),
        ])
    }

    /// As `_shown_with_module`; and from now on the attributes of the class can't be changed.
    private static func seal(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[0].isKind(.type) { TypeRef(a[0]).pointer.pointee.flags.formUnion([.namedWithModule, .immutable]) }
        return a[0]
    }

    /// A decorator of classes that stand for types of CPython's extension modules: messages name their module.
    private static func showWithModule(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[0].isKind(.type) { TypeRef(a[0]).pointer.pointee.flags.insert(.namedWithModule) }
        return a[0]
    }
}
