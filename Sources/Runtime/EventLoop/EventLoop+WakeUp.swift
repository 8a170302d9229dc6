#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Waking a loop from another thread: it watches the end of a pipe, into which the other thread writes.
extension EventLoop {
    /// Makes the pipe. Without one, the loop wakes up with its next timer.
    func openWakePipe() {
        guard pointer.pointee.wakeReader == 0 else { return }
        var ends: (Int32, Int32) = (-1, -1)
        let error = withUnsafeMutableBytes(of: &ends) { pipe($0.bindMemory(to: Int32.self).baseAddress) }
        guard error == 0 else { return }
        for end in [ends.0, ends.1] {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        pointer.pointee.wakeReader = ends.0 + 1
        pointer.pointee.wakeWriter = ends.1 + 1
    }

    /// Ends the loop's wait, if it waits.
    func wakeUp() {
        guard pointer.pointee.isWaiting, pointer.pointee.wakeWriter > 0 else { return }
        pointer.pointee.isWaiting = false
        var byte: UInt8 = 0
        _ = SystemCalls.write(pointer.pointee.wakeWriter - 1, &byte, 1)
    }

    func drainWakePipe() {
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
            while SystemCalls.read(pointer.pointee.wakeReader - 1, buffer.baseAddress, 64) == 64 {}
        }
    }

    func closeWakePipe() {
        if pointer.pointee.wakeReader > 0 { _ = SystemCalls.close(pointer.pointee.wakeReader - 1) }
        if pointer.pointee.wakeWriter > 0 { _ = SystemCalls.close(pointer.pointee.wakeWriter - 1) }
        pointer.pointee.wakeReader = 0
        pointer.pointee.wakeWriter = 0
    }
}
