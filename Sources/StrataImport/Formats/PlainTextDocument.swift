/// A JD as plain text: the first line is the title, the rest the text.
enum PlainTextDocument {
    static func entries(_ text: String) -> [DocumentEntry] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
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

/// Lines such as "Company: Acme" and "Location: Berlin" between a title and its text.
enum HeaderLines {
    /// Takes such lines, and blank ones between them, as fields, and moves the index behind the last.
    static func take(from lines: [String], at index: inout Int, into fields: inout [(name: String, value: String)]) {
        var cursor = index
        while cursor < lines.count {
            let line = lines[cursor].trimmingWhitespace()
            cursor += 1
            if line.isEmpty { continue }
            guard let (name, value) = pair(line) else { return }
            if !value.isEmpty { fields.append((name, value)) }
            index = cursor
        }
    }

    private static func pair(_ line: String) -> (String, String)? {
        let bare = line.replacingOccurrences(of: "**", with: "")
        guard let colon = bare.firstIndex(of: ":"), bare.utf8.count <= 200 else { return nil }
        let start = bare.firstIndex { $0 != "-" && $0 != "*" && $0 != " " } ?? bare.startIndex
        guard start < colon else { return nil }
        let name = String(bare[start..<colon])
        guard name.split(separator: " ").count <= 3, let role = ColumnNames.recognise(name)?.role, isFact(role) else {
            return nil
        }
        return (name, String(bare[bare.index(after: colon)...]).trimmingWhitespace())
    }

    /// Whether a role is a fact of one line; texts and what is unknown end the header.
    private static func isFact(_ role: ColumnRole) -> Bool {
        switch role {
        case .field(.title), .field(.text), .field(.source), .field(.scrapedAt), .moreText, .remote: false
        default: true
        }
    }
}
