internal import GRDB
internal import StrataModel

/// The rows that hang on a skill.
enum SkillRows {
    static func insert(memberships: [Membership], skill: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(sql: "INSERT INTO skill_layer VALUES (?, ?, ?, ?, ?, ?)")
        for (index, membership) in memberships.enumerated() {
            try statement.execute(arguments: [
                skill, membership.layer.slug, membership.weight, index == 0, membership.reason, membership.source,
            ])
        }
    }

    static func insert(terms: [Term], skill: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO term VALUES (?, ?, ?, ?, ?, ?)")
        for (position, term) in terms.enumerated() {
            try statement.execute(arguments: [
                TermKey.fold(term.text), skill, term.text, term.isCaseSensitive, term.needsContext, position,
            ])
        }
    }
}

/// The rows that hang on a role.
enum RoleRows {
    static func replace(_ role: Role, id: Int64, _ db: Database) throws {
        for table in ["role_title", "role_lean", "role_responsibility", "role_capability"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE role = ?", arguments: [id])
        }
        for phrase in role.titlePhrases {
            try db.execute(sql: "INSERT OR IGNORE INTO role_title VALUES (?, ?)", arguments: [id, phrase])
        }
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
