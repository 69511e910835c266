internal import GRDB

/// Writes the full-text index of many JDs: turned over in memory batch by batch, each written as a segment of FTS5's own kind.
///
/// FTS5 itself takes half of an import's time over one JD after another. What it reads is the same: each batch becomes a
/// segment as FTS5 would have made it. To be told when a batch ends (``flush()``, before the commit) or is taken back
/// (``forget()``).
final class FullText {
    private let db: Database
    private let tokenizer: Tokenizer
    private let statements: FullTextStatements
    /// Bytes of a segment's pages: FTS5's default, unless the index says otherwise.
    private let pageSize: Int
    private var postings = Postings()
    /// Changes to the averages record: JDs, and words by column.
    private var jds = 0
    private var words = [Int](repeating: 0, count: columns)

    static let columns = 4

    /// - returns: nil where the index is of a kind that a later FTS5 has made.
    init?(_ db: Database) throws {
        let version = try Int.fetchOne(db, sql: "SELECT v FROM jd_fts_config WHERE k = 'version'")
        guard version == 4 else { return nil }
        self.db = db
        tokenizer = try Tokenizer(db)
        statements = try FullTextStatements(db)
        pageSize = try Int.fetchOne(db, sql: "SELECT v FROM jd_fts_config WHERE k = 'pgsz'") ?? 4050
    }

    /// Indexes a JD that is not indexed.
    ///
    /// - parameter columns: title, company, location, text.
    func add(_ id: Int64, _ columns: [String?]) throws {
        let sizes = postings.add(id, columns, tokenizer)
        jds += 1
        for (column, size) in sizes.enumerated() { words[column] += size }
        try statements.insertSizes(sizes, of: id)
    }

    /// Forgets what is indexed of a JD.
    ///
    /// - parameter columns: as they were indexed.
    func remove(_ id: Int64, _ columns: [String?]) throws {
        let sizes = postings.remove(id, columns, tokenizer)
        jds -= 1
        for (column, size) in sizes.enumerated() { words[column] -= size }
        try statements.deleteSizes(of: id)
    }

    /// Forgets the batch, whose transaction is taken back.
    func forget() {
        postings.removeAll()
        jds = 0
        words = [Int](repeating: 0, count: Self.columns)
    }

    /// Writes the batch.
    func flush() throws {
        guard !postings.isEmpty else { return }
        defer { forget() }
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
        var places: [UInt8] = []
        try postings.forEachWord { word, postings, ids in
            try segment.begin(word)
            var index = 0
            while index < postings.count {
                let jd = postings[index].jd
                let isRemoved = postings[index].place.isRemoved
                while index < postings.count, postings[index].jd == jd, postings[index].place.isRemoved { index += 1 }
                places.removeAll(keepingCapacity: true)
                var (column, position): (UInt32, UInt32) = (0, 0)
                while index < postings.count, postings[index].jd == jd {
                    let place = postings[index].place
                    if place.column != column {
                        places.append(1)
                        places.appendVarint(UInt64(place.column))
                        (column, position) = (place.column, 0)
                    }
                    places.appendVarint(UInt64(place.position - position + 2))
                    position = place.position
                    index += 1
                }
                try segment.append(ids[Int(jd)], isRemoved: isRemoved, places: places)
            }
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
