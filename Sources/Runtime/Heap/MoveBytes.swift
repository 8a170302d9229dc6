#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Copies bytes, for the last statement of a throwing function without result.
///
/// There the compiler (Swift 6.3.1, x86-64) turns `memcpy`, and `update(from:)` which becomes one, into a jump that does
/// not restore the register of the error: the caller then sees an error that nobody threw. A function that is never
/// inlined keeps the call; `scripts/check-tail-calls` looks for places that need it.
@inline(never)
func moveBytes(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer, _ count: Int) {
    memmove(target, source, count)
}

/// Sets bytes to zero, for the same places.
@inline(never)
func clearBytes(_ target: UnsafeMutableRawPointer, _ count: Int) {
    memset(target, 0, count)
}
