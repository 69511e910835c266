public import StrataClassify
public import StrataModel

/// What a résumé shows, and what it does not say. A person decides what that means.
public struct CandidateProfile: Sendable, Hashable {
    /// A place that names a skill.
    public struct Place: Sendable, Hashable {
        /// 1-based.
        public var line: Int
        /// In the UTF-8 of the document's text.
        public var span: Span
        public var section: ResumeSection?
        /// The sentence around it; only the words themselves where it may hold a name, a school or the like.
        public var quote: String
        /// Nil for a mention that does not count.
        public var depth: Depth?
        /// Why it does not count; nil where it does.
        public var setAside: SetAside?
        /// Number of the dated job that it belongs to.
        public var job: Int?
    }

    /// How long, and by whose word.
    public struct Years: Sendable, Hashable {
        /// As the document states it.
        public var stated: Double?
        /// How long the dated jobs took together that name the skill; nil where none does, or nothing tells.
        public var inJobs: Double?
        /// Since when one of these jobs goes on, where nobody has said what "present" means: it may be more. `2021-03`.
        public var ongoingSince: String?
    }

    /// A skill with all places that name it.
    public struct Item: Sendable, Hashable {
        public var skill: String
        public var name: String
        public var kind: Evidence.Kind
        /// Its primary layer in the catalogue; nil outside the stack.
        public var home: Layer?
        /// What it adds to the score of each outcome.
        public var contributions: OutcomeValues
        /// The deepest of its places; nil where none counts.
        public var depth: Depth?
        public var places: [Place]
        public var years: Years

        /// How many places count.
        public var count: Int { places.count { $0.setAside == nil } }
        public var isShown: Bool { depth != nil }
        /// All depths that its places show, the strongest first.
        public var depths: [Depth] { Set(places.compactMap(\.depth)).sorted() }
        /// The place to show: the deepest, of equals the one that says most.
        public var best: Place? {
            places.filter { $0.setAside == nil }.min {
                ($0.depth ?? .listed, -$0.quote.utf8.count, $0.line) < (
                    $1.depth ?? .listed, -$1.quote.utf8.count, $1.line
                )
            }
        }
    }

    /// What the file is called; the person is not.
    public var file: String
    /// Whether the document can be read as a résumé: it has jobs, education or skills in it.
    public var isResume: Bool
    /// Whether it shows a skill, a tool or a role of the four layers. Where it does not, the shares are those of any text.
    public var namesStack: Bool
    public var background: Background
    /// Skills, those that weigh most first.
    public var items: [Item]
    /// Roles named in full, in the order of the text.
    public var roles: [String]
    /// Sentences that say that others followed this person, in order: place and words.
    public var led: [Place]
    /// Years of experience that the document states in general; nil where it states none.
    public var statedExperience: Double?
    /// What "present" was taken for: `2024-09`; nil where nothing hangs on it.
    public var present: String?
    /// Whether that was given, rather than read in the document.
    public var presentIsGiven: Bool
    /// How many dated jobs there are.
    public var jobs: Int
    /// What to bear in mind of the document: its language, that it reads as a JD.
    public var remarks: [String]
    public var gaps: CandidateGaps?
    public var questions: [CandidateQuestion]

    /// That a person decides; on every answer.
    public static let note =
        "This profile lists what one document shows. It is no score and no verdict on a person: a person decides. "
        + "What is not shown here may well be there; ask."

    public func item(_ skill: String) -> Item? { items.first { $0.skill == skill } }
}

/// Something to ask, and why.
public struct CandidateQuestion: Sendable, Hashable {
    /// Slug of the rule that raised it.
    public var rule: String
    /// Slug of the skill in question; nil where it is none.
    public var skill: String?
    public var question: String
    public var why: String
}
