internal import StrataClassify
internal import StrataModel

/// Every mention of a document with what the document says of it.
struct ResumeReading {
    struct Mention {
        var named: NamedSkill
        var place: CandidateProfile.Place
        /// Years stated of it in its sentence.
        var years: Double?
    }

    /// Skills and roles, in the order of the text; also those that do not count.
    private(set) var counted: [Mention] = []
    let jobs: ResumeJobs
    private let text: ResumeText
    private let sections: ResumeSections
    private let rules: CandidateRules
    private let quoting: ResumeQuotes
    private let weights: [Span: Background.Weight]
    /// By sentence, the words that name skills and roles.
    private let ranges: [Int: [Range<Int>]]

    init(_ document: String, _ named: [NamedSkill], _ rules: CandidateRules, asOf: CalendarDate?) {
        let text = ResumeText(document)
        let sections = ResumeSections(text, rules)
        let jobs = ResumeJobs(text, sections, rules, asOf: asOf)
        (self.text, self.sections, self.rules, self.jobs) = (text, sections, rules, jobs)
        let quoting = ResumeQuotes(text, sections, rules.words, named: named.map(\.span))
        self.quoting = quoting
        var bySentence = [[NamedSkill]](repeating: [], count: text.sentences.count)
        for mention in named {
            if let sentence = text.sentence(at: mention.span.start),
                !Self.isMonth(mention.span, in: text.sentences[sentence].words, rules.words)
            {
                bySentence[sentence].append(mention)
            }
        }
        let depths = DepthReader(rules: rules, ownName: quoting.name)
        var mentions: [Mention] = []
        var titles: Set<Span> = []
        for (number, sentence) in text.sentences.enumerated()
        where !bySentence[number].isEmpty && !sections.isHeading[sentence.block] {
            let opened = jobs.job(ofBlock: sentence.block).map { jobs.jobs[$0].blocks.lowerBound == sentence.block }
            let reader = SentenceReader(
                words: sentence.words, section: sections.sections[sentence.block], isJobsOwnLine: opened ?? false,
                depths: depths)
            let isLatest = jobs.latest.map { jobs.jobs[$0].blocks.lowerBound == sentence.block } ?? false
            if isLatest || quoting.isHead(sentence.block) {
                titles.formUnion(bySentence[number].map(\.span))
            }
            for (mention, said) in zip(bySentence[number], reader.read(bySentence[number])) {
                let place = CandidateProfile.Place(
                    line: text.line(at: mention.span.start), span: mention.span,
                    section: sections.sections[sentence.block],
                    quote: quoting.quote(mention.span.start..<mention.span.end, telling: said.by, in: number),
                    depth: said.depth,
                    setAside: said.setAside, job: jobs.job(ofBlock: sentence.block))
                mentions.append(Mention(named: mention, place: place, years: said.years))
            }
        }
        ranges = Dictionary(
            bySentence.enumerated().filter { !$0.element.isEmpty }.map { number, named in
                (number, named.map { SentenceReader.range(of: $0.span, in: text.sentences[number].words) })
            }, uniquingKeysWith: { first, _ in first })
        counted = mentions
        weights = Dictionary(
            mentions.map { ($0.place.span, Self.weight($0, isTitle: titles.contains($0.place.span))) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether a name is a month's, with its year behind: Jan is a tool, and no tool in "Jan 2022".
    private static func isMonth(_ span: Span, in words: [ResumeText.Word], _ vocabulary: ResumeVocabulary) -> Bool {
        guard let place = words.firstIndex(where: { $0.span.lowerBound == span.start }), place + 1 < words.count,
            words[place].span.upperBound == span.end
        else { return false }
        return vocabulary.month(words[place].text) != nil && Int(words[place + 1].text) != nil
    }

    /// How much a mention counts for the layers.
    func weight(of named: NamedSkill) -> Background.Weight { weights[named.span] ?? .full }

    private static func weight(_ mention: Mention, isTitle: Bool) -> Background.Weight {
        if mention.place.setAside != nil { return .none }
        // What somebody was before says less of what there is now.
        if mention.named.kind == .phrase { return isTitle ? .title : .part }
        switch mention.place.depth {
        case .led, .built: return .double
        case .familiar: return .part
        default: return .full
        }
    }

    /// Names of the roles that count, each once.
    var roles: [String] {
        var seen: Set<String> = []
        return counted.filter { $0.named.kind == .phrase && $0.place.setAside == nil }
            .map(\.named.name).filter { seen.insert($0).inserted }
    }

    /// Sentences that tell of leading, as far as they may be quoted.
    var led: [CandidateProfile.Place] {
        let reader = DepthReader(rules: rules, ownName: quoting.name)
        return text.sentences.indices.compactMap { number in
            let sentence = text.sentences[number]
            let section = sections.sections[sentence.block]
            guard ![.references, .wishes, .education, .publications].contains(section),
                let leading = reader.leading(in: sentence.words, ranges[number] ?? [])
            else { return nil }
            let words = sentence.words[leading].map(\.span)
            guard let first = words.first, let last = words.last,
                let quote = quoting.sentence(number, around: first, telling: nil)
            else { return nil }
            let span = first.lowerBound..<last.upperBound
            return CandidateProfile.Place(
                line: text.line(at: span.lowerBound), span: Span(start: span.lowerBound, end: span.upperBound),
                section: section, quote: quote, depth: .led, setAside: nil, job: jobs.job(ofBlock: sentence.block))
        }
    }

    var statedExperience: Double? {
        let years = StatedYears(vocabulary: rules.words)
        return text.sentences.compactMap { years.experience(in: $0.words) }.max()
    }

    /// What tells whether it is a résumé.
    func likeness(hasSkills: Bool) -> ResumeLikeness {
        ResumeLikeness(
            text: text, sections: sections, vocabulary: rules.words, hasJobs: !jobs.jobs.isEmpty,
            hasRole: !roles.isEmpty, hasStatedYears: statedExperience != nil, hasSkills: hasSkills)
    }

    /// Whether the document speaks to an applicant rather than of one.
    var readsAsJD: Bool {
        guard jobs.jobs.isEmpty else { return false }
        return text.sentences.reduce(0) { $0 + rules.words.count("jd", in: $1.words) } >= 3
    }
}

/// Reads what one sentence says of the skills in it.
private struct SentenceReader {
    struct Said {
        var depth: Depth?
        var setAside: SetAside?
        var years: Double?
        /// Where the words stand that tell of the depth.
        var by: Range<Int>?
    }

    let words: [ResumeText.Word]
    let section: ResumeSection?
    /// Whether it is the line of a job with its dates, which names the employer.
    let isJobsOwnLine: Bool
    let depths: DepthReader

    func read(_ named: [NamedSkill]) -> [Said] {
        let ranges = named.map { Self.range(of: $0.span, in: words) }
        let readings = depths.readings(of: words, ranges)
        let skills = named.indices.filter { named[$0].kind != .phrase }
        let stated = StatedYears(vocabulary: depths.rules.words).years(in: words, of: skills.map { ranges[$0] })
        return named.indices.map { index in
            var said = Said()
            switch readings[index]?.meaning {
            case .aside(let reason): said.setAside = reason
            case .depth(let depth): said.depth = depth
            case nil: break
            }
            said.by = readings[index].map {
                words[$0.words.lowerBound].span.lowerBound..<words[$0.words.upperBound - 1].span.upperBound
            }
            if said.setAside == nil { said.setAside = aside(named[index], ranges[index], among: named) }
            guard said.setAside == nil else { return Said(setAside: said.setAside, by: said.by) }
            said.depth = Self.depth(said.depth, in: section)
            said.years = skills.firstIndex(of: index).flatMap { stated[$0] }
            return said
        }
    }

    /// The words that a mention covers.
    static func range(of span: Span, in words: [ResumeText.Word]) -> Range<Int> {
        let first = words.firstIndex { $0.span.upperBound > span.start } ?? words.count
        let last = words.lastIndex { $0.span.lowerBound < span.end } ?? first
        return min(first, last)..<max(first, last) + 1
    }

    /// What the section says where the sentence does not, and the most that it lets count.
    private static func depth(_ depth: Depth?, in section: ResumeSection?) -> Depth {
        switch section {
        // What a talk or a certificate is called says nothing of what was done.
        case .certificates, .publications: depth == .familiar ? .familiar : .listed
        case .skills, .languages, .personal, .education, .interests: depth ?? .listed
        default: depth ?? .used
        }
    }

    private func aside(_ named: NamedSkill, _ range: Range<Int>, among all: [NamedSkill]) -> SetAside? {
        switch section {
        case .references: return .others
        case .wishes: return .wished
        default: break
        }
        let isNamedAlone = isJobsOwnLine && named.kind == .tool && all.count { $0.kind == .tool } == 1
        return isNamedAlone && isEmployer(range) ? .others : nil
    }

    /// Whether a tool's name in a job's line is the employer's: "Data Engineer at Snowflake (2019–2021)".
    private func isEmployer(_ range: Range<Int>) -> Bool {
        let before = range.lowerBound > 0 ? words[range.lowerBound - 1].text : ""
        if ["at", "bei", "chez", "en", "for"].contains(before) { return true }
        let next = range.upperBound < words.count ? words[range.upperBound] : nil
        if let next, next.pause == nil || next.pause == .comma, Self.legalForms.contains(next.text) { return true }
        let opens = range.lowerBound == 0 || [.comma, .dash].contains(words[range.lowerBound].pause)
        let closes = next.map { [.comma, .dash, .opening].contains($0.pause) } ?? true
        return opens && closes
    }

    private static let legalForms: Set<String> = [
        "inc", "gmbh", "ltd", "llc", "ag", "corp", "labs", "sa", "sas", "bv", "plc", "pvt", "srl", "spa", "ab", "oy",
        "co",
    ]
}
