import StrataModel

extension RecordCleaner {
    /// The description: the best column's text, with what other columns hold of it under their names.
    mutating func description(_ record: RawRecord) -> String {
        guard let column = textColumn(record) else { return moreText(record, behind: "") }
        let text = record.withValue(column, joinedBy: "\n") { cleaner.text($0) } ?? ""
        return moreText(record, behind: Placeholder.isOne(text) ? "" : text)
    }

    /// The first column that holds a text, unless another holds far more: a teaser beside the full text.
    private func textColumn(_ record: RawRecord) -> Int? {
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

    private mutating func moreText(_ record: RawRecord, behind text: String) -> String {
        var text = text
        for column in plan.columns(.moreText) where record.holds(column) {
            guard let more = record.withValue(column, joinedBy: "\n", { cleaner.text($0) }), !Placeholder.isOne(more),
                !text.contains(more.prefix(200))
            else { continue }
            let heading = headings[column] ?? ""
            text += text.isEmpty ? "\(heading):\n\(more)" : "\n\n\(heading):\n\(more)"
        }
        return text
    }
}
