/// The words of some JDs turned over: word by word, in the order of their bytes, the JDs that hold it and where in them.
///
/// Made on any thread, of few enough JDs to fit the processor's cache; the runs of a batch are merged when it is written.
public final class TextRun: @unchecked Sendable {
    // Unchecked: the memory is written once, before anybody else sees it.
    /// For each word its length and its bytes; for each of its JDs one more than how many rows behind the one before it stands,
    /// then its places as FTS5 writes them, their size first; a zero. All but the bytes of words are varints.
    private let memory: UnsafeMutableBufferPointer<UInt8>
    /// By row, how many words each column has.
    let sizes: [[Int]]

    /// - parameter memory: as told above; it belongs to the run from now on.
    init(_ memory: UnsafeMutableBufferPointer<UInt8>, sizes: [[Int]]) {
        self.memory = memory
        self.sizes = sizes
    }

    deinit { memory.deallocate() }

    /// At the first word.
    var start: Cursor { Cursor(UnsafeBufferPointer(memory)) }

    /// A place in a run: at a word, or behind the last.
    struct Cursor {
        private let bytes: UnsafeBufferPointer<UInt8>
        private var position = 0
        private(set) var word = UnsafeRawBufferPointer(start: nil, count: 0)
        /// The word's first eight bytes, the first of them highest.
        private var prefix: UInt64 = 0
        private(set) var isAtEnd = false

        fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>) {
            self.bytes = bytes
            advance()
        }

        /// Goes on to the next word; those before are done with, each JD of them taken.
        mutating func advance() {
            guard position < bytes.count else {
                isAtEnd = true
                return
            }
            let length = Int(number())
            word = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[position..<position + length]))
            prefix = WordTable.prefix(word)
            position += length
        }

        /// The next JD of the word: how many rows behind the one before, and its places with their size; nil behind the last.
        mutating func next() -> (distance: Int, places: UnsafeBufferPointer<UInt8>)? {
            let distance = Int(number()) - 1
            guard distance >= 0 else { return nil }
            let start = position
            let size = Int(number() >> 1)
            position += size
            return (distance, UnsafeBufferPointer(rebasing: bytes[start..<position]))
        }

        private mutating func number() -> UInt64 {
            var value: UInt64 = 0
            while true {
                let byte = bytes[position]
                position &+= 1
                value = value &<< 7 | UInt64(byte & 0x7F)
                if byte & 0x80 == 0 { return value }
            }
        }

        /// Whether its word comes before the other's in the order of their bytes.
        func precedes(_ other: Cursor) -> Bool {
            guard prefix == other.prefix else { return prefix < other.prefix }
            return word.count > 8 || other.word.count > 8 ? word.lexicographicallyPrecedes(other.word) : false
        }

        func isAtSameWord(as other: Cursor) -> Bool {
            prefix == other.prefix && word.count == other.word.count
                && (word.count <= 8 || word[8...].elementsEqual(other.word[8...]))
        }
    }
}

/// Makes runs of JDs that are on their way into the database; several threads may do so at once.
public struct TextIndexer: Sendable {
    private let kind: Tokenizer.Kind

    init(_ kind: Tokenizer.Kind) { self.kind = kind }

    /// - parameter rows: rejects among them have no words.
    /// - returns: nil where there is no memory for it: the writer then turns the words over itself.
    public func run(of rows: [PreparedRow]) -> TextRun? {
        guard let tokenizer = Tokenizer(kind) else { return nil }
        var postings = Postings()
        let sizes = rows.enumerated().map { index, row in
            guard case .jd(let prepared) = row else { return [Int]() }
            return postings.add(Int64(index), prepared.jd.searchedColumns, tokenizer)
        }
        return TextRun(postings.encoded(byRow: true).bytes, sizes: sizes)
    }
}
