internal import GRDB
public import StrataModel

/// The layer that a person has given a JD in the place of the verdict's.
public struct JDLabel: Sendable, Hashable {
    /// The JD's id in this database.
    public var jd: Int64
    /// A layer, or outside for none.
    public var label: Outcome
    /// UTC, ISO 8601.
    public var labelledAt: String
}

extension Store {
    /// What people have said of JDs, by the JDs' ids.
    ///
    /// - throws: ``StoreError``.
    public func labels() throws -> [JDLabel] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT jd, label, labelled_at FROM jd_label ORDER BY jd").compactMap { row in
                Outcome(label: row[1]).map { JDLabel(jd: row[0], label: $0, labelledAt: row[2]) }
            }
        }
    }

    /// Keeps what a person says of a JD, and the verdict with it.
    ///
    /// - parameters:
    ///   - label: nil takes back what was said.
    ///   - verdict: what Strata says; the label goes before it.
    /// - throws: ``StoreError``.
    public func keep(label: Outcome?, ofJD id: Int64, verdict: Verdict) throws {
        try write { db in
            if let label {
                try db.execute(
                    sql: """
                        INSERT INTO label (jd, layer, labelled_at)
                        VALUES (?1, ?2, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
                        ON CONFLICT (jd) DO UPDATE SET
                            layer = excluded.layer, labelled_at = excluded.labelled_at, run = NULL
                        """, arguments: [id, label.layer.map(\.index)])
            } else {
                try db.execute(sql: "DELETE FROM label WHERE jd = ?", arguments: [id])
            }
            try JDRows(db).replaceVerdict(id: id, PreparedVerdict(verdict))
        }
    }
}
