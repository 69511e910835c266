public import StrataModel

/// Who covers something, and how well.
public struct Cover: Sendable, Hashable {
    /// What somebody has of it.
    public struct Part: Sendable, Hashable {
        /// As answers call them: `10 × Research Scientist`.
        public var people: String
        /// Whether it is theirs; else they could do some of it.
        public var isWhole: Bool
        public var why: Why

        public init(people: String, isWhole: Bool, why: Why) {
            self.people = people
            self.isWhole = isWhole
            self.why = why
        }
    }

    /// By what it is known.
    public enum Why: Sendable, Hashable {
        case role
        case layer(Layer)
    }

    public enum State: String, Sendable {
        case covered, partial, open
    }

    /// Those to whom it belongs first.
    public let parts: [Part]

    public init(_ parts: [Part]) {
        self.parts = parts.filter(\.isWhole) + parts.filter { !$0.isWhole }
    }

    public var state: State {
        parts.isEmpty ? .open : parts.contains(where: \.isWhole) ? .covered : .partial
    }

    /// Names of those who cover it, or of those who help where nobody does.
    public var people: [String] {
        let whole = parts.filter(\.isWhole)
        return (whole.isEmpty ? parts : whole).map(\.people)
    }

    /// Who and by what it is known; those who help only where it is nobody's. A dash for nobody.
    public var reasons: String {
        let whole = parts.filter(\.isWhole)
        let told = (whole.isEmpty ? parts : whole).map { part in
            switch part.why {
            case .role: "\(part.people) (by role)"
            case .layer(let layer): "\(part.people) (works in \(layer.name))"
            }
        }
        return told.isEmpty ? "–" : told.joined(separator: ", ")
    }

    /// `{"state":"covered"|"partial"|"open","people":[]}`.
    public var json: JSONValue {
        .object([("state", .string(state.rawValue)), ("people", .array(people.map { .string($0) }))])
    }
}
