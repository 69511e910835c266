internal import GRDB

/// What a run has left in the database: the JDs that it brought, updated, or saw again.
struct RunTraces {
    /// JDs that it brought, by id.
    var brought: [Int64]
    /// JDs that were there before, and that it updated.
    var updated: [Int64]
    /// JDs that were there before, and that it added sightings to; those it updated among them.
    var seenAgain: [Int64]
    /// JDs that were there before, and that it brought a label for.
    var labelled: [Int64]

    init(run: Int64, _ db: Database) throws {
        brought = try Int64.fetchAll(db, sql: "\(Self.touched) WHERE bringer = ?1 ORDER BY jd", arguments: [run])
        seenAgain = try Int64.fetchAll(db, sql: "\(Self.touched) WHERE bringer <> ?1 ORDER BY jd", arguments: [run])
        let gone = Set(brought)
        updated = try Int64.fetchAll(db, sql: "SELECT jd FROM jd_before WHERE run = ? ORDER BY jd", arguments: [run])
            .filter { !gone.contains($0) }
        labelled = try Int64.fetchAll(db, sql: "SELECT jd FROM label WHERE run = ? ORDER BY jd", arguments: [run])
            .filter { !gone.contains($0) }
    }

    /// The JDs that a run has sightings of, each with the run that brought it: the one that gave its first content, which
    /// stands in the earliest image or, where it was never updated, in the head.
    private static let touched = """
        WITH seen AS (
            SELECT DISTINCT jd FROM jd_sighting WHERE file IN (SELECT id FROM import_file WHERE run = ?1)),
        known AS (
            SELECT jd, (SELECT run FROM import_file WHERE id = coalesce(
                (SELECT b.file FROM jd_before b WHERE b.jd = seen.jd ORDER BY b.id LIMIT 1), jd_head.file)) AS bringer
            FROM seen JOIN jd_head ON jd_head.id = seen.jd)
        SELECT jd FROM known
        """

    /// The latest run that changed the same JDs since, and the JDs: they would have to be undone first.
    ///
    /// What this run brought or updated bears no later change; where it only saw a JD again, later sightings stand beside.
    func laterChange(than run: Int64, _ db: Database) throws -> (run: Int64, jds: [Int64])? {
        let sightings = try db.makeStatement(
            sql: """
                SELECT max(import_file.run) FROM jd_sighting JOIN import_file ON import_file.id = jd_sighting.file
                WHERE jd_sighting.jd = ?1 AND import_file.run <> ?2 AND (?3 OR import_file.run > ?2)
                """)
        let updates = try db.makeStatement(
            sql: """
                SELECT max(run) FROM jd_before WHERE jd = ?1 AND run <> ?2
                    AND id > coalesce((SELECT id FROM jd_before WHERE jd = ?1 AND run = ?2), 0) AND (?3 OR run > ?2)
                """)
        var found: [Int64: [Int64]] = [:]
        func look(_ jd: Int64, _ statement: Statement, any: Bool) throws {
            guard let later = try Int64.fetchOne(statement, arguments: [jd, run, any]) else { return }
            if found[later]?.last != jd { found[later, default: []].append(jd) }
        }
        for jd in brought {
            try look(jd, updates, any: true)
            try look(jd, sightings, any: true)
        }
        let updatedHere = Set(updated)
        for jd in seenAgain {
            let isUpdated = updatedHere.contains(jd)
            try look(jd, updates, any: isUpdated)
            if isUpdated { try look(jd, sightings, any: false) }
        }
        return found.max { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
