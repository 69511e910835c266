internal import GRDB

/// The lists of a few words: which JDs hold each, and how often.
struct WordLists {
    let lists: [WordFrequencies]
    /// By word, how many JDs hold it.
    let hits: [Int]
    let corpus: FullTextCorpus

    /// - parameters:
    ///   - words: as a user types them.
    ///   - weights: of an occurrence, by column.
    ///   - count: JDs with ids from this on are passed over.
    /// - returns: nil where one of them is no single word, or the index is of a kind that only FTS5 can read.
    init?(_ words: [String], weights: [Double], count: Int, _ db: Database) throws {
        guard let tokenizer = Tokenizer(try Tokenizer.Kind(db)), let segments = try SegmentReader(db) else {
            return nil
        }
        var lists: [WordFrequencies] = []
        for word in words {
            let folded = tokenizer.words(in: word)
            guard folded.count == 1,
                let list = try WordFrequencies(folded[0], weights: weights.map(Float.init), count: count, segments)
            else { return nil }
            lists.append(list)
        }
        self.lists = lists
        hits = lists.map { $0.values.count { $0 > 0 } }
        var sums = VarintReader(try FullTextStatements(db).record(.averages))
        guard let jds = sums.next(), jds > 0 else { return nil }
        var corpus = FullTextCorpus(jds: Int(clamping: jds))
        while let words = sums.next() { corpus.words += Int(truncatingIfNeeded: words) }
        self.corpus = corpus
    }

    /// Calls the body with the id of each JD that holds all of them.
    @inline(__always)
    func forEachOfAll(_ body: (Int) -> Void) {
        guard let first = lists.first else { return }
        let others = lists.dropFirst()
        for id in first.values.indices where first.values[id] > 0 {
            if others.allSatisfy({ $0.values[id] > 0 }) { body(id) }
        }
    }
}

extension Tokenizer {
    /// The words of a text, folded.
    fileprivate func words(in text: String) -> [[UInt8]] {
        var stream = WordStream()
        _ = stream.append(text, at: WordStream.Place(column: 0, isRemoved: false), self)
        return stream.items.map { item in stream.table.withBytes(of: Int(item.word)) { Array($0) } }
    }
}
