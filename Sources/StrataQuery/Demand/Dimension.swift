/// What a demand report counts by.
public enum Dimension: String, Sendable, CaseIterable {
    /// Each layer that a JD needs, so a JD may count in several.
    case layer
    /// The layer in which most of the work lies, or none.
    case primary
    case role
    /// Each skill of any kind that a JD asks for, required or preferred.
    case skill
    /// Each tool that a JD asks for, required or preferred.
    case tool
    case seniority, company, location
    /// ISO codes of the country and of the text's language; remote, hybrid or onsite.
    case country, workplace, language
    /// When it was seen; a JD seen in several months counts in each.
    case month, quarter, year
    /// Each source that a JD was seen in.
    case source

    /// Name for people.
    public var title: String {
        switch self {
        case .layer: "Layer needed"
        case .primary: "Primary layer"
        default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        }
    }

    /// Reads `role` or `role,month`.
    ///
    /// - throws: ``UnknownName`` for what is no dimension, ``DimensionError`` for none, more than two, or one twice.
    public static func list(_ text: String) throws -> [Dimension] {
        let words = text.split(separator: ",").map { String($0.filter { !$0.isWhitespace }).lowercased() }
        let dimensions = try words.map { word in
            if let dimension = Dimension(rawValue: word) { return dimension }
            // "roles" for "role".
            if word.last == "s", let dimension = Dimension(rawValue: String(word.dropLast())) { return dimension }
            let spellings = allCases.map { Spelling(key: $0.rawValue, name: $0.rawValue, isInStack: true) }
            let near = Suggestions(for: word).best(of: spellings)
            throw UnknownName(
                kind: .dimension, name: word, suggestions: near.isEmpty ? allCases.map(\.rawValue) : near)
        }
        try check(dimensions)
        return dimensions
    }

    static func check(_ dimensions: [Dimension]) throws {
        guard (1...2).contains(dimensions.count), Set(dimensions).count == dimensions.count else {
            throw DimensionError(count: dimensions.count)
        }
    }

    /// Whether it is a stretch of time.
    public var isTime: Bool {
        switch self {
        case .month, .quarter, .year: true
        default: false
        }
    }
}

/// A report counts by one dimension or by two that differ.
public struct DimensionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// How many were given.
    public var count: Int

    public var description: String {
        let problem =
            switch count {
            case 0: "no dimension is named"
            case 1, 2: "the same dimension is named twice"
            default: "\(count) dimensions are named, and a report takes at most two"
            }
        let all = Dimension.allCases.map(\.rawValue).joined(separator: ", ")
        return "\(problem); name one or two of \(all)"
    }
}
