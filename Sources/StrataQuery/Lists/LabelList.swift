internal import GRDB
public import StrataModel
public import StrataStorage

/// The verdicts that people have corrected.
public struct LabelList: Sendable {
    /// A JD and what a person has said of it.
    public struct Label: Sendable {
        /// The JD's id in this database.
        public var id: Int64
        /// The id that its source gave it.
        public var externalID: String?
        public var title: String
        public var company: String?
        /// What the person says: a layer's slug, or `none`.
        public var label: String
        /// UTC, ISO 8601.
        public var labelledAt: String
    }

    /// By id.
    public let labels: [Label]

    /// - throws: `StoreError`.
    public init(_ store: Store) throws {
        labels = try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT h.id, h.external_id, h.title, h.company, l.label, l.labelled_at
                    FROM jd_label l JOIN jd_head h ON h.id = l.jd ORDER BY h.id
                    """
            ).map {
                Label(id: $0[0], externalID: $0[1], title: $0[2], company: $0[3], label: $0[4], labelledAt: $0[5])
            }
        }
    }

    /// For people, and as CSV a table that can be learnt from elsewhere: its `id` is the source's own where it has one.
    public var document: Document {
        Document(
            title: "Corrected verdicts", subtitle: "\(labels.count)",
            blocks: [
                .table(
                    Table(
                        columns: [
                            Table.Column("jd", "JD", .trailing), Table.Column("id", "ID at its source"),
                            Table.Column("label", "Label"), Table.Column("title", "Title"),
                            Table.Column("company", "Company"), Table.Column("labelled_at", "When"),
                        ],
                        rows: labels.map { label in
                            [
                                .integer(Int(label.id)), .text(label.externalID ?? String(label.id)),
                                .text(label.label), .text(label.title), .text(label.company),
                                .text(label.labelledAt),
                            ]
                        }))
            ])
    }

    /// What `label --format json` prints.
    public var json: JSONValue { .object([("labels", .array(items))]) }

    /// What JSON Lines holds: a label a line.
    public var items: [JSONValue] {
        labels.map { label in
            .object([
                ("jd", .integer(Int(label.id))), ("id", .string(label.externalID ?? String(label.id))),
                ("label", .string(label.label)), ("title", .string(label.title)),
                ("company", .string(label.company)), ("labelled_at", .string(label.labelledAt)),
            ])
        }
    }
}
