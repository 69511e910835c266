public import StrataClassify
public import StrataModel

/// Reads résumés into profiles.
///
/// Every mention of a skill counts but those that are denied, wished for or somebody else's. Names, schools, age, gender,
/// nationality and gaps between dates are neither used nor kept.
public struct CandidateReader: Sendable {
    let classifier: Classifier
    let rules: CandidateRules
    /// By slug, the layer that a skill belongs to first of all.
    private let homes: [String: Layer]
    /// Slugs of roles of the stack.
    private let roles: Set<String>

    public init(_ classifier: Classifier, rules: CandidateRules, catalogue: Catalogue) {
        self.classifier = classifier
        self.rules = rules
        homes = Dictionary(
            catalogue.skills.compactMap { skill in skill.primaryLayer.map { (skill.slug, $0) } },
            uniquingKeysWith: { first, _ in first })
        roles = Set(catalogue.roles.filter { $0.layer != nil }.map(\.slug))
    }

    /// What a document shows, without gaps and questions.
    ///
    /// - parameters:
    ///   - text: the whole document, personal data masked where that is wanted.
    ///   - file: what it is called.
    ///   - language: ISO 639-1 code of its language; nil when unsure.
    ///   - asOf: what "present" means; nil for the document's latest date.
    public func profile(
        of text: String, file: String, language: String? = nil, asOf: CalendarDate? = nil
    ) -> CandidateProfile {
        let reading = ResumeReading(text, classifier.namedSkills(in: text), rules, asOf: asOf)
        var background = classifier.background(of: reading.counted.map(\.named)) { named in
            reading.weight(of: named)
        }
        let items = items(reading, background)
        let jobs = reading.jobs
        let namesStack =
            items.contains { $0.isShown && $0.home != nil }
            || reading.counted.contains { $0.place.setAside == nil && roles.contains($0.named.skill) }
        if !namesStack { background.primary = nil }
        let likeness = reading.likeness(hasSkills: namesStack)
        let hangsOnPresent = items.contains { $0.years.inJobs != nil } && jobs.jobs.contains { $0.range.end == nil }
        return CandidateProfile(
            file: file, isResume: likeness.isResume || reading.readsAsJD, namesStack: namesStack,
            background: background,
            items: items, roles: reading.roles, led: reading.led,
            statedExperience: reading.statedExperience,
            present: hangsOnPresent ? jobs.present.month?.text : nil, presentIsGiven: jobs.present.isGiven,
            jobs: jobs.jobs.count, remarks: remarks(reading, likeness, language), gaps: nil, questions: [])
    }

    private func items(_ reading: ResumeReading, _ background: Background) -> [CandidateProfile.Item] {
        var contributions: [String: OutcomeValues] = [:]
        for evidence in background.evidence where evidence.kind != .phrase {
            contributions[evidence.skill, default: OutcomeValues()] =
                contributions[evidence.skill, default: OutcomeValues()] + evidence.contributions
        }
        let groups = Dictionary(grouping: reading.counted.filter { $0.named.kind != .phrase }) { $0.named.skill }
        let items = groups.compactMap { slug, mentions -> CandidateProfile.Item? in
            guard let first = mentions.first else { return nil }
            return CandidateProfile.Item(
                skill: slug, name: first.named.name, kind: first.named.kind, home: homes[slug],
                contributions: contributions[slug] ?? OutcomeValues(),
                depth: mentions.compactMap(\.place.depth).min(), places: mentions.map(\.place),
                years: years(mentions, reading.jobs))
        }
        return items.sorted { left, right in
            let (a, b) = (left.contributions.largest.value, right.contributions.largest.value)
            return a != b ? a > b : left.skill < right.skill
        }
    }

    /// A shorter time in years is that of a job which has just begun as far as its document knows.
    private static let shortest = 0.1

    private func years(_ mentions: [ResumeReading.Mention], _ jobs: ResumeJobs) -> CandidateProfile.Years {
        let counted = mentions.filter { $0.place.setAside == nil }
        let numbers = Set(counted.filter { $0.place.depth != .familiar }.compactMap(\.place.job)).sorted()
        let years = jobs.years(of: numbers)
        return CandidateProfile.Years(
            stated: counted.compactMap(\.years).max(), inJobs: years >= Self.shortest ? years : nil,
            ongoingSince: jobs.present.isGiven ? nil : jobs.ongoing(numbers)?.text)
    }

    private func remarks(
        _ reading: ResumeReading, _ likeness: ResumeLikeness, _ language: String?
    ) -> [String] {
        var remarks: [String] = []
        if reading.readsAsJD {
            remarks.append(
                "The document reads as a job description, not as a résumé: 'strata classify' is for those. It is read as a "
                    + "résumé all the same.")
        } else if likeness.isResume, !likeness.hasPerson {
            remarks.append(
                "The document names skills, and hardly a job or any education: is it a résumé? It is read as one.")
        }
        if let language, language != "en" {
            remarks.append(
                "The document is written in another language than English (\(language)). The catalogue's terms and the rules "
                    + "of depth are mostly English: names of tools are read, words for practices may be missed.")
        }
        return remarks
    }
}
