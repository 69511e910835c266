/// Bytes to text, whatever their encoding.
enum TextDecoding {
    /// Decodes UTF-8; bytes that are none are read as Windows-1252, one by one.
    ///
    /// Real exports mix both within one file, so the decision falls at each byte, not for the file.
    static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var mended: [UInt8] = []
        mended.reserveCapacity(bytes.count + bytes.count / 8)
        var position = 0
        while position < bytes.count {
            let length = sequenceLength(bytes, at: position)
            if length > 0 {
                mended.append(contentsOf: bytes[position..<position + length])
                position += length
            } else {
                UTF8Writer.append(windows1252(bytes[position]), to: &mended)
                position += 1
            }
        }
        return String(decoding: mended, as: UTF8.self)
    }

    /// Decodes an array as `string(_:)` for buffers does.
    static func string(_ bytes: [UInt8]) -> String { bytes.withUnsafeBufferPointer(string) }

    /// How many bytes the UTF-8 sequence has that begins here; 0 when none does.
    static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        let lead = bytes[position]
        func isTail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            position + offset < bytes.count && range.contains(bytes[position + offset])
        }
        switch lead {
        case 0..<0x80: return 1
        case 0xC2...0xDF: return isTail(1) ? 2 : 0
        case 0xE0: return isTail(1, 0xA0...0xBF) && isTail(2) ? 3 : 0
        case 0xED: return isTail(1, 0x80...0x9F) && isTail(2) ? 3 : 0
        case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : 0
        case 0xF0: return isTail(1, 0x90...0xBF) && isTail(2) && isTail(3) ? 4 : 0
        case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
        case 0xF4: return isTail(1, 0x80...0x8F) && isTail(2) && isTail(3) ? 4 : 0
        default: return 0
        }
    }

    /// The scalar that a byte stands for in Windows-1252; the five undefined ones stand for themselves.
    static func windows1252(_ byte: UInt8) -> UInt32 {
        (0x80...0x9F).contains(byte) ? windows1252High[Int(byte) - 0x80] : UInt32(byte)
    }

    /// The byte that a scalar has in Windows-1252, C1 controls standing for themselves; nil when it has none.
    static func windows1252Byte(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x100 { return UInt8(scalar.value) }
        guard let index = windows1252High.firstIndex(of: scalar.value) else { return nil }
        return UInt8(0x80 + index)
    }

    private static let windows1252High: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
