public import StrataModel

extension SkillReport {
    /// What `report skill` prints.
    public var document: Document {
        var blocks: [Block] = summary.isEmpty ? [] : [.paragraph(summary)]
        blocks += [.facts(facts)]
        if let warning = sources.flatMap({ ReportPieces.sourceWarning($0) }) { blocks.append(.note(warning)) }
        if let periods,
            let chart = ReportPieces.trendChart(
                [(.text(name), trend)], periods, of: "Skill",
                title: "JDs that ask for \(name), by \(periods.dimension.rawValue)")
        {
            blocks.append(.chart(chart))
        }
        if !roles.isEmpty { blocks += [.heading("Careers: the roles that ask for it"), .table(roleTable)] }
        if roles.count > Self.mostRoles {
            blocks.append(.note("\(Self.mostRoles) of \(roles.count) roles; JSON has all."))
        }
        if !memberships.isEmpty { blocks += [.heading("Categories: its layers"), .table(layerTable)] }
        if !companions.isEmpty {
            blocks += [
                .heading("Companions: asked for with it"),
                .table(ReportPieces.standingOutTable(Array(companions.prefix(15)))),
            ]
        }
        if let pay = ReportPieces.payChart(
            [(.text("Texts that ask for it"), sample.payFigures), (.text("All texts"), all.payFigures)], of: "JDs")
        {
            blocks += [.heading("Pay"), .chart(pay)]
        }
        return Document(
            title: name, subtitle: "\(kind.rawValue.capitalizedWord); \(filter.sentence)", blocks: blocks,
            footer: footer)
    }

    static let mostRoles = 15

    private var facts: [Fact] {
        var facts = [
            Fact(
                "Asked for by",
                "\(Figures.grouped(sample.texts)) of \(Figures.grouped(all.texts)) texts, \(Figures.percent(share))"
            ),
            Fact(
                "Demand",
                demand.map {
                    "\(Figures.fixed($0, digits: 1)) of 10, among \(Figures.grouped(kindCount)) \(kind.plural) asked for"
                }
                    ?? "nobody asks for it"),
        ]
        if let averageDemand {
            facts.append(
                Fact(
                    "Average demand",
                    "\(Figures.fixed(averageDemand, digits: 1)) of 10, over \(counted(roles.count, "role")) that \(roles.count == 1 ? "asks" : "ask") for it"
                )
            )
        }
        if let averageExposure {
            let count = roles.count { $0.exposure != nil }
            facts.append(
                Fact(
                    "Average AI exposure",
                    "\(Figures.percent(averageExposure)), of the nearest occupation of \(counted(count, "role"))\(exposureSource.map { " (\($0))" } ?? "")"
                ))
        }
        if let shareBefore, let textsBefore, let before {
            facts.append(
                Fact(
                    "Change",
                    "\(Figures.percent(shareBefore)) to \(Figures.percent(share)), \(ReportPieces.chance(probability)); \(Figures.grouped(textsBefore)) texts \(before.sentence)"
                ))
        }
        if sample.texts > 0, sample.texts < DemandReport.smallSample {
            facts.append(Fact("Sample", "small (n < \(DemandReport.smallSample)): chance as much as fact"))
        }
        return facts + totals.facts(filter, before: nil, withTexts: false)
    }

    private var roleTable: Table {
        let shown = roles.prefix(Self.mostRoles)
        let marks = ReportPieces.marks(shown.map(\.allTexts))
        return Table(
            columns: [
                .init("role", "Role"), .init("home", "Home layer"), .init("texts", "Texts", .trailing),
                .init("share", "Of the role's", .trailing), .init("demand", "Demand of 10", .trailing),
                .init("exposure", "AI exposure", .trailing),
            ] + marks.column,
            rows: zip(shown, marks.cells).map { role, mark in
                [
                    .text(role.name), role.layer.map { .layer($0) } ?? .text("Outside"), .integer(role.texts),
                    .percent(role.share), .number(role.demand, digits: 1), .percent(role.exposure),
                ] + mark
            })
    }

    private var layerTable: Table {
        Table(
            columns: [
                .init("layer", "Layer"), .init("why", "Why", wraps: true), .init("weight", "Weight", .trailing),
                .init("needed", "Of the texts that ask for it, need the layer", .trailing),
            ],
            rows: memberships.map { member in
                [
                    .layer(member.layer), .text(member.reason), .number(member.weight, digits: 2),
                    .percent(sample.texts > 0 ? sample.share(needing: member.layer) : nil),
                ]
            })
    }

    private var footer: [String] {
        [
            "Demand: ten times the percentile rank of its share of texts within the window among all skills of its kind that are asked for at least once "
                + "(the part with fewer texts, and half of the part with as many). A role's demand likewise among roles; average demand is the mean over the roles that ask for the skill.",
            "AI exposure: a published figure of the occupation nearest to a role, not of the role itself\(exposureSource.map { "; source: \($0)" } ?? "").",
            ReportPieces.textsMethod, ReportPieces.standingOutMethod(against: ReportPieces.sameFilters),
            ReportPieces.payMethod, basis.sentence,
        ]
    }

    /// What `report skill --format json` prints.
    public var json: JSONValue {
        .object([
            ("skill", .string(slug)), ("name", .string(name)), ("kind", .string(kind.rawValue)),
            ("filters", filter.json), ("window", filter.windowJSON(before: before)), ("totals", totals.json),
            ("texts", .integer(sample.texts)), ("texts_all", .integer(all.texts)), ("share", .number(share)),
            ("texts_before", .integer(textsBefore)), ("share_before", .number(shareBefore)),
            ("probability", .number(probability)), ("demand", .number(demand)), ("demand_among", .integer(kindCount)),
            ("average_demand", .number(averageDemand)), ("average_exposure", .number(averageExposure)),
            ("exposure_source", .string(exposureSource)),
            ("roles", .array(roles.map(json))),
            (
                "layers",
                .array(
                    memberships.map {
                        .object([
                            ("layer", .string($0.layer.slug)), ("weight", .number($0.weight)),
                            ("reason", .string($0.reason)), ("share", .number(sample.share(needing: $0.layer))),
                        ])
                    })
            ),
            ("companions", .array(companions.map { $0.json("all") })),
            ("pay", .array(sample.payFigures.map(\.json))), ("trend", periods.map { $0.json(trend) } ?? .null),
            ("source_mix", sources?.json ?? .null), ("basis", basis.json),
        ])
    }

    private func json(_ role: RolePart) -> JSONValue {
        .object([
            ("role", .string(role.slug)), ("name", .string(role.name)), ("texts", .integer(role.texts)),
            ("texts_all", .integer(role.allTexts)), ("share", .number(role.share)), ("demand", .number(role.demand)),
            ("exposure", .number(role.exposure)),
        ])
    }
}

extension Skill.Kind {
    /// `practices`.
    fileprivate var plural: String {
        switch self {
        case .tool: "tools"
        case .practice: "practices"
        case .concept: "concepts"
        case .language: "languages"
        }
    }
}

extension String {
    /// With a capital at its beginning.
    var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
