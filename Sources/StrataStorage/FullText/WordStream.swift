/// Words on their way from the tokenizer into a batch, each with its number and its place.
struct WordStream {
    /// A word's occurrence.
    struct Item: BitwiseCopyable {
        var word: UInt32
        var place: Place
    }

    /// Where a word stands in a JD. Four bits of the column, from the highest, the first of them set in what is removed; then
    /// its position in the column.
    struct Place: BitwiseCopyable {
        var bits: UInt32

        init(column: Int, isRemoved: Bool) {
            bits = UInt32(column) << Self.columnShift | (isRemoved ? Self.removed : 0)
        }

        private static let columnShift: UInt32 = 28
        private static let removed: UInt32 = 1 << 31

        var isRemoved: Bool { bits & Self.removed != 0 }
        var column: UInt32 { bits >> Self.columnShift & 7 }
        var position: UInt32 { bits & (1 << Self.columnShift - 1) }
    }

    private(set) var table = WordTable()
    private(set) var items: [Item] = []
    /// Where the next word stands.
    private var place = Place(column: 0, isRemoved: false)
    private var count: UInt32 = 0

    mutating func removeAll() {
        table.removeAll()
        items.removeAll(keepingCapacity: true)
    }

    /// Appends the words of a column's text.
    ///
    /// - returns: how many they are.
    mutating func append(_ text: String, at place: Place, _ tokenizer: Tokenizer) -> Int {
        self.place = place
        count = 0
        var text = text
        text.withUTF8 { text in
            withUnsafeMutablePointer(to: &self) { tokenizer.forEachWord(in: text, $0) }
        }
        return Int(count)
    }

    /// The next word of the column.
    mutating func take(_ word: UnsafeRawBufferPointer) {
        items.append(Item(word: table.number(of: word), place: place))
        place.bits &+= 1
        count &+= 1
    }
}
