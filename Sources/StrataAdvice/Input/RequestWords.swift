extension Request {
    /// Reads plain words.
    ///
    /// What stands under a heading that is one of the keys ("# Team", "Problems:") is the key's. For a project a list of
    /// steps (bullets, numbers, or short lines) is told from prose.
    public init(words text: String, as words: Words) {
        self.init()
        let lines = text.split(whereSeparator: \.isNewline).map { Line($0) }.filter { !$0.text.isEmpty }
        let sections = Self.sections(lines)
        take(sections.first?.lines ?? [], as: words)
        for section in sections.dropFirst() { take(section.lines, under: section.key) }
    }

    /// The lines before the first heading that is a key, and those under each.
    private static func sections(_ lines: [Line]) -> [(key: String, lines: [Line])] {
        var sections: [(key: String, lines: [Line])] = [("", [])]
        for line in lines {
            if line.isHeading || line.isTitle, let key = key(ofHeading: line.text) {
                sections.append((key, []))
            } else {
                sections[sections.count - 1].lines.append(line)
            }
        }
        return sections
    }

    private mutating func take(_ lines: [Line], under key: String) {
        let lines = lines.filter { !$0.isHeading }
        let texts = lines.map(\.text)
        switch key {
        case "team": team += texts.compactMap(TeamReader.member(ofWords:))
        case "symptoms": symptoms += Self.matters(lines)
        case "goals": goals += Self.matters(lines)
        case "data": data = ((data.map { [$0] } ?? []) + texts).joined(separator: "\n")
        case "steps": steps += lines.map { Step(name: $0.text) }
        default: brief = ((brief.map { [$0] } ?? []) + texts).joined(separator: "\n")
        }
    }

    private mutating func take(_ lines: [Line], as words: Words) {
        guard !lines.isEmpty else { return }
        switch words {
        case .symptoms: symptoms = Self.matters(lines)
        case .goals: goals = Self.matters(lines)
        case .brief:
            let items = lines.filter(\.isItem)
            let isList = items.count >= 2 && items.count * 2 >= lines.count
            let isShort = lines.count >= 3 && lines.allSatisfy { $0.isShort || $0.isHeading }
            if isList || isShort {
                let steps = isList ? items : lines.filter { !$0.isHeading }
                self.steps = steps.map { Step(name: $0.text) }
                // What stands above a list says what it is for.
                let rest = lines.filter { isList && !$0.isItem && !$0.isHeading }.map(\.text)
                if !rest.isEmpty { brief = rest.joined(separator: "\n") }
            } else {
                brief = lines.map(\.text).joined(separator: "\n")
            }
        }
    }

    /// A matter a line; lines of a paragraph that were broken by an editor belong together.
    private static func matters(_ lines: [Line]) -> [String] { lines.filter { !$0.isHeading }.map(\.text) }

    private struct Line {
        /// Without its bullet or number.
        var text: String
        var isItem: Bool
        var isHeading: Bool
        /// Whether it is short and ends with a colon, as a heading in plain words does.
        var isTitle: Bool

        init(_ line: Substring) {
            var rest = Substring(String(line).trimmed)
            isHeading = rest.hasPrefix("#")
            isTitle = rest.hasSuffix(":") && rest.count <= Self.longestTitle
            if isHeading { rest = rest.drop { $0 == "#" } }
            isItem = false
            let digits = rest.prefix { $0.isNumber }
            if let first = rest.first, "-*+\u{2022}\u{2013}".contains(first),
                rest.dropFirst().first?.isWhitespace == true
            {
                rest = rest.dropFirst()
                isItem = true
            } else if !digits.isEmpty, digits.count <= 3, let mark = rest.dropFirst(digits.count).first,
                ".)".contains(mark),
                rest.dropFirst(digits.count + 1).first?.isWhitespace == true
            {
                rest = rest.dropFirst(digits.count + 1)
                isItem = true
            }
            text = Self.plain(String(rest).trimmed)
            for box in ["[ ] ", "[x] ", "[X] "] where isItem && text.hasPrefix(box) { text.removeFirst(box.count) }
        }

        private static let longestTitle = 40

        /// Without the marks of bold, emphasis and code.
        private static func plain(_ text: String) -> String {
            text.replacing("**", with: "").replacing("__", with: "").replacing("`", with: "")
        }

        /// So few words that a line of them is a step and no part of a brief.
        var isShort: Bool { text.split(separator: " ").count <= 12 && !text.hasSuffix(".") && !text.hasSuffix(",") }
    }
}
