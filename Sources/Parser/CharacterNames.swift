/// The characters by their Unicode names, for `\N{…}`.
enum CharacterNames {
    /// The character with a name or a name alias, in any case.
    static func scalar(named name: String) -> Unicode.Scalar? {
        let upper = name.uppercased()
        if let code = code(upper, prefix: "CJK UNIFIED IDEOGRAPH-"), let scalar = Unicode.Scalar(code),
            scalar.properties.generalCategory == .otherLetter
        {
            return scalar
        }
        return table[upper]
    }

    private static func code(_ name: String, prefix: String) -> UInt32? {
        guard name.hasPrefix(prefix) else { return nil }
        return UInt32(name.dropFirst(prefix.count), radix: 16)
    }

    /// Made at the first use; ideographs have computed names and are left out.
    private static let table: [String: Unicode.Scalar] = {
        var table: [String: Unicode.Scalar] = [:]
        for range: ClosedRange<UInt32> in [
            0...0x33FF, 0x4DC0...0x4DFF, 0xA000...0xFFFF, 0x1_0000...0x1_FFFF,
            0x2_F800...0x2_FA1F, 0xE_0000...0xE_01EF,
        ] {
            for code in range {
                guard let scalar = Unicode.Scalar(code) else { continue }
                let properties = scalar.properties
                if let name = properties.name { table[name] = scalar }
                if let alias = properties.nameAlias, table[alias] == nil { table[alias] = scalar }
            }
        }
        return table
    }()
}
