import CZlib

/// A stream of zlib: its state, which must not move, and what is freed with it.
final class ZlibStream {
    enum Kind { case deflating, inflating }

    /// What a call gave.
    struct Result {
        var output: [UInt8] = []
        /// What the last call gave.
        var status = Z_OK
        /// How many bytes of the input are left.
        var unused = 0
        /// What zlib has to say about an error.
        var text: String?
    }

    /// Bytes that an open stream takes, about.
    static let usualSize = 1 << 18
    /// In place of a status: the dictionary is not the one that the data was made with.
    static let wrongDictionary: Int32 = -100

    let kind: Kind
    let pointer: UnsafeMutablePointer<z_stream>
    var isOpen = false
    /// What is to be known before the first byte; streams that are inflated ask for it.
    var dictionary: [UInt8] = []

    init(_ kind: Kind) {
        self.kind = kind
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: z_stream())
    }

    deinit {
        close()
        pointer.deallocate()
    }

    /// Frees what zlib holds; the stream has no state any more.
    func close() {
        guard isOpen else { return }
        isOpen = false
        _ = kind == .deflating ? deflateEnd(pointer) : inflateEnd(pointer)
    }

    /// A stream that goes on from the same place; nil when this one is closed.
    func copy() -> ZlibStream? {
        let other = ZlibStream(kind)
        let status = kind == .deflating ? deflateCopy(other.pointer, pointer) : inflateCopy(other.pointer, pointer)
        guard isOpen, status == Z_OK else { return nil }
        other.isOpen = true
        other.dictionary = dictionary
        return other
    }

    func setDictionary() -> Int32 {
        guard !dictionary.isEmpty else { return Z_OK }
        return dictionary.withUnsafeBufferPointer {
            inflateSetDictionary(pointer, $0.baseAddress, uInt(clamping: $0.count))
        }
    }

    /// Calls `step` until it has taken the input and has no more output, the output has reached the limit, or something is
    /// wrong.
    func run(
        _ input: UnsafeBufferPointer<UInt8>, limit: Int, _ step: (UnsafeMutablePointer<z_stream>) -> Int32
    ) -> Result {
        var result = Result()
        // zlib counts in 32 bits.
        let portion = 1 << 30
        var given = 0
        var room = min(limit, max(256, min(input.count, portion)))
        pointer.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        pointer.pointee.avail_in = 0
        repeat {
            if pointer.pointee.avail_in == 0 {
                let next = min(portion, input.count - given)
                pointer.pointee.avail_in = uInt(next)
                given += next
            }
            room = min(room, limit - result.output.count)
            result.output.reserveCapacity(result.output.count + room)
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                pointer.pointee.next_out = buffer.baseAddress
                pointer.pointee.avail_out = uInt(room)
                result.status = step(pointer)
                count = room - Int(pointer.pointee.avail_out)
            }
            result.output += chunk
            guard result.status == Z_OK || result.status == Z_BUF_ERROR && chunk.count > 0 else { break }
            room = min(room * 2, portion)
        } while result.output.count < limit
            && (pointer.pointee.avail_out == 0 || pointer.pointee.avail_in > 0 || given < input.count)
        result.unused = Int(pointer.pointee.avail_in) + input.count - given
        if result.status < 0, let message = pointer.pointee.msg { result.text = String(cString: message) }
        pointer.pointee.next_in = nil
        pointer.pointee.next_out = nil
        return result
    }
}
