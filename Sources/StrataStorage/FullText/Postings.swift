/// The words of a batch of JDs, gathered JD by JD and given back word by word.
///
/// They are kept as one stream and sorted by counting, which goes through memory in order; a list for each word, as FTS5
/// keeps them, waits for memory at nearly every word.
struct Postings {
    /// A word at a place of a JD.
    struct Posting: BitwiseCopyable {
        /// Index among the JDs of the batch.
        var jd: UInt32
        var place: WordStream.Place
    }

    /// What became of a JD in this batch.
    struct Entry {
        var id: Int64
        /// Its part of the stream.
        var items: Range<Int>
    }

    private var stream = WordStream()
    private(set) var entries: [Entry] = []
    /// By id, the entry of a JD that was added in this batch.
    private var added: [Int64: Int] = [:]

    var isEmpty: Bool { entries.isEmpty }

    mutating func removeAll() {
        stream.removeAll()
        entries.removeAll(keepingCapacity: true)
        added.removeAll(keepingCapacity: true)
    }

    /// - parameter columns: of a JD that is not indexed, or was removed before.
    /// - returns: how many words each column has.
    mutating func add(_ id: Int64, _ columns: [String?], _ tokenizer: Tokenizer) -> [Int] {
        added[id] = entries.count
        let start = stream.items.count
        let sizes = append(columns, isRemoved: false, tokenizer)
        entries.append(Entry(id: id, items: start..<stream.items.count))
        return sizes
    }

    /// A JD of this batch is then as if it had never come.
    ///
    /// - parameter columns: as they were added, in this batch or an earlier one.
    /// - returns: how many words each column had.
    mutating func remove(_ id: Int64, _ columns: [String?], _ tokenizer: Tokenizer) -> [Int] {
        let start = stream.items.count
        let sizes = append(columns, isRemoved: true, tokenizer)
        if let index = added.removeValue(forKey: id) {
            entries[index].items = 0..<0
        } else {
            entries.append(Entry(id: id, items: start..<stream.items.count))
        }
        return sizes
    }

    private mutating func append(_ columns: [String?], isRemoved: Bool, _ tokenizer: Tokenizer) -> [Int] {
        columns.enumerated().map { column, text in
            text.map { stream.append($0, at: WordStream.Place(column: column, isRemoved: isRemoved), tokenizer) } ?? 0
        }
    }

    /// Calls `body` for each word, in the order of its bytes, with its postings: by ascending id, in each JD first those that
    /// are removed, by column and position.
    ///
    /// - parameter ids: in ascending order, one for each JD that has entries: what ``Posting/jd`` counts in.
    func forEachWord(
        _ body: (_ word: UnsafeRawBufferPointer, _ postings: UnsafeBufferPointer<Posting>, _ ids: [Int64]) throws ->
            Void
    ) rethrows {
        let (ids, order) = order()
        let starts = starts()
        var ends = starts
        let table = stream.table
        try withUnsafeTemporaryAllocation(of: Posting.self, capacity: stream.items.count) { postings in
            stream.items.withUnsafeBufferPointer { items in
                ends.withUnsafeMutableBufferPointer { ends in
                    for (entry, jd) in order {
                        for item in items[entries[entry].items] {
                            let end = ends[Int(item.word)]
                            postings[Int(end)] = Posting(jd: jd, place: item.place)
                            ends[Int(item.word)] = end &+ 1
                        }
                    }
                }
            }
            for number in table.sorted() where ends[number] > starts[number] {
                let range = Int(starts[number])..<Int(ends[number])
                try table.withBytes(of: number) { word in
                    try body(word, UnsafeBufferPointer(rebasing: postings[range]), ids)
                }
            }
        }
    }

    /// The entries by ascending id, those of one JD as they came, and the ids.
    private func order() -> (ids: [Int64], entries: [(entry: Int, jd: UInt32)]) {
        var ids: [Int64] = []
        let order = entries.indices.sorted { (entries[$0].id, $0) < (entries[$1].id, $1) }.map { entry in
            if ids.last != entries[entry].id { ids.append(entries[entry].id) }
            return (entry, UInt32(ids.count - 1))
        }
        return (ids, order)
    }

    /// By word, where its postings begin when they lie behind one another.
    private func starts() -> [UInt32] {
        var starts = [UInt32](repeating: 0, count: stream.table.count + 1)
        for item in stream.items { starts[Int(item.word) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        return starts
    }
}
