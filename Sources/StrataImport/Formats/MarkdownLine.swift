/// Marks of single lines of Markdown.
enum MarkdownLine {
    /// The text of a heading line; nil when the line is none.
    static func heading(_ line: String) -> String? {
        let marks = line.prefix { $0 == "#" }.count
        guard (1...6).contains(marks), line.dropFirst(marks).first == " " else { return nil }
        return String(line.dropFirst(marks)).trimmingWhitespace()
    }

    /// The text and address of `[text](address)`.
    static func link(_ text: String) -> (text: String, url: String?) {
        guard text.hasPrefix("["), text.hasSuffix(")"), let middle = text.firstRange(of: "](") else {
            return (text, nil)
        }
        let inner = text[text.index(after: text.startIndex)..<middle.lowerBound]
        return (String(inner), String(text[middle.upperBound...].dropLast()))
    }
}
