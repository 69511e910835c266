import StrataModel

/// The phrases by which a text says what its mentions mean: headings, cues, talk of the company.
struct Phrases: Sendable {
    enum Meaning: Sendable {
        case heading(Section)
        case cue(Cue.Effect)
        /// The sentence is about the employer.
        case companyTalk
        /// "No", to be read with what follows.
        case no
        /// What one can have none of: experience, knowledge; or need not: needed, required.
        case need
        /// The level of the position in words.
        case seniority(Seniority)
        /// "Years", to be read with the number before.
        case years
    }

    /// A phrase found.
    struct Signal {
        var meaning: Meaning
        var span: Range<Int>
    }

    /// In the order of the phrases' indices.
    let terms: [Term]
    private let meanings: [Meaning]

    init(headings: [Heading], cues: [Cue]) {
        var phrases: [(String, Meaning)] = headings.map { ($0.phrase, .heading($0.section)) }
        phrases += cues.map { ($0.phrase, .cue($0.effect)) }
        phrases += Self.companyTalk.map { ($0, .companyTalk) }
        phrases.append(("no", .no))
        phrases += Self.needs.map { ($0, .need) }
        phrases += SeniorityReader.textPhrases.map { ($0.phrase, .seniority($0.step)) }
        phrases += SeniorityReader.years.map { ($0, .years) }
        terms = phrases.map { Term($0.0) }
        meanings = phrases.map(\.1)
    }

    func meaning(of term: Int) -> Meaning { meanings[term] }

    func isHeading(_ term: Int) -> Bool { if case .heading = meanings[term] { true } else { false } }

    private static let companyTalk = [
        "we are a", "we are an", "we are the", "we're a", "we're an", "we're the", "our platform", "our customers",
        "our clients", "our mission", "our vision", "our product", "our products", "our company", "our story",
        "founded in", "founded by", "is a leading", "is the leading", "is a global", "is the world's", "is a pioneer",
        "a leading provider", "market leader", "headquartered in", "the company is", "our investors", "backed by",
        "series a", "series b", "series c", "fortune 500", "we help companies", "we help our", "we build", "we provide",
        "we believe", "our technology", "trusted by", "our solutions", "our services", "the world's largest",
    ]

    private static let needs = ["experience", "knowledge", "background", "expertise", "skills", "needed", "necessary"]
}
