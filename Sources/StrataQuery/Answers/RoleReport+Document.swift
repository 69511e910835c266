public import StrataModel

extension RoleReport {
    /// What `report role` prints.
    public var document: Document {
        var blocks: [Block] = mission.isEmpty ? [] : [.paragraph(mission)]
        blocks += [.facts(facts)]
        if let warning = sources.flatMap({ ReportPieces.sourceWarning($0) }) { blocks.append(.note(warning)) }
        if let periods,
            let chart = ReportPieces.trendChart(
                [(.text(name), trend)], periods, of: "Role",
                title: "JDs for \(name), by \(periods.dimension.rawValue)", layer: home)
        {
            blocks.append(.chart(chart))
        }
        if sample.texts > 0 { blocks.append(.chart(layerChart)) }
        if !required.isEmpty {
            blocks += [.heading("What it asks for"), .table(skillTable(required, "Required"))]
        }
        if !preferred.isEmpty { blocks.append(.table(skillTable(preferred, "Preferred"))) }
        if !standingOut.isEmpty {
            blocks += [
                .heading("What sets it apart"), .table(ReportPieces.standingOutTable(Array(standingOut.prefix(12)))),
            ]
        }
        blocks += neighbourBlocks + changeBlocks
        if let pay = ReportPieces.payChart(
            [(.text(name), sample.payFigures), (.text("All texts"), all.payFigures)], of: "JDs")
        {
            blocks += [.heading("Pay"), .chart(pay)]
        }
        let counts = [
            ("title", "Title", titles), ("seniority", "Seniority", seniorities), ("country", "Country", countries),
            ("city", "City", cities),
            ("workplace", "Workplace", workplaces), ("company", "Company", companies),
        ].filter { !$0.2.isEmpty }
        if !counts.isEmpty { blocks.append(.heading("Titles, seniority, places, companies")) }
        blocks += counts.map { .table(countTable($0.2, $0.0, $0.1)) }
        if counts.contains(where: { $0.2.count == RoleReading.most }) {
            blocks.append(.note("The \(RoleReading.most) most frequent of each."))
        }
        if !typical.isEmpty { blocks += [.heading("Typical JDs"), .table(typicalTable)] }
        return Document(title: name, subtitle: filter.sentence, blocks: blocks, footer: footer)
    }

    private var facts: [Fact] {
        var facts = [
            Fact("Home layer", home?.name ?? "outside the stack"),
            Fact(
                "Texts",
                "\(Figures.grouped(sample.texts)) of \(Figures.grouped(all.texts)), \(Figures.percent(share))"
            ),
            Fact(
                "Demand",
                demand.map { "\(Figures.fixed($0, digits: 1)) of 10, among \(counted(roleCount, "role")) asked for" }
                    ?? "nobody asks for it"),
        ]
        if let shareBefore, let textsBefore, let before {
            facts.append(
                Fact(
                    "Change",
                    "\(Figures.percent(shareBefore)) to \(Figures.percent(share)) of all texts, \(ReportPieces.chance(probability)); \(Figures.grouped(textsBefore)) texts \(before.sentence)\(textsBefore < DemandReport.smallSample ? ", a small sample" : "")"
                ))
        }
        if sample.texts > 0, sample.texts < DemandReport.smallSample {
            facts.append(Fact("Sample", "small (n < \(DemandReport.smallSample)): chance as much as fact"))
        }
        return facts + totals.facts(filter, before: nil, withTexts: false)
    }

    private var layerChart: Chart {
        func fraction(_ count: Int) -> Double { sample.texts > 0 ? Double(count) / Double(sample.texts) : 0 }
        let layers = Layer.allCases
        let parts =
            layers.map {
                Chart.ShareRow.Part(name: $0.name, fraction: fraction(sample.primary[$0.index]), layer: $0)
            } + [
                Chart.ShareRow.Part(name: "Outside the stack", fraction: fraction(sample.outside)),
                Chart.ShareRow.Part(name: "Undecided", fraction: fraction(sample.undecided)),
            ]
        let table = Table(
            columns: [
                .init("layer", "Layer"), .init("primary", "Primary of", .trailing), .init("share", "Share", .trailing),
                .init("needed", "Needed by", .trailing), .init("needed_share", "Share", .trailing),
            ],
            rows: layers.map {
                [
                    .layer($0), .integer(sample.primary[$0.index]), .percent(fraction(sample.primary[$0.index])),
                    .integer(sample.needs[$0.index][$0.index]), .percent(sample.share(needing: $0)),
                ]
            } + [
                [
                    .text("Outside the stack"), .integer(sample.outside), .percent(fraction(sample.outside)), .missing,
                    .missing,
                ],
                [
                    .text("Undecided"), .integer(sample.undecided), .percent(fraction(sample.undecided)), .missing,
                    .missing,
                ],
            ])
        let largest = parts.max { $0.fraction < $1.fraction }
        let summary = largest.map { "\(Figures.percent($0.fraction)) of its texts: \($0.name)." } ?? ""
        return Chart(
            title: "Primary layer of its JDs", summary: summary,
            figure: .shares([Chart.ShareRow(label: name, count: sample.texts, parts: parts)]), table: table)
    }

    private func skillTable(_ skills: [SkillCount], _ title: String) -> Table {
        Table(
            title: title,
            columns: [
                .init("skill", "Skill"), .init("kind", "Kind"), .init("layer", "Layer"),
                .init("texts", "Texts", .trailing), .init("share", "Share", .trailing),
            ],
            rows: skills.prefix(15).map { skill in
                [
                    .text(skill.name), .text(skill.kind.rawValue), skill.layer.map { .layer($0) } ?? .missing,
                    .integer(skill.texts), .percent(sample.texts > 0 ? Double(skill.texts) / Double(sample.texts) : 0),
                ]
            })
    }

    private var neighbourBlocks: [Block] {
        guard let neighbour else { return [] }
        var blocks: [Block] = [
            .heading("Most easily confused with: \(neighbour.name)"),
            .note(
                "Of all roles with \(DemandReport.smallSample) texts or more, \(neighbour.name) (\(Figures.grouped(neighbour.texts)) texts) asks for the most similar skills: "
                    + "\(Figures.percent(neighbour.similarity)) alike (cosine of the shares of skills, rare ones weighing more)."
            ),
        ]
        for (title, skills) in [
            ("\(name) asks for more", neighbour.more), ("\(neighbour.name) asks for more", neighbour.less),
        ]
        where !skills.isEmpty {
            blocks.append(
                .table(
                    ReportPieces.differenceTable(
                        Array(skills.prefix(8)), title: title, now: "Here", before: "There",
                        texts: ("Texts", "Texts there"))))
        }
        if neighbour.more.isEmpty, neighbour.less.isEmpty {
            blocks.append(.note("No skill differs between the two by more than chance."))
        }
        return blocks
    }

    private var changeBlocks: [Block] {
        [("Rising skills", rising), ("Falling skills", falling)].filter { !$0.1.isEmpty }.map { title, skills in
            .table(
                ReportPieces.differenceTable(
                    Array(skills.prefix(8)), title: title, now: "Now", before: "Before",
                    texts: ("Texts", "Texts before")))
        }
    }

    private func countTable(_ counts: [Count], _ key: String, _ title: String) -> Table {
        Table(
            columns: [.init(key, title), .init("texts", "Texts", .trailing), .init("share", "Share", .trailing)],
            rows: counts.map {
                [
                    .text($0.name), .integer($0.texts),
                    .percent(sample.texts > 0 ? Double($0.texts) / Double(sample.texts) : 0),
                ]
            })
    }

    private var typicalTable: Table {
        Table(
            columns: [
                .init("id", "JD"), .init("title", "Title"), .init("company", "Company"),
                .init("similarity", "Alike", .trailing),
            ],
            rows: typical.map {
                [.text(String($0.id)), .text($0.title), .text($0.company), .percent($0.similarity)]
            })
    }

    private var footer: [String] {
        [
            "Demand: ten times the percentile rank of the role's share of texts within the window among all roles that are asked for at least once.",
            "Typical JDs ask for what the role's texts ask for most (cosine; of at least five skills; one a company): 'strata show ID' has the text.",
            ReportPieces.textsMethod, ReportPieces.standingOutMethod(against: ReportPieces.sameFilters),
            ReportPieces.differenceMethod,
            ReportPieces.payMethod, basis.sentence,
        ]
    }
}
