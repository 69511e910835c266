import Yams

/// A JD in Markdown: facts in front matter or under the heading, then the text.
enum MarkdownDocument {
    static func entries(_ text: String) -> [DocumentEntry] {
        // Where front matter ends only a look at all lines tells.
        let isWhole = text.prefix { $0 != "\n" && $0 != "\r\n" }.hasPrefix("---")
        var lines = DocumentLines.split(text, isWhole: isWhole).map { $0.hasSuffix("\r") ? String($0.dropLast()) : $0 }
        var fields: [(name: String, value: String)] = []
        let front = frontMatter(&lines)
        if let front {
            do {
                guard let node = try Yams.compose(yaml: front), let values = YAMLDocuments.fields(of: node, in: front)
                else {
                    return [
                        .reject(
                            reason:
                                "its front matter is no mapping, or comes to too much once its aliases are followed",
                            line: 1, raw: text)
                    ]
                }
                fields = values
            } catch {
                return [.reject(reason: "malformed front matter: check its indentation", line: 1, raw: text)]
            }
        }
        var body = lines.firstIndex { !$0.trimmingWhitespace().isEmpty } ?? lines.count
        let isTitled = fields.contains { ColumnNames.recognise($0.name)?.role == .field(.title) }
        if body < lines.count { takeTitle(lines, &body, &fields, isTitled: isTitled) }
        // The body is the description, whatever the front matter has under that name.
        let description = lines[min(body, lines.count)...].joined(separator: "\n")
        fields.append(("full description", description))
        return [.record(fields: fields, line: 1, raw: text)]
    }

    /// Cuts off the block between two lines of `---` at the start.
    private static func frontMatter(_ lines: inout [String]) -> String? {
        guard lines.first?.trimmingWhitespace() == "---",
            let end = lines.dropFirst().firstIndex(where: { ["---", "..."].contains($0.trimmingWhitespace()) })
        else { return nil }
        let front = lines[1..<end].joined(separator: "\n")
        guard YAMLHazards.find(in: front) == nil else { return nil }
        lines.removeSubrange(...end)
        return front
    }

    private static func takeTitle(
        _ lines: [String], _ body: inout Int, _ fields: inout [(name: String, value: String)], isTitled: Bool
    ) {
        guard let heading = MarkdownLine.heading(lines[body]) else {
            if !isTitled, lines[body].count <= 120, body + 1 < lines.count {
                fields.append(("title", lines[body].trimmingWhitespace()))
                body += 1
                HeaderLines.take(from: lines, at: &body, into: &fields)
            }
            return
        }
        let (text, url) = MarkdownLine.link(heading)
        if !isTitled { fields.append(("title", text)) }
        if let url { fields.append(("url", url)) }
        body += 1
        takeHeader(lines, &body, &fields)
        HeaderLines.take(from: lines, at: &body, into: &fields)
    }

    /// Short headings under the title: the company, then place and pay in code spans or behind pictographs.
    private static func takeHeader(
        _ lines: [String], _ body: inout Int, _ fields: inout [(name: String, value: String)]
    ) {
        var cursor = body
        // Where the company is known already, a heading is the title of a section.
        var mayName = !fields.contains { ColumnNames.recognise($0.name)?.role == .field(.company) }
        while cursor < lines.count {
            let line = lines[cursor].trimmingWhitespace()
            cursor += 1
            if line.isEmpty { continue }
            let text = MarkdownLine.heading(line) ?? line
            if let facts = HeadLine.pictured(text) {
                fields.append(contentsOf: facts)
            } else if mayName, MarkdownLine.heading(line) != nil, isName(text) {
                fields.append(("company", MarkdownLine.link(text).text))
            } else {
                return
            }
            mayName = false
            body = cursor
        }
    }

    /// Whether a heading can be a company's name rather than the title of a section.
    private static func isName(_ text: String) -> Bool {
        guard text.count <= 60, !text.hasPrefix("*"), !text.hasSuffix(":"), !text.hasSuffix("?") else { return false }
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        guard let first = words.first else { return false }
        return !sectionWords.contains(first) && !words.contains("you")
    }

    private static let sectionWords: Set<String> = [
        "about", "description", "job", "overview", "responsibilities", "requirements", "summary", "role", "what", "who",
        "why", "the", "your", "our", "we", "how", "position", "qualifications", "skills", "benefits", "introduction",
        "company", "location", "mission", "missions", "profil", "aufgaben", "key", "duties", "details", "us", "über",
        "wir", "deine", "dein", "ihre", "unser", "unsere", "stellenbeschreibung", "anforderungen", "qui", "nous",
        "notre",
        "votre", "vos", "tes", "ton", "poste", "over", "wij", "jouw", "functie", "functieomschrijving", "sobre",
        "quiénes", "nosotros", "tu", "funciones", "requisitos",
    ]
}
