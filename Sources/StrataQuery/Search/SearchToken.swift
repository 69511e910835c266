/// A piece of a search.
struct SearchToken: Equatable {
    enum Kind: Equatable {
        /// What to look for: a word or a phrase, without quotes.
        case text(String, isPrefix: Bool)
        case and, or, not
        case open, close
        /// `title:` and the like, directly before what it limits.
        case column(SearchColumn)
    }

    var kind: Kind
    /// Unicode scalar at which it begins, from 1.
    var position: Int
}

/// Where a word may be asked for.
enum SearchColumn: String, CaseIterable {
    case title, company, location, text
}

/// Cuts a search into tokens, scalar by scalar: a quote with an accent upon it is still a quote to SQLite.
struct SearchLexer {
    private let query: String
    private let letters: [Unicode.Scalar]
    private var index = 0

    /// - throws: ``SearchSyntaxError`` at a quote that is not closed.
    static func tokens(of query: String) throws -> [SearchToken] {
        var lexer = SearchLexer(query)
        var tokens: [SearchToken] = []
        while let token = try lexer.next() { tokens.append(token) }
        return tokens
    }

    private init(_ query: String) {
        self.query = query
        letters = Array(query.unicodeScalars)
    }

    private var current: Unicode.Scalar? { index < letters.count ? letters[index] : nil }

    private mutating func next() throws -> SearchToken? {
        while let letter = current, Self.isSpace(letter) { index += 1 }
        guard let letter = current else { return nil }
        let position = index + 1
        switch letter {
        case "(", ")":
            index += 1
            return SearchToken(kind: letter == "(" ? .open : .close, position: position)
        case "\"", "“", "”": return SearchToken(kind: try phrase(), position: position)
        case "-" where isMinus:
            index += 1
            return SearchToken(kind: .not, position: position)
        default: return SearchToken(kind: word(), position: position)
        }
    }

    /// A minus at the beginning of a word or a group takes it away; elsewhere it is a hyphen.
    private var isMinus: Bool {
        guard index + 1 < letters.count, index == 0 || Self.isSpace(letters[index - 1]) || letters[index - 1] == "("
        else { return false }
        let next = letters[index + 1]
        return next == "(" || Self.isQuote(next) || SearchText.isSearchable(String(next))
    }

    private mutating func phrase() throws -> SearchToken.Kind {
        let start = index
        index += 1
        while let letter = current, !Self.isQuote(letter) { index += 1 }
        guard current != nil else {
            throw SearchSyntaxError(
                query: query, position: start + 1, reason: "the quote is not closed",
                mend: "put another \" after the phrase, or leave this one out")
        }
        let content = Self.text(letters[(start + 1)..<index])
        index += 1
        return .text(content, isPrefix: takeStar())
    }

    private mutating func word() -> SearchToken.Kind {
        let start = index
        while let letter = current, !Self.isSpace(letter), !Self.isQuote(letter), letter != "(", letter != ")" {
            index += 1
            if letter == ":", let column = SearchColumn(rawValue: Self.text(letters[start..<(index - 1)]).lowercased())
            {
                return .column(column)
            }
        }
        var word = letters[start..<index]
        switch Self.text(word) {
        case "AND": return .and
        case "OR": return .or
        case "NOT": return .not
        default: break
        }
        let isPrefix = word.last == "*"
        while word.last == "*" { word.removeLast() }
        return .text(Self.text(word), isPrefix: isPrefix)
    }

    private mutating func takeStar() -> Bool {
        guard current == "*" else { return false }
        index += 1
        return true
    }

    private static func isSpace(_ letter: Unicode.Scalar) -> Bool { letter.properties.isWhitespace || letter == "\0" }

    private static func isQuote(_ letter: Unicode.Scalar) -> Bool { letter == "\"" || letter == "“" || letter == "”" }

    private static func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(letters))
    }
}

/// What the full-text index can hold of a text.
enum SearchText {
    /// Whether the tokenizer finds a word in it: `unicode61` with `+` and `#` as letters.
    static func isSearchable(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            if scalar == "+" || scalar == "#" { return true }
            return switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber, .privateUse:
                true
            default: false
            }
        }
    }

    /// As FTS5 reads a string.
    static func quoted(_ text: String) -> String {
        let harmless = text.unicodeScalars.map { $0 == "\"" || $0 == "\0" ? " " : $0 }
        return "\"" + String(String.UnicodeScalarView(harmless)) + "\""
    }
}
