internal import GRDB
internal import StrataModel

/// The rows that hang on a skill: thousands when a file is seeded, so they go in by the quick way.
final class SkillRows {
    private let membership: RawStatement
    private let term: RawStatement
    private let deleteMemberships: RawStatement
    private let deleteTerms: RawStatement

    init(_ db: Database) throws {
        membership = try RawStatement("INSERT INTO skill_layer VALUES (?, ?, ?, ?, ?, ?)", db)
        term = try RawStatement("INSERT OR IGNORE INTO term VALUES (?, ?, ?, ?, ?, ?)", db)
        deleteMemberships = try RawStatement("DELETE FROM skill_layer WHERE skill = ?", db)
        deleteTerms = try RawStatement("DELETE FROM term WHERE skill = ?", db)
    }

    /// Puts a skill's layers and terms in the place of those that it had.
    func replace(_ skill: Skill, id: Int64) throws {
        deleteMemberships.bind(1, id)
        try deleteMemberships.run()
        deleteTerms.bind(1, id)
        try deleteTerms.run()
        for (position, claim) in skill.memberships.enumerated() {
            membership.bind(1, id)
            membership.bind(2, claim.layer.slug)
            membership.bind(3, claim.weight)
            membership.bind(4, position == 0 ? 1 : 0)
            membership.bind(5, claim.reason)
            membership.bind(6, claim.source)
            try membership.run()
        }
        for (position, spelling) in skill.terms.enumerated() {
            term.bind(1, TermKey.fold(spelling.text))
            term.bind(2, id)
            term.bind(3, spelling.text)
            term.bind(4, spelling.isCaseSensitive ? 1 : 0)
            term.bind(5, spelling.needsContext ? 1 : 0)
            term.bind(6, position)
            try term.run()
        }
    }
}

/// The rows that hang on a role.
enum RoleRows {
    static func replace(_ role: Role, id: Int64, _ db: Database) throws {
        for table in ["role_title", "role_lean", "role_responsibility", "role_capability"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE role = ?", arguments: [id])
        }
        let title = try db.cachedStatement(sql: "INSERT OR IGNORE INTO role_title VALUES (?, ?)")
        for phrase in role.titlePhrases { try title.execute(arguments: [id, phrase]) }
        for (outcome, weight) in role.lean.nonZero {
            try db.execute(sql: "INSERT INTO role_lean VALUES (?, ?, ?)", arguments: [id, outcome.slug, weight])
        }
        try insert(role.responsibilities, into: "role_responsibility", role: id, db)
        try insert(role.capabilities, into: "role_capability", role: id, db)
    }

    private static func insert(_ texts: [String], into table: String, role: Int64, _ db: Database) throws {
        for (position, text) in texts.enumerated() {
            try db.execute(sql: "INSERT INTO \(table) VALUES (?, ?, ?)", arguments: [role, position, text])
        }
    }
}

/// The file's own notes about itself.
enum Meta: String {
    case catalogueVersion = "catalogue_version"
    case weightsVersion = "weights_version"
    /// Counts every change of catalogue or weights, the user's too; a verdict of an older one is out of date.
    case revision
    /// The oldest revision that a verdict in the file may have.
    case verdictsRevision = "verdicts_revision"

    static func integer(_ name: Meta, _ db: Database) throws -> Int? {
        try Int.fetchOne(db, sql: "SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?", arguments: [name.rawValue])
    }

    static func set(_ name: Meta, _ value: Int, _ db: Database) throws {
        try db.execute(sql: "INSERT OR REPLACE INTO meta VALUES (?, ?)", arguments: [name.rawValue, String(value)])
    }
}
