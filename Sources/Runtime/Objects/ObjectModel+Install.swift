extension Machine {
    /// Methods and attributes of `object`, `type`, functions, descriptors, modules and the like.
    func installObjectModel() {
        define(
            .object,
            doc: "The base class of all classes. Called, it gives a new object without attributes of its own.",
            methods: ObjectMethods.methods, properties: ObjectMethods.properties)
        define(.type, methods: TypeMethods.methods, properties: TypeMethods.properties)
        installDescriptors()
        define(.function, methods: FunctionMethods.methods, properties: FunctionMethods.properties)
        define(.code, methods: CodeMethods.methods, properties: CodeMethods.properties)
        define(.cell, methods: CellMethods.methods, properties: CellMethods.properties)
        define(.method, methods: BoundMethodMethods.methods, properties: BoundMethodMethods.properties)
        define(.module, methods: ModuleMethods.methods, properties: ModuleMethods.properties)
        define(.super, methods: SuperMethods.methods, properties: SuperMethods.properties)
        define(.noneType, methods: SingletonMethods.none)
        define(.ellipsis, methods: SingletonMethods.ellipsis)
        define(.notImplementedType, methods: SingletonMethods.notImplemented)
        define(.genericAlias, methods: GenericAliasMethods.methods, properties: GenericAliasMethods.properties)
        for type in [BuiltinType.generator, .coroutine, .asyncGenerator] {
            let item = Native("__class_getitem__", .one, style: .classMethod, GenericAliasMethods.classGetItem)
            define(type, methods: [item])
        }
        define(.union, methods: UnionMethods.methods, properties: UnionMethods.properties)
        installTypeParameters()
        installWeakReferences()
        define(.simpleNamespace, methods: SimpleNamespaceMethods.methods, properties: SimpleNamespaceMethods.properties)
        dictSet(
            Dict(runtime.pointee.builtins), .__build_class__,
            native(Native("__build_class__", .any, style: .function, ClassBuilder.build), module: name(.builtins)))
    }

    private func installDescriptors() {
        define(.property, methods: PropertyMethods.methods, properties: PropertyMethods.properties)
        for type in [BuiltinType.classmethod, .staticmethod] {
            define(type, methods: WrapperMethods.methods, properties: WrapperMethods.properties)
        }
        define(.staticmethod, methods: [Native("__call__", .any, style: .slot, WrapperMethods.callStatic)])
        define(
            .builtinFunctionOrMethod, methods: NativeMethods.functionMethods,
            properties: NativeMethods.functionProperties)
        for type in [BuiltinType.methodDescriptor, .wrapperDescriptor, .classmethodDescriptor] {
            define(type, methods: NativeMethods.descriptorMethods, properties: NativeMethods.descriptorProperties)
        }
        define(
            .methodWrapper, methods: NativeMethods.wrapperMethods, properties: NativeMethods.wrapperProperties)
        for type in [BuiltinType.getsetDescriptor, .memberDescriptor] {
            define(type, methods: NativeMethods.getsetMethods, properties: NativeMethods.getsetProperties)
        }
    }
}
