import Parser

/// Ends the compilation of a tree that is too deep before the native stack does.
///
/// It measures the stack in use instead of counting calls, so that the limit holds in debug builds with their large
/// frames too.
struct StackGuard: Sendable {
    private let start: UInt
    private let budget: UInt

    /// - Parameter budget: how many bytes below the caller's frame may be used.
    init(budget: Int) {
        start = Self.here()
        self.budget = UInt(max(0, budget))
    }

    @inline(__always)
    private static func here() -> UInt {
        var marker: UInt8 = 0
        return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
    }

    @inline(__always)
    func check() throws(SyntaxError) {
        let here = Self.here()
        if here < start, start - here > budget { throw Self.tooDeep() }
    }

    private static func tooDeep() -> SyntaxError {
        SyntaxError(
            kind: .recursion, message: "maximum recursion depth exceeded during compilation", line: 0, offset: 0,
            endLine: 0, endOffset: 0, text: nil)
    }
}
