public import StrataModel

extension PayFigures {
    /// What answers print of it: `currency`, `texts`, and what is paid a year: `lower_quartile`, `median`, `upper_quartile`.
    public var json: JSONValue {
        .object([
            ("currency", .string(currency)), ("texts", .integer(count)), ("lower_quartile", .number(lowerQuartile)),
            ("median", .number(median)), ("upper_quartile", .number(upperQuartile)),
        ])
    }
}

extension SkillComparison {
    /// - parameter other: names the other sample in the keys: `all` or `before`.
    func json(_ other: String) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("skill", .string(skill)), ("name", .string(name)), ("kind", .string(kind.rawValue)),
            ("layer", .string(layer?.slug)), ("texts", .integer(texts)), ("share", .number(share)),
            ("texts_\(other)", .integer(otherTexts)), ("share_\(other)", .number(otherShare)), ("lift", .number(lift)),
        ]
        if let probability { members.append(("probability", .number(probability))) }
        return .object(members)
    }
}

extension Sample {
    /// Layers with how many texts need each and have it as the primary one, and those without.
    var layersJSON: JSONValue {
        .object(
            Layer.allCases.map { layer in
                (
                    layer.slug,
                    .object([
                        ("needed", .integer(needs[layer.index][layer.index])),
                        ("share", .number(share(needing: layer))), ("primary", .integer(primary[layer.index])),
                    ])
                )
            } + [("outside", .integer(outside)), ("undecided", .integer(undecided))])
    }

    /// Of the texts that need one layer, those that need another.
    var togetherJSON: JSONValue {
        .array(
            Layer.allCases.flatMap { layer in
                Layer.allCases.filter { $0 != layer }.map { other in
                    let (all, both) = (needs[layer.index][layer.index], needs[layer.index][other.index])
                    return .object([
                        ("layer", .string(layer.slug)), ("with", .string(other.slug)), ("texts", .integer(both)),
                        ("share", .number(all > 0 ? Double(both) / Double(all) : nil)),
                    ])
                }
            })
    }
}

extension SourceMix {
    var json: JSONValue {
        .object([
            ("shift", .number(shift)), ("has_changed", .bool(hasChanged)),
            (
                "sources",
                .array(
                    rows.map {
                        .object([
                            ("source", .string($0.source)), ("jds", .integer($0.jds)), ("share", .number($0.share)),
                            ("jds_before", .integer($0.jdsBefore)), ("share_before", .number($0.shareBefore)),
                        ])
                    })
            ),
        ])
    }
}

extension Periods {
    /// Names of the periods beside some counts of each.
    func json(_ trend: [Int]) -> JSONValue {
        .object([
            ("by", .string(dimension.rawValue)), ("ends_early", .bool(endsEarly)),
            ("periods", .array(names.map { .string($0) })), ("jds", .array(trend.map { .integer($0) })),
        ])
    }
}

extension Basis {
    var json: JSONValue {
        .object([
            ("catalogue", .integer(catalogue)), ("weights", .integer(weights)), ("own_weights", .bool(hasOwnWeights)),
            ("catalogue_edits", .bool(hasEdits)), ("stale_verdicts", .bool(isStale)),
        ])
    }
}
