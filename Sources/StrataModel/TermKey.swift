/// The form under which two spellings of a term are the same.
///
/// `Scikit-Learn`, `scikit_learn` and `scikit learn` share a key; `C++` and `C#` keep what tells them apart.
public enum TermKey {
    /// Lower case, runs of spaces, hyphens and underscores as one space, none at either end.
    ///
    /// - parameter text: a term or what a user typed; any length.
    public static func fold(_ text: String) -> String {
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        fold(text, into: &key)
        return String(decoding: key, as: UTF8.self)
    }

    /// Appends the key's UTF-8 bytes, without making a String of them.
    ///
    /// - parameter keepingCase: leaves capitals as they are; the rest is folded.
    public static func fold(_ text: String, into key: inout [UInt8], keepingCase: Bool = false) {
        let start = key.count
        let isASCII = text.utf8.withContiguousStorageIfAvailable { appendASCII($0, to: &key, keepingCase) } ?? false
        if isASCII { return }
        key.removeLast(key.count - start)
        appendUnicode(text, to: &key, keepingCase)
    }

    /// The quick way, for the many terms that are ASCII; stops and returns false at the first that is not.
    private static func appendASCII(
        _ text: UnsafeBufferPointer<UInt8>, to key: inout [UInt8], _ keepingCase: Bool
    ) -> Bool {
        let start = key.count
        var pendingSpace = false
        for byte in text {
            guard byte < 0x80 else { return false }
            // White space, hyphen and underscore: ``isSeparator(_:)`` in ASCII.
            if byte == 0x20 || byte == 0x2D || byte == 0x5F || (0x09...0x0D).contains(byte) {
                pendingSpace = key.count > start
                continue
            }
            if pendingSpace { key.append(0x20) }
            pendingSpace = false
            key.append(!keepingCase && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return true
    }

    private static func appendUnicode(_ text: String, to key: inout [UInt8], _ keepingCase: Bool) {
        let start = key.count
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if isSeparator(scalar) {
                pendingSpace = key.count > start
                continue
            }
            if pendingSpace { key.append(0x20) }
            pendingSpace = false
            if scalar.value == 0x2019 {
                key.append(0x27)
            } else if keepingCase {
                key += String(Character(scalar)).utf8
            } else {
                key += scalar.properties.lowercaseMapping.utf8
            }
        }
    }

    /// Whether the scalar separates the words of a term: white space, hyphens, underscore.
    public static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0D, 0x2D, 0x5F, 0xA0, 0xAD, 0x2010...0x2015, 0x2000...0x200B, 0x202F, 0x3000: true
        default: false
        }
    }
}
