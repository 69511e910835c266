public import StrataModel

/// Finds the terms of a list in a text: folds it once, then looks at its words; the work is as long as the text.
///
/// Terms match as ``TermKey`` folds them: in any case, with any run of spaces, hyphens and underscores between their
/// words, one line break in it at most, as in texts wrapped by hand. They match whole: see ``Boundary``. A term that
/// begins neither with a letter or digit nor with one mark (.NET) before such, or holds a NUL, is never found.
public struct Matcher: @unchecked Sendable {
    // Unchecked: the table's pointers lead into `memory`, which never changes.
    /// A term found.
    public struct Match: Sendable, Hashable {
        /// Its index in the list that the matcher was made of.
        public var term: Int
        /// Half-open range of UTF-8 byte offsets.
        public var span: Range<Int>

        /// A match of the term at the span.
        public init(term: Int, span: Range<Int>) {
            self.term = term
            self.span = span
        }
    }

    /// Which of the terms that overlap are reported.
    public enum Mode: Sendable {
        /// The one that starts first, the longest of those; the search goes on behind it.
        case leftmostLongest
        /// All of them: each start, shortest first.
        case all
    }

    private let memory: ImageMemory
    private let table: TermTable
    private let mode: Mode

    /// - parameter terms: of two that are spelt alike the first is found (both, in mode `all`).
    public init(_ terms: [Term], mode: Mode = .leftmostLongest) {
        var builder = TermTrieBuilder(capacity: terms.count)
        for term in terms { builder.add(term) }
        var writer = ImageWriter()
        TermTable.write(builder, into: &writer)
        let memory = writer.finish().withUnsafeBytes(ImageMemory.init(copying:))
        var reader = ImageReader(trusted: memory)
        self.init(&reader, mode: mode)
    }

    /// The matcher of a table that ``TermTable/write(_:into:)`` wrote.
    init(_ reader: inout ImageReader, mode: Mode) {
        memory = reader.memory
        table = TermTable(&reader)
        self.mode = mode
    }

    /// Whether no number in the table leads astray; for one that came out of a file.
    func isSound(terms: Int) -> Bool { table.isSound(terms: terms) }

    /// The matches in the text, in its order.
    public func matches(in text: String) -> [Match] {
        var matches: [Match] = []
        var text = text
        text.withUTF8 { find(in: $0, range: 0..<$0.count, into: &matches) }
        return matches
    }

    /// Adds the matches that lie within `range` of the text to `matches`, in order.
    ///
    /// - parameter bytes: the whole text in UTF-8; what stands around the range decides on its boundaries.
    public func find(in bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, into matches: inout [Match]) {
        guard !range.isEmpty else { return }
        withExtendedLifetime(memory) {
            FoldedText.with(bytes, range) { folded in
                let scan = Scan(bytes: bytes, folded: folded, table: table, mode: mode)
                var found = MatchList(bytes: range.count)
                var resume = range.lowerBound
                FirstWords.forEach(scan) { word in
                    guard word.start >= resume else { return }
                    let end = scan.look(at: word, from: resume, into: &found)
                    if mode == .leftmostLongest { resume = max(resume, end) }
                }
                matches += found.matches
                found.free()
            }
        }
    }
}
