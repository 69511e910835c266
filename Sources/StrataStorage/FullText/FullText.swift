internal import GRDB

/// Writes the full-text index of many JDs: turned over in memory, batch by batch, each written as a segment of FTS5's own kind.
///
/// FTS5 itself takes half of an import's time over one JD after another, waiting for memory at nearly every word. What it
/// reads is the same: each batch becomes a segment as FTS5 would have made it. To be told when a batch ends (``flush()``,
/// before the commit) or is taken back (``forget()``).
final class FullText {
    private let db: Database
    private let tokenizer: Tokenizer
    /// Makes runs for this index on other threads.
    let indexer: TextIndexer
    private let statements: FullTextStatements
    /// Bytes of a segment's pages: FTS5's default, unless the index says otherwise.
    private let pageSize: Int
    /// Runs that others have made, with the ids that their rows were given.
    private var parts: [RunMerge.Part] = []
    /// What was turned over here: JDs that changed.
    private var postings = Postings()
    private var isChanged = false
    /// Changes to the averages record: JDs, and words by column.
    private var jds = 0
    private var words = [Int](repeating: 0, count: columns)

    static let columns = 4

    /// - returns: nil where the index is of a kind that a later FTS5 has made.
    init?(_ db: Database) throws {
        guard try FullTextStatements.isKnownFormat(db) else { return nil }
        self.db = db
        let kind = try Tokenizer.Kind(db)
        guard let tokenizer = Tokenizer(kind) else { return nil }
        self.tokenizer = tokenizer
        indexer = TextIndexer(kind)
        statements = try FullTextStatements(db)
        pageSize = try Int.fetchOne(db, sql: "SELECT v FROM jd_fts_config WHERE k = 'pgsz'") ?? 4050
    }

    /// The rows that come next are those of the run.
    func begin(_ run: TextRun) {
        parts.append(RunMerge.Part(run: run, ids: Array(repeating: nil, count: run.sizes.count)))
    }

    /// Indexes a JD that is not indexed.
    ///
    /// - parameters:
    ///   - columns: title, company, location, text.
    ///   - row: its row in the present run; nil where it has none.
    func add(_ id: Int64, _ columns: [String?], row: Int?) throws {
        let sizes: [Int]
        if let row, let part = parts.indices.last {
            parts[part].ids[row] = id
            sizes = parts[part].run.sizes[row]
        } else {
            sizes = postings.add(id, columns, tokenizer)
        }
        isChanged = true
        jds += 1
        for (column, size) in sizes.enumerated() { words[column] += size }
        try statements.insertSizes(sizes, of: id)
    }

    /// Forgets what is indexed of a JD.
    ///
    /// - parameter columns: as they were indexed.
    func remove(_ id: Int64, _ columns: [String?]) throws {
        let sizes = removedFromRun(id) ?? postings.remove(id, columns, tokenizer)
        isChanged = true
        jds -= 1
        for (column, size) in sizes.enumerated() { words[column] -= size }
        try statements.deleteSizes(of: id)
    }

    /// A JD of a run of this batch is then as if it had never come.
    private func removedFromRun(_ id: Int64) -> [Int]? {
        for part in parts.indices {
            guard let row = parts[part].ids.firstIndex(of: id) else { continue }
            parts[part].ids[row] = nil
            return parts[part].run.sizes[row]
        }
        return nil
    }

    /// Forgets the batch, whose transaction is taken back.
    func forget() {
        parts.removeAll()
        postings.removeAll()
        isChanged = false
        jds = 0
        words = [Int](repeating: 0, count: Self.columns)
    }

    /// Writes the batch.
    func flush() throws {
        defer { forget() }
        guard isChanged else { return }
        if !postings.isEmpty {
            let (bytes, ids) = postings.encoded(byRow: false)
            parts.append(RunMerge.Part(run: TextRun(bytes, sizes: []), ids: ids))
        }
        try writeAverages()
        guard var structure = FullTextStructure(try statements.record(.structure)), let number = structure.freeNumber
        else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT,
                message: "the full-text index is damaged; 'strata db optimize' makes it anew")
        }
        let pages = try writeSegment(number)
        guard pages > 0 else { return }
        structure.add(number, pages: pages)
        try statements.write(.structure, structure.bytes)
        try makeKnown(merging: structure.wantsMerging ? pages : 0)
    }

    private func writeAverages() throws {
        var reader = VarintReader(try statements.record(.averages))
        var bytes: [UInt8] = []
        for change in [jds] + words {
            bytes.appendVarint(UInt64(max(0, Int(truncatingIfNeeded: reader.next() ?? 0) &+ change)))
        }
        try statements.write(.averages, bytes)
    }

    private func writeSegment(_ number: Int) throws -> Int {
        var segment = Segment(number, pageSize: pageSize, statements)
        var merge = RunMerge(parts)
        try merge.forEachWord { word, items in
            try segment.begin(word)
            for item in items { try segment.append(item.id, places: item.places) }
        }
        return try segment.finish()
    }

    /// Has this connection's FTS5, which remembers the structure, read it anew: taking a write back makes it forget. Other
    /// connections see by the file's version that it has changed.
    ///
    /// - parameter merging: pages of the lowest segments that FTS5 is to merge; 0 for none.
    private func makeKnown(merging pages: Int) throws {
        try db.execute(
            sql: """
                SAVEPOINT full_text;
                INSERT INTO jd_fts (jd_fts, rank) VALUES ('automerge', 4);
                ROLLBACK TO full_text;
                RELEASE full_text
                """)
        if pages > 0 {
            try db.execute(
                sql: "INSERT INTO jd_fts (jd_fts, rank) VALUES ('merge', ?)", arguments: [max(pages * 8, 500)])
        }
    }
}
