internal import StrataCatalogue
public import StrataModel

/// A question to ask a team, by whose answer a layer shows whether somebody answers for it.
public struct TeamQuestion: Sendable, Hashable {
    public let slug: String
    public let layer: Layer
    public let question: String
    /// What a good answer contains, and what a bad one says.
    public let good: String
    public let bad: String

    static func all(_ files: RuleFiles) throws -> [TeamQuestion] {
        try files.read("team-questions") { table in
            let (slug, layer) = try (table.column("slug"), table.column("layer"))
            let (question, good, bad) = try (table.column("question"), table.column("good"), table.column("bad"))
            return try table.map { row in
                guard let own = try row.layer(layer) else { throw row.malformed("a question is about a layer") }
                return TeamQuestion(
                    slug: row[slug].string, layer: own, question: row[question].string, good: row[good].string,
                    bad: row[bad].string)
            }
        }
    }
}

/// What a team said to a question, and what that says.
public struct TeamAnswer: Sendable, Hashable {
    public enum Verdict: String, Sendable, CaseIterable {
        /// Somebody answers for it and it works.
        case good
        /// Nobody does, or by hand, or nobody knows.
        case bad
        case unclear
    }

    public var question: TeamQuestion
    public var text: String
    public var verdict: Verdict
    /// The words of the answer that told.
    public var words: [String]
}

/// Reads the answers of a team, by likeness to answers whose meaning is known (`answers.tsv`).
struct AnswerReader: Sendable {
    let questions: [TeamQuestion]
    private let examples: ExampleReader
    private let vocabulary: Vocabulary

    init(_ knowledge: Knowledge) throws {
        questions = try TeamQuestion.all(knowledge.files)
        examples = try ExampleReader.learnt("answers", knowledge) {
            try knowledge.sentences(of: "answers", label: "verdict")
        }
        vocabulary = knowledge.vocabulary
    }

    /// The question of a slug, or of words that are mostly its own; nil for none.
    func question(_ name: String) -> TeamQuestion? {
        let slug = Slug.of(name)
        if let known = questions.first(where: { $0.slug == slug }) { return known }
        let asked = features(name)
        let ranked = questions.map { question in
            (question: question, common: asked.intersection(features(question.question)).count)
        }
        let best = ranked.max { ($0.common, $1.question.slug) < ($1.common, $0.question.slug) }
        guard let best, best.common >= 3 else { return nil }
        return best.question
    }

    private func features(_ text: String) -> Set<UInt64> {
        SentenceFeatures(PhraseText(text, vocabulary), vocabulary).distinctWords
    }

    /// What is further than this from good and bad alike is neither.
    private static let leastMargin = -0.1

    func read(_ text: String, to question: TeamQuestion) -> TeamAnswer {
        let reading = examples.read(text)
        let isTelling = !reading.words.isEmpty && reading.margin(of: reading.label) >= Self.leastMargin
        let verdict = TeamAnswer.Verdict(rawValue: reading.label) ?? .unclear
        return TeamAnswer(
            question: question, text: text.trimmed, verdict: isTelling ? verdict : .unclear,
            words: reading.words)
    }
}
