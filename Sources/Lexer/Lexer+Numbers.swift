extension Lexer {
    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
    }

    /// Goes over an integer, floating-point or imaginary literal that begins at `position` with a digit or a dot.
    mutating func scanNumber() throws(LexicalError) {
        let start = position
        if bytes[start] == UInt8(ascii: "0") {
            switch bytes[start + 1] | 0x20 {
            case UInt8(ascii: "x"):
                try scanRadixDigits("hexadecimal") { $0.isHexadecimal($1) }
                return
            case UInt8(ascii: "o"):
                try scanRadixDigits("octal") { $1 >= 0x30 && $1 < 0x38 }
                return
            case UInt8(ascii: "b"):
                try scanRadixDigits("binary") { $1 == 0x30 || $1 == 0x31 }
                return
            default:
                try scanZeroes(start)
                return
            }
        }
        if bytes[start] != UInt8(ascii: ".") { try scanDecimalDigits() }
        try scanFractionAndExponent()
    }

    /// Digits with single underscores between them.
    private mutating func scanDecimalDigits() throws(LexicalError) {
        while true {
            while isDigit(bytes[position]) { position += 1 }
            guard bytes[position] == UInt8(ascii: "_") else { return }
            position += 1
            if !isDigit(bytes[position]) { throw error("invalid decimal literal") }
        }
    }

    private mutating func scanFractionAndExponent() throws(LexicalError) {
        if bytes[position] == UInt8(ascii: ".") {
            position += 1
            if isDigit(bytes[position]) { try scanDecimalDigits() }
        }
        if bytes[position] | 0x20 == UInt8(ascii: "e") {
            let exponent = position
            position += 1
            if bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
                if !isDigit(bytes[position]) { throw error("invalid decimal literal") }
            } else if !isDigit(bytes[position]) {
                position = exponent
                try verifyEnd("decimal")
                return
            }
            try scanDecimalDigits()
        }
        if bytes[position] | 0x20 == UInt8(ascii: "j") {
            position += 1
            try verifyEnd("imaginary")
        } else {
            try verifyEnd("decimal")
        }
    }

    private mutating func scanRadixDigits(
        _ name: String, _ accepts: (Lexer, UInt8) -> Bool
    ) throws(LexicalError) {
        position += 2
        repeat {
            if bytes[position] == UInt8(ascii: "_") { position += 1 }
            if !accepts(self, bytes[position]) {
                try rejectDigit(name)
                throw error("invalid \(name) literal")
            }
            while accepts(self, bytes[position]) { position += 1 }
        } while bytes[position] == UInt8(ascii: "_")
        try rejectDigit(name)
        try verifyEnd(name)
    }

    private mutating func rejectDigit(_ name: String) throws(LexicalError) {
        guard isDigit(bytes[position]) else { return }
        let digit = Character(Unicode.Scalar(bytes[position]))
        position += 1
        throw error("invalid digit '\(digit)' in \(name) literal")
    }

    /// A number that begins with 0: zeros only, or the start of a floating-point literal.
    private mutating func scanZeroes(_ start: Int) throws(LexicalError) {
        position += 1
        while true {
            if bytes[position] == UInt8(ascii: "_") {
                position += 1
                if !isDigit(bytes[position]) { throw error("invalid decimal literal") }
            }
            if bytes[position] != UInt8(ascii: "0") { break }
            position += 1
        }
        let zerosEnd = position + 1
        let hasOtherDigits = isDigit(bytes[position])
        if hasOtherDigits { try scanDecimalDigits() }
        let byte = bytes[position]
        let letter = byte | 0x20
        let continues = byte == UInt8(ascii: ".") || letter == UInt8(ascii: "e") || letter == UInt8(ascii: "j")
        if hasOtherDigits && !continues {
            throw LexicalError(
                kind: .syntax,
                message: "leading zeros in decimal integer literals are not permitted; "
                    + "use an 0o prefix for octal integers", line: Int(line), offset: start + 1 - lineStart,
                endOffset: zerosEnd - lineStart)
        }
        try scanFractionAndExponent()
    }

    /// Rejects a letter right behind a number; warns of a keyword there, which is still valid.
    private mutating func verifyEnd(_ name: String) throws(LexicalError) {
        let byte = bytes[position]
        guard Lexer.isIdentifierPart[Int(byte)] else { return }
        let isKeyword: Bool
        switch byte {
        case UInt8(ascii: "a"): isKeyword = follows("nd")
        case UInt8(ascii: "e"): isKeyword = follows("lse")
        case UInt8(ascii: "f"): isKeyword = follows("or")
        case UInt8(ascii: "i"):
            isKeyword = [UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "s")].contains(bytes[position + 1])
        case UInt8(ascii: "n"): isKeyword = follows("ot")
        case UInt8(ascii: "o"): isKeyword = follows("r")
        default: isKeyword = false
        }
        if isKeyword {
            warn("invalid \(name) literal")
        } else if byte < 0x80 {
            throw error("invalid \(name) literal")
        }
    }

    /// Whether a word goes on, and ends, with these letters behind the byte at `position`.
    private func follows(_ letters: StaticString) -> Bool {
        let count = letters.utf8CodeUnitCount
        for index in 0..<count where bytes[position + 1 + index] != letters.utf8Start[index] { return false }
        return !Lexer.isIdentifierPart[Int(bytes[position + 1 + count])]
    }
}
