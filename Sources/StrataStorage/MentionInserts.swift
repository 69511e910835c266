internal import GRDB

/// Inserts mentions many rows at a time, those of several JDs together: to be told when they must be there
/// (``flush()``, before they are read and before the commit) and when they are taken back (``forget()``).
final class MentionInserts {
    /// A mention as the database keeps it.
    struct Row: Equatable {
        var skill: Int64
        var requirement: Int
        var count: Int
        var spans: String
    }

    private static let batch = 64
    private let many: RawStatement
    private let one: RawStatement
    private var waiting: [(jd: Int64, row: Row)] = []

    init(_ db: Database) throws {
        many = try Self.statement(rows: Self.batch, db)
        one = try Self.statement(rows: 1, db)
    }

    private static func statement(rows: Int, _ db: Database) throws -> RawStatement {
        let values = Array(repeating: "(?, ?, ?, ?, ?)", count: rows).joined(separator: ", ")
        // OR FAIL, since the transaction is taken back as a whole anyway: no journal for the statement is needed.
        return try RawStatement(
            "INSERT OR FAIL INTO jd_mention (jd, skill, requirement, count, spans) VALUES \(values)", db)
    }

    /// - parameter rows: sorted by skill and requirement, as the table is.
    func insert(_ rows: [Row], jd: Int64) throws {
        for row in rows {
            waiting.append((jd, row))
            if waiting.count == Self.batch { try insertMany() }
        }
    }

    private func insertMany() throws {
        defer { waiting.removeAll(keepingCapacity: true) }
        for (place, item) in waiting.enumerated() { bind(item.row, item.jd, to: many, at: place) }
        try many.run()
    }

    func flush() throws {
        defer { waiting.removeAll(keepingCapacity: true) }
        for item in waiting {
            bind(item.row, item.jd, to: one, at: 0)
            try one.run()
        }
    }

    func forget() { waiting.removeAll(keepingCapacity: true) }

    private func bind(_ row: Row, _ jd: Int64, to statement: RawStatement, at place: Int) {
        let first = Int32(place * 5)
        statement.bind(first + 1, jd)
        statement.bind(first + 2, row.skill)
        statement.bind(first + 3, row.requirement)
        statement.bind(first + 4, row.count)
        statement.bind(first + 5, row.spans)
    }
}
