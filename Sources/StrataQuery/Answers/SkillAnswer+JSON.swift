public import StrataModel

extension SkillAnswer {
    /// An element of what `layer --format json` prints.
    public var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("query", .string(query)), ("found", .bool(found)), ("name", .string(name)),
            ("kind", .string(kind?.rawValue)), ("primary_layer", .string(primaryLayer?.slug)),
            ("layers", .array(layers.map { $0.json(lists: lists(for: $0.membership.layer)) })),
            ("aliases", .array(aliases.map { .string($0) })),
            ("suggestions", .array(suggestions.map { .string($0) })), ("slug", .string(slug)),
            ("summary", .string(summary)), ("read_as", .string(readAs)), ("disputed", .bool(isDisputed)),
            ("votes", .array(votes.map(\.json))),
        ]
        if !alternatives.isEmpty { members.append(("alternatives", .array(alternatives.map(\.json)))) }
        return .object(members)
    }

    /// Slugs of the lists that file it under the layer.
    func lists(for layer: Layer) -> [String] {
        Set(votes.filter { $0.layer == layer }.map(\.source)).sorted()
    }
}

extension Vote {
    var json: JSONValue {
        .object([
            ("source", .string(source)), ("list", .string(list)), ("category", .string(category)),
            ("layer", .string(layer?.slug)),
        ])
    }
}

extension SkillAnswer.Placement {
    /// - parameter lists: slugs of the public lists that say so too.
    func json(lists: [String]? = nil) -> JSONValue {
        let claim: [(key: String, value: JSONValue)] = [
            ("layer", .string(membership.layer.slug)), ("weight", .number(membership.weight)),
            ("primary", .bool(isPrimary)), ("reason", .string(membership.reason)),
            ("source", .string(membership.source)),
        ]
        return .object(claim + (lists.map { [("lists", .array($0.map { .string($0) }))] } ?? []))
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
                        SkillAnswer.Placement($0, isPrimary: $0.layer == primaryLayer).json()
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
            ("nearest_occupation", role.occupation.isEmpty ? .null : .string(role.occupation)),
            ("jds", .integer(jds)),
        ])
    }
}
