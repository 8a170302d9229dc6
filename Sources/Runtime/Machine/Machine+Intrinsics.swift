import Compiler

/// The rare operations of `Opcode.intrinsic`: type parameters (PEP 695) and the REPL's display.
extension Machine {
    func intrinsic(_ number: UInt8, _ b: Value, _ c: Value) throws(Raise) -> Value {
        guard let intrinsic = Intrinsic(rawValue: number) else {
            throw raise(.systemError, "unknown intrinsic \(number)")
        }
        switch intrinsic {
        case .printExpression:
            // Until the program imports `sys`, nothing can have replaced the hook.
            let isLoaded = dictGet(Dict(runtime.pointee.sysDict), name: intern("__displayhook__")).isBound
            guard isLoaded else { return try SysModule.display(self, b) }
            let hook = dictGet(Dict(runtime.pointee.sysDict), name: intern("displayhook"))
            if hook.isUnbound { throw raise(.runtimeError, "lost sys.displayhook") }
            _ = try call(hook, b)
            return .none
        case .statementEnded:
            if heap.pointee.watch.isOn { try collectEarly(isExplicit: false, isDirect: true) }
            return .none
        case .typeVar: return typeParameter(.typeVar, b)
        case .typeVarWithBound:
            let parameter = typeParameter(.typeVar, b)
            Record(parameter)[TypeParameterField.bound] = c
            return parameter
        case .typeVarWithConstraints:
            let parameter = typeParameter(.typeVar, b)
            Record(parameter)[TypeParameterField.constraints] = c
            return parameter
        case .paramSpec: return typeParameter(.paramSpec, b)
        case .typeVarTuple: return typeParameter(.typeVarTuple, b)
        case .setTypeParameterDefault:
            Record(b)[TypeParameterField.default] = c
            return b
        case .subscriptGeneric: return try getItem(type(.generic).value, b)
        case .setFunctionTypeParameters:
            b.layout(FunctionLayout.self).pointee.typeParameters = c
            return b
        case .typeAlias:
            let alias = record(.typeAliasType, count: 4)
            let parts = Tuple(b)
            for index in 0..<min(3, parts.count) { alias[index] = parts[index] }
            alias[TypeAliasField.module] = currentModuleName()
            return alias.value
        case .traceLine, .traceBody, .traceNext, .traceCall, .traceReturn, .traceResume:
            if state.pointee.trace.isOn { try traceEvent(intrinsic, b) }
            return .none
        }
    }

    private func typeParameter(_ type: BuiltinType, _ name: Value) -> Value {
        let parameter = record(type, count: TypeParameterField.count)
        parameter[TypeParameterField.name] = name
        return parameter.value
    }
}

/// Fields of TypeVar, ParamSpec and TypeVarTuple objects. Bound, constraints and default are functions that compute
/// them when they are asked for.
enum TypeParameterField {
    static let name = 0
    static let bound = 1
    static let constraints = 2
    static let `default` = 3
    /// 0 invariant, 1 covariant, 2 contravariant; unbound: to be inferred.
    static let variance = 4
    static let module = 5
    static let count = 6
}
