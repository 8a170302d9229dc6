/// Arguments that are objects of the script with `__buffer__` (PEP 688): natives that read bytes get a copy of theirs.
extension Native {
    /// The same native for arguments that may be such objects; the receiver is not looked at. An object whose buffer
    /// can't be had is an error, or just no bytes for the native when `isLenient` says so.
    func takingBuffers(isLenient: Bool = false) -> Native {
        let body = self.body
        let first = style == .function || style == .staticMethod ? 0 : 1
        return Native(name, arity, style: style, doc: doc, intrinsic: intrinsic) {
            (m: Machine, a: Arguments) throws(Raise) -> Value in
            var index = first
            let total = a.count + a.keywordCount
            while index < total {
                if m.exportsBuffer(a.base[index]) {
                    return try m.withCopiedBuffers(a, from: first, isLenient: isLenient, body)
                }
                index += 1
            }
            return try body(m, a)
        }
    }
}

extension Machine {
    /// Whether an object's class is one of the script that has `__buffer__`, and no bytes of its own.
    func exportsBuffer(_ value: Value) -> Bool {
        guard value.isCell, value.cell.kind == .object, value.cell.type.isHeapType else { return false }
        let method = lookup(value.cell.type, internStatic("__buffer__"))
        return method.isBound && !method.isNone
    }

    /// The bytes of such an object, whose buffer is released again.
    func copyOfBuffer(_ object: Value) throws(Raise) -> Value {
        let view = try makeMemoryView(of: object)
        let bytes = try view.toBytes(self)
        let release = lookup(typeOf(object), internStatic("__release_buffer__"))
        if release.isBound, !release.isNone { _ = try callFound(release, object, view.value) }
        view.release()
        return bytes
    }

    /// The same, or the object itself when it does not give its buffer.
    func copyOfBufferIfPossible(_ object: Value) -> Value {
        do throws(Raise) { return try copyOfBuffer(object) } catch { clearPending() }
        return object
    }

    fileprivate func withCopiedBuffers(
        _ a: Arguments, from first: Int, isLenient: Bool, _ body: NativeBody
    ) throws(Raise) -> Value {
        let total = a.count + a.keywordCount
        return try withScratch(total) { (base) throws(Raise) in
            for index in 0..<total {
                let value = a.base[index]
                base[index] = value
                guard index >= first, exportsBuffer(value) else { continue }
                base[index] = isLenient ? copyOfBufferIfPossible(value) : try copyOfBuffer(value)
            }
            return try body(self, Arguments(base: base, count: a.count, keywords: a.keywords))
        }
    }
}
