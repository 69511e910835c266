/// Finds where words start, 64 bytes at a time.
///
/// Term after term can only begin at a word's start, and nine tenths of a text's bytes are none: so the words are
/// found first, sixteen bytes to a comparison, and only their starts are looked at closer.
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
        var mask: UInt64 = 0
        var high: UInt64 = 0
        for quarter in 0..<4 {
            let lanes = raw.loadUnaligned(fromByteOffset: quarter * 16, as: SIMD16<UInt8>.self)
            mask |= Self.wordBits(lanes) << UInt64(quarter * 16)
            high |= Self.bits(lanes .>= 0x80) << UInt64(quarter * 16)
        }
        return high == 0 && carriedBytes == 0 ? mask : patched(mask, high: high, at: offset)
    }

    @inline(__always)
    private static func wordBits(_ lanes: SIMD16<UInt8>) -> UInt64 {
        let letters = ((lanes | 0x20) &- 0x61) .< 26
        let digits = (lanes &- 0x30) .< 10
        return bits(letters .| digits)
    }

    /// The mask as sixteen bits: each byte keeps the bit of its place, a multiplication gathers them.
    @inline(__always)
    private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt64 {
        let places = SIMD16<UInt8>(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)
        let kept = unsafeBitCast(SIMD16<UInt8>.zero.replacing(with: places, where: mask), to: SIMD2<UInt64>.self)
        let gather: UInt64 = 0x0101_0101_0101_0101
        return (kept[0] &* gather) >> 56 | (kept[1] &* gather) >> 56 << 8
    }

    /// Adds the words beyond ASCII to the mask of a full block.
    private mutating func patched(_ ascii: UInt64, high: UInt64, at offset: Int) -> UInt64 {
        var mask = ascii
        var index = 0
        var left = high
        spendCarry(into: &mask, from: &index, upTo: 64)
        left &= index >= 64 ? 0 : ~0 << UInt64(index)
        while left != 0 {
            index = left.trailingZeroBitCount
            add(at: offset, &index, to: &mask)
            left &= index >= 64 ? 0 : ~0 << UInt64(index)
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
