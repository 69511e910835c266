/// Text from data made fit for Markdown.
enum MarkdownText {
    /// One line in which nothing is interpreted, wherever it stands.
    static func escaped(_ text: String) -> String { startEscaped(cell(text)) }

    /// The content of a table's cell, where nothing but inline markup counts.
    static func cell(_ text: String) -> String { inlineEscaped(trimmed(TerminalText.sanitised(text))) }

    /// Escapes what means something within a line: emphasis, code, links, HTML, cells, formulas, addresses.
    ///
    /// - parameter text: sanitised.
    static func inlineEscaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count + 8)
        var isAfterColon = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result += "\\\(scalar)"
            // Bare addresses become links unless what announces them is broken up.
            case "/" where isAfterColon, "." where endsWithWWW(result): result += "\\\(scalar)"
            default: result.unicodeScalars.append(scalar)
            }
            isAfterColon = scalar == ":"
        }
        return result
    }

    /// Escapes what means something at the start of a line: headings, lists, rules, underlines of headings.
    ///
    /// - parameter text: escaped within already.
    static func startEscaped(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        if "#+-=:".unicodeScalars.contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else { return text }
        return "\(digits)\\\(rest)"
    }

    /// A code block whose fence is longer than any run of backticks in it.
    static func fenced(_ text: String) -> String {
        let text = TerminalText.sanitisedLines(text)
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)text\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)"
    }

    private static func endsWithWWW(_ text: String) -> Bool { text.suffix(3).lowercased() == "www" }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
