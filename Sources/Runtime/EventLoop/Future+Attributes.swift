/// Attributes that the script gives to futures and tasks of the built-in classes. They have no `__dict__` that one could
/// see, as CPython's have none; few have any, so the cell has no field for them.
extension FutureLayout {
    /// The dict of the attributes, or unbound.
    var attributes: Value {
        // Coroutines of the loop's own have none.
        guard phase == .none else { return .unbound }
        return flags.contains(.compact) ? coroutine : part(FuturePart.attributes)
    }
}

extension Machine {
    /// An attribute of a future of a built-in class, or unbound. `name` is interned.
    @inline(never)
    func futureAttribute(_ cell: Cell, _ name: Value) -> Value {
        let attributes = cell.layout(FutureLayout.self).pointee.attributes
        return attributes.isBound ? dictGet(Dict(attributes), name: name) : .unbound
    }

    /// The dict of a future's attributes, made at its first use.
    func futureAttributes(_ cell: Cell) -> Dict {
        let future: UnsafeMutablePointer<FutureLayout> = cell.layout()
        if future.pointee.attributes.isBound { return Dict(future.pointee.attributes) }
        let attributes = dict()
        if future.pointee.flags.contains(.compact) {
            future.pointee.coroutine = attributes.value
        } else {
            setPart(FuturePart.attributes, of: Future(pointer: future), attributes.value)
        }
        return attributes
    }

    /// Says that a future has an attribute with the name of a method: from now on look-ups are not cached.
    @inline(never)
    func noteShadowing(_ cell: Cell, _ name: Value) {
        guard !runtime.pointee.asyncio.areMethodsShadowed, lookup(cell.type, name).isBound else { return }
        runtime.pointee.asyncio.areMethodsShadowed = true
        typeModified(type(.future))
    }
}
