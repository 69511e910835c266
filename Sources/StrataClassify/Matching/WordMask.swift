/// Finds where words start, 64 bytes at a time.
///
/// Term after term can only begin at a word's start, and nine tenths of a text's bytes are none: so the words are
/// found first, eight bytes to a calculation, and only their starts are looked at closer.
struct WordMask {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Bytes at the next block's start that end a scalar begun in the last one, and whether it was a word's.
    private var carriedBytes = 0
    private var carriedIsWord = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// One bit for each of the 64 bytes from `offset`: set where the byte belongs to a letter or digit.
    ///
    /// Blocks are asked for in order; bytes from `limit` on count as none.
    @inline(__always)
    mutating func block(at offset: Int, limit: Int) -> UInt64 {
        guard offset + 64 <= limit, let base = bytes.baseAddress else { return tail(at: offset, limit: limit) }
        let raw = UnsafeRawPointer(base + offset)
        var columns: UInt64 = 0
        var high: UInt64 = 0
        for eighth in 0..<8 {
            let lanes = raw.loadUnaligned(fromByteOffset: eighth * 8, as: UInt64.self).littleEndian
            columns |= Self.wordBytes(lanes) >> UInt64(7 - eighth)
            high |= lanes
        }
        let mask = Self.transposed(columns)
        return high & Self.topBits == 0 && carriedBytes == 0 ? mask : patched(mask, at: offset)
    }

    private static let topBits: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The top bit of each of eight bytes: set for an ASCII letter or digit.
    ///
    /// Adding 0x80 less a bound carries into the top bit from the bound on; bytes are kept below 0x80 before, so that
    /// nothing carries into the next byte.
    @inline(__always)
    private static func wordBytes(_ lanes: UInt64) -> UInt64 {
        let low = lanes & ~topBits
        let folded = low | 0x20 &* ones
        let letters = (folded &+ (0x80 - 0x61) &* ones) & ~(folded &+ (0x80 - 0x7B) &* ones)
        let digits = (low &+ (0x80 - 0x30) &* ones) & ~(low &+ (0x80 - 0x3A) &* ones)
        return (letters | digits) & topBits & ~lanes
    }

    /// Swaps rows and columns of eight by eight bits: bit k of byte i becomes bit i of byte k.
    @inline(__always)
    private static func transposed(_ bits: UInt64) -> UInt64 {
        var bits = bits
        var moved = (bits ^ bits >> 7) & 0x00AA_00AA_00AA_00AA
        bits ^= moved ^ moved << 7
        moved = (bits ^ bits >> 14) & 0x0000_CCCC_0000_CCCC
        bits ^= moved ^ moved << 14
        moved = (bits ^ bits >> 28) & 0x0000_0000_F0F0_F0F0
        return bits ^ moved ^ moved << 28
    }

    /// Adds the words beyond ASCII to the mask of a full block.
    @inline(never)
    private mutating func patched(_ ascii: UInt64, at offset: Int) -> UInt64 {
        var mask = ascii
        var index = 0
        spendCarry(into: &mask, from: &index, upTo: 64)
        while index < 64 {
            if bytes[offset + index] >= 0x80 { add(at: offset, &index, to: &mask) } else { index += 1 }
        }
        return mask
    }

    /// The text's last bytes, one by one.
    private mutating func tail(at offset: Int, limit: Int) -> UInt64 {
        var mask: UInt64 = 0
        var index = 0
        let count = min(64, limit - offset)
        spendCarry(into: &mask, from: &index, upTo: count)
        while index < count {
            let byte = bytes[offset + index]
            if byte >= 0x80 {
                add(at: offset, &index, to: &mask)
            } else {
                if ASCII.isWord(byte) { mask |= 1 << UInt64(index) }
                index += 1
            }
        }
        return mask
    }

    private mutating func spendCarry(into mask: inout UInt64, from index: inout Int, upTo count: Int) {
        while carriedBytes > 0, index < count {
            if carriedIsWord { mask |= 1 << UInt64(index) }
            index += 1
            carriedBytes -= 1
        }
    }

    private mutating func add(at offset: Int, _ index: inout Int, to mask: inout UInt64) {
        let (scalar, length) = Scalars.decode(bytes, at: offset + index)
        carriedIsWord = Scalars.isWord(scalar)
        carriedBytes = length
        spendCarry(into: &mask, from: &index, upTo: 64)
    }
}
