/// Character references in text that holds no tags: "R&amp;D", "&#x2F;". With tags libxml2 does it.
enum Entities {
    /// Whether a reference begins in the bytes.
    static func areFound(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var position = 0
        while true {
            position = ByteScan.first(0x26, in: base, from: position, to: bytes.count)
            guard position < bytes.count else { return false }
            if reference(bytes, at: position) != nil { return true }
            position += 1
        }
    }

    /// The bytes with every reference resolved once; NBSP becomes a space.
    static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            if bytes[position] == 0x26, let (scalar, length) = reference(bytes, at: position) {
                UTF8Writer.append(scalar == 0xA0 ? 0x20 : scalar, to: &result)
                position += length
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return result
    }

    /// The scalar of the reference that begins here, and its length in bytes.
    private static func reference(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (UInt32, Int)? {
        var end = start + 1
        while end < bytes.count, end - start <= 12, bytes[end] != 0x3B {
            let byte = bytes[end]
            let isPart = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            guard isPart || byte == 0x23 && end == start + 1 else { return nil }
            end += 1
        }
        guard end < bytes.count, bytes[end] == 0x3B, end > start + 1 else { return nil }
        let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        guard let scalar = scalar(named: name) else { return nil }
        return (scalar, end - start + 1)
    }

    private static func scalar(named name: String) -> UInt32? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        guard let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits), value > 0 else {
            return nil
        }
        // As browsers do: numbers of C1 controls mean the characters of Windows-1252.
        if (0x80...0x9F).contains(value) { return TextDecoding.windows1252(UInt8(value)) }
        return Unicode.Scalar(value) == nil ? 0xFFFD : value
    }

    private static let named: [String: UInt32] = [
        "amp": 0x26, "AMP": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "ndash": 0x2013,
        "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D,
        "bdquo": 0x201E, "bull": 0x2022, "middot": 0xB7, "hellip": 0x2026, "trade": 0x2122, "reg": 0xAE, "copy": 0xA9,
        "euro": 0x20AC, "pound": 0xA3, "yen": 0xA5, "cent": 0xA2, "sect": 0xA7, "deg": 0xB0, "plusmn": 0xB1,
        "times": 0xD7, "frac12": 0xBD, "frac14": 0xBC, "laquo": 0xAB, "raquo": 0xBB, "lsaquo": 0x2039, "rsaquo": 0x203A,
        "auml": 0xE4, "ouml": 0xF6, "uuml": 0xFC, "Auml": 0xC4, "Ouml": 0xD6, "Uuml": 0xDC, "szlig": 0xDF,
        "eacute": 0xE9, "egrave": 0xE8, "ecirc": 0xEA, "euml": 0xEB, "agrave": 0xE0, "aacute": 0xE1, "acirc": 0xE2,
        "aring": 0xE5, "aelig": 0xE6, "ccedil": 0xE7, "iacute": 0xED, "icirc": 0xEE, "iuml": 0xEF, "ntilde": 0xF1,
        "oacute": 0xF3, "ocirc": 0xF4, "oslash": 0xF8, "uacute": 0xFA, "ugrave": 0xF9, "ucirc": 0xFB, "Eacute": 0xC9,
        "Agrave": 0xC0, "Aacute": 0xC1, "Ccedil": 0xC7, "Oacute": 0xD3, "Ntilde": 0xD1, "Aring": 0xC5, "Oslash": 0xD8,
        "oelig": 0x153, "iexcl": 0xA1, "iquest": 0xBF, "ensp": 0x20, "emsp": 0x20, "thinsp": 0x20, "zwj": 0x200D,
        "zwnj": 0x200C, "shy": 0xAD, "rarr": 0x2192, "larr": 0x2190, "check": 0x2713, "ge": 0x2265, "le": 0x2264,
        "ne": 0x2260, "para": 0xB6, "lbrace": 0x7B, "rbrace": 0x7D, "lpar": 0x28, "rpar": 0x29, "comma": 0x2C,
        "period": 0x2E, "colon": 0x3A, "sol": 0x2F, "num": 0x23, "percnt": 0x25, "plus": 0x2B, "excl": 0x21,
        "quest": 0x3F, "NewLine": 0x0A, "Tab": 0x09, "ocy": 0x43E, "sup2": 0xB2, "sup3": 0xB3, "ordm": 0xBA,
    ]
}
