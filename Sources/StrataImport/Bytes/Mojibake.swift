/// UTF-8 that someone read as Latin-1 or Windows-1252 and saved again: "weâ€™re" for "we’re".
enum Mojibake {
    /// Whether the bytes, which are UTF-8, hold a character that a mangled sequence begins with, and what must follow.
    static func isSuspected(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var position = 0
        while true {
            position = ByteScan.first(0xC3, in: base, from: position, to: bytes.count)
            guard position + 3 < bytes.count else { return false }
            // U+00C2 and U+00C3 lead two bytes, U+00E0 to U+00EF three, U+00F0 to U+00F4 four.
            switch bytes[position + 1] {
            case 0x82, 0x83: if areTails(bytes, from: position + 2, count: 1) { return true }
            case 0xA0...0xAF: if areTails(bytes, from: position + 2, count: 2) { return true }
            case 0xB0...0xB4: if areTails(bytes, from: position + 2, count: 3) { return true }
            default: break
            }
            position += 2
        }
    }

    /// Whether characters follow that stand for the bytes 80 to BF in Windows-1252 or Latin-1.
    private static func areTails(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, count: Int) -> Bool {
        var position = start
        for _ in 0..<count {
            guard position < bytes.count else { return false }
            switch bytes[position] {
            case 0xC2, 0xC5, 0xC6, 0xCB: position += 2
            case 0xE2: position += 3
            default: return false
            }
        }
        return true
    }

    /// The text with every stretch mended that is valid UTF-8 once put back into Windows-1252.
    static func mended(_ text: String) -> String {
        // Twice: some exports went through the mangle two times.
        let once = mendedOnce(text)
        return once == text ? text : mendedOnce(once)
    }

    private static func mendedOnce(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var mended = String.UnicodeScalarView()
        var position = 0
        while position < scalars.count {
            if let (scalar, length) = mangled(scalars, at: position) {
                mended.append(scalar)
                position += length
            } else {
                mended.append(scalars[position])
                position += 1
            }
        }
        return String(mended)
    }

    /// The scalar that was mangled into the scalars from here on, and how many there are.
    ///
    /// Of two-byte sequences only those that begin with Â or Ã count: others are real words too often ("Ä“").
    private static func mangled(_ scalars: [Unicode.Scalar], at start: Int) -> (Unicode.Scalar, Int)? {
        let length: Int
        switch scalars[start].value {
        case 0xC2, 0xC3: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        guard start + length <= scalars.count else { return nil }
        var bytes: [UInt8] = []
        for scalar in scalars[start..<start + length] {
            guard let byte = TextDecoding.windows1252Byte(scalar) else { return nil }
            bytes.append(byte)
        }
        guard let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first,
            text.unicodeScalars.count == 1
        else { return nil }
        return (scalar, length)
    }
}
