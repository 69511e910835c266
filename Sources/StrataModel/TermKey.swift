/// The form under which two spellings of a term are the same.
///
/// `Scikit-Learn`, `scikit_learn` and `scikit learn` share a key; `C++` and `C#` keep what tells them apart.
public enum TermKey {
    /// Lower case, runs of spaces, hyphens and underscores as one space, none at either end.
    ///
    /// - parameter text: a term or what a user typed; any length.
    public static func fold(_ text: String) -> String {
        foldASCII(text) ?? foldUnicode(text)
    }

    /// The quick way, for the many terms that are ASCII; nil for others.
    private static func foldASCII(_ text: String) -> String? {
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for byte in text.utf8 {
            guard byte < 0x80 else { return nil }
            if isSeparator(Unicode.Scalar(byte)) {
                pendingSpace = !key.isEmpty
                continue
            }
            if pendingSpace {
                key.append(0x20)
                pendingSpace = false
            }
            key.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return String(decoding: key, as: UTF8.self)
    }

    private static func foldUnicode(_ text: String) -> String {
        var key = ""
        key.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if isSeparator(scalar) {
                pendingSpace = !key.isEmpty
                continue
            }
            if pendingSpace {
                key.unicodeScalars.append(" ")
                pendingSpace = false
            }
            append(scalar, to: &key)
        }
        return key
    }

    /// Whether the scalar separates the words of a term: white space, hyphens, underscore.
    public static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0D, 0x2D, 0x5F, 0xA0, 0xAD, 0x2010...0x2015, 0x2000...0x200B, 0x202F, 0x3000: true
        default: false
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to key: inout String) {
        if scalar.isASCII {
            let isUpper = (0x41...0x5A).contains(scalar.value)
            key.unicodeScalars.append(isUpper ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
        } else if scalar.value == 0x2019 {
            key.unicodeScalars.append("'")
        } else {
            key += scalar.properties.lowercaseMapping
        }
    }
}
