/// What is wrong with a search, where, and how to mend it.
public struct SearchSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The search as it was typed.
    public var query: String
    /// The character (Unicode scalar) at which it goes wrong, from 1.
    public var position: Int
    /// What is wrong.
    public var reason: String
    /// How to mend it.
    public var mend: String

    public var description: String { "search, character \(position): \(reason); \(mend)" }

    /// The search with a mark below the character, for a terminal: two lines.
    public var pointer: String {
        let line = String(query.map { $0.isWhitespace ? " " : $0 })
        return "\(line)\n\(String(repeating: " ", count: max(0, position - 1)))^"
    }
}
