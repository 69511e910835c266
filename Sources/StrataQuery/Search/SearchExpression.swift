/// What a search asks for, in a form that FTS5 always understands.
indirect enum SearchExpression: Equatable {
    case text(String, isPrefix: Bool)
    case column(SearchColumn, SearchExpression)
    /// All of them, two or more.
    case all([SearchExpression])
    /// At least one of them, two or more.
    case any([SearchExpression])
    /// The first without any of the others, of which there is at least one.
    case except(SearchExpression, [SearchExpression])

    /// As text for `MATCH`.
    var match: String {
        switch self {
        case .text(let text, let isPrefix): SearchText.quoted(text) + (isPrefix ? "*" : "")
        case .column(let column, let expression): "\(column.rawValue) : \(expression.grouped)"
        case .all(let parts): parts.map(\.grouped).joined(separator: " AND ")
        case .any(let parts): parts.map(\.grouped).joined(separator: " OR ")
        case .except(let wanted, let unwanted): "\(wanted.grouped) NOT \(Self.union(unwanted).grouped)"
        }
    }

    /// Its words, where it says no more than that all of them must occur; nil where it says more.
    var plainWords: [String]? {
        switch self {
        case .text(let text, isPrefix: false): [text]
        case .all(let parts):
            parts.reduce([]) { words, part in
                guard case .text(let text, isPrefix: false) = part else { return nil }
                return words.map { $0 + [text] }
            }
        default: nil
        }
    }

    private var grouped: String {
        switch self {
        case .text: match
        default: "(\(match))"
        }
    }

    private static func union(_ parts: [SearchExpression]) -> SearchExpression {
        parts.count == 1 ? parts[0] : .any(parts)
    }

    /// The parts together; nil when there are none.
    static func all(of parts: [SearchExpression]) -> SearchExpression? {
        parts.count > 1 ? .all(parts) : parts.first
    }

    /// The parts to choose from; nil when there are none.
    static func any(of parts: [SearchExpression]) -> SearchExpression? {
        parts.count > 1 ? .any(parts) : parts.first
    }
}
