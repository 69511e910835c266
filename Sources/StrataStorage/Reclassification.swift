internal import GRDB
public import StrataModel

/// Renews verdicts that an older catalogue or older weights gave.
///
/// Batches commit by themselves, so that an interrupted renewal goes on where it stopped.
public final class Reclassification {
    private let store: Store
    private let rows: JDRows
    private var last: Int64 = 0

    /// - throws: ``StoreError``.
    public init(store: Store) throws {
        self.store = store
        rows = try store.read { db in try JDRows(db) }
    }

    /// How many verdicts are out of date.
    ///
    /// - throws: ``StoreError``.
    public func count() throws -> Int {
        try store.read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM jd_head WHERE revision <> ?",
                arguments: [rows.revision]) ?? 0
        }
    }

    /// The next JDs whose verdicts are out of date; empty when there are no more.
    ///
    /// - throws: ``StoreError``.
    public func next(_ limit: Int = 500) throws -> [JDText] {
        try store.read { db in
            let texts = try Row.fetchAll(
                db,
                sql: """
                    SELECT jd_head.id, title, company, text FROM jd_head JOIN jd_body ON jd_body.jd = jd_head.id
                    WHERE jd_head.id > ? AND revision <> ? ORDER BY jd_head.id LIMIT ?
                    """,
                arguments: [last, rows.revision, limit]
            ).map { JDText(id: $0[0], title: $0[1], company: $0[2], text: $0[3]) }
            last = texts.last?.id ?? last
            return texts
        }
    }

    /// Stores new verdicts, all of them or none.
    ///
    /// - throws: ``StoreError``.
    public func store(_ verdicts: [(id: Int64, verdict: Verdict)]) throws {
        try store.write { _ in
            for (id, verdict) in verdicts { try rows.replaceVerdict(id: id, PreparedVerdict(verdict)) }
        }
    }

    /// Notes that no verdict is older than the catalogue with which this began; it may have changed meanwhile.
    ///
    /// - throws: ``StoreError``.
    public func finish() throws {
        try store.write { db in
            try Meta.set(.verdictsRevision, rows.revision, db)
            try Columns.refresh(db)
        }
    }
}

extension Store {
    /// Whether an older catalogue or older weights gave some of the verdicts.
    ///
    /// - throws: ``StoreError``.
    public func hasStaleVerdicts() throws -> Bool {
        try read { db in
            guard let oldest = try Meta.integer(.verdictsRevision, db) else { return false }
            return try oldest < (Meta.integer(.revision, db) ?? 0)
        }
    }
}
