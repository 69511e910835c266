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

    /// The text, which is UTF-8, with every stretch mended that is valid UTF-8 once put back into Windows-1252.
    static func mended(_ text: [UInt8]) -> [UInt8] {
        // Twice: some exports went through the mangle two times.
        mendedOnce(text).map { mendedOnce($0) ?? $0 } ?? text
    }

    /// Nil when there is nothing to mend.
    private static func mendedOnce(_ text: [UInt8]) -> [UInt8]? {
        text.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var mended: [UInt8] = []
            var copied = 0
            var position = 0
            while true {
                position = ByteScan.first(0xC3, in: base, from: position, to: bytes.count)
                guard position < bytes.count else { break }
                guard let (character, end) = mangled(bytes, at: position) else {
                    position += 2
                    continue
                }
                mended += bytes[copied..<position]
                mended += character
                (copied, position) = (end, end)
            }
            guard copied > 0 else { return nil }
            return mended + bytes[copied...]
        }
    }

    /// The character that was mangled into those from here on, and where they end.
    ///
    /// Of two-byte sequences only those that begin with Â or Ã count: others are real words too often ("Ä“").
    private static func mangled(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (character: [UInt8], end: Int)? {
        guard start + 1 < bytes.count else { return nil }
        let length: Int
        switch bytes[start + 1] {
        case 0x82, 0x83: length = 2
        case 0xA0...0xAF: length = 3
        case 0xB0...0xB4: length = 4
        default: return nil
        }
        var scalars = bytes[start...].prefix(length * 4).makeIterator()
        var decoder = UTF8()
        var character: [UInt8] = []
        var end = start
        for _ in 0..<length {
            guard case .scalarValue(let scalar) = decoder.decode(&scalars),
                let byte = TextDecoding.windows1252Byte(scalar)
            else { return nil }
            character.append(byte)
            end += UTF8.width(scalar)
        }
        guard let text = String(validating: character, as: UTF8.self), text.unicodeScalars.count == 1 else {
            return nil
        }
        return (character, end)
    }
}
