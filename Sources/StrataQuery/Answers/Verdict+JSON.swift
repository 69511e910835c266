public import StrataModel

extension OutcomeValues {
    /// The four layers by slug.
    public var layersJSON: JSONValue { .object(Layer.allCases.map { ($0.slug, .number(self[$0])) }) }

    /// The four layers by slug, and `outside`.
    public var json: JSONValue { .object(Outcome.allCases.map { ($0.slug, .number(self[$0])) }) }
}

extension Verdict {
    /// What `classify` prints of a JD, but for what the JD brings itself.
    private func members(withEvidence: Bool) -> [(key: String, value: JSONValue)] {
        var members: [(key: String, value: JSONValue)] = [
            ("role", .string(role)), ("seniority", .string(seniority?.rawValue)),
            ("primary_layer", .string(primary?.slug)), ("needs", .array(needs.map { .string($0.slug) })),
            ("layers", shares.layersJSON), ("outside", .number(shares[.outside])),
        ]
        if withEvidence { members.append(("evidence", evidenceJSON)) }
        members += [("justification", .string(justification)), ("scores", scores.json), ("bias", bias.json)]
        return members
    }

    /// The line of `classify --jsonl`.
    ///
    /// - parameters:
    ///   - id: as the input gave it; null where it gave none.
    ///   - withEvidence: false for `--no-evidence`; `scores` and `bias` stay.
    ///   - input: the input's other keys, for `--echo`.
    public func json(id: JSONValue, withEvidence: Bool = true, input: JSONValue? = nil) -> JSONValue {
        var members = [("id", id)] + members(withEvidence: withEvidence)
        if let input { members.append(("input", input)) }
        return .object(members)
    }

    /// An item for each skill and way in which it is asked for, the strongest first.
    public var evidenceJSON: JSONValue { .array(evidence.map(\.json)) }
}

extension Evidence {
    /// An item of the sum that a verdict is.
    public var json: JSONValue {
        .object([
            ("skill", .string(skill)), ("name", .string(name)), ("kind", .string(kind.rawValue)),
            ("layer", .string(strongest?.slug)), ("count", .integer(count)),
            ("requirement", .string(requirement.rawValue)), ("weight", .number(weight)),
            ("spans", .array(spans.map(\.json))),
            ("contributions", .object(contributions.nonZero.map { ($0.0.slug, .number($0.1)) })),
        ])
    }
}
