internal import GRDB
internal import StrataModel

/// The full text of JDs: what `search` finds.
final class TextRows {
    /// Where the words go, when they are gathered over many JDs.
    private let fullText: FullText?
    private let insert: RawStatement
    private let select: RawStatement
    private let delete: RawStatement

    init(_ db: Database, _ fullText: FullText?) throws {
        self.fullText = fullText
        insert = try RawStatement(
            "INSERT INTO jd_fts (rowid, title, company, location, text) VALUES (?, ?, ?, ?, ?)", db)
        select = try RawStatement("SELECT title, company, location, text FROM jd WHERE id = ?", db)
        delete = try RawStatement(
            "INSERT INTO jd_fts (jd_fts, rowid, title, company, location, text) VALUES ('delete', ?, ?, ?, ?, ?)", db)
    }

    /// - parameters:
    ///   - columns: title, company, location, text.
    ///   - row: its row in the run that was begun last; nil where it has none.
    func add(_ id: Int64, _ columns: [String?], row: Int?) throws {
        if let fullText { return try fullText.add(id, columns, row: row) }
        bind(id, columns, to: insert)
        try insert.run()
    }

    /// Takes a JD out, which still stands as it was added: with external content, an index forgets only what it is told.
    func remove(_ id: Int64) throws {
        select.bind(1, id)
        guard let columns = try select.first({ row in (0..<4).map { row.text($0) } }) else { return }
        if let fullText { return try fullText.remove(id, columns) }
        bind(id, columns, to: delete)
        try delete.run()
    }

    private func bind(_ id: Int64, _ columns: [String?], to statement: RawStatement) {
        statement.bind(1, id)
        for (index, text) in columns.enumerated() { statement.bind(Int32(index + 2), text) }
    }
}

extension JobDescription {
    /// What `search` finds it by, in the order of the full-text index's columns.
    var searchedColumns: [String?] { [title, company, location, text] }
}
