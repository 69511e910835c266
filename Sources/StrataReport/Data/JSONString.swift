/// The inside of a JSON string.
enum JSONString {
    /// Appends the text with escapes for what JSON forbids, and for what acts on a terminal or a script or is not seen:
    /// all control characters, U+2028 and U+2029, bidirectional marks and overrides, byte order marks.
    ///
    /// - parameter text: valid UTF-8.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var copied = 0
        var index = 0
        while index < text.count {
            if isPlain(text, at: index) {
                index += 8
                continue
            }
            let byte = text[index]
            if isOrdinary(byte) {
                index += 1
                continue
            }
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
            if let value = scalar(text, at: index, length: length), isEscaped(value) {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
                appendEscape(value, to: &output)
                copied = index + length
            }
            index += length
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
    }

    /// Whether the next 8 bytes are printable ASCII without quote or backslash: most of any English text.
    @inline(__always)
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + 8 <= text.count else { return false }
        let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // "Hacker's Delight": a byte below n, here 0x20 or (for equality) 1, borrows into its top bit.
        let isBelow = (word &- every * 0x20) & ~word
        return (word | isBelow | equal(word, 0x22) | equal(word, 0x5C) | equal(word, 0x7F)) & every * 0x80 == 0
    }

    /// 1 in each byte.
    private static var every: UInt64 { 0x0101_0101_0101_0101 }

    /// The top bit is set somewhere if, and only if, one of the bytes equals the one given.
    @inline(__always)
    private static func equal(_ word: UInt64, _ byte: UInt64) -> UInt64 {
        let difference = word ^ every * byte
        return (difference &- every) & ~difference
    }

    /// Whether the byte never starts anything to escape.
    private static func isOrdinary(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00..<0x20, 0x22, 0x5C, 0x7F: false
        // First bytes of U+0080...U+00BF, U+0600...U+063F, U+1000...U+2FFF and U+F000...U+FFFF.
        case 0xC2, 0xD8, 0xE1, 0xE2, 0xEF: false
        default: true
        }
    }

    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> UInt16? {
        guard index + length <= text.count else { return nil }
        let byte = UInt16(text[index])
        switch length {
        case 1: return byte
        case 2: return (byte & 0x1F) << 6 | UInt16(text[index + 1] & 0x3F)
        default: return (byte & 0x0F) << 12 | UInt16(text[index + 1] & 0x3F) << 6 | UInt16(text[index + 2] & 0x3F)
        }
    }

    private static func isEscaped(_ value: UInt16) -> Bool {
        switch value {
        case 0x22, 0x5C, 0x2028, 0x2029: true
        default: Unicode.Scalar(value).map(TerminalText.isHidden) ?? false
        }
    }

    private static func appendEscape(_ value: UInt16, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\\"))
        switch value {
        case 0x22, 0x5C: output.append(UInt8(value))
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        default:
            output.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] {
                let digit = UInt8(value >> UInt16(shift) & 0xF)
                output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}
