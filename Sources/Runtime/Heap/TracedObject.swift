/// A Swift object in a box that refers to values of the script. Its box has `aux` 1, so that the collector asks it.
class TracedObject {
    /// Visits the values that the object keeps alive.
    func trace(_ marker: inout Marker) {}
}

extension Machine {
    /// The Swift object of an instance of a type whose boxes hold objects of class `Object`; nil as long as `__init__`
    /// has not put one there.
    @inline(__always)
    func boxed<Object: AnyObject>(_ value: Value, as _: Object.Type) -> Object? {
        let address = value.cell.address.load(fromByteOffset: MemoryLayout<CellHeader>.stride, as: UInt.self)
        guard address != 0 else { return nil }
        return unsafeDowncast(value.layout(BoxLayout.self).pointee.object.takeUnretainedValue(), to: Object.self)
    }

    /// Puts an object into a box; the one that was there is released.
    func setBoxed(_ value: Value, _ object: TracedObject) {
        let place = value.cell.address + MemoryLayout<CellHeader>.stride
        let isFilled = place.load(as: UInt.self) != 0
        let old = value.layout(BoxLayout.self).pointee.object
        value.layout(BoxLayout.self).pointee.object = Unmanaged.passRetained(object)
        value.cell.header.pointee.aux = 1
        if isFilled { old.release() }
    }

    /// A box of a type that keeps a traced object.
    func box(traced object: TracedObject, type: TypeRef) -> Value {
        let value = allocateInstance(of: type)
        setBoxed(value, object)
        return value
    }
}
