internal import GRDB
internal import StrataModel

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

extension Requirement {
    /// As the database keeps it.
    var number: Int {
        switch self {
        case .required: 0
        case .preferred: 1
        case .context: 2
        }
    }
}

extension [Span] {
    /// The spans as the database keeps them.
    var asJSON: String {
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        for span in self {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "["))
            bytes.append(contentsOf: span.start.description.utf8)
            bytes.append(UInt8(ascii: ","))
            bytes.append(contentsOf: span.end.description.utf8)
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(UInt8(ascii: "]"))
        return String(decoding: bytes, as: UTF8.self)
    }
}
