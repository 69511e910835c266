public import StrataModel

extension DemandReport {
    /// What `report demand --format json` prints.
    public var json: JSONValue {
        .object(
            [
                ("by", .array(dimensions.map { .string($0.rawValue) })), ("filters", filter.json),
                (
                    "window",
                    .object([
                        ("since", .string(filter.since?.description)), ("until", .string(filter.until?.description)),
                        ("before", before?.json ?? .null),
                    ])
                ),
                ("totals", totals.json), ("rows", .array(items)), ("total_rows", .integer(totalRows)),
            ] + insightMembers)
    }

    /// What JSON Lines holds: a row a line.
    public var items: [JSONValue] { rows.map(json) }

    private func json(_ row: Row) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        for (dimension, value) in zip(dimensions, row.values) {
            members.append((dimension.rawValue, .string(value.key)))
            if dimension.hasNames {
                members.append(("\(dimension.rawValue)_name", .string(value.key == nil ? nil : value.name)))
            }
        }
        members += [
            ("jds", .integer(row.jds)), ("distinct", .integer(row.distinct)), ("sightings", .integer(row.sightings)),
            ("share", .number(row.share)),
            ("change", .number(row.change)),
        ]
        if before != nil { members.append(("jds_before", .integer(row.jdsBefore))) }
        return .object(members)
    }
}

extension Dimension {
    /// Whether its keys are slugs, beside which people want a name.
    fileprivate var hasNames: Bool {
        switch self {
        case .layer, .primary, .role, .skill, .tool: true
        default: false
        }
    }
}

extension DemandReport.Totals {
    var json: JSONValue {
        .object([
            ("jds", .integer(jds)), ("distinct_texts", .integer(distinctTexts)), ("sightings", .integer(sightings)),
            ("undated", .integer(undated)),
            ("outside_stack", .integer(outsideStack)), ("undecided", .integer(undecided)),
            ("jds_before", .integer(jdsBefore)),
        ])
    }
}

extension DateWindow {
    var json: JSONValue { .object([("since", .string(since.description)), ("until", .string(until.description))]) }
}
