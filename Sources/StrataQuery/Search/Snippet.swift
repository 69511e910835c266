internal import StrataModel

/// The passage that SQLite cut out, with the words found marked.
enum Snippet {
    /// Stand around a word found; control characters that no stored text holds.
    static let opening: Unicode.Scalar = "\u{1}"
    static let closing: Unicode.Scalar = "\u{2}"

    /// - parameter raw: with the two characters around each word found.
    /// - returns: one line, runs of white space as one space.
    static func marked(_ raw: String) -> MarkedText {
        var text = ""
        var marks: [MarkedText.Mark] = []
        var start: Int?
        var needsSpace = false
        for scalar in raw.unicodeScalars {
            if scalar == closing {
                if let from = start, from < text.utf8.count {
                    marks.append(.init(span: Span(start: from, end: text.utf8.count), layer: nil))
                }
                start = nil
            } else if scalar.properties.isWhitespace {
                needsSpace = !text.isEmpty
            } else {
                if needsSpace { text += " " }
                needsSpace = false
                if scalar == opening { start = text.utf8.count } else { text.unicodeScalars.append(scalar) }
            }
        }
        return MarkedText(text: text, marks: marks)
    }
}
