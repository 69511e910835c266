internal import GRDB

/// A stored JD with the names that others know it by.
public struct StoredText: Sendable {
    public var jd: JDText
    /// The id that its source gave it.
    public var externalID: String?
    /// The source's name.
    public var source: String
    /// The smallest id among the JDs of almost the same text; nil where it stands alone, or is not compared yet.
    public var duplicateGroup: Int64?
}

extension Store {
    /// The JDs that any of the names means: their ids here, or those that their sources gave them.
    ///
    /// - throws: ``StoreError``.
    public func texts(named names: Set<String>) throws -> [StoredText] {
        try read { db in
            let heads = try Row.fetchCursor(db, sql: "SELECT id, external_id FROM jd_head ORDER BY id")
            var ids: [Int64] = []
            while let row = try heads.next() {
                let external: String? = row[1]
                if external.map(names.contains) ?? false || names.contains(String(row[0] as Int64)) {
                    ids.append(row[0])
                }
            }
            let select = try db.makeStatement(
                sql: """
                    SELECT h.id, h.external_id, source.name, h.title, h.company, coalesce(jd_body.text, ''),
                        h.duplicate_group
                    FROM jd_head h JOIN source ON source.id = h.source LEFT JOIN jd_body ON jd_body.jd = h.id
                    WHERE h.id = ?
                    """)
            return try ids.compactMap { id in
                try Row.fetchOne(select, arguments: [id]).map {
                    StoredText(
                        jd: JDText(id: $0[0], title: $0[3], company: $0[4], text: $0[5]), externalID: $0[1],
                        source: $0[2], duplicateGroup: $0[6])
                }
            }
        }
    }
}
