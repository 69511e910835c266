public import StrataModel

extension StackReport {
    /// What `report stack --format json` prints.
    public var json: JSONValue {
        .object([
            ("filters", filter.json), ("window", filter.windowJSON(before: before)), ("totals", totals.json),
            ("texts_before", .integer(textsBefore)), ("layers", .array(layers.map(json))),
            ("outside", .integer(whole.outside)), ("undecided", .integer(whole.undecided)),
            ("titles", .array(titles.map(\.json))), ("needed_together", whole.togetherJSON),
            ("periods", .array((periods?.names ?? []).map { .string($0) })),
            ("source_mix", sources?.json ?? .null), ("basis", basis.json),
        ])
    }

    private func json(_ part: LayerPart) -> JSONValue {
        .object([
            ("layer", .string(part.layer.slug)), ("needed", .integer(part.needed.texts)),
            ("share", .number(whole.share(needing: part.layer))), ("needed_before", .integer(part.neededBefore)),
            ("primary", .integer(part.primary.texts)), ("trend", .array(part.trend.map { .integer($0) })),
            (
                "roles",
                .array(
                    part.roles.map {
                        .object([("role", .string($0.slug)), ("name", .string($0.name)), ("texts", .integer($0.texts))])
                    })
            ),
            ("standing_out", .array(part.standingOut.prefix(30).map { $0.json("all") })),
            ("pay", .array(part.primary.payFigures.map(\.json))),
        ])
    }
}

extension StackReport.TitlePart {
    fileprivate var json: JSONValue {
        .object([
            ("role", .string(role.slug)), ("name", .string(role.name)), ("home", .string(home?.slug)),
            ("texts", .integer(sample.texts)), ("layers", sample.layersJSON),
        ])
    }
}

extension JDFilter {
    /// The dates of a report, and those of the window before.
    func windowJSON(before: DateWindow?) -> JSONValue {
        .object([
            ("since", .string(since?.description)), ("until", .string(until?.description)),
            ("before", before?.json ?? .null),
        ])
    }
}
