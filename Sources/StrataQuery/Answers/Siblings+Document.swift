internal import StrataModel

extension JDDetail {
    /// The JDs of almost the same text, and how many more there are; nothing where it stands alone.
    var siblingBlocks: [Block] {
        guard !siblings.isEmpty else { return [] }
        let columns: [Table.Column] = [
            .init("id", "ID", .trailing), .init("title", "Title"), .init("company", "Company"),
            .init("location", "Location"), .init("posted_on", "Posted"),
        ]
        let rows = siblings.map { jd -> [Table.Cell] in
            [.text(String(jd.id)), .text(jd.title), .text(jd.company), .text(jd.location), .text(jd.postedOn)]
        }
        let more = summary.alike - siblings.count
        let note: [Block] =
            more > 0 ? [.note("\(more) more: 'strata jds --alike \(summary.id)' lists them all.")] : []
        return [.heading("Almost the same text"), .table(Table(columns: columns, rows: rows))] + note
    }

    var siblingsJSON: JSONValue {
        .array(
            siblings.map { jd in
                .object([
                    ("id", .integer(Int(jd.id))), ("title", .string(jd.title)), ("company", .string(jd.company)),
                    ("location", .string(jd.location)), ("posted_on", .string(jd.postedOn)),
                ])
            })
    }
}
