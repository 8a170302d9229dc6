/// Natives take a script's StopIteration for the end of an iterator; here is what remains of it.
extension Machine {
    /// Clears a pending StopIteration, but keeps it for `takeSwallowedStop` if it has arguments or another class.
    func swallowStop() {
        let stop = takePending()
        let isPlain = typeOf(stop) == type(.stopIteration) && Tuple(Exception(stop).pointer.pointee.args).count == 0
        state.pointee.swallowedStop = isPlain ? .unbound : stop
        state.pointee.swallowedStopFrame = state.pointee.frame
    }

    /// The StopIteration of a script's iterator that ended the native iterator `iterator`, or unbound: `map` and its
    /// like let it through. Whoever asks has called `forgetSwallowedStop` before he asked for the item.
    func takeSwallowedStop(_ iterator: Value) -> Value {
        let stop = state.pointee.swallowedStop
        guard stop.isBound else { return .unbound }
        forgetSwallowedStop()
        guard state.pointee.swallowedStopFrame == state.pointee.frame else { return .unbound }
        switch typeName(iterator) {
        case "map", "filter", "zip", "enumerate", "itertools.islice", "itertools.takewhile", "itertools.dropwhile",
            "itertools.filterfalse", "itertools.starmap", "itertools.accumulate", "itertools.compress",
            "itertools.pairwise":
            return stop
        default: return .unbound
        }
    }

    func forgetSwallowedStop() { state.pointee.swallowedStop = .unbound }

    /// The next item of a native iterator for a caller who wants a StopIteration.
    func nextOrRaise(_ iterator: Value, _ next: NativeNext) throws(Raise) -> Value {
        forgetSwallowedStop()
        let item = try next(self, iterator)
        if item.isBound { return item }
        if iterator.isKind(.generator) { throw raiseStopIteration(takeStopValue()) }
        let stop = takeSwallowedStop(iterator)
        throw stop.isBound ? raise(stop) : raiseStopIteration(.none)
    }
}
