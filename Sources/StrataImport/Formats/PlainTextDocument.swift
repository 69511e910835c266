/// A JD as plain text: the first line is the title, the rest the text.
enum PlainTextDocument {
    static func entries(_ text: String) -> [DocumentEntry] {
        let lines = DocumentLines.split(text)
        guard let first = lines.firstIndex(where: { !$0.trimmingWhitespace().isEmpty }) else { return [] }
        let title = lines[first].trimmingWhitespace()
        var fields: [(name: String, value: String)] = []
        var rest = first + 1
        if title.count <= 200 {
            fields.append(("title", title))
        } else {
            rest = first
        }
        HeaderLines.take(from: lines, at: &rest, into: &fields)
        fields.append(("description", lines[min(rest, lines.count)...].joined(separator: "\n")))
        return [.record(fields: fields, line: first + 1, raw: text)]
    }
}
