internal import GRDB
internal import StrataCatalogue
internal import StrataModel

/// Brings the catalogue's seed rows up to the version that the binary carries.
enum Seeding {
    /// Seeds a new file, and refreshes an older one; never touches rows of origin `user`.
    ///
    /// - throws: `DatabaseError`.
    static func refresh(_ queue: DatabaseQueue) throws {
        let isCurrent = try queue.read { db in try Meta.integer(.catalogueVersion, db) == Seeds.version }
        if isCurrent { return }
        let catalogue = try Seeds.catalogue()
        try queue.write { db in
            guard try (Meta.integer(.catalogueVersion, db) ?? 0) < catalogue.version else { return }
            try layers(catalogue.layers, db)
            try skills(catalogue.skills, db)
            try roles(catalogue.roles, db)
            try reading(catalogue, db)
            try Meta.set(.catalogueVersion, catalogue.version, db)
            try Meta.set(.weightsVersion, catalogue.scoring.version, db)
            // Verdicts of before are out of date now.
            try Meta.set(.revision, (Meta.integer(.revision, db) ?? 0) + 1, db)
        }
    }

    private static func layers(_ layers: [LayerProfile], _ db: Database) throws {
        for profile in layers {
            try db.execute(
                sql: """
                    INSERT INTO layer (id, slug, name, goal, signature) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name, goal = excluded.goal,
                        signature = excluded.signature
                    """,
                arguments: [
                    profile.layer.index, profile.layer.slug, profile.name, profile.goal,
                    profile.signature.joined(separator: ","),
                ])
        }
    }

    private static func skills(_ skills: [Skill], _ db: Database) throws {
        try db.execute(sql: "UPDATE skill SET retired = 1 WHERE origin = 'seed'")
        let upsert = try db.makeStatement(
            sql: """
                INSERT INTO skill (slug, name, kind, primary_layer, outside_weight, context, summary, origin)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'seed')
                ON CONFLICT (slug) DO UPDATE SET name = excluded.name, kind = excluded.kind,
                    primary_layer = excluded.primary_layer, outside_weight = excluded.outside_weight,
                    context = excluded.context, summary = excluded.summary, retired = 0
                WHERE origin = 'seed'
                RETURNING id
                """)
        let rows = try SkillRows(db)
        for skill in skills {
            let id = try Int64.fetchOne(
                upsert,
                arguments: [
                    skill.slug, skill.name, skill.kind.rawValue, skill.primaryLayer?.slug, skill.outsideWeight,
                    skill.context.joined(separator: "|"), skill.summary,
                ])
            // No id: the user has a skill of that slug, which stays as it is.
            guard let id else { continue }
            try rows.replace(skill, id: id)
        }
    }

    private static func roles(_ roles: [Role], _ db: Database) throws {
        try db.execute(sql: "UPDATE role SET retired = 1 WHERE origin = 'seed'")
        let upsert = try db.makeStatement(
            sql: """
                INSERT INTO role (slug, name, layer, ladder, mission, origin) VALUES (?, ?, ?, ?, ?, 'seed')
                ON CONFLICT (slug) DO UPDATE SET name = excluded.name, layer = excluded.layer,
                    ladder = excluded.ladder, mission = excluded.mission, retired = 0
                WHERE origin = 'seed'
                RETURNING id
                """)
        for role in roles {
            let id = try Int64.fetchOne(
                upsert,
                arguments: [
                    role.slug, role.name, role.layer?.slug, role.ladder.joined(separator: "|"), role.mission,
                ])
            guard let id else { continue }
            try RoleRows.replace(role, id: id, db)
        }
    }

    /// Headings, cues and numbers: what tells how a JD is read.
    private static func reading(_ catalogue: Catalogue, _ db: Database) throws {
        for table in ["heading", "cue", "scoring_parameter", "scoring_weight"] {
            try db.execute(sql: "DELETE FROM \(table)")
        }
        let insertHeading = try db.cachedStatement(sql: "INSERT INTO heading VALUES (?, ?)")
        for heading in catalogue.headings {
            try insertHeading.execute(arguments: [heading.phrase, heading.section.rawValue])
        }
        for cue in catalogue.cues {
            try db.execute(sql: "INSERT INTO cue VALUES (?, ?)", arguments: [cue.phrase, cue.effect.rawValue])
        }
        for (name, value) in catalogue.scoring.parameters {
            try db.execute(sql: "INSERT INTO scoring_parameter VALUES (?, ?)", arguments: [name, value])
        }
        for (skill, weights) in catalogue.scoring.weights {
            for (outcome, weight) in weights.nonZero {
                try db.execute(
                    sql: "INSERT INTO scoring_weight VALUES (?, ?, ?)", arguments: [skill, outcome.slug, weight])
            }
        }
    }
}
