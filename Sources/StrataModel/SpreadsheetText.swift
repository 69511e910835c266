/// Text in a CSV cell that a spreadsheet shows and does not run, and back.
public enum SpreadsheetText {
    /// Whether a spreadsheet would run the text as a formula.
    public static func startsFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        switch first {
        case "\t", "\r", "\n": return true
        default: break
        }
        // Some programs trim spaces first, and some take the full-width forms for the signs themselves.
        guard let sign = text.unicodeScalars.first(where: { $0 != " " }) else { return false }
        switch sign {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠": return true
        default: return false
        }
    }

    /// The text behind an apostrophe where it would be run, or begins with one itself: ``unguarded(_:)`` gives it back.
    public static func guarded(_ text: String) -> String { isGuarded(text) ? "'" + text : text }

    /// The text without the apostrophe that ``guarded(_:)`` put before it.
    public static func unguarded(_ text: String) -> String {
        guard text.utf8.first == UInt8(ascii: "'") else { return text }
        let rest = String(decoding: text.utf8.dropFirst(), as: UTF8.self)
        return isGuarded(rest) ? rest : text
    }

    private static func isGuarded(_ text: String) -> Bool {
        text.utf8.first == UInt8(ascii: "'") || startsFormula(text)
    }
}
