public import StrataModel

/// What a JD or role asks for, held against a document.
public struct CandidateGaps: Sendable, Hashable {
    public enum Standing: String, Sendable, CaseIterable, Comparable {
        /// The document shows it.
        case shown
        /// It shows something of the same kind: a hint, no match.
        case related
        case notShown = "not shown"

        public static func < (left: Standing, right: Standing) -> Bool { left.place < right.place }

        private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What the names beside a skill are to it.
    public enum Hint: String, Sendable {
        /// A role that the document names has it in its name.
        case role
        /// Skills of its kind.
        case kind
        /// Other work of its layer.
        case layer
    }

    public struct Item: Sendable, Hashable {
        public var skill: String
        public var name: String
        public var kind: Skill.Kind
        public var layer: Layer?
        public var requirement: Requirement
        public var standing: Standing
        /// How deep the document shows it.
        public var depth: Depth?
        /// Whether the document itself says that it is not there.
        public var isDenied: Bool
        public var hint: Hint?
        /// What the hint names: a role, or skills that the document shows.
        public var related: [String]
        /// How many of the role's texts ask for it; nil for a JD, or where the catalogue alone says so.
        public var texts: Int?
    }

    /// A sentence of a role's responsibilities or capabilities.
    public struct Duty: Sendable, Hashable {
        public var text: String
        public var isCapability: Bool
        /// Skills that the sentence names and the document shows, by name.
        public var shown: [String]
        /// Skills that it names and the document does not show.
        public var notShown: [String]
    }

    public enum Target: Sendable, Hashable {
        case jd(id: Int64, title: String)
        case role(slug: String, name: String)
    }

    public var target: Target
    /// Where the list comes from.
    public var basis: String
    /// Required ones first, each in the order of weight.
    public var items: [Item]
    public var duties: [Duty]
}
