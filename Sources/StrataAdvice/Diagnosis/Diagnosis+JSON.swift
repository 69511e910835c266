public import StrataModel

extension Diagnosis {
    /// What `diagnose --format json` prints.
    ///
    /// `coverage` is by layer the number of people who work in it (0.5 and 0.25 where nobody does and somebody could help, or
    /// touches it), `missing` the layers that are needed and in which nobody works, `rules` what complaints and answers fire,
    /// `hires` whom to hire in which order.
    public var json: JSONValue {
        .object([
            ("people", .integer(people)),
            ("coverage", .object(coverage.map { ($0.layer.slug, .number($0.coverage)) })),
            ("layers", .array(coverage.map(Self.json))), ("missing", .array(missing.map { .string($0.slug) })),
            ("missing_roles", .array(missingRoles.map(Self.json))),
            ("bottleneck", bottleneck.map(Self.json) ?? .null), ("rules", .array(rules.map(Self.json))),
            ("doubts", .array(doubts.map(Self.json))), ("other_symptoms", .array(others.map { .string($0) })),
            ("strained", .array(strained.map(Self.json))), ("praise", .array(praise.map(Self.json))),
            ("restructuring", .array(restructuring.map(Self.json))), ("hires", .array(hires.map(\.json))),
            ("interview", .array(interview.map(Self.json))), ("return", payback.map(Self.json) ?? .null),
            ("market", .object([("jds", .integer(jds))])),
        ])
    }

    private static func json(_ coverage: Coverage) -> JSONValue {
        .object([
            ("layer", .string(coverage.layer.slug)), ("coverage", .number(coverage.coverage)),
            ("level", .string(coverage.level.rawValue)), ("evidence", .array(coverage.evidence.map { .string($0) })),
            ("needed", .array(coverage.needed.map { .string($0) })),
        ])
    }

    private static func json(_ role: MissingRole) -> JSONValue {
        .object([
            ("role", .string(role.role)), ("name", .string(role.name)), ("layer", .string(role.layer.slug)),
            ("why", .string(role.why)), ("jds", .integer(role.jds)),
        ])
    }

    private static func json(_ bottleneck: Bottleneck) -> JSONValue {
        .object([("layer", .string(bottleneck.layer.slug)), ("why", .string(bottleneck.why))])
    }

    private static func json(_ fired: Fired) -> JSONValue {
        .object([
            ("rule", .string(fired.rule)), ("name", .string(fired.name)), ("layer", .string(fired.layer.slug)),
            ("quote", .string(fired.quote)), ("words", .array(fired.words.map { .string($0) })),
            ("example", .string(fired.example)), ("why", .string(fired.why)), ("remedy", .string(fired.remedy)),
            ("weight", .number(fired.weight)), ("guess", .bool(fired.isGuess)),
        ])
    }

    private static func json(_ proposal: Restructuring) -> JSONValue {
        .object([
            ("rule", .string(proposal.rule)), ("name", .string(proposal.name)), ("why", .string(proposal.why)),
            (
                "units",
                .array(
                    proposal.units.map {
                        .object([
                            ("name", .string($0.name)), ("does", .string($0.does)),
                            ("people", .array($0.people.map { .string($0) })),
                            ("hires", .array($0.hires.map { .string($0) })),
                        ])
                    })
            ),
        ])
    }

    private static func json(_ asked: Asked) -> JSONValue {
        .object([
            ("slug", .string(asked.question.slug)), ("layer", .string(asked.question.layer.slug)),
            ("question", .string(asked.question.question)), ("good", .string(asked.question.good)),
            ("bad", .string(asked.question.bad)), ("expected", .string(asked.expected)),
            ("answer", .string(asked.answer?.text)), ("verdict", .string(asked.answer?.verdict.rawValue)),
        ])
    }

    private static func json(_ payback: Payback) -> JSONValue {
        .object([
            ("hires", .integer(payback.hires)), ("salary", .number(payback.salary)),
            ("months_to_production", .number(payback.monthsToProduction)),
            ("value_per_month", .number(payback.valuePerMonth)), ("months_after", .number(payback.monthsAfter)),
            ("cost_per_month", .number(payback.costPerMonth)), ("break_even_months", .number(payback.breakEvenMonths)),
            ("gain", .number(payback.gain)),
            (
                "formula",
                .string(
                    "gain = value_per_month × (months_to_production − months_after) − cost_per_month × months_to_production; cost_per_month = hires × salary / 12"
                )
            ),
        ])
    }
}

extension Hire {
    /// A hire, as answers have it.
    var json: JSONValue {
        .object([
            ("order", .integer(order)), ("role", .string(role)), ("name", .string(name)),
            ("layer", .string(layer.slug)),
            ("purpose", .string(purpose)), ("why", .string(why.joined(separator: " "))), ("goal", .string(goal)),
            (
                "after",
                .array(
                    after.map {
                        .object([("order", .integer($0.order)), ("rule", .string($0.rule)), ("why", .string($0.why))])
                    })
            ),
            ("conditions", .array(conditions.map { .string($0) })),
            (
                "could_grow",
                .array(
                    couldGrow.map {
                        .object([
                            ("who", .string($0.label)), ("evidence", .array($0.evidence.map { .string($0) })),
                        ])
                    })
            ),
            ("ask", .array(ask.map { .string($0) })),
            ("leave_out", .array(leaveOut.map { .string($0) })),
        ])
    }
}
