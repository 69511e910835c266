public import StrataModel

extension RACI {
    /// What `raci --format json` prints: `steps:[{name,layer,roles:[{role,raci}]}]`, and beside it `archetype`, `roles`,
    /// `handovers`.
    public var json: JSONValue {
        .object([
            ("brief", .string(brief)), ("archetype", origin.map(Self.json) ?? .null), ("steps", .array(items)),
            ("roles", .array(columns.map(Self.json))), ("handovers", .array(handOvers.map(Self.json))),
            ("missing_roles", hasTeam ? .array(open.map { .string($0.role) }) : .null),
            ("market", .object([("jds", .integer(jds))])),
        ])
    }

    /// What JSON Lines holds: a step a line.
    public var items: [JSONValue] {
        steps.enumerated().map { index, step in
            .object([
                ("step", .integer(index + 1)), ("name", .string(step.name)), ("layer", .string(step.layer?.slug)),
                ("share", .number(step.share)), ("work", .string(step.work)),
                (
                    "roles",
                    .array(
                        step.assignments.map {
                            .object([("role", .string($0.role)), ("raci", .string($0.letter.rawValue))])
                        })
                ),
                ("reasons", .array(step.reasons.map { .string($0) })), ("forgotten", .string(step.forgotten)),
                ("market", .string(step.market)),
            ])
        }
    }

    private static func json(_ origin: Origin) -> JSONValue {
        .object([
            ("slug", .string(origin.archetype)), ("name", .string(origin.name)), ("share", .number(origin.share)),
            ("words", .array(origin.words.map { .string($0) })), ("example", .string(origin.example)),
            ("near", .array(origin.near.map { .string($0) })), ("success", .string(origin.success)),
        ])
    }

    private static func json(_ column: Column) -> JSONValue {
        .object([
            ("role", .string(column.role)), ("name", .string(column.name)), ("layer", .string(column.layer?.slug)),
            ("filled_by", column.filledBy.map { .array($0.map { .string($0) }) } ?? .null),
            ("jds", .integer(column.jds)),
        ])
    }

    private static func json(_ handOver: HandOver) -> JSONValue {
        .object([
            ("after_step", .integer(handOver.step)), ("from", .string(handOver.from)), ("to", .string(handOver.to)),
            ("provides", .string(handOver.provides)), ("agreement", .string(handOver.agreement)),
            ("check", .string(handOver.check)),
        ])
    }
}
