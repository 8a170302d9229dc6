import Parser

/// Second pass of scope analysis: decides for each name of each block where it lives, from the names that the
/// enclosing blocks bind.
struct ScopeAnalysis {
    let errors: ErrorReporter

    /// What the enclosing blocks provide.
    private struct Surroundings {
        /// Names bound by enclosing functions; `nil` at module level.
        var bound: NameSet?
        /// Names that an enclosing block declared global.
        var global = NameSet()
        var typeParameters = NameSet()
        /// The class whose namespace an annotation scope sees.
        var classScope: Scope?
    }

    mutating func analyze(_ top: Scope) throws(SyntaxError) {
        var free = NameSet()
        try analyze(top, Surroundings(), &free)
    }

    private func analyze(_ scope: Scope, _ given: Surroundings, _ free: inout NameSet) throws(SyntaxError) {
        var around = given
        var inner = Surroundings(bound: NameSet())
        var local = NameSet()
        var newFree = NameSet()
        if scope.kind == .class {
            inner.global = around.global
            inner.bound = around.bound ?? NameSet()
        }
        for name in scope.order {
            try decide(name, in: scope, &around, &local, &newFree)
        }
        if scope.kind == .class {
            inner.bound?.formUnion(NameSet(["__class__", "__classdict__"]))
        } else {
            inner.bound = around.bound ?? NameSet()
            if scope.kind.isFunctionLike { inner.bound?.formUnion(local) }
            inner.global = around.global
        }
        inner.typeParameters = around.typeParameters

        for child in scope.children {
            var surroundings = inner
            if child.canSeeClassScope { surroundings.classScope = scope.kind == .class ? scope : given.classScope }
            var childFree = NameSet()
            child.isInlined =
                child.comprehension != .none && child.comprehension != .generator && !scope.canSeeClassScope
            try analyze(child, surroundings, &childFree)
            if child.isInlined { inline(child, into: scope, &childFree) }
            newFree.formUnion(childFree)
        }

        if scope.kind.isFunctionLike {
            for name in scope.order where scope.scopes[name] == .local && newFree.contains(name) {
                scope.scopes[name] = .cell
                newFree.remove(name)
            }
        } else if scope.kind == .class {
            if newFree.remove("__class__") { scope.needsClassClosure = true }
            if newFree.remove("__classdict__") { scope.needsClassDictionary = true }
        }
        // Names that are only passed through to a nested block.
        for name in newFree {
            if let flags = scope.symbols[name] {
                if scope.kind == .class, !flags.isDisjoint(with: [.bound, .global]), scope.scopes[name] != .free {
                    scope.symbols[name] = flags.union(.freeInClass)
                }
            } else if given.bound?.contains(name) == true {
                scope.order.append(name)
                scope.symbols[name] = []
                scope.scopes[name] = .free
            }
        }
        free.formUnion(newFree)
    }

    private func decide(
        _ name: String, in scope: Scope, _ around: inout Surroundings, _ local: inout NameSet,
        _ free: inout NameSet
    ) throws(SyntaxError) {
        let flags = scope.symbols[name] ?? []
        if flags.contains(.global) {
            if flags.contains(.nonlocal) { throw error("name '\(name)' is nonlocal and global", name, scope) }
            scope.scopes[name] = .globalExplicit
            around.global.insert(name)
            around.bound?.remove(name)
            return
        }
        if flags.contains(.nonlocal) {
            guard let bound = around.bound else {
                throw error("nonlocal declaration not allowed at module level", name, scope)
            }
            if !bound.contains(name) { throw error("no binding for nonlocal '\(name)' found", name, scope) }
            if around.typeParameters.contains(name) {
                throw error("nonlocal binding not allowed for type parameter '\(name)'", name, scope)
            }
            scope.scopes[name] = .free
            free.insert(name)
            return
        }
        if !flags.isDisjoint(with: .bound) {
            scope.scopes[name] = .local
            local.insert(name)
            around.global.remove(name)
            if flags.contains(.typeParameter) {
                around.typeParameters.insert(name)
            } else {
                around.typeParameters.remove(name)
            }
            return
        }
        if let flags = around.classScope?.symbols[name] {
            if flags.contains(.global) {
                scope.scopes[name] = .globalExplicit
                return
            }
            if !flags.isDisjoint(with: .bound), !flags.contains(.nonlocal) {
                scope.scopes[name] = .globalImplicit
                return
            }
        }
        if around.bound?.contains(name) == true {
            scope.scopes[name] = .free
            free.insert(name)
            return
        }
        scope.scopes[name] = .globalImplicit
    }

    /// Merges what an inlined comprehension (PEP 709) needs from outside into the block around it: a name that is
    /// local there need not become a cell, unless a function inside the comprehension refers to it.
    private func inline(_ child: Scope, into scope: Scope, _ childFree: inout NameSet) {
        for name in childFree {
            if scope.kind == .class {
                if name == "__class__" || name == "__classdict__", !Self.isFreeBelow(child, name) {
                    child.scopes[name] = .globalImplicit
                    childFree.remove(name)
                }
                continue
            }
            if let flags = scope.symbols[name], !flags.isDisjoint(with: .bound), !flags.contains(.nonlocal),
                !Self.isFreeBelow(child, name)
            {
                childFree.remove(name)
            }
        }
    }

    private static func isFreeBelow(_ scope: Scope, _ name: String) -> Bool {
        scope.children.contains { child in
            if child.isInlined { return isFreeBelow(child, name) }
            return child.scopes[name] == .free || child.symbols[name]?.contains(.freeInClass) == true
        }
    }

    private func error(_ message: String, _ name: String, _ scope: Scope) -> SyntaxError {
        let directive = scope.directives.first { $0.name == name }
        return errors.error(message, at: directive?.range ?? scope.range)
    }
}
