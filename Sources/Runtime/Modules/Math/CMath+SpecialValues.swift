/// Results where a part of the argument is infinite or no number.
extension CMathModule {
    /// The value that a table (below) has for an argument with a part that is not finite.
    static func special(_ table: StaticString, _ z: Parts) throws(Failure) -> Parts {
        let place = 15 * kind(z.real) + 2 * kind(z.imaginary)
        guard place + 1 < table.utf8CodeUnitCount else { throw .domain }
        let real = table.utf8Start[place]
        if real == UInt8(ascii: "E") { throw .domain }
        return (number(real), number(table.utf8Start[place + 1]))
    }

    /// The number of a part's row or column.
    private static func kind(_ x: Double) -> Int {
        if x.isNaN { return 6 }
        let isNegative = x.sign == .minus
        if x.isInfinite { return isNegative ? 0 : 5 }
        if x == 0 { return isNegative ? 2 : 3 }
        return isNegative ? 1 : 4
    }

    /// What a letter of a table stands for.
    private static func number(_ letter: UInt8) -> Double {
        switch letter {
        case UInt8(ascii: "+"): .infinity
        case UInt8(ascii: "-"): -.infinity
        case UInt8(ascii: "0"): 0
        case UInt8(ascii: "o"): -0.0
        case UInt8(ascii: "1"): 1
        case UInt8(ascii: "!"): -1
        case UInt8(ascii: "q"): Double.pi / 4
        case UInt8(ascii: "Q"): -Double.pi / 4
        case UInt8(ascii: "h"): Double.pi / 2
        case UInt8(ascii: "H"): -Double.pi / 2
        case UInt8(ascii: "t"): 3 * Double.pi / 4
        case UInt8(ascii: "T"): -3 * Double.pi / 4
        case UInt8(ascii: "P"): Double.pi
        case UInt8(ascii: "M"): -Double.pi
        default: .nan
        }
    }

    // MARK: Tables

    // A row for each kind of real part, in it a pair of letters (real and imaginary part of the result) for each kind of
    // imaginary part, both in the order -infinity, negative, -0, 0, positive, infinity, no number. n is no number, EE a
    // domain error; dots are where both parts are finite.

    static let inverseCosineValues: StaticString = """
        t+P+P+P-P-t-n+
        h+........h-nn
        h+........h-hn
        h+........h-hn
        h+........h-nn
        q+0+0+0-0-q-n+
        n+nnnnnnnnn-nn
        """

    static let inverseHyperbolicSineValues: StaticString = """
        -Q-o-o-0-0-q-n
        -H........-hnn
        -H........-hnn
        +H........+hnn
        +H........+hnn
        +Q+o+o+0+0+q+n
        +nnnnon0nn+nnn
        """

    static let inverseHyperbolicTangentValues: StaticString = """
        oHoHoHohohohon
        oH........ohnn
        oH........ohon
        0H........0h0n
        0H........0hnn
        0H0H0H0h0h0h0n
        0Hnnnnnnnn0hnn
        """

    static let hyperbolicCosineValues: StaticString = """
        EE+++0+o+-EE+n
        EE........EEnn
        EE........EEn0
        EE........EEn0
        EE........EEnn
        EE+-+o+0++EE+n
        nnnnn0n0nnnnnn
        """

    static let exponentialValues: StaticString = """
        000o0o00000000
        EE........EEnn
        EE........EEnn
        EE........EEnn
        EE........EEnn
        EE+-+o+0++EE+n
        nnnnnon0nnnnnn
        """

    /// Of the inverse hyperbolic cosine as well.
    static let logarithmValues: StaticString = """
        +T+M+M+P+P+t+n
        +H........+hnn
        +H........+hnn
        +H........+hnn
        +H........+hnn
        +Q+o+o+0+0+q+n
        +nnnnnnnnn+nnn
        """

    static let hyperbolicSineValues: StaticString = """
        EE---o-0-+EE+n
        EE........EEnn
        EE........EE0n
        EE........EE0n
        EE........EEnn
        EE+-+o+0++EE+n
        nnnnnon0nnnnnn
        """

    static let squareRootValues: StaticString = """
        +-0-0-0+0+++n+
        +-........++nn
        +-........++nn
        +-........++nn
        +-........++nn
        +-+o+o+0+0+++n
        +-nnnnnnnn++nn
        """

    static let hyperbolicTangentValues: StaticString = """
        !0!o!o!0!0!0!0
        EE........EEnn
        EE........EEnn
        EE........EEnn
        EE........EEnn
        101o1o10101010
        nnnnnon0nnnnnn
        """

    static let rectangularValues: StaticString = """
        EE-+-0-o--EE+n
        EE........EEnn
        00........0000
        00........0000
        EE........EEnn
        EE+-+o+0++EE+n
        nnnnn0n0nnnnnn
        """
}
