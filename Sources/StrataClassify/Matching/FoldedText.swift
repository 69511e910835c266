/// A stretch of a text in the form in which terms are stored, and where its words are: 64 bytes at a time.
///
/// Capitals become small letters, and each ASCII separator a space; bytes beyond ASCII stand as 0xFF, which no term holds,
/// so that whoever compares stops there and looks at the text itself. Before the stretch stand spaces, behind it zeros, which
/// no term holds either.
struct FoldedText {
    /// Half-open range of the text's byte offsets.
    let range: Range<Int>
    /// Where the folded byte of offset 0 would stand, mostly outside the memory itself: offsets are the text's own, and only
    /// those of the stretch, just before and just behind it are asked for.
    private let origin: UnsafeRawPointer
    /// A bit for each byte, 64 bytes a number: set where it belongs to a letter or digit. One number more at the end is 0.
    let words: UnsafePointer<UInt64>

    /// How many numbers ``words`` holds, the last one left out.
    var blockCount: Int { Self.blockCount(range.count) }

    /// Folds the stretch for as long as `body` runs.
    static func with(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (FoldedText) -> Void) {
        let blocks = blockCount(range.count)
        withUnsafeTemporaryAllocation(byteCount: lead + (blocks + 1) * 72, alignment: 16) { memory in
            guard let first = memory.baseAddress else { return }
            first.initializeMemory(as: UInt8.self, repeating: 0x20, count: lead)
            let base = first + lead
            let words = (base + (blocks + 1) * 64).bindMemory(to: UInt64.self, capacity: blocks + 1)
            foldAll(bytes, range, to: base, words)
            body(
                FoldedText(range: range, origin: UnsafeRawPointer(base) - range.lowerBound, words: UnsafePointer(words))
            )
        }
    }

    /// Spaces before the stretch: whoever looks before its first byte sees no mark there.
    private static let lead = 16

    private static func blockCount(_ count: Int) -> Int { (count + 63) / 64 }

    @inline(__always)
    subscript(_ offset: Int) -> UInt8 { origin.load(fromByteOffset: offset, as: UInt8.self) }

    /// Eight bytes, the first one lowest.
    @inline(__always)
    func eight(at offset: Int) -> UInt64 {
        origin.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    }

    /// The first bytes of a word, at most eight, the first one lowest.
    @inline(__always)
    func key(_ start: Int, _ end: Int) -> UInt64 { eight(at: start) & Self.low(min(end &- start, 8)) }

    /// Ones in the lowest bytes, 1 to 8 of them.
    @inline(__always)
    static func low(_ bytes: Int) -> UInt64 { UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* bytes) }

    /// The end of the run of letters and digits that holds the bytes before `block`, which it fills.
    func endOfWord(throughBlock block: Int) -> Int {
        var block = block
        while words[block] == .max { block += 1 }
        return range.lowerBound + block * 64 + (~words[block]).trailingZeroBitCount
    }

    // MARK: Folding

    private static func foldAll(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to folded: UnsafeMutableRawPointer,
        _ words: UnsafeMutablePointer<UInt64>
    ) {
        guard let base = bytes.baseAddress else { return }
        var carry = Carry()
        let full = range.count / 64
        for block in 0..<full {
            let start = range.lowerBound &+ block &* 64
            let (mask, isASCII) = foldBlock(UnsafeRawPointer(base + start), to: folded + block &* 64)
            words[block] =
                isASCII && carry.bytes == 0 ? mask : patched(mask, bytes, start..<start &+ 64, &carry)
        }
        // The rest, filled up with zeros; then zeros, for those who read eight bytes from the last ones on.
        let last = folded + full * 64
        last.initializeMemory(as: UInt8.self, repeating: 0, count: (blockCount(range.count) - full + 1) * 64)
        words[blockCount(range.count)] = 0
        guard range.count % 64 > 0 else { return }
        let start = range.lowerBound + full * 64
        last.copyMemory(from: base + start, byteCount: range.count % 64)
        words[full] = patched(foldBlock(last, to: last).mask, bytes, start..<range.upperBound, &carry)
    }

    /// Folds 64 bytes.
    ///
    /// - returns: a bit for each that is an ASCII letter or digit, and whether all are ASCII.
    @inline(__always)
    private static func foldBlock(
        _ bytes: UnsafeRawPointer, to folded: UnsafeMutableRawPointer
    ) -> (mask: UInt64, isASCII: Bool) {
        var mask: UInt64 = 0
        var all = ByteVector(repeating: 0)
        for quarter in 0..<4 {
            let vector = bytes.loadUnaligned(fromByteOffset: 16 &* quarter, as: ByteVector.self)
            let (letters, isWord) = foldVector(vector)
            folded.storeBytes(of: letters, toByteOffset: 16 &* quarter, as: ByteVector.self)
            mask |= isWord.topBits &<< UInt64(truncatingIfNeeded: 16 &* quarter)
            all |= vector
        }
        return (mask, all.isASCII)
    }

    /// The bytes folded, and 0xFF for each that is an ASCII letter or digit, else 0.
    @inline(__always)
    private static func foldVector(_ bytes: ByteVector) -> (folded: ByteVector, isWord: ByteVector) {
        let letters = bytes | (bytes.isWithin(0x41, 26) & 0x20)
        let isSeparator =
            bytes.isWithin(0x09, 5) | bytes.equals(0x20) | bytes.equals(0x2D) | bytes.equals(0x5F)
        let isBeyond = bytes.isWithin(0x80, 0x80)
        let isWord = letters.isWithin(0x61, 26) | letters.isWithin(0x30, 10)
        return ((letters & ~isSeparator) | (isSeparator & 0x20) | isBeyond, isWord)
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
