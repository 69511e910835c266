internal import GRDB
public import StrataModel

extension Store {
    /// The mappings of columns that the user has kept, by name.
    ///
    /// - throws: ``StoreError``.
    public func importProfiles() throws -> [ImportProfile] {
        try read { db in
            let profiles = try Row.fetchAll(db, sql: "SELECT name, source, saved_at FROM import_profile ORDER BY name")
            return try profiles.map { row in
                let (name, saved): (String, String) = (row[0], row[2])
                return ImportProfile(
                    name: name, summary: "saved on \(saved.prefix(10))", source: row[1],
                    feeds: try Self.feeds(of: name, db), origin: .own)
            }
        }
    }

    /// Keeps a mapping of columns under its name, in the place of one that had it.
    ///
    /// - throws: ``StoreError``; nothing is changed then.
    public func saveImportProfile(_ profile: ImportProfile) throws {
        try write { db in
            try Self.removeProfile(profile.name, db)
            try db.execute(
                sql: "INSERT INTO import_profile VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
                arguments: [profile.name, profile.source])
            for feed in profile.feeds {
                for (position, column) in feed.columns.enumerated() {
                    try db.execute(
                        sql: "INSERT INTO import_profile_field VALUES (?, ?, ?, ?)",
                        arguments: [profile.name, feed.field, position, column])
                }
            }
        }
    }

    /// Forgets a mapping; what was imported with it stays.
    ///
    /// - returns: whether there was one of that name.
    /// - throws: ``StoreError``.
    @discardableResult
    public func removeImportProfile(_ name: String) throws -> Bool {
        try write { db in try Self.removeProfile(name, db) }
    }

    @discardableResult
    private static func removeProfile(_ name: String, _ db: Database) throws -> Bool {
        try db.execute(sql: "DELETE FROM import_profile_field WHERE profile = ?", arguments: [name])
        try db.execute(sql: "DELETE FROM import_profile WHERE name = ?", arguments: [name])
        return db.changesCount > 0
    }

    private static func feeds(of profile: String, _ db: Database) throws -> [ImportProfile.Feed] {
        let sql = """
            SELECT field, column_name FROM import_profile_field WHERE profile = ? ORDER BY field, position
            """
        return try Row.fetchAll(db, sql: sql, arguments: [profile]).reduce(into: []) { feeds, row in
            if feeds.last?.field == row[0] {
                feeds[feeds.count - 1].columns.append(row[1])
            } else {
                feeds.append(ImportProfile.Feed(field: row[0], columns: [row[1]]))
            }
        }
    }
}

extension Store {
    /// How many of the JDs whose present content came with a run hold something masked, and how much in all.
    ///
    /// - throws: ``StoreError``.
    public func masked(inRun run: Int64) throws -> (jds: Int, items: Int) {
        try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*), coalesce(sum(masked), 0) FROM jd_head
                    WHERE masked > 0 AND file IN (SELECT id FROM import_file WHERE run = ?)
                    """, arguments: [run])
            return (row?[0] ?? 0, row?[1] ?? 0)
        }
    }
}
