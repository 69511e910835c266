/// The words of a text as numbers: equal words have equal ones on every machine, whatever their case and punctuation.
///
/// A word is a run of letters and digits. Where a script writes no spaces, each letter is a word of its own.
enum WordHashes {
    /// Hands over the words of a text in their order.
    @inline(__always)
    static func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
        guard !bytes.isEmpty else { return }
        FoldedText.with(bytes, 0..<bytes.count) { folded in
            let blocks = folded.blockCount
            var block = 0
            var bits = folded.words[0]
            while true {
                while bits == 0 {
                    block += 1
                    guard block < blocks else { return }
                    bits = folded.words[block]
                }
                let start = block &* 64 &+ bits.trailingZeroBitCount
                // The first byte after the word that is none of its own: filled up from below, the lowest 0 is it.
                let rest = ~(bits | ((bits & (~bits &+ 1)) &- 1))
                let end: Int
                if rest != 0 {
                    end = block &* 64 &+ rest.trailingZeroBitCount
                } else {
                    end = folded.endOfWord(throughBlock: block &+ 1)
                    block = end / 64
                    guard block < blocks else {
                        hash(folded, bytes, start, end, body)
                        return
                    }
                }
                hash(folded, bytes, start, end, body)
                bits = folded.words[block] & (UInt64.max &<< UInt64(truncatingIfNeeded: end))
            }
        }
    }

    /// The words of a text in their order.
    static func all(of text: String) -> [UInt64] {
        var text = text
        return text.withUTF8 { bytes in
            var words: [UInt64] = []
            forEach(in: bytes) { words.append($0) }
            return words
        }
    }

    @inline(__always)
    private static func hash(
        _ folded: FoldedText, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ body: (UInt64) -> Void
    ) {
        if let hash = hash(ofASCII: folded, start, end) { body(hash) } else { split(folded, bytes, start, end, body) }
    }

    /// - returns: nil for a word that is not of ASCII alone.
    @inline(__always)
    private static func hash(ofASCII folded: FoldedText, _ start: Int, _ end: Int) -> UInt64? {
        var all = folded.key(start, end)
        var hash = seed ^ mixed(all)
        var next = start &+ 8
        while next < end {
            let eight = folded.key(next, end)
            all |= eight
            hash = mixed(hash ^ eight)
            next &+= 8
        }
        // Bytes beyond ASCII are folded to 0xFF.
        return all & 0x8080_8080_8080_8080 == 0 ? hash : nil
    }

    /// Looks at a word scalar by scalar: letters of a script without spaces are words of their own.
    @inline(never)
    private static func split(
        _ folded: FoldedText, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ body: (UInt64) -> Void
    ) {
        var (word, index) = (start, start)
        func endWord() {
            if word < index { body(hash(ofASCII: folded, word, index) ?? hash(ofScalars: bytes, word, index)) }
        }
        while index < end {
            let (scalar, length) = Scalars.decode(bytes, at: index)
            if isWrittenWithoutSpaces(scalar) {
                endWord()
                body(mixed(seed ^ UInt64(scalar.value)))
                word = index + length
            }
            index += length
        }
        endWord()
    }

    private static func hash(ofScalars bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        var hash = seed
        var index = start
        while index < end {
            let (scalar, length) = Scalars.decode(bytes, at: index)
            hash = mixed(hash ^ Scalars.folded(scalar))
            index += length
        }
        return hash
    }

    /// Thai, Lao, Khmer, Burmese; kana and ideographs.
    private static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }

    private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// A multiplication and a shift: each bit of the word changes half of the upper ones.
    @inline(__always)
    static func mixed(_ value: UInt64) -> UInt64 {
        let product = value &* 0xFF51_AFD7_ED55_8CCD
        return product ^ product &>> 32
    }
}
