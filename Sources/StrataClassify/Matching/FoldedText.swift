/// A stretch of a text in the form in which terms are stored, and where its words are: 64 bytes at a time.
///
/// Capitals become small letters, and each ASCII separator a space; bytes beyond ASCII stand as 0xFF, which no term holds,
/// so that whoever compares stops there and looks at the text itself. Behind the stretch stand zeros.
struct FoldedText {
    /// Half-open range of the text's byte offsets.
    let range: Range<Int>
    /// Where the folded byte of offset 0 would stand: offsets are the text's own.
    private let origin: UnsafeRawPointer
    /// A bit for each byte, 64 bytes a number: set where it belongs to a letter or digit. One number more at the end is 0.
    let words: UnsafePointer<UInt64>

    /// How many numbers ``words`` holds, the last one left out.
    var blockCount: Int { Self.blockCount(range.count) }

    /// Folds the stretch for as long as `body` runs.
    static func with<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (FoldedText) -> Result
    ) -> Result {
        let blocks = blockCount(range.count)
        return withUnsafeTemporaryAllocation(byteCount: (blocks + 1) * 72, alignment: 64) { memory in
            guard let base = memory.baseAddress else { preconditionFailure("an allocation that is not empty") }
            let words = (base + (blocks + 1) * 64).assumingMemoryBound(to: UInt64.self)
            fold(bytes, range, to: base, words)
            return body(
                FoldedText(range: range, origin: UnsafeRawPointer(base) - range.lowerBound, words: UnsafePointer(words)))
        }
    }

    private static func blockCount(_ count: Int) -> Int { (count + 63) / 64 }

    @inline(__always)
    subscript(_ offset: Int) -> UInt8 { origin.load(fromByteOffset: offset, as: UInt8.self) }

    /// Eight bytes, the first one lowest.
    @inline(__always)
    func eight(at offset: Int) -> UInt64 {
        origin.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    }

    /// The end of the run of letters and digits that holds the bytes before `block`, which it fills.
    func endOfWord(throughBlock block: Int) -> Int {
        var block = block
        while words[block] == .max { block += 1 }
        return range.lowerBound + block * 64 + (~words[block]).trailingZeroBitCount
    }

    // MARK: Folding

    /// As many bytes as the machine's vectors hold.
    private typealias Lanes = SIMD16<UInt8>

    private static func fold(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to folded: UnsafeMutableRawPointer,
        _ words: UnsafeMutablePointer<UInt64>
    ) {
        var carry = Carry()
        let blocks = blockCount(range.count)
        for block in 0..<blocks {
            let start = range.lowerBound &+ block &* 64
            var mask: UInt64 = 0
            var all = Lanes(repeating: 0)
            for quarter in 0..<4 {
                let lanes = load(bytes, start &+ 16 &* quarter, limit: range.upperBound)
                let (letters, isWord) = fold(lanes)
                folded.storeBytes(of: letters, toByteOffset: block &* 64 &+ quarter &* 16, as: Lanes.self)
                mask |= bits(isWord) &<< UInt64(truncatingIfNeeded: 16 &* quarter)
                all |= lanes
            }
            words[block] =
                isASCII(all) && carry.bytes == 0
                ? mask : patched(mask, bytes, start..<min(start + 64, range.upperBound), &carry)
        }
        (folded + blocks * 64).initializeMemory(as: UInt8.self, repeating: 0, count: 64)
        words[blocks] = 0
    }

    @inline(__always)
    private static func load(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, limit: Int) -> Lanes {
        if start &+ 16 <= limit, let base = bytes.baseAddress {
            return UnsafeRawPointer(base + start).loadUnaligned(as: Lanes.self)
        }
        var lanes = Lanes(repeating: 0)
        for index in start..<max(start, limit) { lanes[index &- start] = bytes[index] }
        return lanes
    }

    /// The bytes folded, and 0xFF for each that is an ASCII letter or digit, else 0.
    @inline(__always)
    private static func fold(_ bytes: Lanes) -> (folded: Lanes, isWord: Lanes) {
        let letters = bytes | (mask((bytes &- 0x41) .< Lanes(repeating: 26)) & 0x20)
        let isSeparator =
            mask((bytes &- 0x09) .< Lanes(repeating: 5)) | mask(bytes .== Lanes(repeating: 0x20))
            | mask(bytes .== Lanes(repeating: 0x2D)) | mask(bytes .== Lanes(repeating: 0x5F))
        let isBeyond = mask(bytes .>= Lanes(repeating: 0x80))
        let isWord =
            mask((letters &- 0x61) .< Lanes(repeating: 26)) | mask((letters &- 0x30) .< Lanes(repeating: 10))
        return ((letters & ~isSeparator) | (isSeparator & 0x20) | isBeyond, isWord)
    }

    @inline(__always)
    private static func mask(_ mask: SIMDMask<SIMD16<Int8>>) -> Lanes { unsafeBitCast(mask, to: Lanes.self) }

    @inline(__always)
    private static func isASCII(_ bytes: Lanes) -> Bool {
        let halves = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
        return (halves[0] | halves[1]) & 0x8080_8080_8080_8080 == 0
    }

    /// One bit for each byte: the multiplication brings those of eight bytes together in the highest.
    @inline(__always)
    private static func bits(_ mask: Lanes) -> UInt64 {
        let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self) & 0x0101_0101_0101_0101
        let low = (halves[0].littleEndian &* 0x0102_0408_1020_4080) &>> 56
        let high = (halves[1].littleEndian &* 0x0102_0408_1020_4080) &>> 56
        return low | high &<< 8
    }

    // MARK: Beyond ASCII

    /// Bytes at the next block's start that end a scalar begun in the last one, and whether it was a word's.
    private struct Carry {
        var bytes = 0
        var isWord = false
    }

    /// Adds the words beyond ASCII to a block's mask.
    @inline(never)
    private static func patched(
        _ ascii: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ block: Range<Int>, _ carry: inout Carry
    ) -> UInt64 {
        var mask = ascii
        var index = block.lowerBound
        while index < block.upperBound {
            if carry.bytes == 0 {
                guard bytes[index] >= 0x80 else {
                    index += 1
                    continue
                }
                let (scalar, length) = Scalars.decode(bytes, at: index)
                carry = Carry(bytes: length, isWord: Scalars.isWord(scalar))
            }
            if carry.isWord { mask |= 1 << UInt64(index - block.lowerBound) }
            carry.bytes -= 1
            index += 1
        }
        return mask
    }
}
