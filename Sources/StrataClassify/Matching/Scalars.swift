import StrataModel

/// What a scalar is to the matcher: part of a word, a separator, or neither.
enum Scalars {
    /// Letters and digits of any script, with the marks that combine with them.
    ///
    /// Variation selectors and key caps are marks too, but they dress up emoji that serve as bullets.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        case 0x80..<0x800: isWordUnder2048[Int(scalar.value)]
        // Punctuation, arrows, symbols, dingbats: what stands between words in nearly every real text.
        case 0x2000...0x206F, 0x2190...0x2BFF, 0xFE00...0xFE0F: false
        default: hasWordCategory(scalar)
        }
    }

    /// Kept out of line: asking for a category costs every caller that it is built into a place on the stack.
    @inline(never)
    private static func hasWordCategory(_ scalar: Unicode.Scalar) -> Bool { isWord(scalar.properties.generalCategory) }

    /// Decodes the scalar that begins at `index`; an ill-formed byte stands for itself.
    @inline(__always)
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = bytes[index]
        guard first >= 0xC2 else { return (Unicode.Scalar(first), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return (Unicode.Scalar(first), 1) }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset]) & 0x3F }
        return (Unicode.Scalar(value) ?? Unicode.Scalar(first), length)
    }

    /// The index at which the scalar before `index` begins; `index` is above 0.
    @inline(__always)
    static func start(before index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var start = index - 1
        while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The UTF-8 of the scalar as ``TermKey/fold(_:)`` writes it, in the low bytes, first byte lowest.
    static func folded(_ scalar: Unicode.Scalar) -> UInt64 {
        if scalar.value < 0x800 { return foldedUnder2048[Int(scalar.value)] }
        switch scalar.value {
        case 0x2019: return 0x27
        // Quotation marks, dashes, bullets, arrows: what stands in nearly every real text, and has no case.
        case 0x2016...0x202E, 0x2030...0x206F, 0x2190...0x23FF: return utf8(scalar)
        default: return packed(TermKey.fold(String(Character(scalar))))
        }
    }

    /// Three bytes, the first one lowest.
    private static func utf8(_ scalar: Unicode.Scalar) -> UInt64 {
        let value = UInt64(scalar.value)
        return (0xE0 | value >> 12) | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F) << 16
    }

    private static let isWordUnder2048: [Bool] = (0..<0x800).map { value in
        guard let scalar = Unicode.Scalar(UInt32(value)) else { return false }
        // Superscript digits belong to what they stand on: R² is no R.
        return [0xB2, 0xB3, 0xB9].contains(value) || hasWordCategory(scalar)
    }

    private static let foldedUnder2048: [UInt64] = (0..<0x800).map { value in
        Unicode.Scalar(UInt32(value)).map { packed(TermKey.fold(String(Character($0)))) } ?? 0
    }

    private static func isWord(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            true
        default: false
        }
    }

    private static func packed(_ key: String) -> UInt64 {
        var bytes: UInt64 = 0
        for (index, byte) in key.utf8.prefix(8).enumerated() { bytes |= UInt64(byte) << UInt64(8 * index) }
        return bytes
    }
}

/// Classes of ASCII bytes.
enum ASCII {
    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

    @inline(__always)
    static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

    /// White space, hyphen and underscore: what separates the words of a term.
    @inline(__always)
    static func isSeparator(_ byte: UInt8) -> Bool { isSpace(byte) || byte == 0x2D || byte == 0x5F }

    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

    @inline(__always)
    static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a letter or digit begins at `index`; no for the end of the text.
    @inline(__always)
    func isWord(at index: Int) -> Bool {
        guard index < count else { return false }
        let byte = self[index]
        return byte < 0x80 ? ASCII.isWord(byte) : Scalars.isWord(Scalars.decode(self, at: index).scalar)
    }

    /// Whether a letter or digit ends just before `index`; no for the start of the text.
    @inline(__always)
    func isWord(before index: Int) -> Bool {
        guard index > 0 else { return false }
        let byte = self[index - 1]
        if byte < 0x80 { return ASCII.isWord(byte) }
        return Scalars.isWord(Scalars.decode(self, at: Scalars.start(before: index, in: self)).scalar)
    }

    /// The end of the run of letters and digits that begins at `index`, not beyond `limit`.
    @inline(__always)
    func endOfWord(from index: Int, limit: Int) -> Int {
        var end = index
        while end < limit, isWord(at: end) { end += self[end] < 0x80 ? 1 : Scalars.decode(self, at: end).length }
        return end
    }

    /// The start of the run of letters and digits that ends at `index`.
    func startOfWord(to index: Int) -> Int {
        var start = index
        while isWord(before: start) { start = Scalars.start(before: start, in: self) }
        return start
    }

    /// How many scalars the range holds.
    func scalars(in range: Range<Int>) -> Int {
        var count = 0
        for index in range where self[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
