import Compiler

/// What `for` does with iterators that the instruction loop does not advance itself.
extension Machine {
    /// The next item of an iterator for a `for` loop, unbound at its end.
    ///
    /// `for a, b in …` over `zip`, `enumerate` and the items of a dict needs no tuple: when the loop's body begins by
    /// unpacking the item in `register`, a temporary, into two registers, the parts are put there at once, and the result is
    /// ``Value/deleted``.
    @inline(never)
    func nextForLoop(
        _ iterator: Value, _ registers: UnsafeMutablePointer<Value>, register: Int,
        body: UnsafeMutablePointer<UInt64>
    ) throws(Raise) -> Value {
        guard iterator.isCell else { return try next(iterator) }
        let first = Instruction(bits: body.pointee)
        if first.op == .unpackSequence, first.c == 2, first.b == register,
            register >= Int(state.pointee.frame.pointee.code.pointee.variableCount)
        {
            let type = iterator.cell.type
            if type == self.type(.enumerate) {
                return try EnumerateMethods.next(self, iterator, into: registers + first.a)
            }
            if type == self.type(.zip), Tuple(Record(iterator)[0]).count == 2 {
                return try ZipMethods.next(self, iterator, into: registers + first.a)
            }
            if type == self.type(.dictItemiterator) {
                return try DictViewMethods.nextItem(self, iterator, into: registers + first.a)
            }
        }
        return try next(iterator)
    }
}
