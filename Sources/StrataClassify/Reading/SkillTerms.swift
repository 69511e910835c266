import StrataModel

/// The terms of all skills and roles, and what each one found stands for.
struct SkillTerms: Sendable {
    /// What a term may mean.
    struct Meaning: Sendable {
        /// Index of the skill; a role's index comes after the skills'.
        var skill: Int
        var needsContext: Bool
        /// Written with a capital: found in small letters, it is hardly the name.
        var isProperName: Bool
    }

    /// What stands for a term that means nothing asked for: people in the plural ("our data engineers").
    static let people = -1

    /// In the order of the terms' indices.
    let terms: [Term]
    /// By term, the meanings in the order of the catalogue.
    private let meanings: [[Meaning]]
    /// By term, the first meaning that needs no context.
    private let certain: [Int]
    private static let uncertain = -2
    let skillCount: Int

    init(skills: [Skill], roles: [Role]) {
        var collected = Collected()
        for (index, skill) in skills.enumerated() {
            for term in skill.terms {
                let isProperName = term.text.utf8.first.map(ASCII.isUpper) ?? false
                collected.add(
                    term, Meaning(skill: index, needsContext: term.needsContext, isProperName: isProperName))
            }
        }
        // Named in full, a role is a person: neither "machine learning" nor "data" of its name is asked for there.
        for (index, role) in roles.enumerated() {
            for phrase in role.titlePhrases where Self.namesPerson(phrase) {
                let one = Meaning(skill: skills.count + index, needsContext: false, isProperName: false)
                let many = Meaning(skill: Self.people, needsContext: false, isProperName: false)
                collected.addIfNew(Term(phrase), one)
                collected.addIfNew(Term(phrase + "s"), many)
            }
        }
        terms = collected.terms
        meanings = collected.meanings
        certain = collected.meanings.map { $0.first { !$0.needsContext }?.skill ?? Self.uncertain }
        skillCount = skills.count
    }

    func meanings(of term: Int) -> [Meaning] { meanings[term] }

    /// The skill that the term means without any context; nil when it needs some.
    func certainMeaning(of term: Int) -> Int? {
        let skill = certain[term]
        return skill == Self.uncertain ? nil : skill
    }

    /// Whether a title's phrase is what one calls a person ("data engineer"), not the field ("data engineering").
    private static func namesPerson(_ phrase: String) -> Bool {
        guard let noun = phrase.split(separator: " ").last, noun.utf8.count < phrase.utf8.count else { return false }
        return personNouns.contains(String(noun))
    }

    private static let personNouns: Set<String> = [
        "engineer", "scientist", "developer", "analyst", "architect", "researcher", "manager", "designer", "specialist",
        "consultant", "administrator", "programmer", "trainer", "director", "recruiter", "accountant", "representative",
    ]

    /// Terms without doubles: one that several skills share has several meanings.
    private struct Collected {
        var terms: [Term] = []
        var meanings: [[Meaning]] = []
        private var indices: [String: Int] = [:]

        mutating func add(_ term: Term, _ meaning: Meaning) {
            let key = term.isCaseSensitive ? "=" + term.text : TermKey.fold(term.text)
            guard let known = indices[key] else {
                indices[key] = terms.count
                terms.append(term)
                meanings.append([meaning])
                return
            }
            if !meanings[known].contains(where: { $0.skill == meaning.skill }) { meanings[known].append(meaning) }
        }

        mutating func addIfNew(_ term: Term, _ meaning: Meaning) {
            if indices[TermKey.fold(term.text)] == nil { add(term, meaning) }
        }
    }
}
