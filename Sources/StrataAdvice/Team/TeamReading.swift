public import StrataModel

/// A team as its layers see it: who works in which, and by what that is known.
public struct TeamReading: Sendable, Hashable {
    /// How much of a layer a person covers.
    public enum Part: Double, Sendable, Comparable, CaseIterable {
        /// Names something of it.
        case touches = 0.25
        /// Could do it, beside a job that is another.
        case helps = 0.5
        /// It is the job.
        case works = 1

        public static func < (left: Part, right: Part) -> Bool { left.rawValue < right.rawValue }
    }

    /// A person, or several alike.
    public struct Member: Sendable, Hashable {
        /// What answers call them: `10 × Research Scientist`.
        public var label: String
        public var count: Int
        /// Slug of the role that the title names; nil where it names none.
        public var role: String?
        /// Without layers that are not touched.
        public var parts: [Layer: Part]
        /// By layer, by what that is known: titles, skills, the text's own words.
        public var evidence: [Layer: [String]]
    }

    public var members: [Member]

    /// How many people there are.
    public var count: Int { members.reduce(0) { $0 + $1.count } }

    /// How many people work in a layer.
    public func people(in layer: Layer) -> Int {
        members.reduce(0) { $0 + ($1.parts[layer] == .works ? $1.count : 0) }
    }

    /// The coverage of a layer: how many people work in it; where nobody does, 0.5 when somebody could help and 0.25 when
    /// somebody touches it.
    ///
    /// Every person can only add to it.
    public func coverage(of layer: Layer) -> Double {
        let people = people(in: layer)
        return people > 0 ? Double(people) : members.compactMap { $0.parts[layer]?.rawValue }.max() ?? 0
    }

    /// Slugs of the roles of the people who work in a layer, those of the most people first.
    func roles(in layer: Layer) -> [String] {
        var counts: [String: Int] = [:]
        for member in members where member.parts[layer] == .works {
            if let role = member.role { counts[role, default: 0] += member.count }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// What answers call those who fill a role: of that role, or working in its layer.
    func people(filling role: String, of layer: Layer?) -> [String] {
        let exact = members.filter { $0.role == role }.map(\.label)
        guard exact.isEmpty, let layer else { return exact }
        return members.filter { $0.parts[layer] == .works }.map(\.label)
    }
}

/// How well a layer is covered.
public enum CoverageLevel: String, Sendable, CaseIterable {
    case covered, partial, missing

    /// - parameter coverage: of ``TeamReading/coverage(of:)``.
    public init(_ coverage: Double) { self = coverage >= 1 ? .covered : coverage > 0 ? .partial : .missing }
}
