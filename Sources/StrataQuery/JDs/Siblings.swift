internal import GRDB

extension JDDetail {
    /// A JD of almost the same text.
    public struct Sibling: Sendable, Hashable {
        public var id: Int64
        public var title: String
        public var company: String?
        public var location: String?
        /// ISO date; nil when undated.
        public var postedOn: String?
    }

    /// At most so many siblings are named.
    static let siblingsNamed = 10
}

/// Reads which JDs are alike to one.
struct Siblings {
    let db: Database

    /// The newest of them.
    func newest(of jd: JDSummary) throws -> [JDDetail.Sibling] {
        guard jd.alike > 0 else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT id, title, company, location, posted_on FROM jd_head WHERE duplicate_group = ? AND id <> ?
                ORDER BY posted_on DESC, id LIMIT ?
                """, arguments: [jd.duplicateGroup, jd.id, JDDetail.siblingsNamed]
        ).map { JDDetail.Sibling(id: $0[0], title: $0[1], company: $0[2], location: $0[3], postedOn: $0[4]) }
    }
}
