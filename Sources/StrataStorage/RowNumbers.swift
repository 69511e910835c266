internal import GRDB

/// Row numbers of what JDs refer to by slug.
struct RowNumbers {
    var skills: [String: Int64]
    var roles: [String: Int64]
    var revision: Int

    init(_ db: Database) throws {
        skills = try Self.numbers("skill", db)
        roles = try Self.numbers("role", db)
        revision = try Meta.integer(.revision, db) ?? 0
    }

    private static func numbers(_ table: String, _ db: Database) throws -> [String: Int64] {
        let rows = try Row.fetchAll(db, sql: "SELECT slug, id FROM \(table)")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
}
