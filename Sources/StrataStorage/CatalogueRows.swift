internal import GRDB
internal import StrataModel

/// Writes the skills and roles that the tables show: the seeds with the user's changes on them.
struct CatalogueRows {
    private let db: Database
    private let skill: Statement
    private let role: Statement
    private let hangers: SkillRows

    init(_ db: Database) throws {
        self.db = db
        skill = try db.makeStatement(
            sql: """
                INSERT INTO skill (slug, name, kind, primary_layer, outside_weight, context, summary, origin)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (slug) DO UPDATE SET name = excluded.name, kind = excluded.kind,
                    primary_layer = excluded.primary_layer, outside_weight = excluded.outside_weight,
                    context = excluded.context, summary = excluded.summary, origin = excluded.origin, retired = 0
                RETURNING id
                """)
        role = try db.makeStatement(
            sql: """
                INSERT INTO role (slug, name, layer, ladder, mission, occupation, origin) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (slug) DO UPDATE SET name = excluded.name, layer = excluded.layer,
                    ladder = excluded.ladder, mission = excluded.mission, occupation = excluded.occupation,
                    origin = excluded.origin, retired = 0
                RETURNING id
                """)
        hangers = try SkillRows(db)
    }

    /// - parameter isEdited: whether the user has added or changed it.
    func put(_ item: Skill, isEdited: Bool) throws {
        let id = try Int64.fetchOne(
            skill,
            arguments: [
                item.slug, item.name, item.kind.rawValue, item.primaryLayer?.slug, item.outsideWeight,
                item.context.joined(separator: "|"), item.summary, isEdited ? "user" : "seed",
            ])
        if let id { try hangers.replace(item, id: id) }
    }

    /// - parameter isEdited: whether the user has added or changed it.
    func put(_ item: Role, isEdited: Bool) throws {
        let id = try Int64.fetchOne(
            role,
            arguments: [
                item.slug, item.name, item.layer?.slug, item.ladder.joined(separator: "|"), item.mission,
                item.occupation, isEdited ? "user" : "seed",
            ])
        if let id { try RoleRows.replace(item, id: id, db) }
    }

    /// Keeps the row for the JDs that mention it, and shows it no more.
    func retire(_ entity: CatalogueRecord.Entity, _ slug: String) throws {
        try db.execute(sql: "UPDATE \(entity.rawValue) SET retired = 1 WHERE slug = ?", arguments: [slug])
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
            term.bind(7, spelling.isNeverAlone ? 1 : 0)
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
