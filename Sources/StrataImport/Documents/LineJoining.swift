/// Puts the lines of a block together into paragraphs, as they were before they were broken to fit.
struct LineJoining {
    /// All words of the document, to tell how one that was divided is written elsewhere.
    private let vocabulary: Set<String>

    init(_ pages: [PDFLayout.Page]) {
        var words: Set<String> = []
        for line in pages.lazy.flatMap(\.blocks).flatMap(\.lines) {
            for word in line.words { words.insert(Self.bare(word.text)) }
        }
        vocabulary = words
    }

    /// The paragraphs of a block.
    func paragraphs(of block: PDFLayout.Block, on page: PDFLayout.Page) -> [String] {
        let right = edge(of: block, on: page)
        var paragraphs: [String] = []
        var previous: PDFLayout.Line?
        for line in block.lines where !line.words.isEmpty {
            let text = Self.isBullet(line.words[0].text) ? Self.bulleted(line) : line.text
            if let last = previous, let paragraph = paragraphs.last, belongs(line, behind: last, edge: right) {
                paragraphs[paragraphs.count - 1] = joined(paragraph, text)
            } else {
                paragraphs.append(text)
            }
            previous = line
        }
        return paragraphs
    }

    /// How far to the right lines may go: as far as any does that stands above or below the block and reaches into no column
    /// beside it.
    private func edge(of block: PDFLayout.Block, on page: PDFLayout.Page) -> Double {
        let (left, right) = (block.left, block.right)
        let beside = page.blocks.filter { $0.left > right && $0.top < block.bottom && $0.bottom > block.top }
        let limit = beside.map(\.left).min() ?? .infinity
        let lines = page.blocks.lazy.flatMap(\.lines).filter { line in
            let start = line.words.first?.left ?? 0
            return start > left - Self.indent && start < right && line.right < limit
        }
        return max(right, lines.map(\.right).max() ?? 0)
    }

    /// In points: so far to the left of a bullet's text the other lines of its column begin.
    private static let indent = 45.0

    /// Whether a line goes on with the one before: it begins small, or its first word had no room there.
    private func belongs(_ line: PDFLayout.Line, behind last: PDFLayout.Line, edge: Double) -> Bool {
        let first = line.words[0]
        guard !Self.isBullet(first.text) else { return false }
        if last.words.count == 1, Self.isBullet(last.words[0].text) { return true }
        guard line.height < last.height * 1.2, last.height < line.height * 1.2 else { return false }
        let text = last.words.last?.text ?? ""
        if Self.divided(text) != nil { return true }
        guard let start = first.text.unicodeScalars.first, let end = text.unicodeScalars.last else { return false }
        if start.properties.isLowercase { return last.words.count > 2 || !fits(first, behind: last, edge) }
        guard !".:;!?".unicodeScalars.contains(end), last.words.count > 3 else {
            return ".,;".unicodeScalars.contains(end) && last.words.count > 3 && !fits(first, behind: last, edge)
        }
        return !fits(first, behind: last, edge)
    }

    private func fits(_ word: PDFLayout.Word, behind line: PDFLayout.Line, _ edge: Double) -> Bool {
        line.right + line.height * 0.25 + (word.right - word.left) <= edge
    }

    private func joined(_ paragraph: String, _ next: String) -> String {
        guard let stem = Self.divided(paragraph), let first = next.unicodeScalars.first else {
            return "\(paragraph) \(next)"
        }
        // "CI/CD-" and "Deep" keep their hyphen, as do words that are written with one elsewhere or as a rule.
        let head = stem.split(separator: " ").last.map(String.init) ?? stem
        let tail = next.split(separator: " ").first.map(String.init) ?? next
        guard paragraph.unicodeScalars.last != "\u{AD}" else { return stem + next }
        return first.properties.isLowercase && !keepsHyphen(head, tail) ? stem + next : "\(stem)-\(next)"
    }

    private func keepsHyphen(_ head: String, _ tail: String) -> Bool {
        if vocabulary.contains(Self.bare(head + tail)) { return false }
        if head.contains("-") || vocabulary.contains(Self.bare("\(head)-\(tail)")) { return true }
        return Self.compounds.contains(Self.bare(head))
    }

    /// What stands before the hyphen at a line's end, nil where there is none behind a letter.
    private static func divided(_ text: String) -> String? {
        guard let last = text.unicodeScalars.last, ["-", "\u{2010}", "\u{AD}"].contains(last) else { return nil }
        let stem = text.unicodeScalars.dropLast()
        guard let letter = stem.last, letter.properties.isAlphabetic else { return nil }
        return String(stem)
    }

    private static func bare(_ word: String) -> String {
        String(word.lowercased().drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
    }

    private static func isBullet(_ word: String) -> Bool {
        ["•", "●", "▪", "■", "◦", "○", "‣", "⁃", "–", "-", "*", "·", "o", "➢", "✓", "✔", "→"].contains(word)
    }

    private static func bulleted(_ line: PDFLayout.Line) -> String {
        "- " + line.words.dropFirst().map(\.text).joined(separator: " ")
    }

    /// First parts of words that are written with a hyphen: "real-time", "hands-on".
    private static let compounds: Set<String> = [
        "real", "self", "full", "part", "cross", "non", "multi", "high", "low", "data", "cloud", "open", "client",
        "hands", "team", "fast", "well", "long", "short", "decision", "problem", "large", "small", "state", "end", "up",
        "on", "e", "event", "cost", "third", "test", "domain", "ai", "ml", "co", "follow", "day", "two", "three",
        "four",
        "five", "six", "customer", "user", "solution", "detail", "goal", "result", "best", "time", "scikit", "one",
        "micro", "zero", "in", "off", "out", "world", "value", "business", "model", "object", "fine", "pre", "post",
        "re",
        "ex", "semi", "sub", "inter", "mid", "entry", "senior", "quarter", "year", "month", "rule", "tech", "key",
    ]
}
