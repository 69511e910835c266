/// Lines such as "Company: Acme" and "Location: Berlin" between a title and its text.
enum HeaderLines {
    /// Takes such lines, and blank ones between them, as fields, and moves the index behind the last; then reads what
    /// else the head tells without taking it out of the text.
    static func take(from lines: [String], at index: inout Int, into fields: inout [(name: String, value: String)]) {
        let start = index
        takeLabels(from: lines, at: &index, into: &fields)
        readHead(lines[min(start, lines.count)...], into: &fields)
    }

    /// Adds what the lines below a title tell and no field has told yet.
    static func readHead<Lines: Sequence>(_ lines: Lines, into fields: inout [(name: String, value: String)])
    where Lines.Element == String {
        var known: Set<Field> = []
        var title: String?
        for (name, value) in fields where !value.isEmpty {
            switch ColumnNames.recognise(name)?.role {
            case .field(.title): title = title ?? value
            case .field(.salaryMin), .field(.salaryMax): known.insert(.salary)
            case .field(let field): known.insert(field)
            case .city, .region, .country: known.insert(.location)
            default: break
            }
        }
        guard let title else { return }
        fields.append(contentsOf: DocumentHead.read(lines, title: title, known: known))
    }

    /// Takes the labelled lines that follow at once out of the text.
    private static func takeLabels(
        from lines: [String], at index: inout Int, into fields: inout [(name: String, value: String)]
    ) {
        var cursor = index
        while cursor < lines.count {
            let line = lines[cursor].trimmingWhitespace()
            cursor += 1
            if line.isEmpty { continue }
            guard let pairs = pairs(line) else { return }
            let telling = pairs.filter { !$0.value.isEmpty }
            // A label alone stays: its value may stand below it, in the text.
            if telling.isEmpty { continue }
            fields.append(contentsOf: telling)
            index = cursor
        }
    }

    private static func pairs(_ line: String) -> [(name: String, value: String)]? {
        let bare = line.replacingOccurrences(of: "**", with: "")
        guard bare.contains(":"), bare.utf8.count <= 200 else { return nil }
        let pairs = HeadLabel.pairs(bare).map { (name: $0.label, value: $0.value) }
        guard !pairs.isEmpty, pairs.allSatisfy({ isFact($0.name) }) else { return nil }
        return pairs
    }

    /// Whether a name's role is a fact of one line; texts and what is unknown end the header.
    private static func isFact(_ name: String) -> Bool {
        guard name.split(separator: " ").count <= 3, let role = ColumnNames.recognise(name)?.role else { return false }
        return switch role {
        case .field(.title), .field(.text), .field(.source), .field(.scrapedAt), .moreText, .workplace: false
        default: true
        }
    }
}
