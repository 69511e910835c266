internal import StrataModel

extension DemandReport {
    /// What a report says beyond its counts, as members of its JSON.
    var insightMembers: [(key: String, value: JSONValue)] {
        let basis = basis.map { [("basis", $0.json)] } ?? []
        guard let insights else { return basis }
        var members: [(key: String, value: JSONValue)] = [
            ("trend", insights.periods.map { $0.json(insights.trend) } ?? .null),
            ("layers", insights.whole.layersJSON), ("needed_together", insights.whole.togetherJSON),
            ("pay", .array(insights.whole.payFigures.map(\.json))),
            ("standing_out", .array(insights.wholeStandingOut.map { $0.json("all") })),
        ]
        let details = rows.prefix(max(insights.parts.count, insights.trends.count)).enumerated().map { index, row in
            JSONValue.object(detail(of: index, row, insights))
        }
        if !details.isEmpty { members.append(("details", .array(details))) }
        if let textsBefore = insights.textsBefore {
            members += [
                ("texts_before", .integer(textsBefore)), ("rising", .array(insights.rising.map { $0.json("before") })),
                ("falling", .array(insights.falling.map { $0.json("before") })),
            ]
        }
        if let sources = insights.sources { members.append(("source_mix", sources.json)) }
        return members + basis
    }

    private func detail(of index: Int, _ row: Row, _ insights: DemandInsights) -> [(key: String, value: JSONValue)] {
        var members: [(key: String, value: JSONValue)] = [
            (dimensions[0].rawValue, .string(row.values.first?.key))
        ]
        if index < insights.trends.count {
            members.append(("trend", .array(insights.trends[index].map { .integer($0) })))
        }
        if index < insights.parts.count {
            members += [
                ("texts", .integer(insights.parts[index].texts)),
                ("pay", .array(insights.parts[index].payFigures.map(\.json))),
                ("standing_out", .array(insights.standingOut[index].prefix(20).map { $0.json("all") })),
            ]
        }
        return members
    }
}
