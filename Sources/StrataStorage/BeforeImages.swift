internal import GRDB

/// JDs as they were before a run updated them: what an undo gives back.
///
/// Only updates of what other runs gave are kept; new JDs cost nothing.
final class BeforeImages {
    private let run: Int64
    private let keep: RawStatement
    /// Files of the run: what they gave themselves needs no image.
    private var files: Set<Int64>

    /// Columns of a JD's head that are not kept, since they stay or follow from what is kept.
    static let derived: Set<String> = [
        "id", "identity", "posted_on", "first_seen", "last_seen", "sightings", "role", "primary_layer", "needs",
        "share_data_engineering", "share_applied_ml", "share_mlops", "share_prompt_engineering", "share_outside",
        "revision", "duplicate_group",
    ]

    init(run: Int64, _ db: Database) throws {
        self.run = run
        files = try Int64.fetchSet(db, sql: "SELECT id FROM import_file WHERE run = ?", arguments: [run])
        let columns = try Self.columns(db)
        keep = try RawStatement(
            """
            INSERT OR FAIL INTO jd_before (run, jd, text, \(columns.joined(separator: ", ")))
            SELECT ?1, h.id, coalesce(jd_body.text, ''), \(columns.map { "h.\($0)" }.joined(separator: ", "))
            FROM jd_head h LEFT JOIN jd_body ON jd_body.jd = h.id
            WHERE h.id = ?2 AND NOT EXISTS (SELECT 1 FROM jd_before WHERE jd = ?2 AND run = ?1)
            """, db)
    }

    /// The columns of a head that an image holds.
    static func columns(_ db: Database) throws -> [String] {
        let kept = Set(try db.columns(in: "jd_before").map(\.name))
        return try db.columns(in: "jd_head").map(\.name).filter { kept.contains($0) && !derived.contains($0) }
    }

    /// Notes a file of the run.
    func add(file: Int64) { files.insert(file) }

    /// Keeps a JD as it is, before it is updated.
    ///
    /// - parameter file: the file that gave its present content.
    func keep(jd: Int64, givenBy file: Int64) throws {
        guard !files.contains(file) else { return }
        keep.bind(1, run)
        keep.bind(2, jd)
        try keep.run()
    }
}
