internal import GRDB
internal import StrataCatalogue
public import StrataModel

extension Store {
    /// The catalogue as this database has it: the seeds with the user's additions and changes.
    ///
    /// - parameter withOwnScoring: false for the weights that ship, whatever the user has learnt.
    /// - throws: ``StoreError``.
    public func catalogue(withOwnScoring: Bool = true) throws -> Catalogue {
        try read { db in
            // The binary carries the same seeds: reading them is ten times as fast as reading the tables.
            if try Meta.integer(.catalogueVersion, db) == Seeds.version {
                return try Seeds.catalogue().applying(CatalogueEdits.all(db)).weighed(
                    by: withOwnScoring ? ScoringRows.own(db) : nil)
            }
            var tables = try Self.tables(db)
            for feature in try CatalogueEdits.all(db).flatMap(\.moved) { tables.scoring.weights[feature] = nil }
            return try tables.weighed(by: withOwnScoring ? ScoringRows.own(db) : nil)
        }
    }

    /// The catalogue as the tables have it.
    static func tables(_ db: Database) throws -> Catalogue {
        Catalogue(
            version: try Meta.integer(.catalogueVersion, db) ?? 0,
            layers: try layers(db), skills: try skills(db), roles: try roles(db),
            headings: try Row.fetchAll(db, sql: "SELECT phrase, section FROM heading ORDER BY phrase")
                .compactMap { row in Section(rawValue: row[1]).map { Heading(phrase: row[0], section: $0) } },
            cues: try Row.fetchAll(db, sql: "SELECT phrase, effect FROM cue ORDER BY phrase")
                .compactMap { row in Cue.Effect(rawValue: row[1]).map { Cue(phrase: row[0], effect: $0) } },
            scoring: try ScoringRows.seeds(db))
    }

    private static func layers(_ db: Database) throws -> [LayerProfile] {
        try Row.fetchAll(db, sql: "SELECT slug, name, goal, signature FROM layer ORDER BY id").compactMap { row in
            Layer(rawValue: row[0]).map { layer in
                let signature: String = row[3]
                return LayerProfile(
                    layer: layer, name: row[1], goal: row[2],
                    signature: signature.split(separator: ",").map(String.init))
            }
        }
    }

    private static func skills(_ db: Database) throws -> [Skill] {
        var memberships: [Int64: [Membership]] = [:]
        let claims = try Row.fetchCursor(
            db,
            sql:
                "SELECT skill, layer, weight, reason, source FROM skill_layer ORDER BY skill, is_primary DESC, weight DESC"
        )
        while let row = try claims.next() {
            guard let layer = Layer(rawValue: row[1]) else { continue }
            memberships[row[0], default: []].append(
                Membership(layer: layer, weight: row[2], reason: row[3], source: row[4]))
        }
        var terms: [Int64: [Term]] = [:]
        let spellings = try Row.fetchCursor(
            db,
            sql: """
                SELECT skill, text, is_case_sensitive, needs_context, is_never_alone FROM term ORDER BY skill, position
                """)
        while let row = try spellings.next() {
            terms[row[0], default: []].append(
                Term(row[1], isCaseSensitive: row[2], needsContext: row[3], isNeverAlone: row[4]))
        }
        let heads = try Row.fetchAll(
            db,
            sql:
                "SELECT id, slug, name, kind, outside_weight, context, summary FROM skill WHERE NOT retired ORDER BY slug"
        )
        return heads.compactMap { row in
            guard let kind = Skill.Kind(rawValue: row[3]) else { return nil }
            let id: Int64 = row[0]
            return Skill(
                slug: row[1], name: row[2], kind: kind, memberships: memberships[id] ?? [], outsideWeight: row[4],
                terms: terms[id] ?? [], context: list(row[5]), summary: row[6])
        }
    }

    private static func roles(_ db: Database) throws -> [Role] {
        let phrases = try texts(db, "SELECT role, phrase FROM role_title ORDER BY role, phrase")
        let responsibilities = try texts(db, "SELECT role, text FROM role_responsibility ORDER BY role, position")
        let capabilities = try texts(db, "SELECT role, text FROM role_capability ORDER BY role, position")
        var leans: [Int64: OutcomeValues] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT role, outcome, weight FROM role_lean") {
            guard let outcome = Outcome(slug: row[1] as String) else { continue }
            leans[row[0], default: OutcomeValues()][outcome] = row[2]
        }
        let heads = try Row.fetchAll(
            db,
            sql: "SELECT id, slug, name, layer, ladder, mission, occupation FROM role WHERE NOT retired ORDER BY slug")
        return heads.map { row in
            let id: Int64 = row[0]
            let layer: String? = row[3]
            return Role(
                slug: row[1], name: row[2], layer: layer.flatMap(Layer.init(rawValue:)),
                titlePhrases: phrases[id] ?? [], lean: leans[id] ?? OutcomeValues(), ladder: list(row[4]),
                responsibilities: responsibilities[id] ?? [], capabilities: capabilities[id] ?? [], mission: row[5],
                occupation: row[6])
        }
    }

    private static func texts(_ db: Database, _ sql: String) throws -> [Int64: [String]] {
        try Row.fetchAll(db, sql: sql).reduce(into: [:]) { $0[$1[0], default: []].append($1[1]) }
    }

    private static func list(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }
}
