import Parser

/// Where a name is found, seen from a place in the code.
enum Variable {
    case register(Int)
    case cell(Int)
    case free(Int)
    /// In a class body: the namespace first, then a free variable.
    case classFree(Int)
    case global
    /// The frame's namespace, then globals, then builtins.
    case name
    /// In an annotation scope inside a class: the class namespace, then global or free.
    case mappingOrGlobal
    case mappingOrFree(Int)
}

extension CodeGenerator {
    /// Resolves a name (already mangled) at this place, comprehensions that are being inlined first.
    func variable(_ name: String) -> Variable {
        let isInlined = !unit.inlined.isEmpty
        for comprehension in unit.inlined.reversed() {
            switch comprehension.scope.scopes[name] {
            case .local: if let register = comprehension.registers[name] { return .register(register) }
            case .cell: if let register = comprehension.registers[name] { return .cell(register) }
            case .globalExplicit: return .global
            case .globalImplicit: return unit.scope.kind == .module ? .name : .global
            case .free, nil: continue
            }
        }
        let scope = unit.scope
        if scope.kind == .class, isInlined, let index = unit.freeIndex[name] { return .free(index) }
        switch scope.scopes[name] {
        case .local:
            if let register = unit.variables[name], scope.kind.isFunctionLike { return .register(register) }
            return .name
        case .cell: return unit.variables[name].map(Variable.cell) ?? .name
        case .free:
            guard let index = unit.freeIndex[name] else { return .global }
            if scope.kind == .class { return .classFree(index) }
            return scope.canSeeClassScope ? .mappingOrFree(index) : .free(index)
        case .globalExplicit: return .global
        case .globalImplicit:
            if scope.canSeeClassScope { return .mappingOrGlobal }
            return scope.kind.isFunctionLike ? .global : .name
        case nil:
            if let register = unit.variables[name] { return .cell(register) }
            return scope.kind.isFunctionLike ? .global : .name
        }
    }

    func mangled(_ name: String) -> String { mangle(name, in: unit.privateName) }

    /// Checks that a local variable has a value, unless that is certain.
    func checkBound(_ register: Int, at range: SourceRange) {
        if unit.bound.contains(register) { return }
        unit.emit(.checkBound, a: register, at: range)
        unit.bound.insert(register)
    }

    func loadName(_ id: String, into target: Int, at range: SourceRange) {
        let name = mangled(id)
        switch variable(name) {
        case .register(let register):
            checkBound(register, at: range)
            move(register, to: target, at: range)
        case .cell(let register): unit.emit(.loadCell, a: target, b: register, at: range)
        case .free(let index): unit.emit(.loadFree, a: target, b: index, at: range)
        case .classFree(let index):
            unit.emit(.loadClassFree, a: target, b: index, c: unit.name(name), at: range)
        case .global: unit.emit(.loadGlobal, a: target, wide: unit.name(name), at: range)
        case .name: unit.emit(.loadName, a: target, wide: unit.name(name), at: range)
        case .mappingOrGlobal:
            loadClassDictionary(into: target, at: range)
            unit.emit(.loadMappingOrGlobal, a: target, b: target, c: unit.name(name), at: range)
        case .mappingOrFree(let index):
            loadClassDictionary(into: target, at: range)
            unit.emit(.loadMappingOrFree, n: index, a: target, b: target, c: unit.name(name), at: range)
        }
    }

    private func loadClassDictionary(into target: Int, at range: SourceRange) {
        if let index = unit.freeIndex["__classdict__"] {
            unit.emit(.loadFree, a: target, b: index, at: range)
        } else {
            unit.emit(.loadNamespace, a: target, at: range)
        }
    }

    /// Assigns the value in a register to a name.
    func storeName(_ id: String, from source: Int, at range: SourceRange) throws(SyntaxError) {
        try checkAssignable(id, at: range)
        let name = mangled(id)
        switch variable(name) {
        case .register(let register):
            move(source, to: register, at: range)
            if unit.isReachable { unit.bound.insert(register) }
        case .cell(let register): unit.emit(.storeCell, a: register, b: source, at: range)
        case .free(let index), .classFree(let index), .mappingOrFree(let index):
            unit.emit(.storeFree, a: index, b: source, at: range)
        case .global, .mappingOrGlobal: unit.emit(.storeGlobal, a: source, wide: unit.name(name), at: range)
        case .name: unit.emit(.storeName, a: source, wide: unit.name(name), at: range)
        }
    }

    func deleteName(_ id: String, at range: SourceRange) throws(SyntaxError) {
        if id == "__debug__" { throw error("cannot delete __debug__", at: range) }
        let name = mangled(id)
        switch variable(name) {
        case .register(let register):
            unit.emit(.deleteLocal, a: register, at: range)
            unit.bound.remove(register)
        case .cell(let register): unit.emit(.deleteCell, a: register, at: range)
        case .free(let index), .classFree(let index), .mappingOrFree(let index):
            unit.emit(.deleteFree, a: index, at: range)
        case .global, .mappingOrGlobal: unit.emit(.deleteGlobal, wide: unit.name(name), at: range)
        case .name: unit.emit(.deleteName, wide: unit.name(name), at: range)
        }
    }

    /// The end of `except … as name`: the name is set to None and deleted, so that it may be unbound already.
    func forgetName(_ id: String, at range: SourceRange) throws(SyntaxError) {
        if case .register(let register) = variable(mangled(id)) {
            unit.emit(.clear, a: register, at: range)
            unit.bound.remove(register)
            return
        }
        let none = unit.allocate()
        unit.emit(.loadNone, a: none, at: range)
        try storeName(id, from: none, at: range)
        unit.release(to: none)
        try deleteName(id, at: range)
    }

    func checkAssignable(_ id: String, at range: SourceRange) throws(SyntaxError) {
        if id == "__debug__" { throw error("cannot assign to __debug__", at: range) }
    }

    /// The register of a name that is a plain local variable here.
    func localRegister(_ expression: Expression) -> Int? {
        guard case .name(let id, _) = expression.kind, id != "__debug__",
            case .register(let register) = variable(mangled(id))
        else { return nil }
        return register
    }

    /// Puts the cell of a variable itself into a register, to build a closure.
    func loadCellItself(_ name: String, into target: Int, at range: SourceRange) {
        for comprehension in unit.inlined.reversed() where comprehension.scope.scopes[name] == .cell {
            if let register = comprehension.registers[name] {
                return unit.emit(.move, a: target, b: register, at: range)
            }
        }
        let isOwnCell = unit.scope.scopes[name] == .cell || unit.scope.kind == .class && unit.freeIndex[name] == nil
        if let register = unit.variables[name], isOwnCell || unit.freeIndex[name] == nil {
            unit.emit(.move, a: target, b: register, at: range)
        } else if let index = unit.freeIndex[name] {
            unit.emit(.loadFreeCell, a: target, b: index, at: range)
        }
    }
}
