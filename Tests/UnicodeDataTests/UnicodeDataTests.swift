import Testing
import UnicodeData

/// Every code point against the hashes that CPython's functions gave.
@Suite struct AllCodePoints {
    @Test(arguments: expectedHashes.map(\.name))
    func agreesWithCPython(name: String) throws {
        let expected = try #require(expectedHashes.first { $0.name == name })
        let function = try #require(Self.functions[name])
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for code in UInt32(0)..<0x110000 {
            for number in function(code) { hash = (hash ^ UInt64(number)) &* 0x100_0000_01b3 }
        }
        #expect(hash == expected.hash)
    }

    static let functions: [String: @Sendable (UInt32) -> [UInt32]] = [
        "isAlpha": { [UnicodeData.isAlpha($0) ? 1 : 0] },
        "isDecimal": { [UnicodeData.isDecimal($0) ? 1 : 0] },
        "isDigit": { [UnicodeData.isDigit($0) ? 1 : 0] },
        "isNumeric": { [UnicodeData.isNumeric($0) ? 1 : 0] },
        "isAlphanumeric": { [UnicodeData.isAlphanumeric($0) ? 1 : 0] },
        "isSpace": { [UnicodeData.isSpace($0) ? 1 : 0] },
        "isPrintable": { [UnicodeData.isPrintable($0) ? 1 : 0] },
        "isUpper": { [UnicodeData.isUpper($0) ? 1 : 0] },
        "isLower": { [UnicodeData.isLower($0) ? 1 : 0] },
        "isIdentifierStart": { [UnicodeData.isIdentifierStart($0) ? 1 : 0] },
        "isIdentifierContinue": { [UnicodeData.isIdentifierContinue($0) ? 1 : 0] },
        "isLineBreak": { [UnicodeData.isLineBreak($0) ? 1 : 0] },
        "decimalValue": { [UInt32(UnicodeData.decimalValue($0) ?? 255)] },
        "digitValue": { [UInt32(UnicodeData.digitValue($0) ?? 255)] },
        "combiningClass": { [UInt32(UnicodeData.combiningClass($0))] },
        "category": { UnicodeData.category($0).description.unicodeScalars.map(\.value) },
        "fullLower": { codes(UnicodeData.fullLower($0)) },
        "fullUpper": { codes(UnicodeData.fullUpper($0)) },
        "fullTitle": { codes(UnicodeData.fullTitle($0)) },
        "fullFold": { codes(UnicodeData.fullFold($0)) },
        "NFC": { normalize([$0], .nfc) },
        "NFD": { normalize([$0], .nfd) },
        "NFKC": { normalize([$0], .nfkc) },
        "NFKD": { normalize([$0], .nfkd) },
    ]

    static func codes(_ mapping: UnicodeData.Mapping) -> [UInt32] {
        var result: [UInt32] = []
        mapping.append(to: &result)
        return result
    }
}

/// Whole texts: marks out of order, Hangul, final sigmas.
@Suite struct Texts {
    @Test func agreeWithCPython() throws {
        for line in expectedTexts.split(separator: "\n") {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            let text = numbers(fields[1])
            let result = text.withUnsafeBufferPointer { buffer in
                switch fields[0] {
                case "lower": UnicodeData.lower(buffer)
                case "upper": UnicodeData.upper(buffer)
                case "title": UnicodeData.title(buffer)
                case "fold": UnicodeData.fold(buffer)
                case "swapCase": UnicodeData.swapCase(buffer)
                case "capitalize": UnicodeData.capitalize(buffer)
                default:
                    UnicodeData.normalize(buffer, form: .init(rawValue: String(fields[0])) ?? .nfc)
                }
            }
            #expect(result == numbers(fields[2]), "\(line)")
        }
    }

    @Test func identifiersNormalize() {
        #expect(UnicodeData.normalize("ﬁnal", form: .nfkc) == "final")
        #expect(UnicodeData.normalize("plain", form: .nfkc) == "plain")
    }

    @Test func surrogatesAndNumbersOutOfRangeAreHarmless() {
        #expect(normalize([0xd800, 0xffff_ffff, 0x301], .nfc) == [0xd800, 0xffff_ffff, 0x301])
        #expect(!UnicodeData.isAlpha(0xffff_ffff))
        #expect(UnicodeData.category(0xd800).description == "Cs")
    }

    private func numbers(_ field: Substring) -> [UInt32] {
        field.split(separator: " ").compactMap { UInt32($0, radix: 16) }
    }
}

private func normalize(_ codes: [UInt32], _ form: UnicodeData.NormalizationForm) -> [UInt32] {
    codes.withUnsafeBufferPointer { UnicodeData.normalize($0, form: form) }
}
