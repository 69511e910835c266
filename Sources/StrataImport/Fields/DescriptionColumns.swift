import StrataModel

/// A JD's text as it is put together from its columns.
struct Description {
    var text: String
    /// Whether the source cut it off.
    var isTruncated = false
}

extension RecordCleaner {
    /// The description: the best column's text, its sections, then what other columns hold of it under their names.
    mutating func description(_ record: RawRecord) -> Description {
        var description = Description(text: "")
        if let column = textColumn(record) {
            let text = record.withValue(column, joinedBy: "\n") { cleaner.text($0) } ?? ""
            if !Placeholder.isOne(text) {
                description.text = text
                description.isTruncated = Truncation.isCut(text, limit: cutLengths[column])
            }
        }
        addSections(record, to: &description.text)
        addMore(record, to: &description.text)
        for column in plan.columns(.closing) where record.holds(column) {
            let text = record.withValue(column, joinedBy: "\n") { cleaner.text($0) } ?? ""
            guard !Placeholder.isOne(text) else { continue }
            // Plain and marked up, the same end comes twice.
            if !description.text.contains(text.prefix(200)) { Self.add(text, to: &description.text) }
            break
        }
        return description
    }

    /// The first column that holds a text, unless another holds far more: a teaser beside the full text.
    func textColumn(_ record: RawRecord) -> Int? {
        var best: (column: Int, length: Int)?
        for column in plan.columns(.text) where record.holds(column) {
            let length = record.withValue(column) { $0.count } ?? 0
            guard let current = best else {
                best = (column, length)
                continue
            }
            if length > current.length * 3, length > 200 { best = (column, length) }
        }
        return best?.column
    }

    /// Sections of which the headings and the texts stand in columns of their own, in the record's order.
    private mutating func addSections(_ record: RawRecord, to text: inout String) {
        let headings = plan.columns(.sectionHeading).first { record.holds($0) }
        guard let bodies = plan.columns(.sectionText).first(where: { record.holds($0) }) else { return }
        let heads = headings.map { record.cells(of: $0) } ?? []
        let cells =
            (heads.map { ($0.cell, true, $0.bytes) } + record.cells(of: bodies).map { ($0.cell, false, $0.bytes) })
            .sorted { $0.0 < $1.0 }
        for (_, isHeading, bytes) in cells {
            let part = bytes.withUnsafeBufferPointer { cleaner.text($0) }
            guard !Placeholder.isOne(part) else { continue }
            if isHeading {
                Self.add(part.collapsingWhitespace() + (part.hasSuffix(":") ? "" : ":"), to: &text)
            } else {
                text += text.isEmpty ? part : "\n\(part)"
            }
        }
    }

    private mutating func addMore(_ record: RawRecord, to text: inout String) {
        for column in plan.columns(.moreText) where record.holds(column) {
            guard let more = record.withValue(column, joinedBy: "\n", { cleaner.text($0) }), !Placeholder.isOne(more),
                !text.contains(more.prefix(200))
            else { continue }
            Self.add("\(headings[column] ?? ""):\n\(more)", to: &text)
        }
    }

    private static func add(_ part: String, to text: inout String) {
        text += text.isEmpty ? part : "\n\n\(part)"
    }
}
