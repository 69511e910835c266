/// Reads a search: words, "phrases", prefix*, `title:word`, AND, OR, NOT, -word, parentheses.
///
/// Words side by side must all be there; AND binds closer than OR.
struct SearchParser {
    private let query: String
    private let tokens: [SearchToken]
    private var index = 0
    private var depth = 0

    /// Parentheses within each other, and words: more than these, and SQLite would refuse.
    static let deepest = 10
    static let mostWords = 200

    /// - throws: ``SearchSyntaxError``.
    static func expression(_ query: String) throws -> SearchExpression {
        var parser = SearchParser(query: query, tokens: try SearchLexer.tokens(of: query))
        if let word = parser.tokens.filter(\.isText).dropFirst(mostWords).first {
            throw parser.error(word.position, "more than \(mostWords) words", "search for fewer at a time")
        }
        let expression = try parser.choice()
        if let token = parser.current {
            throw parser.error(token.position, "this parenthesis was never opened", "put a ( before, or leave it out")
        }
        guard let expression else {
            throw parser.error(1, "there is no word to look for", "type a word, a \"phrase\" or the beginning of one*")
        }
        return expression
    }

    private init(query: String, tokens: [SearchToken]) {
        self.query = query
        self.tokens = tokens
    }

    private var current: SearchToken? { index < tokens.count ? tokens[index] : nil }

    private var endPosition: Int { query.unicodeScalars.count + 1 }

    private func error(_ position: Int, _ reason: String, _ mend: String) -> SearchSyntaxError {
        SearchSyntaxError(query: query, position: position, reason: reason, mend: mend)
    }

    /// `a b OR c`; nil when it holds nothing but punctuation.
    private mutating func choice() throws -> SearchExpression? {
        var parts: [SearchExpression] = []
        while true {
            let part = try conjunction()
            if let part { parts.append(part) }
            guard let token = current, token.kind == .or else { return .any(of: parts) }
            index += 1
            try expectOperand(after: token, "OR")
        }
    }

    /// `a b AND c NOT d -e`; nil when it holds nothing but punctuation.
    private mutating func conjunction() throws -> SearchExpression? {
        var wanted: [SearchExpression] = []
        var unwanted: [SearchExpression] = []
        var firstNot: SearchToken?
        var isFirst = true
        while let token = current, token.kind != .close, token.kind != .or {
            if token.kind == .and {
                if isFirst { throw error(token.position, "AND has nothing before it", "put a word there") }
                index += 1
                try expectOperand(after: token, "AND")
            }
            isFirst = false
            if let not = current, not.kind == .not {
                firstNot = firstNot ?? not
                index += 1
                try expectOperand(after: not, "NOT", allowsNot: false)
                if let part = try operand() { unwanted.append(part) }
            } else if let part = try operand() {
                wanted.append(part)
            }
        }
        if isFirst, let token = current, token.kind == .or {
            throw error(token.position, "OR has nothing before it", "put a word there")
        }
        guard !unwanted.isEmpty else { return .all(of: wanted) }
        guard let together = SearchExpression.all(of: wanted) else {
            throw error(
                firstNot?.position ?? 1, "NOT (or a minus) takes away from what is found, and nothing is asked for",
                "put a word that you do want beside it")
        }
        return .except(together, unwanted)
    }

    private func expectOperand(after token: SearchToken, _ name: String, allowsNot: Bool = true) throws {
        switch current?.kind {
        case .text, .open, .column: return
        case .not where allowsNot: return
        case nil, .close: throw error(token.position, "\(name) has nothing after it", "put a word there")
        case .and, .or, .not:
            throw error(
                current?.position ?? endPosition, "two operators in a row",
                "put a word between them, or quotes around one that you look for")
        }
    }

    /// A word, a phrase, a group, or one of them in a column; nil when it holds nothing but punctuation.
    private mutating func operand() throws -> SearchExpression? {
        guard let token = current else { return nil }
        index += 1
        switch token.kind {
        case .text(let text, let isPrefix):
            return SearchText.isSearchable(text) ? .text(text, isPrefix: isPrefix) : nil
        case .open: return try group(token)
        case .column(let column):
            switch current?.kind {
            case .text, .open: return try operand().map { .column(column, $0) }
            default:
                throw error(
                    token.position, "\(column.rawValue): is followed by no word",
                    "put the word directly after the colon, as in \(column.rawValue):engineer")
            }
        case .and, .or, .not, .close: return nil
        }
    }

    private mutating func group(_ opening: SearchToken) throws -> SearchExpression? {
        guard depth < Self.deepest else {
            throw error(opening.position, "more than \(Self.deepest) parentheses within each other", "leave some out")
        }
        depth += 1
        defer { depth -= 1 }
        if current?.kind == .close {
            throw error(opening.position, "there is nothing between the parentheses", "put a word there")
        }
        let expression = try choice()
        guard current?.kind == .close else {
            throw error(opening.position, "this parenthesis is not closed", "put a ) where the group ends")
        }
        index += 1
        return expression
    }
}

extension SearchToken {
    fileprivate var isText: Bool {
        if case .text = kind { true } else { false }
    }
}
