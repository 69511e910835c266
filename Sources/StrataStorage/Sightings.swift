internal import GRDB
internal import StrataModel

/// A JD seen in a source on a date with a content.
struct Sighting {
    var source: Int64
    var content: Int64
    /// ISO date, empty when undated.
    var postedOn: String
    var file: Int64

    init(_ prepared: PreparedJD, source: Int64, file: Int64) {
        self.source = source
        content = prepared.content
        postedOn = prepared.jd.postedOn?.description ?? ""
        self.file = file
    }
}

/// Which JDs are known, and what has been seen of them.
final class Sightings {
    /// What the head of a known JD says.
    struct Known {
        var id: Int64
        var content: Int64
        var source: Int64
        var file: Int64
    }

    private let findHead: RawStatement
    private let findSighting: RawStatement
    private let insert: RawStatement
    private let uncount: RawStatement
    private let summary: RawStatement
    private var sources: [String: Int64] = [:]

    init(_ db: Database) throws {
        findHead = try RawStatement("SELECT id, content, source, file FROM jd_head WHERE identity = ?", db)
        findSighting = try RawStatement(
            "SELECT 1 FROM jd_sighting WHERE jd = ? AND source = ? AND content = ? AND posted_on = ?", db)
        insert = try RawStatement(
            "INSERT INTO jd_sighting (jd, source, content, posted_on, file) VALUES (?, ?, ?, ?, ?)", db)
        uncount = try RawStatement("UPDATE jd_sighting SET counted = 0 WHERE jd = ? AND file = ?", db)
        summary = try RawStatement(
            """
            UPDATE jd_head SET (sightings, first_seen, last_seen, posted_on) = (
                SELECT count(*), min(nullif(posted_on, '')), max(nullif(posted_on, '')), max(nullif(posted_on, ''))
                FROM jd_sighting WHERE jd = ?1 AND counted)
            WHERE id = ?1
            """, db)
    }

    /// The number of a source, new ones added.
    func number(ofSource name: String, _ db: Database) throws -> Int64 {
        if let number = sources[name] { return number }
        try db.execute(sql: "INSERT OR IGNORE INTO source (name) VALUES (?)", arguments: [name])
        let number = try Int64.fetchOne(db, sql: "SELECT id FROM source WHERE name = ?", arguments: [name]) ?? 0
        sources[name] = number
        return number
    }

    /// Forgets the source numbers of a batch that was rolled back.
    func forget() { sources = [:] }

    func find(_ identity: Digest) throws -> Known? {
        findHead.bind(1, identity.bytes)
        return try findHead.first { row in
            Known(id: row.integer(0), content: row.integer(1), source: row.integer(2), file: row.integer(3))
        }
    }

    func isKnown(_ sighting: Sighting, jd: Int64) throws -> Bool {
        findSighting.bind(1, jd)
        findSighting.bind(2, sighting.source)
        findSighting.bind(3, sighting.content)
        findSighting.bind(4, sighting.postedOn)
        return try findSighting.first { _ in true } ?? false
    }

    func add(_ sighting: Sighting, jd: Int64) throws {
        insert.bind(1, jd)
        insert.bind(2, sighting.source)
        insert.bind(3, sighting.content)
        insert.bind(4, sighting.postedOn)
        insert.bind(5, sighting.file)
        try insert.run()
    }

    /// Takes back that an earlier row of the same file was a sighting.
    func uncount(file: Int64, jd: Int64) throws {
        uncount.bind(1, jd)
        uncount.bind(2, file)
        try uncount.run()
    }

    /// Brings the head's count and dates up to date with the JD's sightings.
    func summarise(jd: Int64) throws {
        summary.bind(1, jd)
        try summary.run()
    }
}
