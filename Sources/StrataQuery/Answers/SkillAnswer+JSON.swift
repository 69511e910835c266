public import StrataModel

extension SkillAnswer {
    /// An element of what `layer --format json` prints.
    public var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("query", .string(query)), ("found", .bool(found)), ("name", .string(name)),
            ("kind", .string(kind?.rawValue)), ("primary_layer", .string(primaryLayer?.slug)),
            ("layers", .array(layers.map(\.json))), ("aliases", .array(aliases.map { .string($0) })),
            ("suggestions", .array(suggestions.map { .string($0) })), ("slug", .string(slug)),
            ("summary", .string(summary)),
        ]
        if !alternatives.isEmpty { members.append(("alternatives", .array(alternatives.map(\.json)))) }
        return .object(members)
    }
}

extension SkillAnswer.Placement {
    var json: JSONValue {
        .object([
            ("layer", .string(membership.layer.slug)), ("weight", .number(membership.weight)),
            ("primary", .bool(isPrimary)), ("reason", .string(membership.reason)),
            ("source", .string(membership.source)),
        ])
    }
}

extension SkillAnswer.Alternative {
    var json: JSONValue {
        .object([
            ("slug", .string(slug)), ("name", .string(name)), ("kind", .string(kind.rawValue)),
            ("primary_layer", .string(primaryLayer?.slug)),
        ])
    }
}

extension SkillList {
    /// What `tools --format json` prints.
    public var json: JSONValue {
        .object([("total", .integer(total)), ("skills", .array(items))])
    }

    /// What JSON Lines holds: a skill a line.
    public var items: [JSONValue] { rows.map(\.json) }
}

extension SkillList.Row {
    var json: JSONValue {
        .object([
            ("slug", .string(slug)), ("name", .string(name)), ("kind", .string(kind.rawValue)),
            ("primary_layer", .string(primaryLayer?.slug)),
            (
                "layers",
                .array(
                    layers.map {
                        SkillAnswer.Placement($0, isPrimary: $0.layer == primaryLayer).json
                    })
            ),
            ("aliases", .array(aliases.map { .string($0) })), ("summary", .string(summary)), ("jds", .integer(jds)),
        ])
    }
}

extension RoleList {
    /// What `roles --format json` prints.
    public var json: JSONValue {
        .object([("total", .integer(total)), ("roles", .array(items))])
    }

    /// What JSON Lines holds: a role a line.
    public var items: [JSONValue] { rows.map(\.json) }
}

extension RoleList.Row {
    var json: JSONValue {
        func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
        return .object([
            ("slug", .string(role.slug)), ("name", .string(role.name)), ("layer", .string(role.layer?.slug)),
            ("titles", list(role.titlePhrases)), ("ladder", list(role.ladder)), ("mission", .string(role.mission)),
            ("responsibilities", list(role.responsibilities)), ("capabilities", list(role.capabilities)),
            ("jds", .integer(jds)),
        ])
    }
}
