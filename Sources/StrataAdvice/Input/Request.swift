/// What a user tells of a project, a team or a plan, as DESIGN's input keys name it.
public struct Request: Sendable, Hashable {
    /// The project in prose; nil where steps are given, or nothing.
    public var brief: String?
    public var steps: [Step] = []
    public var team: [Member] = []
    public var symptoms: [String] = []
    public var goals: [String] = []
    /// How ready the data is, in words; nil where nothing is said.
    public var data: String?
    /// What the team answers to the questions of a diagnosis, by the question's slug or wording.
    public var answers: [Answer] = []
    /// Keys that mean nothing here, with their lines and what they might have been.
    public var unread: [Unread] = []

    public init() {}

    /// A step of a workflow as the user gives it.
    public struct Step: Sendable, Hashable {
        public var name: String
        /// The layer, where the user says it; `none` or `outside` for work outside the stack.
        public var layer: String?
        /// Who does it and who answers for it, as the user calls the roles, where they say it.
        public var responsible: String?
        public var accountable: String?
        public var line: Int?

        public init(
            name: String, layer: String? = nil, responsible: String? = nil, accountable: String? = nil, line: Int? = nil
        ) {
            self.name = name
            self.layer = layer
            self.responsible = responsible
            self.accountable = accountable
            self.line = line
        }
    }

    /// A person of the team, or several alike.
    public struct Member: Sendable, Hashable {
        /// Empty where none is given.
        public var title: String
        public var count: Int
        public var skills: [String]
        public var text: String
        /// The path of a résumé, as the file says it.
        public var resume: String?
        public var line: Int?

        public init(
            title: String, count: Int = 1, skills: [String] = [], text: String = "", resume: String? = nil,
            line: Int? = nil
        ) {
            self.title = title
            self.count = count
            self.skills = skills
            self.text = text
            self.resume = resume
            self.line = line
        }
    }

    public struct Answer: Sendable, Hashable {
        public var question: String
        public var text: String
        public var line: Int?

        public init(question: String, text: String, line: Int? = nil) {
            self.question = question
            self.text = text
            self.line = line
        }
    }

    public struct Unread: Sendable, Hashable {
        public var key: String
        public var line: Int?
        /// The key that was meant, maybe.
        public var suggestion: String?
    }

    /// Which of the keys plain words stand for.
    public enum Words: Sendable { case brief, symptoms, goals }

    /// Everything that is told in words, a matter a line.
    public var prose: String {
        let told = (brief.map { [$0] } ?? []) + steps.map(\.name) + symptoms + goals + (data.map { [$0] } ?? [])
        return (told + team.map(\.text) + answers.map(\.text)).joined(separator: "\n")
    }

    /// Whether nothing is told at all.
    public var isEmpty: Bool {
        brief == nil && steps.isEmpty && team.isEmpty && symptoms.isEmpty && goals.isEmpty && data == nil
            && answers.isEmpty
    }
}

/// A value that a request cannot be made of.
public struct RequestError: Error, CustomStringConvertible, Sendable, Hashable {
    public var line: Int?
    /// What is wrong and how to mend it.
    public var description: String
}
