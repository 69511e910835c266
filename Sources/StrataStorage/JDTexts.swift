internal import GRDB

/// What a verdict on a stored JD is made of.
public struct JDText: Sendable {
    /// Its id in this database.
    public var id: Int64
    public var title: String
    public var company: String?
    /// The description as it is stored.
    public var text: String
}

/// The texts of a database's JDs, newest first, in batches: memory does not grow with their number.
public final class JDTexts {
    private let store: Store
    private var last: Int64?

    public init(_ store: Store) { self.store = store }

    /// How many JDs there are.
    ///
    /// - throws: ``StoreError``.
    public func count() throws -> Int {
        try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM jd_head") ?? 0 }
    }

    /// The next ones; empty when there are no more.
    ///
    /// - throws: ``StoreError``.
    public func next(_ limit: Int = 500) throws -> [JDText] {
        let texts = try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT jd_head.id, title, company, text FROM jd_head JOIN jd_body ON jd_body.jd = jd_head.id
                    WHERE jd_head.id < ? ORDER BY jd_head.id DESC LIMIT ?
                    """,
                arguments: [last ?? Int64.max, limit]
            ).map { JDText(id: $0[0], title: $0[1], company: $0[2], text: $0[3]) }
        }
        last = texts.last?.id ?? last
        return texts
    }
}
