import StrataModel

/// The terms of all skills and roles, with the variants that follow by rule, and what each one found stands for.
struct SkillTerms: @unchecked Sendable {
    // Unchecked: the pointers lead into `memory`, which never changes.
    /// What a term may mean.
    struct Meaning: BitwiseCopyable, Sendable {
        /// Index of the skill; a role's index comes after the skills'.
        var skill: Int32
        /// A bit each: without padding, so that the same catalogue compiles to the same bytes.
        private var flags: UInt32

        var needsContext: Bool { flags & 1 != 0 }
        /// Written with a capital: found in small letters, it is hardly the name.
        var isProperName: Bool { flags & 2 != 0 }

        init(skill: Int32, needsContext: Bool, isProperName: Bool) {
            self.skill = skill
            flags = (needsContext ? 1 : 0) | (isProperName ? 2 : 0)
        }
    }

    /// What stands for a term that means nothing asked for: people in the plural ("our data engineers").
    static let people = -1
    private static let uncertain: Int32 = -2

    private let memory: ImageMemory
    /// The meanings, term by term, a term's in the order of the catalogue.
    private let meanings: UnsafeBufferPointer<Meaning>
    /// By term, where its meanings begin; one more at the end.
    private let firstMeaning: UnsafeBufferPointer<Int32>
    /// By term, the first meaning that needs no context.
    private let certain: UnsafeBufferPointer<Int32>
    let skillCount: Int

    init(_ reader: inout ImageReader) {
        memory = reader.memory
        skillCount = Int(reader.array(of: Int64.self).first ?? 0)
        meanings = reader.array()
        firstMeaning = reader.array()
        certain = reader.array()
    }

    /// How many terms there are: those from 0 up to it in the matcher.
    var count: Int { certain.count }

    func meanings(of term: Int) -> UnsafeBufferPointer<Meaning>.SubSequence {
        meanings[Int(firstMeaning[term])..<Int(firstMeaning[term + 1])]
    }

    /// The skill that the term means without any context; nil when it needs some.
    func certainMeaning(of term: Int) -> Int? {
        let skill = certain[term]
        return skill == Self.uncertain ? nil : Int(skill)
    }

    func isSound(skills: Int, roles: Int) -> Bool {
        let means = Int32(Self.people)..<Int32(skills + roles)
        return skillCount == skills && firstMeaning.count == certain.count + 1 && firstMeaning.first == 0
            && Int(firstMeaning[certain.count]) == meanings.count
            && zip(firstMeaning, firstMeaning.dropFirst()).allSatisfy { $0 < $1 }
            && meanings.allSatisfy { means.contains($0.skill) }
            && certain.allSatisfy { $0 == Self.uncertain || means.contains($0) }
    }

    // MARK: Writing

    /// Adds the terms to those that are looked for, where they must be the first, and writes what they mean.
    static func write(
        skills: [Skill], roles: [Role], adding builder: inout TermTrieBuilder, into writer: inout ImageWriter
    ) {
        var collected = Collected()
        for (index, skill) in skills.enumerated() { collected.add(skill, index, to: &builder) }
        for (index, skill) in skills.enumerated() { collected.addVariants(skill, index, to: &builder) }
        // Named in full, a role is a person: neither "machine learning" nor "data" of its name is asked for there.
        for (index, role) in roles.enumerated() {
            for phrase in role.titlePhrases where namesPerson(phrase) {
                collected.addIfNew(phrase, means: skills.count + index, to: &builder)
                collected.addIfNew(phrase + "s", means: people, to: &builder)
            }
        }
        var meanings: [Meaning] = []
        var firstMeaning: [Int32] = [0]
        for (term, first) in collected.first.enumerated() {
            meanings += collected.several[term] ?? [first]
            firstMeaning.append(Int32(meanings.count))
        }
        writer.append([Int64(skills.count)])
        writer.append(meanings)
        writer.append(firstMeaning)
        writer.append(
            collected.first.enumerated().map { term, first in
                (collected.several[term] ?? [first]).first { !$0.needsContext }?.skill ?? uncertain
            })
    }

    /// Whether a title's phrase is what one calls a person ("data engineer"), not the field ("data engineering").
    private static func namesPerson(_ phrase: String) -> Bool {
        var phrase = phrase
        return phrase.withUTF8 { bytes in
            guard let space = bytes.lastIndex(of: 0x20) else { return false }
            let noun = UnsafeBufferPointer(rebasing: bytes[(space + 1)...])
            return personNouns.contains { $0.utf8CodeUnitCount == noun.count && $0.withUTF8Buffer(noun.elementsEqual) }
        }
    }

    private static let personNouns: [StaticString] = [
        "engineer", "scientist", "developer", "analyst", "architect", "researcher", "manager", "designer", "specialist",
        "consultant", "administrator", "programmer", "trainer", "director", "recruiter", "accountant", "representative",
    ]

    /// Terms without doubles: one that several skills share has several meanings.
    private struct Collected {
        /// By term, its meaning; the first of several.
        var first: [Meaning] = []
        /// By term, all of its meanings, where it has several.
        var several: [Int: [Meaning]] = [:]
        /// Terms that a rule has made.
        private var variants: Set<Int> = []

        mutating func add(_ skill: Skill, _ index: Int, to builder: inout TermTrieBuilder) {
            for term in skill.terms where !term.isNeverAlone {
                let place = Self.place(term, of: skill, in: &builder)
                let meaning = Self.meaning(term, index)
                if place.isNew { first.append(meaning) } else { add(meaning, to: place.index) }
            }
        }

        /// Once all skills are in: what a rule makes of one skill's term never takes the place of another's own.
        mutating func addVariants(_ skill: Skill, _ index: Int, to builder: inout TermTrieBuilder) {
            for (position, term) in skill.terms.enumerated() where !term.isNeverAlone {
                addShortPlural(term, skill, index, to: &builder)
                TermVariants.forEach(of: term, kind: skill.kind, isName: position == 0) { variant in
                    addVariant(Self.place(variant, of: skill, in: &builder), means: Self.meaning(variant, index))
                    addShortPlural(variant, skill, index, to: &builder)
                }
            }
        }

        /// One variant of two skills' terms means both of them, as the terms do.
        private mutating func addVariant(_ place: (index: Int, isNew: Bool), means meaning: Meaning) {
            if place.isNew {
                first.append(meaning)
                variants.insert(place.index)
            } else if variants.contains(place.index) {
                add(meaning, to: place.index)
            }
        }

        private mutating func add(_ meaning: Meaning, to term: Int) {
            guard first[term].skill != meaning.skill else { return }
            var meanings = several[term] ?? [first[term]]
            if !meanings.contains(where: { $0.skill == meaning.skill }) { meanings.append(meaning) }
            several[term] = meanings
        }

        /// A term of one short word is looked up by the whole of it, so the matcher does not come to see its ending (LLMs).
        private mutating func addShortPlural(
            _ term: Term, _ skill: Skill, _ index: Int, to builder: inout TermTrieBuilder
        ) {
            guard term.text.utf8.count < 8, !term.text.utf8.contains(where: { !ASCII.isWord($0) }),
                TermVariants.takesPlural(term.text, of: skill.kind), let last = term.text.utf8.last
            else { return }
            let key = TermKey.fold(term.text)
            let hisses = "sxz".utf8.contains(ASCII.lower(last)) || key.hasSuffix("ch") || key.hasSuffix("sh")
            let plural = builder.addOrFind(
                term.text + (hisses ? "es" : "s"), isCaseSensitive: term.isCaseSensitive)
            addVariant(plural, means: Self.meaning(term, index))
        }

        mutating func addIfNew(_ phrase: String, means skill: Int, to builder: inout TermTrieBuilder) {
            guard builder.addOrFind(phrase).isNew else { return }
            first.append(Meaning(skill: Int32(skill), needsContext: false, isProperName: false))
        }

        private static func place(
            _ term: Term, of skill: Skill, in builder: inout TermTrieBuilder
        ) -> (index: Int, isNew: Bool) {
            let takesPlural = TermVariants.takesPlural(term.text, of: skill.kind)
            return builder.addOrFind(
                term.text, isCaseSensitive: term.isCaseSensitive, traits: takesPlural ? .takesPlural : [])
        }

        private static func meaning(_ term: Term, _ skill: Int) -> Meaning {
            Meaning(
                skill: Int32(skill), needsContext: term.needsContext,
                isProperName: term.text.utf8.first.map(ASCII.isUpper) ?? false)
        }
    }
}
