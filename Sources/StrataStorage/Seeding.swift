internal import GRDB
internal import StrataCatalogue
internal import StrataModel

/// Brings the catalogue's rows up to the seeds that the binary carries, under the user's changes.
enum Seeding {
    /// Seeds a new file, and refreshes an older one; what the user has changed stays changed.
    ///
    /// - throws: `DatabaseError`.
    static func refresh(_ queue: DatabaseQueue) throws {
        let isCurrent = try queue.read { db in try Meta.integer(.catalogueVersion, db) == Seeds.version }
        if isCurrent { return }
        let seeds = try Seeds.catalogue()
        let references = try Seeds.references()
        // What the seeds hold, their tests check; checks against lists cost a third of all this.
        try queue.inDatabase { db in try db.execute(sql: "PRAGMA ignore_check_constraints = ON") }
        defer { try? queue.inDatabase { db in try db.execute(sql: "PRAGMA ignore_check_constraints = OFF") } }
        try queue.write { db in
            guard try (Meta.integer(.catalogueVersion, db) ?? 0) < seeds.version else { return }
            try apply(seeds, references, db)
        }
    }

    /// Puts the seeds' rows in the place of those of before.
    static func apply(_ seeds: Catalogue, _ references: References, _ db: Database) throws {
        try layers(seeds.layers, db)
        try CatalogueEdits.keepWhatSeedsDropped(seeds, db)
        let edits = try CatalogueEdits.all(db)
        try ReferenceRows.replace(references, db)
        try skillsAndRoles(seeds.applying(edits), edits, db)
        try reading(seeds, db)
        try Meta.set(.catalogueVersion, seeds.version, db)
        try ScoringRows.replaceSeeds(seeds.scoring, db)
        try CatalogueEdits.noteChange(db)
    }

    private static func skillsAndRoles(_ catalogue: Catalogue, _ edits: [CatalogueEdit], _ db: Database) throws {
        try db.execute(sql: "UPDATE skill SET retired = 1; UPDATE role SET retired = 1")
        let rows = try CatalogueRows(db)
        let edited = Dictionary(grouping: edits, by: \.entity).mapValues { Set($0.map(\.slug)) }
        for skill in catalogue.skills {
            try rows.put(skill, isEdited: edited[.skill]?.contains(skill.slug) ?? false)
        }
        for role in catalogue.roles { try rows.put(role, isEdited: edited[.role]?.contains(role.slug) ?? false) }
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

    /// Headings and cues: what tells how a JD is read.
    private static func reading(_ catalogue: Catalogue, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM heading; DELETE FROM cue")
        let insertHeading = try db.cachedStatement(sql: "INSERT INTO heading VALUES (?, ?)")
        for heading in catalogue.headings {
            try insertHeading.execute(arguments: [heading.phrase, heading.section.rawValue])
        }
        for cue in catalogue.cues {
            try db.execute(sql: "INSERT INTO cue VALUES (?, ?)", arguments: [cue.phrase, cue.effect.rawValue])
        }
    }
}
