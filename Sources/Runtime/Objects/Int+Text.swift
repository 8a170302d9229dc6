import UnicodeData

/// Ints to text and back: `repr`, the argument of `int`, and the limit on digits ("Integer string
/// conversion length limitation" in the library reference).
extension Machine {
    // MARK: To text

    /// `repr` of an int.
    func intText(_ value: Value) throws(Raise) -> Value {
        if let word = intValue(value) { return wordText(word) }
        let bits = bitLength(value)
        let limit = runtime.pointee.maximumTextDigits
        // Every digit has more than 3.3 bits: a number that is far too long is refused before the work is done.
        if limit > 0, bits > 3000, bits / 4 > limit { throw raiseTooManyDigits() }
        return try withDigits(of: value, base: 10) { (isNegative, digits) throws(Raise) in
            if limit > 0, digits.count > limit { throw raiseTooManyDigits() }
            let count = digits.count + (isNegative ? 1 : 0)
            let result = makeString(count: count, width: 1)
            if isNegative { result.bytes[0] = 0x2d }
            if let base = digits.baseAddress {
                (result.bytes + (count - digits.count)).update(from: base, count: digits.count)
            }
            finishASCII(result)
            return result.value
        }
    }

    /// The decimal text of a word.
    func wordText(_ word: Int) -> Value {
        if word >= 0, word < 10 { return character(0x30 + UInt32(word)) }
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        return withUnsafeMutableBytes(of: &digits) { room in
            guard let base = room.baseAddress else { return .none }
            var start = writeDecimal(word.magnitude, room)
            if word < 0 {
                start &-= 1
                base.storeBytes(of: 0x2d, toByteOffset: start, as: UInt8.self)
            }
            let count = room.count &- start
            let result = makeString(count: count, width: 1)
            copyBytes(from: base + start, to: result.base, count)
            finishASCII(result)
            return result.value
        }
    }

    /// Raises ValueError if an int has more decimal digits than `sys.set_int_max_str_digits` allows.
    func checkIntTextLimit(_ value: Value) throws(Raise) {
        let limit = runtime.pointee.maximumTextDigits
        guard limit > 0, value.isKind(.bigInt) else { return }
        let bits = bitLength(value)
        if bits / 4 > limit { throw raiseTooManyDigits() }
        if bits / 3 + 1 <= limit { return }
        _ = try withDigits(of: value, base: 10) { (_, digits) throws(Raise) in
            if digits.count > limit { throw raiseTooManyDigits() }
            return .none
        }
    }

    private func raiseTooManyDigits() -> Raise {
        let limit = runtime.pointee.maximumTextDigits
        return raise(
            .valueError,
            "Exceeds the limit (\(limit) digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
        )
    }

    // MARK: From text

    /// The int that a text stands for. `source` is the object that the message shows.
    func parseInt(_ text: UnsafeBufferPointer<UInt8>, base: Int, source: Value) throws(Raise) -> Value {
        guard let scanned = IntegerText.scan(text, base: base) else { throw raiseInvalidInt(source, base: base) }
        let limit = runtime.pointee.maximumTextDigits
        if scanned.isLimited, limit > 0, scanned.digitCount > limit, scanned.digitCount > 640 {
            throw raise(
                .valueError,
                "Exceeds the limit (\(limit) digits) for integer string conversion: value has \(scanned.digitCount) digits; use sys.set_int_max_str_digits() to increase the limit"
            )
        }
        if scanned.digits.isEmpty { return int(scanned.small, isNegative: scanned.isNegative) }
        return try int(Natural(digits: scanned.digits, base: scanned.base), isNegative: scanned.isNegative)
    }

    private func raiseInvalidInt(_ source: Value, base: Int) -> Raise {
        let shown = source.isKind(.string) ? source : byteBuffer(source).map { bytes($0) } ?? source
        var text = reprText(shown)
        if text.unicodeScalars.count > 200 { text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(200))) }
        return raise(.valueError, "invalid literal for int() with base \(base): \(text)")
    }

    /// `int(text, base)` for a str.
    func parseInt(_ string: Str, base: Int) throws(Raise) -> Value {
        if string.isASCII {
            // The text is short-lived memory of the cell itself: scanning calls no script.
            return try parseInt(
                UnsafeBufferPointer(start: string.bytes, count: string.count), base: base, source: string.value)
        }
        return try Machine.numberText(string).withUnsafeBufferPointer { (buffer) throws(Raise) in
            try parseInt(buffer, base: base, source: string.value)
        }
    }

    /// The ASCII form of a text that may be a number: decimal digits of any script as ASCII ones, any white space as
    /// spaces, everything else that is not ASCII as a question mark.
    static func numberText(_ string: Str) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(string.count)
        for index in 0..<string.count {
            let code = string[index]
            if code < 0x80 {
                result.append(UInt8(code))
            } else if UnicodeData.isSpace(code) {
                result.append(0x20)
            } else if let digit = UnicodeData.decimalValue(code) {
                result.append(UInt8(0x30 + digit))
            } else {
                result.append(0x3f)
                break
            }
        }
        return result
    }
}
