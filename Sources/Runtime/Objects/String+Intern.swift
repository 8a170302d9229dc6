#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The interned strs: names that are compared by address. Open addressing over cells; the table does not keep them
/// alive, the collector takes out what it did not mark.
struct InternTable {
    private var slots: UnsafeMutablePointer<UnsafeMutablePointer<StringLayout>?>
    private var capacity: Int
    /// Strs in the table.
    private(set) var count = 0

    init(capacity: Int = 2048) {
        self.capacity = capacity
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: nil, count: capacity)
    }

    /// The interned str with the same text, or nil. The str's hash must be computed.
    @inline(__always)
    func find(_ string: Str) -> Str? {
        let mask = capacity &- 1
        var index = string.pointer.pointee.hash & mask
        while let entry = slots[index] {
            let candidate = Str(pointer: entry)
            if entry.pointee.hash == string.pointer.pointee.hash, Str.equal(candidate, string) { return candidate }
            index = (index &+ 1) & mask
        }
        return nil
    }

    /// The interned str with this ASCII text, or nil.
    @inline(__always)
    func find(ascii text: UnsafePointer<UInt8>, count: Int, hash: Int) -> Str? {
        let mask = capacity &- 1
        var index = hash & mask
        while let entry = slots[index] {
            let candidate = Str(pointer: entry)
            if entry.pointee.hash == hash, candidate.count == count, candidate.width == 1,
                compareBytes(candidate.base, text, count)
            {
                return candidate
            }
            index = (index &+ 1) & mask
        }
        return nil
    }

    /// Adds a str that is not there yet. Its hash must be computed.
    mutating func insert(_ string: Str) {
        if count &* 2 >= capacity { resize(capacity &* 2) }
        place(string.pointer)
        count &+= 1
    }

    private func place(_ pointer: UnsafeMutablePointer<StringLayout>) {
        let mask = capacity &- 1
        var index = pointer.pointee.hash & mask
        while slots[index] != nil { index = (index &+ 1) & mask }
        slots[index] = pointer
    }

    private mutating func resize(_ newCapacity: Int) {
        let old = slots
        let oldCapacity = capacity
        slots = .allocate(capacity: newCapacity)
        slots.initialize(repeating: nil, count: newCapacity)
        capacity = newCapacity
        for index in 0..<oldCapacity {
            if let pointer = old[index] { place(pointer) }
        }
        old.deallocate()
    }

    /// Takes out the strs that the collector did not mark, before it sweeps.
    mutating func removeUnmarked() {
        let old = slots
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: nil, count: capacity)
        count = 0
        for index in 0..<capacity {
            guard let pointer = old[index], pointer.pointee.header.mark != 0 else { continue }
            place(pointer)
            count &+= 1
        }
        old.deallocate()
    }

    /// Frees the table, at the end of the interpreter.
    mutating func destroy() { slots.deallocate() }
}

extension Machine {
    /// The one str with this text that stands for all equal ones. Instances of subclasses are returned as they are.
    func intern(_ value: Value) -> Value {
        guard value.isKind(.string) else { return value }
        let string = Str(value)
        if string.isInterned { return value }
        guard string.pointer.pointee.header.type == type(.str).pointer else { return value }
        _ = stringHash(string)
        if let existing = runtime.pointee.intern.find(string) { return existing.value }
        runtime.pointee.intern.insert(string)
        string.pointer.pointee.header.flags.insert(.layout1)
        return value
    }

    /// The interned str of a Swift string.
    func intern(_ text: String) -> Value {
        var text = text
        return text.withUTF8 { buffer -> Value in
            guard let start = buffer.baseAddress, buffer.count > 0, isASCII(start, buffer.count) else {
                return intern(string(utf8: buffer))
            }
            return intern(ascii: buffer)
        }
    }

    /// The interned str of a literal.
    func intern(_ text: StaticString) -> Value {
        guard text.hasPointerRepresentation, text.isASCII else { return intern(string(text)) }
        return intern(ascii: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// The interned str of ASCII text; allocates only when there is none yet.
    func intern(ascii text: UnsafeBufferPointer<UInt8>) -> Value {
        guard let start = text.baseAddress, text.count > 0 else { return intern(runtime.pointee.emptyString) }
        let hash = hashBytes(start, text.count)
        if let existing = runtime.pointee.intern.find(ascii: start, count: text.count, hash: hash) {
            return existing.value
        }
        let string = Str(string(ascii: text))
        if string.isInterned { return string.value }
        string.pointer.pointee.hash = hash
        runtime.pointee.intern.insert(string)
        string.pointer.pointee.header.flags.insert(.layout1)
        return string.value
    }

    /// The hash of a str, computed once. That of the empty one is 0, which means "not known yet", too: no harm.
    @inline(__always)
    func stringHash(_ string: Str) -> Int {
        let known = string.pointer.pointee.hash
        return known != 0 ? known : computeStringHash(string)
    }

    @inline(never)
    private func computeStringHash(_ string: Str) -> Int {
        let hash = string.count == 0 ? 0 : hashBytes(string.base, string.count &* string.width)
        string.pointer.pointee.hash = hash
        return hash
    }
}

/// A 64-bit hash of bytes, never 0 or -1: multiply and fold, sixteen bytes at a time.
func hashBytes(_ base: UnsafeRawPointer, _ count: Int) -> Int {
    @inline(__always) func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
    let first: UInt64 = 0x2d35_8dcc_aa6c_78a5
    let second: UInt64 = 0x8bb8_4b93_962e_acc9
    var seed: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(truncatingIfNeeded: count) &* first
    var offset = 0
    var rest = count
    while rest > 16 {
        let a = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let b = base.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self)
        seed = mix(a ^ first, b ^ seed)
        offset &+= 16
        rest &-= 16
    }
    var a: UInt64 = 0
    var b: UInt64 = 0
    if rest >= 8 {
        a = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        b = base.loadUnaligned(fromByteOffset: offset &+ rest &- 8, as: UInt64.self)
    } else if rest >= 4 {
        a = UInt64(base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        b = UInt64(base.loadUnaligned(fromByteOffset: offset &+ rest &- 4, as: UInt32.self))
    } else if rest > 0 {
        a =
            UInt64(base.load(fromByteOffset: offset, as: UInt8.self)) << 16
            | UInt64(base.load(fromByteOffset: offset &+ rest >> 1, as: UInt8.self)) << 8
            | UInt64(base.load(fromByteOffset: offset &+ rest &- 1, as: UInt8.self))
    }
    let result = Int(bitPattern: UInt(truncatingIfNeeded: mix(second ^ seed, mix(a ^ first, b ^ seed))))
    return result == 0 || result == -1 ? 0x3c6e_f372 : result
}
