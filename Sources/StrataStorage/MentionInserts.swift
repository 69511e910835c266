internal import GRDB

/// Inserts mentions several rows at a time.
///
/// OR FAIL, since the transaction is taken back as a whole anyway: a statement of several rows that could abort alone would
/// need a statement journal (see ``JDRows``).
final class MentionInserts {
    /// A mention as the database keeps it.
    struct Row: Equatable {
        var skill: Int64
        var requirement: Int
        var count: Int
        var spans: String
    }

    private static let batch = 8
    private let many: RawStatement
    private let one: RawStatement

    init(_ db: Database) throws {
        many = try Self.statement(rows: Self.batch, db)
        one = try Self.statement(rows: 1, db)
    }

    private static func statement(rows: Int, _ db: Database) throws -> RawStatement {
        let values = Array(repeating: "(?, ?, ?, ?, ?)", count: rows).joined(separator: ", ")
        return try RawStatement(
            "INSERT OR FAIL INTO jd_mention (jd, skill, requirement, count, spans) VALUES \(values)", db)
    }

    /// - parameter rows: sorted by skill and requirement, as the table is.
    func insert(_ rows: [Row], jd: Int64) throws {
        var rest = rows[...]
        while rest.count >= Self.batch {
            for (place, row) in rest.prefix(Self.batch).enumerated() { bind(row, jd, to: many, at: place) }
            try many.run()
            rest = rest.dropFirst(Self.batch)
        }
        for row in rest {
            bind(row, jd, to: one, at: 0)
            try one.run()
        }
    }

    private func bind(_ row: Row, _ jd: Int64, to statement: RawStatement, at place: Int) {
        let first = Int32(place * 5)
        statement.bind(first + 1, jd)
        statement.bind(first + 2, row.skill)
        statement.bind(first + 3, row.requirement)
        statement.bind(first + 4, row.count)
        statement.bind(first + 5, row.spans)
    }
}
