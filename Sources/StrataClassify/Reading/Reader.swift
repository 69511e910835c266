import StrataModel

/// Reads a text: which skills it names, and whether it asks for them.
struct Reader: Sendable {
    private let terms: SkillTerms
    private let phrases: Phrases
    private let ambiguity: Ambiguity
    /// The skills' terms, then the phrases: one pass finds both.
    private let matcher: Matcher
    private let seniorities = SeniorityReader()

    init(_ reader: inout ImageReader) {
        terms = SkillTerms(&reader)
        phrases = Phrases(&reader)
        ambiguity = Ambiguity(&reader)
        matcher = Matcher(&reader, mode: .all)
    }

    func isSound(skills: Int, roles: Int) -> Bool {
        terms.isSound(skills: skills, roles: roles) && phrases.isSound && ambiguity.isSound(skills: skills)
            && matcher.isSound(terms: terms.count + phrases.count)
    }

    static func write(_ catalogue: Catalogue, into writer: inout ImageWriter) {
        var builder = TermTrieBuilder(capacity: 32_768)
        SkillTerms.write(skills: catalogue.skills, roles: catalogue.roles, adding: &builder, into: &writer)
        Phrases.write(headings: catalogue.headings, cues: catalogue.cues, adding: &builder, into: &writer)
        Ambiguity.write(catalogue.skills, into: &writer)
        TermTable.write(builder, into: &writer)
    }

    /// What a text says.
    struct Reading {
        /// In the order of the text.
        var mentions: [FoundMention] = []
        /// The level that it names or its years of experience mean.
        var seniority: Seniority?
    }

    func read(_ bytes: UnsafeBufferPointer<UInt8>, company: String?) -> Reading {
        let found = find(in: bytes)
        var reading = Reading(seniority: seniorities.seniority(ofText: bytes, signals: found.signals))
        guard !found.skills.isEmpty else { return reading }
        let segments = Segmenter(bytes: bytes).segments()
        let candidates = settled(found.skills, segments, bytes)
        let sections = Sections(bytes: bytes, segments: segments, signals: found.signals)
        let employer = Employer(company)
        reading.mentions.reserveCapacity(candidates.count)
        for candidate in candidates {
            guard let skill = candidate.skill, skill != SkillTerms.people else { continue }
            let section = sections.section(at: candidate.span.lowerBound)
            var mention = FoundMention(
                skill: skill, span: candidate.span, segment: candidate.segment,
                requirement: Self.requirement(in: section))
            mention.isContext = employer.isNamed(at: candidate.span, in: bytes)
            reading.mentions.append(mention)
        }
        Sentences(bytes: bytes, segments: segments, sections: sections, signals: found.signals)
            .apply(to: &reading.mentions)
        return reading
    }

    /// What is known of a stretch of the text.
    struct Known {
        var span: Range<Int>
        /// Nil for a role's name, a phrase that says how to read the text, or a word that means nothing here.
        var skill: Int?
    }

    /// Every stretch of the text that the catalogue has a term or a phrase for, in order, not overlapping.
    func known(in bytes: UnsafeBufferPointer<UInt8>) -> [Known] {
        let found = find(in: bytes)
        let segments = Segmenter(bytes: bytes).segments()
        let skills = found.skills.isEmpty ? [] : settled(found.skills, segments, bytes)
        var known = skills.map { Known(span: $0.span, skill: $0.skill.flatMap { $0 >= 0 ? $0 : nil }) }
        for signal in found.signals {
            guard case .heading = signal.meaning else { continue }
            known.append(Known(span: signal.span, skill: nil))
        }
        known.sort { ($0.span.lowerBound, $1.span.upperBound) < ($1.span.lowerBound, $0.span.upperBound) }
        var end = 0
        return known.filter { item in
            guard item.span.lowerBound >= end else { return false }
            end = item.span.upperBound
            return true
        }
    }

    /// Every skill and role that a text names, in order, whatever it says of them.
    ///
    /// A résumé is no JD: its headings (About, Skills, Interests) mean something else, and nothing in it is asked for.
    func named(in bytes: UnsafeBufferPointer<UInt8>) -> [(index: Int, span: Range<Int>)] {
        let matches = find(in: bytes).skills
        guard !matches.isEmpty else { return [] }
        let candidates = settled(matches, Segmenter(bytes: bytes).segments(), bytes)
        let names = BackgroundNames(bytes: bytes, isTechnical: ambiguity.nameTools(candidates))
        return candidates.compactMap { candidate in
            guard let skill = candidate.skill ?? names.meaning(of: candidate, terms) else { return nil }
            return skill == SkillTerms.people ? nil : (skill, candidate.span)
        }
    }

    /// The skills that a title names, roles' names left out.
    func skills(inTitle bytes: UnsafeBufferPointer<UInt8>) -> [(skill: Int, span: Range<Int>)] {
        settled(find(in: bytes).skills, [Segment(range: 0..<bytes.count, startsLine: true)], bytes).compactMap {
            candidate in
            candidate.skill.flatMap { (0..<terms.skillCount).contains($0) ? ($0, candidate.span) : nil }
        }
    }

    /// How senior a hire the title asks for, or else the text.
    func seniority(title: String, text: String) -> Seniority? {
        if let named = seniority(ofTitle: title) { return named }
        var text = text
        return text.withUTF8 { seniorities.seniority(ofText: $0, signals: find(in: $0).signals) }
    }

    func seniority(ofTitle title: String) -> Seniority? { seniorities.seniority(ofTitle: title) }

    func termCount(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var matches: [Matcher.Match] = []
        matches.reserveCapacity(256)
        matcher.find(in: bytes, range: 0..<bytes.count, into: &matches)
        return matches.count
    }

    /// Skills' terms, the longest of those that overlap, and phrases, all of them.
    private func find(
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> (skills: [Matcher.Match], signals: [Phrases.Signal]) {
        var matches: [Matcher.Match] = []
        matches.reserveCapacity(256)
        matcher.find(in: bytes, range: 0..<bytes.count, into: &matches)
        var skills: [Matcher.Match] = []
        var signals: [Phrases.Signal] = []
        let addresses = Addresses(bytes: bytes)
        skills.reserveCapacity(matches.count)
        signals.reserveCapacity(matches.count)
        for match in matches {
            guard match.term < terms.count else {
                let meaning = phrases.meaning(of: match.term - terms.count)
                signals.append(Phrases.Signal(meaning: meaning, span: match.span))
                continue
            }
            // At one start the longer ones come later, of equals the exact spelling first.
            guard let last = skills.last, match.span.lowerBound < last.span.upperBound else {
                if !addresses.contain(match.span) { skills.append(match) }
                continue
            }
            if match.span.lowerBound == last.span.lowerBound, match.span.upperBound > last.span.upperBound {
                skills[skills.count - 1] = match
            }
        }
        return (skills, signals)
    }

    private func settled(
        _ matches: [Matcher.Match], _ segments: [Segment], _ bytes: UnsafeBufferPointer<UInt8>
    ) -> [Ambiguity.Candidate] {
        var segment = 0
        var candidates: [Ambiguity.Candidate] = []
        candidates.reserveCapacity(matches.count)
        for match in matches {
            while segments[segment].range.upperBound <= match.span.lowerBound { segment += 1 }
            candidates.append(Ambiguity.Candidate(term: match.term, span: match.span, segment: segment))
        }
        ambiguity.settle(&candidates, of: terms, segments: segments, bytes: bytes)
        return candidates
    }

    private static func requirement(in section: Section?) -> Requirement {
        switch section {
        case nil, .summary, .responsibilities, .requirements: .required
        case .preferred: .preferred
        case .about, .benefits, .apply, .legal: .context
        }
    }
}
