public import StrataModel

/// What is wrong with a catalogue: run over the seeds by the tests, and over each change that a user makes.
public struct CatalogueLint {
    /// Something to mend.
    public struct Finding: Sendable, Hashable, CustomStringConvertible {
        /// What sort of thing is wrong.
        public enum Rule: String, Sendable {
            /// Two skills go by one term, and nothing tells them apart.
            case clash
            /// A common word, or another's name, counts wherever it stands.
            case ambiguous
            /// A term that needs context has none to look for.
            case noContext = "no-context"
            /// Two skills have the same name but for spelling.
            case duplicate
            /// A spelling that follows by rule is listed by hand.
            case derived
            /// A layer, source, occupation or skill that is not there.
            case unknown
            /// Something that must be said is missing.
            case missing
            /// Public lists file it under a layer that it does not have.
            case lists
            case slug
            case weight

            /// Whether it makes JDs be read wrongly, or records unreadable: then a change is not taken.
            public var isSerious: Bool {
                switch self {
                case .clash, .ambiguous, .noContext, .duplicate, .unknown, .slug, .weight: true
                // A user may know better than the lists, and may leave out what the seeds must say.
                case .derived, .missing, .lists: false
                }
            }
        }

        /// What sort of thing is wrong.
        public var rule: Rule
        /// Whether a skill or a role is to be mended.
        public var entity: CatalogueRecord.Entity
        /// Slug of the record to be mended.
        public var slug: String
        /// What is wrong and how to mend it.
        public var reason: String

        /// The record and what is wrong with it.
        public var description: String { "\(entity.rawValue) '\(slug)': \(reason)" }
    }

    private let catalogue: Catalogue
    private let references: References
    private let ambiguous: Set<String>

    /// - parameter ambiguousWords: common words, folded, that name no skill unless something near says so.
    public init(_ catalogue: Catalogue, references: References, ambiguousWords: Set<String>) {
        self.catalogue = catalogue
        self.references = references
        ambiguous = ambiguousWords
    }

    /// Everything there is to mend, by slug.
    public var findings: [Finding] {
        var findings = catalogue.skills.flatMap(findings(of:)) + catalogue.roles.flatMap(findings(of:))
        findings += TermClashes(catalogue.skills).findings
        findings += HidingTerms(catalogue.skills).findings
        findings += NearDuplicates(catalogue.skills).findings
        findings += roleClashes()
        findings += unknownFilings() + missingLayers()
        return findings.sorted { ($0.slug, $0.reason) < ($1.slug, $1.reason) }
    }

    // MARK: A skill

    private func findings(of skill: Skill) -> [Finding] {
        var findings: [Finding] = []
        func report(_ rule: Finding.Rule, _ reason: String) {
            findings.append(Finding(rule: rule, entity: .skill, slug: skill.slug, reason: reason))
        }
        if !Self.isWellFormed(skill.slug) { report(.slug, "its slug is not in lower case with hyphens") }
        if skill.name.isEmpty { report(.slug, "it has no name") }
        if skill.summary.isEmpty { report(.missing, "it has no summary of what it is") }
        for claim in skill.memberships {
            if claim.reason.isEmpty { report(.missing, "nothing says why it belongs to \(claim.layer.name)") }
            if !(0.1...1).contains(claim.weight) { report(.weight, "its weight is not between 0.1 and 1") }
            if !references.sources.contains(where: { $0.slug == claim.source }) {
                report(.unknown, "there is no source '\(claim.source)'")
            }
        }
        if !(0...1).contains(skill.outsideWeight) { report(.weight, "its outside weight is not between 0 and 1") }
        if skill.terms.contains(where: \.needsContext), skill.context.isEmpty {
            report(.noContext, "a term needs context, but no context words are given")
        }
        for term in skill.terms where isAmbiguous(term) {
            report(
                .ambiguous,
                "'\(term.text)' is also a common word: mark it as needing context ('?\(term.text)' and context words)")
        }
        for term in skill.terms where !term.text.unicodeScalars.contains(where: \.properties.isAlphabetic) {
            report(.ambiguous, "'\(term.text)' has no letter")
        }
        for reason in DerivedTerms(skill).findings { report(.derived, reason) }
        return findings
    }

    /// Whether the term is a word of common use that would count wherever it stands.
    private func isAmbiguous(_ term: Term) -> Bool {
        guard !term.needsContext, !term.isNeverAlone, ambiguous.contains(TermKey.fold(term.text)) else { return false }
        // DASH is no dash: capitals within the word tell them apart, where case counts.
        return !(term.isCaseSensitive && term.text.dropFirst().contains { $0.isUppercase })
    }

    // MARK: A role

    private func findings(of role: Role) -> [Finding] {
        var findings: [Finding] = []
        func report(_ rule: Finding.Rule, _ reason: String) {
            findings.append(Finding(rule: rule, entity: .role, slug: role.slug, reason: reason))
        }
        if !Self.isWellFormed(role.slug) { report(.slug, "its slug is not in lower case with hyphens") }
        if role.name.isEmpty { report(.slug, "it has no name") }
        if Outcome.allCases.contains(where: { !(0...1).contains(role.lean[$0]) }) {
            report(.weight, "what its title says of a layer is not between 0 and 1")
        }
        if role.titlePhrases.isEmpty { report(.missing, "no title names it") }
        if !role.occupation.isEmpty, !references.occupations.contains(where: { $0.code == role.occupation }) {
            report(.unknown, "there is no occupation '\(role.occupation)'")
        }
        guard role.layer != nil else { return findings }
        if role.responsibilities.isEmpty { report(.missing, "it has no responsibilities") }
        if role.capabilities.isEmpty { report(.missing, "it has no capabilities") }
        return findings
    }

    private func roleClashes() -> [Finding] {
        var owners: [String: String] = [:]
        var findings: [Finding] = []
        for role in catalogue.roles {
            for phrase in role.titlePhrases {
                if let other = owners.updateValue(role.slug, forKey: TermKey.fold(phrase)), other != role.slug {
                    findings.append(
                        Finding(
                            rule: .clash, entity: .role, slug: role.slug,
                            reason: "the title '\(phrase)' names both '\(other)' and '\(role.slug)'"))
                }
            }
        }
        return findings
    }

    private static func isWellFormed(_ slug: String) -> Bool {
        !slug.isEmpty
            && slug.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    // MARK: Lists

    private func unknownFilings() -> [Finding] {
        let slugs = Set(catalogue.skills.map(\.slug))
        let lists = Set(references.sources.filter { $0.kind == .list }.map(\.slug))
        var findings: [Finding] = []
        for filing in references.filings {
            for skill in filing.skills where !slugs.contains(skill) {
                findings.append(
                    Finding(
                        rule: .unknown, entity: .skill, slug: skill,
                        reason: "'\(filing.source)' files it, but it is not in the catalogue"))
            }
            if !lists.contains(filing.source) {
                findings.append(
                    Finding(
                        rule: .unknown, entity: .skill, slug: filing.skills.first ?? "",
                        reason: "there is no list '\(filing.source)'"))
            }
        }
        return findings
    }

    /// Where two lists or more file a skill under a layer, it has that layer, if only by a small weight.
    private func missingLayers() -> [Finding] {
        var lists: [String: [Layer: Set<String>]] = [:]
        for filing in references.filings {
            guard let layer = filing.layer else { continue }
            for skill in filing.skills { lists[skill, default: [:]][layer, default: []].insert(filing.source) }
        }
        return catalogue.skills.flatMap { skill in
            (lists[skill.slug] ?? [:]).compactMap { layer, sources in
                guard sources.count > 1, !skill.memberships.contains(where: { $0.layer == layer }) else { return nil }
                return Finding(
                    rule: .lists, entity: .skill, slug: skill.slug,
                    reason: "\(sources.count) lists file it under \(layer.name), which it does not have")
            }
        }
    }
}
