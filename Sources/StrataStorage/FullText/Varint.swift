/// SQLite's integers of one to nine bytes: seven bits a byte, the highest first, all eight in a ninth.
extension [UInt8] {
    @inline(__always)
    mutating func appendVarint(_ value: UInt64) {
        if value < 0x80 { return append(UInt8(truncatingIfNeeded: value)) }
        if value < 0x4000 {
            append(UInt8(truncatingIfNeeded: value &>> 7) | 0x80)
            return append(UInt8(truncatingIfNeeded: value) & 0x7F)
        }
        appendLongVarint(value)
    }

    @inline(never)
    private mutating func appendLongVarint(_ value: UInt64) {
        if value >> 56 != 0 {
            for shift in stride(from: UInt64(57), through: 8, by: -7) {
                append(UInt8(truncatingIfNeeded: value >> shift) | 0x80)
            }
            return append(UInt8(truncatingIfNeeded: value))
        }
        var shift: UInt64 = 49
        while value >> shift == 0 { shift -= 7 }
        while shift > 0 {
            append(UInt8(truncatingIfNeeded: value >> shift) | 0x80)
            shift -= 7
        }
        append(UInt8(truncatingIfNeeded: value) & 0x7F)
    }
}

/// Reads varints of a record one after the other.
struct VarintReader {
    private let bytes: [UInt8]
    private var index: Int

    init(_ bytes: [UInt8], from index: Int = 0) {
        self.bytes = bytes
        self.index = index
    }

    /// The next one; nil where the bytes end.
    mutating func next() -> UInt64? {
        bytes.withUnsafeBytes { ListBytes.varint($0, &index, $0.count) }
    }
}

/// Reads varints in place, as the lists of a page have them.
enum ListBytes {
    /// - parameter end: where the bytes end.
    /// - returns: nil where they end too soon.
    @inline(__always)
    static func varint(_ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ end: Int) -> UInt64? {
        guard place < end else { return nil }
        var byte = bytes[place]
        place += 1
        if byte < 0x80 { return UInt64(byte) }
        var value = UInt64(byte & 0x7F)
        for count in 1..<9 {
            guard place < end else { return nil }
            byte = bytes[place]
            place += 1
            if count == 8 { return value << 8 | UInt64(byte) }
            value = value << 7 | UInt64(byte & 0x7F)
            if byte < 0x80 { return value }
        }
        return value
    }
}
