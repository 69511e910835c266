internal import GRDB
internal import StrataModel

/// The skills of a database.
struct StoredSkills: SkillIndex {
    let db: Database
    private let cache = SpellingsCache()

    init(db: Database) { self.db = db }

    private static let columns =
        "skill.id, skill.slug, skill.name, skill.kind, skill.summary, skill.primary_layer"

    func hits(key: String) throws -> [SkillHit] {
        let sql = """
            SELECT \(Self.columns), term.text, term.position, term.needs_context
            FROM term JOIN skill ON skill.id = term.skill
            WHERE term.key = ? AND NOT skill.retired
            """
        return try Row.fetchAll(db, sql: sql, arguments: [key]).compactMap(Self.hit)
    }

    func hits(slug: String) throws -> [SkillHit] {
        let sql = """
            SELECT \(Self.columns), skill.name, 0, 0 FROM skill WHERE skill.slug = ? AND NOT skill.retired
            """
        return try Row.fetchAll(db, sql: sql, arguments: [slug]).compactMap(Self.hit)
    }

    private static func hit(_ row: Row) -> SkillHit? {
        guard let kind = Skill.Kind(rawValue: row[3]) else { return nil }
        let layer: String? = row[5]
        return SkillHit(
            id: row[0], slug: row[1], name: row[2], kind: kind, summary: row[4],
            primaryLayer: layer.flatMap(Layer.init(rawValue:)), term: row[6], position: row[7], needsContext: row[8])
    }

    func memberships(of hit: SkillHit) throws -> [Membership] {
        let sql = """
            SELECT layer, weight, reason, source FROM skill_layer WHERE skill = ?
            ORDER BY is_primary DESC, weight DESC, layer
            """
        return try Row.fetchAll(db, sql: sql, arguments: [hit.id]).compactMap { row in
            Layer(rawValue: row[0]).map { Membership(layer: $0, weight: row[1], reason: row[2], source: row[3]) }
        }
    }

    func terms(of hit: SkillHit) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT text FROM term WHERE skill = ? ORDER BY position", arguments: [hit.id])
    }

    func spellings() throws -> Spellings { try cache.spellings(readSpellings) }

    private func readSpellings() throws -> [Spelling] {
        let sql = """
            SELECT term.key, skill.name, skill.primary_layer IS NOT NULL
            FROM term JOIN skill ON skill.id = term.skill WHERE NOT skill.retired
            """
        return try Row.fetchAll(db, sql: sql).map { Spelling(key: $0[0], name: $0[1], isInStack: $0[2]) }
    }

    func votes(of hit: SkillHit) throws -> [Vote] {
        let sql = """
            SELECT filing.source, claim_source.name, category, layer
            FROM filing JOIN claim_source ON claim_source.slug = filing.source
            WHERE skill = ? ORDER BY filing.source, category
            """
        return try Row.fetchAll(db, sql: sql, arguments: [hit.slug]).map { row in
            let layer: String? = row[3]
            return Vote(source: row[0], list: row[1], category: row[2], layer: layer.flatMap(Layer.init(rawValue:)))
        }
    }
}
