public import StrataModel

/// A question to ask in an interview, with what its answers tell.
public struct InterviewQuestion: Sendable, Hashable {
    /// What sort of answer it asks for, in the order in which an interview goes well: first what one has done, last how one
    /// works with others.
    public enum Kind: String, Sendable, CaseIterable {
        case experience, concept, debugging, design, scenario, judgement, collaboration

        var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// Stable name in lower case with hyphens.
    public var slug: String
    /// A few words to speak of it by.
    public var name: String
    public var layer: Layer
    /// Slugs of the roles that it suits; empty where it suits all of its layer.
    public var roles: [String]
    /// Slugs of the skills that it probes, what it is about first.
    public var skills: [String]
    /// The levels that it suits, from the lowest; all where it suits any.
    public var levels: [InterviewLevel]
    public var kind: Kind
    /// How long an answer and the talk about it take.
    public var minutes: Int
    public var question: String
    /// What good answers contain.
    public var good: [String]
    /// What bad ones reveal.
    public var bad: [String]
    /// What to ask next.
    public var followUp: String

    /// `any`, or the levels.
    public var levelText: String {
        levels.count == InterviewLevel.allCases.count ? "any" : levels.map(\.rawValue).joined(separator: ", ")
    }

    /// The skills that it is about; the further ones it touches.
    var central: ArraySlice<String> { skills.prefix(Self.centralCount) }

    private static let centralCount = 6

    /// Whether it suits somebody of that role: all do, unless they name others.
    func suits(role: String?) -> Bool { roles.isEmpty || role.map(roles.contains) ?? false }

    /// Whether it probes a skill that is wanted of somebody of that role.
    ///
    /// Written for other roles, it does so for what it is about first of all; a skill outside the stack it must be about.
    func probes(_ skill: WantedSkill, inRole role: String?) -> Bool {
        let slugs = suits(role: role) ? (skill.layer == nil ? central : skills[...]) : skills.prefix(Self.foreignCount)
        return slugs.contains(skill.slug)
    }

    private static let foreignCount = 4
}
