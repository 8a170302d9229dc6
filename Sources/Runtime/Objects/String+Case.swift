import UnicodeData

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Properties of code points that the methods of str ask for, ASCII without a look at the tables.
enum UnicodeText {
    @inline(__always)
    static func isSpace(_ code: UInt32) -> Bool {
        code < 0x80 ? code == 0x20 || code &- 9 < 5 || code &- 0x1c < 4 : UnicodeData.isSpace(code)
    }
    @inline(__always)
    static func isLineBreak(_ code: UInt32) -> Bool {
        code < 0x80 ? code &- 10 < 4 || code &- 0x1c < 3 : UnicodeData.isLineBreak(code)
    }
}

/// The methods of str that change the case, ask for properties, pad and translate.
extension StringMethods {
    // MARK: Case

    /// Applies a mapping of ASCII bytes, or of whole texts when there is more than ASCII.
    @inline(__always)
    private static func mapped(
        _ m: Machine, _ a: Arguments, ascii: (UInt8, Int) -> UInt8,
        narrow: (UnsafeBufferPointer<UInt8>) -> [UInt32], middle: (UnsafeBufferPointer<UInt16>) -> [UInt32],
        wide: (UnsafeBufferPointer<UInt32>) -> [UInt32]
    ) -> Value {
        let string = Str(a[0])
        let count = string.count
        if string.isASCII {
            if count == 0 { return m.runtime.pointee.emptyString }
            if count == 1 { return m.character(UInt32(ascii(string.bytes[0], 0))) }
            let result = m.makeString(count: count, width: 1)
            let source = string.bytes
            let target = result.bytes
            for index in 0..<count { target[index] = ascii(source[index], index) }
            m.finishASCII(result)
            return result.value
        }
        let codes: [UInt32]
        switch string.width {
        case 1: codes = narrow(UnsafeBufferPointer(start: string.bytes, count: count))
        case 2: codes = middle(UnsafeBufferPointer(start: string.units16, count: count))
        default: codes = wide(UnsafeBufferPointer(start: string.units32, count: count))
        }
        return codes.withUnsafeBufferPointer { m.string(codePoints: $0) }
    }

    @inline(__always) static func asciiLower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
    @inline(__always) static func asciiUpper(_ byte: UInt8) -> UInt8 { byte &- 0x61 < 26 ? byte & 0xdf : byte }
    @inline(__always) static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    static func lower(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        mapped(
            m, a, ascii: { byte, _ in asciiLower(byte) }, narrow: UnicodeData.lower, middle: UnicodeData.lower,
            wide: UnicodeData.lower)
    }
    static func upper(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        mapped(
            m, a, ascii: { byte, _ in asciiUpper(byte) }, narrow: UnicodeData.upper, middle: UnicodeData.upper,
            wide: UnicodeData.upper)
    }
    static func casefold(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        mapped(
            m, a, ascii: { byte, _ in asciiLower(byte) }, narrow: UnicodeData.fold, middle: UnicodeData.fold,
            wide: UnicodeData.fold)
    }
    static func swapcase(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        mapped(
            m, a, ascii: { byte, _ in isASCIILetter(byte) ? byte ^ 0x20 : byte }, narrow: UnicodeData.swapCase,
            middle: UnicodeData.swapCase, wide: UnicodeData.swapCase)
    }
    static func capitalize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        mapped(
            m, a, ascii: { byte, index in index == 0 ? asciiUpper(byte) : asciiLower(byte) },
            narrow: UnicodeData.capitalize, middle: UnicodeData.capitalize, wide: UnicodeData.capitalize)
    }
    static func title(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var insideWord = false
        return mapped(
            m, a,
            ascii: { byte, _ in
                let result = insideWord ? asciiLower(byte) : asciiUpper(byte)
                insideWord = isASCIILetter(byte)
                return result
            }, narrow: UnicodeData.title, middle: UnicodeData.title, wide: UnicodeData.title)
    }

    // MARK: Properties

    @inline(__always)
    private static func all(_ a: Arguments, empty: Bool = false, _ test: (UInt32) -> Bool) -> Value {
        let string = Str(a[0])
        if string.count == 0 { return Value(empty) }
        for index in 0..<string.count where !test(string[index]) { return .false }
        return .true
    }

    static func isalpha(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { all(a, UnicodeData.isAlpha) }
    static func isalnum(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { all(a, UnicodeData.isAlphanumeric) }
    static func isdecimal(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { all(a, UnicodeData.isDecimal) }
    static func isdigit(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { all(a, UnicodeData.isDigit) }
    static func isnumeric(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { all(a, UnicodeData.isNumeric) }
    static func isspace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { all(a, UnicodeText.isSpace) }
    static func isascii(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(Str(a[0]).isASCII || Str(a[0]).count == 0)
    }
    static func isprintable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        all(a, empty: true, UnicodeData.isPrintable)
    }

    static func isidentifier(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let string = Str(a[0])
        guard string.count > 0, UnicodeData.isIdentifierStart(string[0]) else { return .false }
        for index in 1..<string.count where !UnicodeData.isIdentifierContinue(string[index]) { return .false }
        return .true
    }

    static func islower(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let string = Str(a[0])
        var found = false
        for index in 0..<string.count {
            let code = string[index]
            if UnicodeData.isUpper(code) || UnicodeData.isTitle(code) { return .false }
            if !found, UnicodeData.isLower(code) { found = true }
        }
        return Value(found)
    }

    static func isupper(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let string = Str(a[0])
        var found = false
        for index in 0..<string.count {
            let code = string[index]
            if UnicodeData.isLower(code) || UnicodeData.isTitle(code) { return .false }
            if !found, UnicodeData.isUpper(code) { found = true }
        }
        return Value(found)
    }

    static func istitle(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let string = Str(a[0])
        var found = false
        var insideWord = false
        for index in 0..<string.count {
            let code = string[index]
            if UnicodeData.isUpper(code) || UnicodeData.isTitle(code) {
                if insideWord { return .false }
                insideWord = true
                found = true
            } else if UnicodeData.isLower(code) {
                if !insideWord { return .false }
                found = true
            } else {
                insideWord = false
            }
        }
        return Value(found)
    }

    // MARK: Padding

    private static func padded(_ m: Machine, _ a: Arguments, _ left: (Int, Int) -> Int) throws(Raise) -> Value {
        let width = try m.sizeArgument(a[1])
        var fill: UInt32 = 0x20
        if a.count > 2 {
            guard a[2].isKind(.string) else {
                throw m.raise(
                    .typeError, "The fill character must be a unicode character, not \(m.typeName(a[2]))")
            }
            guard Str(a[2]).count == 1 else {
                throw m.raise(.typeError, "The fill character must be exactly one character long")
            }
            fill = Str(a[2])[0]
        }
        let string = Str(a[0])
        let missing = width > string.count ? width - string.count : 0
        if missing == 0 { return m.substring(string, 0, string.count) }
        let before = left(missing, width)
        return try m.pad(string, before: before, after: missing - before, fill: fill)
    }

    static func ljust(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try padded(m, a) { _, _ in 0 } }
    static func rjust(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try padded(m, a) { missing, _ in missing }
    }
    static func center(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try padded(m, a) { missing, width in missing / 2 + (missing & width & 1) }
    }

    static func zfill(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let width = try m.sizeArgument(a[1])
        let string = Str(a[0])
        guard width > string.count else { return m.substring(string, 0, string.count) }
        try m.checkSize(width)
        var builder = StringBuilder()
        builder.reserve(width)
        let hasSign = string.count > 0 && (string[0] == 0x2b || string[0] == 0x2d)
        if hasSign { builder.append(codePoint: string[0]) }
        builder.append(codePoint: 0x30, times: width - string.count)
        builder.append(string, from: hasSign ? 1 : 0, to: string.count)
        return builder.finish(m)
    }

    static func expandtabs(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let size = a[1].isUnbound ? 8 : try m.shortArgument(a[1])
        let string = Str(a[0])
        var builder = StringBuilder()
        builder.reserve(string.count)
        var column = 0
        for index in 0..<string.count {
            let code = string[index]
            if code == 9 {
                guard size > 0 else { continue }
                let step = size - column % size
                if builder.count.addingReportingOverflow(step).overflow {
                    builder.discard()
                    throw m.raise(.overflowError, "new string is too long")
                }
                do throws(Raise) {
                    try m.checkSize(builder.count + step)
                } catch {
                    builder.discard()
                    throw error
                }
                builder.append(codePoint: 0x20, times: step)
                column += step
            } else {
                builder.append(codePoint: code)
                column = code == 10 || code == 13 ? 0 : column + 1
            }
        }
        return builder.finish(m)
    }

    // MARK: Translation

    static func maketrans(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let result = m.dict()
        if a.count > 1 { _ = try m.stringArgument(a[1], "maketrans", 2) }
        if a.count > 2 { _ = try m.stringArgument(a[2], "maketrans", 3) }
        if a.count == 1 {
            guard a[0].isKind(.dict), m.typeOf(a[0]) == m.type(.dict) else {
                throw m.raise(.typeError, "if you give only one argument to maketrans it must be a dict")
            }
            for entry in Dict(a[0]).entries {
                let (key, value) = (entry.key, entry.value)
                if m.isInt(key) {
                    try m.dictSet(result, key, value)
                } else if key.isKind(.string) {
                    guard Str(key).count == 1 else {
                        throw m.raise(.valueError, "string keys in translate table must be of length 1")
                    }
                    try m.dictSet(result, Value(small: Int(Str(key)[0])), value)
                } else {
                    throw m.raise(.typeError, "keys in translate table must be strings or integers")
                }
            }
            return result.value
        }
        guard a[0].isKind(.string) else {
            throw m.raise(.typeError, "first maketrans argument must be a string if there is a second argument")
        }
        let from = Str(a[0])
        let to = try m.stringArgument(a[1], "maketrans", 2)
        let removed = a.count > 2 ? try m.stringArgument(a[2], "maketrans", 3) : nil
        guard from.count == to.count else {
            throw m.raise(.valueError, "the first two maketrans arguments must have equal length")
        }
        for index in 0..<from.count {
            try m.dictSet(result, Value(small: Int(from[index])), Value(small: Int(to[index])))
        }
        if let removed {
            for index in 0..<removed.count { try m.dictSet(result, Value(small: Int(removed[index])), .none) }
        }
        return result.value
    }

    static func translate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var builder = StringBuilder()
        do throws(Raise) {
            try translate(m, Str(a[0]), a[1], &builder)
        } catch {
            builder.discard()
            throw error
        }
        return builder.finish(m)
    }

    private static func translate(
        _ m: Machine, _ string: Str, _ table: Value, _ builder: inout StringBuilder
    ) throws(Raise) {
        let isPlainDict = table.isKind(.dict) && m.typeOf(table) == m.type(.dict)
        for index in 0..<string.count {
            let code = string[index]
            let key = Value(small: Int(code))
            var replacement: Value
            if isPlainDict {
                replacement = try m.dictGet(Dict(table), key)
            } else {
                do throws(Raise) {
                    replacement = try m.getItem(table, key)
                } catch {
                    guard m.pendingMatches(.lookupError) else { throw error }
                    m.clearPending()
                    replacement = .unbound
                }
            }
            if replacement.isUnbound {
                builder.append(codePoint: code)
            } else if replacement.isNone {
                continue
            } else if m.isInt(replacement) {
                guard let new = m.intValue(replacement), new >= 0, new < 0x110000 else {
                    throw m.raise(.valueError, "character mapping must be in range(0x110000)")
                }
                builder.append(codePoint: UInt32(new))
            } else if replacement.isKind(.string) {
                builder.append(Str(replacement))
            } else {
                throw m.raise(.typeError, "character mapping must return integer, None or str")
            }
        }
    }
}

extension Machine {
    /// The str with fill characters around it.
    func pad(_ string: Str, before: Int, after: Int, fill: UInt32) throws(Raise) -> Value {
        let (count, overflow) = string.count.addingReportingOverflow(before &+ after)
        let width = max(string.width, fill < 0x100 ? 1 : fill < 0x10000 ? 2 : 4)
        if overflow || before &+ after < 0 { throw raise(.overflowError, "padded string is too long") }
        let (size, tooMuch) = count.multipliedReportingOverflow(by: width)
        try checkSize(tooMuch ? Int.max : size)
        if width == 1 {
            let result = makeString(count: count, width: 1)
            memset(result.base, Int32(fill), before)
            copyBytes(from: string.base, to: result.base + before, string.count)
            memset(result.base + before + string.count, Int32(fill), after)
            if string.isASCII, fill < 0x80 { finishASCII(result) } else { finish(result) }
            return result.value
        }
        var builder = StringBuilder()
        builder.reserve(count)
        builder.append(codePoint: fill, times: before)
        builder.append(string)
        builder.append(codePoint: fill, times: after)
        return builder.finish(self)
    }
}
