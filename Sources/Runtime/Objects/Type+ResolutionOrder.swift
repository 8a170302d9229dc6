/// The method resolution order (C3 linearization).
extension Machine {
    /// The mro of a class as a tuple: by `mro()` of the metatype if it overrides that.
    func resolutionOrder(_ type: TypeRef) throws(Raise) -> Value {
        let method = lookup(typeOf(type.value), .mro)
        if method.isBound, !method.isKind(.nativeFunction) {
            let result = try tupleFromIterable(try callFound(method, type.value))
            if Tuple(result).count == 0 { throw raise(.typeError, "type MRO must not be empty") }
            for index in 0..<Tuple(result).count where !Tuple(result)[index].isKind(.type) {
                throw raise(.typeError, "mro() returned a non-class ('\(typeName(Tuple(result)[index]))')")
            }
            for index in 0..<Tuple(result).count {
                let ancestor = TypeRef(Tuple(result)[index])
                if ancestor == type || ancestor.instanceKind == .object || ancestor.instanceKind == type.instanceKind {
                    continue
                }
                throw raise(.typeError, "mro() returned base with unsuitable layout ('\(typeName(ancestor))')")
            }
            return result
        }
        return try linearize(type)
    }

    /// C3. Complexity: O(number of bases times length of the mro).
    func linearize(_ type: TypeRef) throws(Raise) -> Value {
        let bases = Tuple(type.pointer.pointee.bases)
        if bases.count == 1 {
            let above = TypeRef(bases[0]).mro
            let mro = makeTuple(count: above.count + 1)
            mro[0] = type.value
            for index in 0..<above.count { mro[index + 1] = above[index] }
            return mro.value
        }
        for index in 0..<bases.count {
            for other in 0..<index where bases[other] == bases[index] {
                throw raise(.typeError, "duplicate base class \(typeName(TypeRef(bases[index])))")
            }
        }
        var sequences = (0..<bases.count).map { TypeRef(bases[$0]).mro }
        sequences.append(bases)
        var positions = [Int](repeating: 0, count: sequences.count)
        let result = list()
        result.append(self, type.value)
        while true {
            var isDone = true
            var next: Value?
            for (number, sequence) in sequences.enumerated() where positions[number] < sequence.count {
                isDone = false
                let candidate = sequence[positions[number]]
                if !isInTail(candidate, sequences, positions) {
                    next = candidate
                    break
                }
            }
            if isDone { return tuple(from: result.items, count: result.count) }
            guard let next else { throw inconsistentOrder(sequences, positions) }
            result.append(self, next)
            for (number, sequence) in sequences.enumerated()
            where positions[number] < sequence.count && sequence[positions[number]] == next {
                positions[number] += 1
            }
        }
    }

    private func isInTail(_ candidate: Value, _ sequences: [Tuple], _ positions: [Int]) -> Bool {
        for (number, sequence) in sequences.enumerated() {
            var index = positions[number] + 1
            while index < sequence.count {
                if sequence[index] == candidate { return true }
                index += 1
            }
        }
        return false
    }

    private func inconsistentOrder(_ sequences: [Tuple], _ positions: [Int]) -> Raise {
        var names: [String] = []
        var seen: [Value] = []
        for (number, sequence) in sequences.enumerated() where positions[number] < sequence.count {
            let head = sequence[positions[number]]
            if seen.contains(head) { continue }
            seen.append(head)
            names.append(typeName(TypeRef(head)))
        }
        return raise(
            .typeError,
            "Cannot create a consistent method resolution order (MRO) for bases \(names.joined(separator: ", "))")
    }
}
