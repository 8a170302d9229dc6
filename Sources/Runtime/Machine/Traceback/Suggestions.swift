/// "Did you mean": the closest of some names, by the edit distance and the limits of CPython.
enum Suggestions {
    private static let maximumCandidates = 750
    private static let maximumLength = 40
    private static let moveCost = 2
    private static let caseCost = 1

    /// The candidate that is closest to a name and close enough, the first of several; nil if there is none.
    static func closest(to name: String, among candidates: [String]) -> String? {
        guard candidates.count < maximumCandidates else { return nil }
        let wanted = Array(name.utf8)
        var best: String?
        var bestDistance = Int.max
        for candidate in candidates where candidate != name {
            let bytes = Array(candidate.utf8)
            // No more than a third of the characters should have to change.
            let limit = min((wanted.count + bytes.count + 3) * moveCost / 6, bestDistance - 1)
            let distance = distance(wanted, bytes, limit: limit)
            if distance <= limit, best == nil || distance < bestDistance {
                best = candidate
                bestDistance = distance
            }
        }
        return best
    }

    /// The edit distance, or something above `limit` when it is larger than that. Complexity: O(n · m), both at most 40.
    private static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
        var a = a[...]
        var b = b[...]
        while let x = a.first, let y = b.first, x == y {
            a.removeFirst()
            b.removeFirst()
        }
        while let x = a.last, let y = b.last, x == y {
            a.removeLast()
            b.removeLast()
        }
        if a.isEmpty || b.isEmpty { return (a.count + b.count) * moveCost }
        if a.count > maximumLength || b.count > maximumLength { return limit + 1 }
        if b.count < a.count { swap(&a, &b) }
        if (b.count - a.count) * moveCost > limit { return limit + 1 }
        var row = (1...a.count).map { $0 * moveCost }
        var result = 0
        for (number, character) in b.enumerated() {
            var distance = number * moveCost
            result = distance
            var minimum = Int.max
            for (index, other) in a.enumerated() {
                let substitute = distance + substitutionCost(character, other)
                distance = row[index]
                result = min(min(result, distance) + moveCost, substitute)
                row[index] = result
                minimum = min(minimum, result)
            }
            if minimum > limit { return limit + 1 }
        }
        return result
    }

    private static func substitutionCost(_ a: UInt8, _ b: UInt8) -> Int {
        if a & 31 != b & 31 { return moveCost }
        if a == b { return 0 }
        return lowercased(a) == lowercased(b) ? caseCost : moveCost
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte + 32 : byte }
}
