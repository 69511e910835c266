internal import StrataModel

/// The skills of a catalogue in memory.
struct CatalogueSkills: SkillIndex {
    let skills: [Skill]
    let references: References?
    private let cache = SpellingsCache()

    init(skills: [Skill], references: References?) {
        self.skills = skills
        self.references = references
    }

    func hits(key: String) throws -> [SkillHit] {
        var hits: [SkillHit] = []
        for (index, skill) in skills.enumerated() {
            for (position, term) in skill.terms.enumerated()
            where Self.mayBegin(term.text, like: key) && TermKey.fold(term.text) == key {
                hits.append(hit(skill, index, term, position))
            }
        }
        return hits
    }

    /// Spares most terms the folding: a letter of ASCII folds to itself or to its lower case.
    private static func mayBegin(_ term: String, like key: String) -> Bool {
        guard let letter = term.utf8.first, let wanted = key.utf8.first else { return true }
        let isLetter = (0x61...0x7A).contains(letter | 0x20)
        return !isLetter || letter | 0x20 == wanted
    }

    func hits(slug: String) throws -> [SkillHit] {
        guard let index = skills.firstIndex(where: { $0.slug == slug }) else { return [] }
        return [hit(skills[index], index, Term(skills[index].name), 0)]
    }

    private func hit(_ skill: Skill, _ index: Int, _ term: Term, _ position: Int) -> SkillHit {
        SkillHit(
            id: Int64(index), slug: skill.slug, name: skill.name, kind: skill.kind, summary: skill.summary,
            primaryLayer: skill.primaryLayer, term: term.text, position: position, needsContext: term.needsContext)
    }

    func memberships(of hit: SkillHit) throws -> [Membership] {
        let memberships = skills[Int(hit.id)].memberships
        let others = memberships.dropFirst().sorted { ($1.weight, $0.layer.slug) < ($0.weight, $1.layer.slug) }
        return memberships.prefix(1) + others
    }

    func terms(of hit: SkillHit) throws -> [String] { skills[Int(hit.id)].terms.map(\.text) }

    func spellings() throws -> Spellings { cache.spellings(readSpellings) }

    private func readSpellings() -> [Spelling] {
        skills.flatMap { skill in
            skill.terms.map { term in
                Spelling(key: TermKey.fold(term.text), name: skill.name, isInStack: skill.primaryLayer != nil)
            }
        }
    }

    func votes(of hit: SkillHit) throws -> [Vote] { references?.votes(for: hit.slug) ?? [] }
}
