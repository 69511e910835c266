public import StrataModel
internal import StrataQuery

extension HiringPlan {
    /// What `plan --format json` prints: `hires:[{order,role,layer,why}]`, and beside it `goals`, `data`, `needed`, `waits`.
    public var json: JSONValue {
        .object([
            ("hires", .array(items)), ("goals", .array(goals.map(Self.json))),
            ("data", data.map(Self.json) ?? .null), ("needed", .array(needed.map(Self.json))),
            ("waits", .array(waits.map { .string($0) })), ("unused", .array(unused.map { .string($0) })),
            ("market", .object([("jds", .integer(jds))])),
        ])
    }

    /// What JSON Lines holds: a hire a line.
    public var items: [JSONValue] {
        hires.map { hire in
            guard case .object(var members) = hire.json else { return hire.json }
            members.append(("market", market[hire.role].map(Self.json) ?? .null))
            return .object(members)
        }
    }

    private static func json(_ goal: Goal) -> JSONValue {
        .object([
            ("goal", .string(goal.text)), ("archetype", .string(goal.archetype)),
            ("layers", .array(goal.layers.map { .string($0.slug) })), ("near", .array(goal.near.map { .string($0) })),
            ("words", .array(goal.words.map { .string($0) })),
        ])
    }

    private static func json(_ data: Data) -> JSONValue {
        .object([
            ("text", .string(data.text)), ("level", .string(data.level.rawValue)),
            ("words", .array(data.words.map { .string($0) })), ("example", .string(data.example)),
        ])
    }

    private static func json(_ needed: Needed) -> JSONValue {
        .object([
            ("layer", .string(needed.layer.slug)), ("why", .array(needed.why.map { .string($0) })),
            ("people", .array(needed.people.map { .string($0) })),
        ])
    }

    private static func json(_ role: Market.Role) -> JSONValue {
        func skill(_ count: RoleReport.SkillCount) -> JSONValue {
            .object([
                ("skill", .string(count.slug)), ("layer", .string(count.layer?.slug)), ("jds", .integer(count.texts)),
                ("share", .number(role.texts > 0 ? Double(count.texts) / Double(role.texts) : 0)),
            ])
        }
        return .object([
            ("jds", .integer(role.texts)), ("small_sample", .bool(role.isSmall)),
            (
                "titles",
                .array(role.titles.map { .object([("title", .string($0.name)), ("jds", .integer($0.texts))]) })
            ),
            ("pay", .array(role.pay.map(\.json))),
            ("required", .array(role.required.prefix(15).map(skill))),
            ("preferred", .array(role.preferred.prefix(10).map(skill))),
        ])
    }
}
