public import StrataModel

/// Which JDs are meant: all conditions must hold.
public struct JDFilter: Sendable, Hashable {
    /// What the primary layer must be.
    public enum Primary: Sendable, Hashable {
        case layer(Layer)
        /// Outside the stack, or too little evidence.
        case none
    }

    /// Layers that the JD needs, every one of them.
    public var needs: [Layer] = []
    public var primary: Primary?
    /// Name, alias or slug of a skill that the JD asks for, required or preferred.
    public var skill: String?
    /// Name, slug or title phrase of the role; `none` for JDs without one.
    public var role: String?
    public var seniority: Seniority?
    /// Part of the company's name, in any case.
    public var company: String?
    /// Part of the place, in any case.
    public var location: String?
    /// ISO 3166-1 code of the country.
    public var country: String?
    public var workplace: Workplace?
    /// ISO 639-1 code of the text's language.
    public var language: String?
    /// Seen on this day or later.
    public var since: CalendarDate?
    /// Seen before this day.
    public var until: CalendarDate?
    /// Name of a source that the JD was seen in. With dates, one sighting must be in the source and within the dates.
    public var source: String?
    /// Id of a JD: it, and those whose texts are almost the same as its own.
    public var alike: Int64?
    /// Of JDs whose texts are almost the same only the newest.
    public var isDistinct = false

    public init() {}

    /// Whether it asks for sightings within dates, so that undated JDs can't be among them.
    public var isBounded: Bool { since != nil || until != nil }
}

/// A name in a filter or a question that the database doesn't know.
public struct UnknownName: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable { case skill, role, source, dimension, profile, archetype }

    public var kind: Kind
    public var name: String
    /// What was perhaps meant, the likeliest first.
    public var suggestions: [String]

    public init(kind: Kind, name: String, suggestions: [String]) {
        self.kind = kind
        self.name = name
        self.suggestions = suggestions
    }

    public var description: String {
        let names = suggestions.joined(separator: ", ")
        let hint =
            suggestions.isEmpty
            ? "there is none of that name" : suggestions.count > 4 ? "there are \(names)" : "did you mean \(names)?"
        return "unknown \(kind.rawValue) '\(name)': \(hint)"
    }
}
