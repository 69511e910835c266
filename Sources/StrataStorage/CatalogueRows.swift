internal import GRDB
internal import StrataModel

/// Writes the skills and roles that the tables show: the seeds with the user's changes on them.
final class CatalogueRows {
    private let db: Database
    private let skills: SluggedRows
    private let roles: SluggedRows
    private let hangers: SkillRows

    init(_ db: Database) throws {
        self.db = db
        skills = try SluggedRows(
            "skill", ["name", "kind", "primary_layer", "outside_weight", "context", "summary", "origin"], db)
        roles = try SluggedRows("role", ["name", "layer", "ladder", "mission", "occupation", "origin"], db)
        hangers = try SkillRows(db)
    }

    /// - parameter isEdited: whether the user has added or changed it.
    func put(_ item: Skill, isEdited: Bool) throws {
        let (id, isNew) = try skills.put(
            item.slug,
            [
                item.name, item.kind.rawValue, item.primaryLayer?.slug, item.outsideWeight,
                item.context.joined(separator: "|"), item.summary, isEdited ? "user" : "seed",
            ])
        if !isNew { try hangers.delete(id) }
        try hangers.insert(item, id: id)
    }

    /// - parameter isEdited: whether the user has added or changed it.
    func put(_ item: Role, isEdited: Bool) throws {
        let (id, isNew) = try roles.put(
            item.slug,
            [
                item.name, item.layer?.slug, item.ladder.joined(separator: "|"), item.mission,
                item.occupation, isEdited ? "user" : "seed",
            ])
        if !isNew { try RoleRows.delete(id, db) }
        try RoleRows.insert(item, id: id, db)
    }

    /// Keeps the row for the JDs that mention it, and shows it no more.
    func retire(_ entity: CatalogueRecord.Entity, _ slug: String) throws {
        try db.execute(sql: "UPDATE \(entity.rawValue) SET retired = 1 WHERE slug = ?", arguments: [slug])
    }
}

/// Rows that a slug names, and that keep their number when they change.
///
/// An upsert that returns the number would do in one statement, but SQLite keeps a journal of each, page by page, in case
/// that it has to be taken back alone: half of the time that seeding a new file took.
private final class SluggedRows {
    private let db: Database
    private let insert: Statement
    private let update: Statement
    private var ids: [String: Int64]

    init(_ table: String, _ columns: [String], _ db: Database) throws {
        self.db = db
        let places = columns.map { _ in "?, " }.joined()
        insert = try db.makeStatement(
            sql: "INSERT INTO \(table) (\(columns.joined(separator: ", ")), slug) VALUES (\(places)?)")
        let changes = columns.map { "\($0) = ?, " }.joined()
        update = try db.makeStatement(sql: "UPDATE \(table) SET \(changes)retired = 0 WHERE slug = ?")
        ids = try Row.fetchAll(db, sql: "SELECT slug, id FROM \(table)").reduce(into: [:]) { $0[$1[0]] = $1[1] }
    }

    /// The row's number, and whether it was not there before.
    func put(_ slug: String, _ values: [(any DatabaseValueConvertible)?]) throws -> (id: Int64, isNew: Bool) {
        let arguments = StatementArguments(values + [slug])
        if let id = ids[slug] {
            try update.execute(arguments: arguments)
            return (id, false)
        }
        try insert.execute(arguments: arguments)
        ids[slug] = db.lastInsertedRowID
        return (db.lastInsertedRowID, true)
    }
}

/// The rows that hang on a skill: thousands when a file is seeded, so they go in by the quick way.
final class SkillRows {
    private let membership: RawStatement
    private let term: RawStatement
    private let deleteMemberships: RawStatement
    private let deleteTerms: RawStatement

    init(_ db: Database) throws {
        membership = try RawStatement("INSERT INTO skill_layer VALUES (?, ?, ?, ?, ?, ?)", db)
        term = try RawStatement("INSERT OR IGNORE INTO term VALUES (?, ?, ?, ?, ?, ?, ?)", db)
        deleteMemberships = try RawStatement("DELETE FROM skill_layer WHERE skill = ?", db)
        deleteTerms = try RawStatement("DELETE FROM term WHERE skill = ?", db)
    }

    func delete(_ id: Int64) throws {
        deleteMemberships.bind(1, id)
        try deleteMemberships.run()
        deleteTerms.bind(1, id)
        try deleteTerms.run()
    }

    /// Its layers and terms.
    func insert(_ skill: Skill, id: Int64) throws {
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
            term.bind(7, spelling.isNeverAlone ? 1 : 0)
            try term.run()
        }
    }
}

/// The rows that hang on a role.
enum RoleRows {
    static func delete(_ id: Int64, _ db: Database) throws {
        for table in ["role_title", "role_lean", "role_responsibility", "role_capability"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE role = ?", arguments: [id])
        }
    }

    static func insert(_ role: Role, id: Int64, _ db: Database) throws {
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
