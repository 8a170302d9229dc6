import UnicodeData

/// The characters by their Unicode names, for `\N{…}`.
enum CharacterNames {
    /// The character with a name or a name alias, in any case; sequences of characters have no place in a literal.
    static func scalar(named name: String) -> Unicode.Scalar? {
        let codes = UnicodeData.lookup(name)
        return codes.count == 1 ? Unicode.Scalar(codes[0]) : nil
    }
}
