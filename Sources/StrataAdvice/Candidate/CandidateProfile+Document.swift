internal import StrataClassify
public import StrataModel

extension CandidateProfile {
    /// So many skills of the first layer, and of each other one, are shown to people; machines get all.
    private static let (shownAtMost, othersAtMost) = (12, 5)

    /// The profile for people.
    public var document: Document {
        var blocks: [Block] = [.paragraph(justification), .note(Self.note)]
        blocks += remarks.map(Block.note)
        if namesStack { blocks.append(.bars(bars)) }
        blocks.append(.facts(facts))
        blocks += evidenceBlocks + otherBlocks + (gaps?.blocks ?? [])
        if !questions.isEmpty { blocks += [.heading("Questions for the interview"), .table(questionTable)] }
        return Document(
            title: "Profile of \(file.split(separator: "/").last.map(String.init) ?? file)",
            subtitle: subtitle, blocks: blocks, footer: namesStack ? Self.footer : Array(Self.footer.suffix(1)))
    }

    private var subtitle: String {
        guard namesStack else { return "None of the four layers" }
        return background.primary.map { "Background: \($0.name)" } ?? "No primary layer"
    }

    /// Several profiles one after the other, in the order given.
    public static func document(of profiles: [CandidateProfile]) -> Document {
        let documents = profiles.map(\.document)
        guard documents.count != 1 else { return documents[0] }
        return Document(
            title: "\(profiles.count) profiles", subtitle: "Each on its own, in the order given",
            blocks: documents.flatMap { [.heading($0.title)] + ($0.subtitle.map { [.note($0)] } ?? []) + $0.blocks },
            footer: footer)
    }

    /// All evidence, a line for each place that counts: what CSV holds.
    public static func table(of profiles: [CandidateProfile]) -> Table {
        Table(
            columns: [
                .init("file", "File"), .init("layer", "Layer"), .init("skill", "Skill"), .init("name", "Name"),
                .init("kind", "Kind"), .init("depth", "Depth"), .init("set_aside", "Set aside"),
                .init("line", "Line", .trailing), .init("section", "Section"), .init("quote", "In its words"),
                .init("weight", "Weight of the skill", .trailing), .init("stated_years", "Years stated", .trailing),
                .init("years_in_jobs", "Years in jobs", .trailing), .init("note", "Note"),
            ],
            rows: profiles.flatMap { profile in
                profile.items.flatMap { item in item.places.map { profile.row(item, $0) } }
            })
    }

    private func row(_ item: Item, _ place: Place) -> [Table.Cell] {
        [
            .text(file), .text(item.home?.slug ?? "outside"), .text(item.skill), .text(item.name),
            .text(item.kind.rawValue), .text(place.depth?.rawValue), .text(place.setAside?.rawValue),
            .integer(place.line), .text(place.section?.rawValue), .text(place.quote),
            .number(item.contributions.largest.value, digits: 4), .number(item.years.stated, digits: 1),
            .number(item.years.inJobs, digits: 1), .text("no score: a person decides"),
        ]
    }

    // MARK: In short

    /// One sentence: which layer most of the document speaks for, by what, and what comes second.
    public var justification: String {
        let shares = background.shares
        guard namesStack else {
            let aside = items.contains { !$0.isShown && $0.home != nil }
            return
                "The document names no skill of the four layers\(aside ? " that it says is there: see what is not counted" : "")."
        }
        guard let primary = background.primary else {
            let names = items.filter { $0.isShown && $0.home != nil }.prefix(3).map(\.name)
            let shown = names.isEmpty ? "" : ", such as \(Prose.list(names)),"
            return
                "No layer: what the document shows of the stack\(shown) is too little, or outweighed by other work."
        }
        let second = Layer.allCases.filter { $0 != primary && shares[$0] >= 0.08 }.max { shares[$0] < shares[$1] }
        let degree =
            shares[primary] >= 0.75 ? "Most" : shares[primary] >= 0.5 ? "The greater part" : "More than anything else"
        return "\(degree) of what the document shows speaks for \(primary.name)\(reason(for: primary))"
            + (second.map { "; \($0.name) comes second\(reason(for: $0))" } ?? "") + "."
    }

    private func reason(for layer: Layer) -> String {
        let names = items.filter { $0.isShown && $0.home == layer }
            .sorted {
                ($0.depth ?? .listed, -$0.contributions[layer], $0.name) < (
                    $1.depth ?? .listed, -$1.contributions[layer], $1.name
                )
            }
            .prefix(4).map(\.name)
        return names.isEmpty ? "" : " (\(Prose.list(names)))"
    }

    private var bars: [Bar] {
        Outcome.allCases.map { outcome in
            Bar(
                label: outcome.layer?.name ?? "Outside the stack", fraction: background.shares[outcome],
                value: Figures.percent(background.shares[outcome]), layer: outcome.layer)
        }
    }

    private var facts: [Fact] {
        var facts: [Fact] = []
        if !roles.isEmpty { facts.append(Fact("Roles named", roles.joined(separator: ", "))) }
        facts.append(Fact("Dated jobs", "\(jobs)"))
        if let statedExperience {
            facts.append(Fact("Experience stated", "\(CandidateQuestions.text(statedExperience)) years"))
        }
        if let present {
            facts.append(
                Fact(
                    "“Present” means",
                    presentIsGiven
                        ? "\(present), as given"
                        : "\(present), the latest date in the document; --as-of DATE says otherwise"))
        }
        return facts
    }

    // MARK: Evidence

    /// The skills by layer, the layer with the largest share first, the deepest of each first.
    private var evidenceBlocks: [Block] {
        let layers = Layer.allCases.sorted { background.shares[$0] > background.shares[$1] }
        let groups = layers.map { layer in items.filter { $0.isShown && $0.home == layer }.sorted(by: Item.goesBefore) }
            .filter { !$0.isEmpty }
        guard !groups.isEmpty else { return [] }
        let limits = groups.indices.map { $0 == 0 ? Self.shownAtMost : Self.othersAtMost }
        let rest = zip(groups, limits).flatMap { $0.dropFirst($1).map(\.name) }
        let tables = zip(groups, limits).map { group, limit in
            Block.table(table(Array(group.prefix(limit)), title: group[0].home?.name ?? ""))
        }
        return [.heading("Evidence"), .note(Self.years)] + tables
            + (rest.isEmpty ? [] : [.note("and \(rest.count) more: \(rest.joined(separator: ", "))")])
    }

    private func table(_ items: [Item], title: String) -> Table {
        Table(
            title: title,
            columns: [
                .init("skill", "Skill"), .init("depth", "Depth"),
                .init("count", "Times", .trailing), .init("stated_years", "Years stated", .trailing),
                .init("years_in_jobs", "Years by dates", .trailing), .init("line", "Line", .trailing),
                .init("quote", "In its words", wraps: true),
            ],
            rows: items.enumerated().map { row, item in
                // A sentence that names five skills is read once.
                let isRepeated = row > 0 && item.best?.quote == items[row - 1].best?.quote
                return [
                    .text(item.name), .text(item.depth?.rawValue), .integer(item.count),
                    .text(item.years.stated.map(CandidateQuestions.text) ?? Figures.missing),
                    .text(item.years.jobsText), item.best.map { .integer($0.line) } ?? .missing,
                    .text(isRepeated ? "as above" : item.best?.quote),
                ]
            })
    }

    private var otherBlocks: [Block] {
        var blocks: [Block] = []
        let outside = items.filter { $0.isShown && $0.home == nil }.map(\.name)
        if !outside.isEmpty { blocks += [.heading("Outside the stack"), .paragraph(outside.joined(separator: ", "))] }
        if !led.isEmpty {
            blocks += [
                .heading("Led, in the document's words"),
                .list(led.prefix(Self.shownAtMost).map { "\($0.quote) (\($0.whereText))" }),
            ]
        }
        let aside = items.flatMap { item in item.places.filter { $0.setAside != nil }.map { (item, $0) } }
        if !aside.isEmpty {
            blocks += [
                .heading("Named, and not counted"),
                .list(
                    aside.prefix(Self.shownAtMost).map {
                        "\($0.name): \($1.setAside?.words ?? "") (\($1.whereText): \($1.quote))"
                    }),
            ]
            if aside.count > Self.shownAtMost { blocks.append(.note("and \(aside.count - Self.shownAtMost) more")) }
        }
        return blocks
    }

    // MARK: Questions

    private var questionTable: Table {
        Table(
            columns: [
                .init("number", "No.", .trailing), .init("question", "Question", wraps: true),
                .init("why", "Why", wraps: true),
            ],
            rows: questions.enumerated().map { [.integer($0 + 1), .text($1.question), .text($1.why)] })
    }

    private static let years =
        "Years stated are in the document's own words; years by dates are computed from the dated jobs that name the skill, "
        + "overlaps counted once; “+” and “since”: one of them goes on. The two are not added."

    private static let footer = [
        "Shares: the same sum as 'strata classify' of JDs. What is led or built counts as two mentions, what is used or listed as one, what is familiar as a JD's nice-to-have; the present title counts as a JD's title. --format json has every term of the sum.",
        "Depth is read from verbs and nouns near the words (rules in depth.tsv): led, built, used, familiar; listed is named in a list alone.",
        "Neither used nor shown: names, age, gender, nationality, photographs, schools, gaps between dates.",
    ]
}

extension CandidateProfile.Place {
    /// `line 12, skills`.
    var whereText: String { "line \(line)" + (section.map { ", \($0.rawValue)" } ?? "") }
}

extension CandidateProfile.Years {
    /// `3.5`, `3.5, ongoing`, `since 2021-03`.
    fileprivate var jobsText: String {
        guard let inJobs else { return ongoingSince.map { "since \($0)" } ?? Figures.missing }
        return CandidateQuestions.text(inJobs) + (ongoingSince == nil ? "" : "+")
    }
}

extension SetAside {
    fileprivate var words: String {
        switch self {
        case .denied: "said not to be there"
        case .others: "somebody else's"
        case .wished: "wished for"
        }
    }
}

extension CandidateProfile.Item {
    /// Deeper ones first, then those that weigh more.
    fileprivate static func goesBefore(_ left: CandidateProfile.Item, _ right: CandidateProfile.Item) -> Bool {
        (left.depth ?? .listed, -left.contributions.largest.value, left.skill)
            < (right.depth ?? .listed, -right.contributions.largest.value, right.skill)
    }
}
