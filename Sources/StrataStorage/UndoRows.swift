internal import GRDB
internal import StrataModel

/// The statements that take back what a run wrote.
final class UndoRows {
    private let run: Int64
    private let db: Database
    private let rows: JDRows
    private let sightings: Sightings
    private let restoreHead: Statement
    private let removeSightings: Statement

    init(run: Int64, _ db: Database) throws {
        self.run = run
        self.db = db
        rows = try JDRows(db)
        sightings = try Sightings(db)
        let columns = try BeforeImages.columns(db).joined(separator: ", ")
        restoreHead = try db.makeStatement(
            sql: """
                UPDATE jd_head SET (\(columns)) = (SELECT \(columns) FROM jd_before WHERE jd = ?1 AND run = ?2)
                WHERE id = ?1
                """)
        removeSightings = try db.makeStatement(
            sql: "DELETE FROM jd_sighting WHERE jd = ? AND file IN (SELECT id FROM import_file WHERE run = ?)")
    }

    func undo(_ traces: RunTraces, verdict: (JDText) -> Verdict) throws {
        for jd in traces.brought { try rows.remove(id: jd) }
        try db.execute(sql: "DELETE FROM label WHERE run = ?", arguments: [run])
        for jd in traces.updated { try restore(jd, verdict) }
        for jd in traces.seenAgain {
            try removeSightings.execute(arguments: [jd, run])
            try sightings.summarise(jd: jd)
        }
        try db.execute(sql: "DELETE FROM jd_before WHERE run = ?", arguments: [run])
        for jd in Set(traces.labelled).subtracting(traces.updated).sorted() { try judge(jd, verdict) }
    }

    /// Writes what a JD said before over what it says now; every column as it was.
    private func restore(_ id: Int64, _ verdict: (JDText) -> Verdict) throws {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM jd_before WHERE jd = ? AND run = ?", arguments: [id, run]),
            let source = try String.fetchOne(
                db, sql: "SELECT name FROM source WHERE id = ?", arguments: [row["source"] as Int64])
        else { return }
        let jd = JobDescription(
            externalID: row["external_id"], source: source, title: row["title"], company: row["company"],
            location: row["location"], text: row["text"])
        let judged = verdict(JDText(id: id, title: jd.title, company: jd.company, text: jd.text))
        try rows.replace(
            id: id, PreparedJD(jd: jd, verdict: judged), source: row["source"], file: row["file"])
        try restoreHead.execute(arguments: [id, run])
    }

    private func judge(_ id: Int64, _ verdict: (JDText) -> Verdict) throws {
        let sql = "SELECT title, company, text FROM jd WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id]) else { return }
        let text = JDText(id: id, title: row[0], company: row[1], text: row[2])
        try rows.replaceVerdict(id: id, PreparedVerdict(verdict(text)))
    }
}
