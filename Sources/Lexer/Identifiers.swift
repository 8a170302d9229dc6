import UnicodeData

/// The rules of identifiers outside ASCII (PEP 3131): which characters they have, and their normal form NFKC.
enum Identifiers {
    static func isStart(_ scalar: Unicode.Scalar) -> Bool { UnicodeData.isIdentifierStart(scalar.value) }

    static func isPart(_ scalar: Unicode.Scalar) -> Bool { UnicodeData.isIdentifierContinue(scalar.value) }

    /// Whether `str.isprintable` accepts the character.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool { UnicodeData.isPrintable(scalar.value) }

    static func normalized(_ text: String) -> String { UnicodeData.normalize(text, form: .nfkc) }
}

/// Properties of characters that the tree's dump needs.
public enum CharacterProperties {
    /// Whether `str.isprintable` accepts the character.
    public static func isPrintable(_ scalar: Unicode.Scalar) -> Bool { Identifiers.isPrintable(scalar) }
}
