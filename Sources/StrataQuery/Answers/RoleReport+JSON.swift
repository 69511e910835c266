public import StrataModel

extension RoleReport {
    /// What `report role --format json` prints.
    public var json: JSONValue {
        .object([
            ("role", .string(slug)), ("name", .string(name)), ("home", .string(home?.slug)),
            ("filters", filter.json), ("window", filter.windowJSON(before: before)), ("totals", totals.json),
            ("texts", .integer(sample.texts)), ("texts_all", .integer(all.texts)), ("share", .number(share)),
            ("texts_before", .integer(textsBefore)), ("share_before", .number(shareBefore)),
            ("probability", .number(probability)),
            ("demand", .number(demand)), ("demand_among", .integer(roleCount)),
            ("trend", periods.map { $0.json(trend) } ?? .null), ("layers", sample.layersJSON),
            ("titles", counts(titles)), ("seniorities", counts(seniorities)), ("countries", counts(countries)),
            ("cities", counts(cities)),
            ("workplaces", counts(workplaces)), ("companies", counts(companies)),
            ("required", skills(required)), ("preferred", skills(preferred)),
            ("standing_out", .array(standingOut.map { $0.json("all") })),
            ("rising", .array(rising.map { $0.json("before") })),
            ("falling", .array(falling.map { $0.json("before") })),
            ("pay", .array(sample.payFigures.map(\.json))), ("confused_with", neighbour?.json ?? .null),
            (
                "typical",
                .array(
                    typical.map {
                        .object([
                            ("id", .integer($0.id)), ("title", .string($0.title)), ("company", .string($0.company)),
                            ("similarity", .number($0.similarity)),
                        ])
                    })
            ),
            ("source_mix", sources?.json ?? .null), ("basis", basis.json),
        ])
    }

    private func counts(_ counts: [Count]) -> JSONValue {
        .array(counts.map { .object([("name", .string($0.name)), ("texts", .integer($0.texts))]) })
    }

    private func skills(_ skills: [SkillCount]) -> JSONValue {
        .array(
            skills.map { skill in
                .object([
                    ("skill", .string(skill.slug)), ("name", .string(skill.name)),
                    ("kind", .string(skill.kind.rawValue)), ("texts", .integer(skill.texts)),
                    ("share", .number(sample.texts > 0 ? Double(skill.texts) / Double(sample.texts) : 0)),
                ])
            })
    }
}

extension RoleReport.Neighbour {
    fileprivate var json: JSONValue {
        .object([
            ("role", .string(slug)), ("name", .string(name)), ("texts", .integer(texts)),
            ("similarity", .number(similarity)), ("more", .array(more.map { $0.json("other") })),
            ("less", .array(less.map { $0.json("other") })),
        ])
    }
}
