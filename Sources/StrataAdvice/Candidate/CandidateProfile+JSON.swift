internal import StrataClassify
public import StrataModel
internal import StrataQuery

extension CandidateProfile {
    /// What `candidate --format json` prints of a file, and what `--keep` keeps.
    ///
    /// `layers` and `outside` are shares, left out where nothing of the four layers is named; `bias` plus the `contributions` of
    /// all `evidence` and `roles` gives `scores`.
    public var json: JSONValue {
        .object([
            ("file", .string(file)), ("primary_layer", .string(background.primary?.slug)),
            ("names_stack", .bool(namesStack)),
            ("layers", namesStack ? background.shares.layersJSON : .object([])),
            ("outside", namesStack ? .number(background.shares[.outside]) : .null),
            ("justification", .string(justification)), ("evidence", .array(items.map(\.json))),
            ("roles", .array(roleEvidence.map(\.roleJSON))), ("led", .array(led.map(\.json))),
            ("years", .array(items.compactMap(\.yearsJSON))), ("stated_experience", .number(statedExperience)),
            ("present", .string(present)), ("present_given", .bool(presentIsGiven)), ("jobs", .integer(jobs)),
            ("against", gaps?.targetJSON ?? .null), ("gaps", .array(gaps?.items.map(\.json) ?? [])),
            ("duties", .array(gaps?.duties.map(\.json) ?? [])), ("questions", .array(questions.map(\.json))),
            ("remarks", .array(remarks.map { .string($0) })), ("scores", background.scores.json),
            ("bias", background.bias.json), ("note", .string(Self.note)),
        ])
    }

    var roleEvidence: [Evidence] { background.evidence.filter { $0.kind == .title || $0.kind == .phrase } }
}

extension Evidence {
    fileprivate var roleJSON: JSONValue {
        .object([
            ("role", .string(skill)), ("name", .string(name)), ("kind", .string(kind.rawValue)),
            ("count", .integer(count)), ("requirement", .string(requirement.rawValue)), ("weight", .number(weight)),
            ("contributions", contributions.sparseJSON),
        ])
    }
}

extension OutcomeValues {
    /// Those that are not 0, by slug.
    fileprivate var sparseJSON: JSONValue { .object(nonZero.map { ($0.0.slug, .number($0.1)) }) }
}

extension CandidateProfile.Item {
    fileprivate var json: JSONValue {
        .object([
            ("skill", .string(skill)), ("name", .string(name)), ("kind", .string(kind.rawValue)),
            ("layer", .string(home?.slug)), ("depth", .string(depth?.rawValue)),
            ("depths", .array(depths.map { .string($0.rawValue) })), ("count", .integer(count)),
            ("weight", .number(contributions.largest.value)),
            ("contributions", contributions.sparseJSON),
            (
                "years",
                .object([
                    ("stated", .number(years.stated)), ("in_jobs", .number(years.inJobs)),
                    ("ongoing_since", .string(years.ongoingSince)),
                ])
            ), ("places", .array(places.map(\.json))),
        ])
    }

    /// An element of `years`; nil where nothing is known of them.
    fileprivate var yearsJSON: JSONValue? {
        guard isShown, years.stated != nil || years.inJobs != nil || years.ongoingSince != nil else { return nil }
        return .object([
            ("skill", .string(skill)), ("name", .string(name)), ("stated", .number(years.stated)),
            ("in_jobs", .number(years.inJobs)), ("ongoing_since", .string(years.ongoingSince)),
        ])
    }
}

extension CandidateProfile.Place {
    fileprivate var json: JSONValue {
        .object([
            ("line", .integer(line)), ("span", .array([.integer(span.start), .integer(span.end)])),
            ("section", .string(section?.rawValue)), ("depth", .string(depth?.rawValue)),
            ("set_aside", .string(setAside?.rawValue)), ("job", .integer(job)), ("quote", .string(quote)),
        ])
    }
}

extension CandidateGaps {
    fileprivate var targetJSON: JSONValue {
        switch target {
        case .jd(let id, let title):
            .object([
                ("kind", .string("jd")), ("id", .integer(Int(id))), ("title", .string(title)),
                ("basis", .string(basis)),
            ])
        case .role(let slug, let name):
            .object([
                ("kind", .string("role")), ("role", .string(slug)), ("title", .string(name)), ("basis", .string(basis)),
            ])
        }
    }
}

extension CandidateGaps.Item {
    fileprivate var json: JSONValue {
        .object([
            ("skill", .string(skill)), ("name", .string(name)), ("kind", .string(kind.rawValue)),
            ("layer", .string(layer?.slug)), ("requirement", .string(requirement.rawValue)),
            ("standing", .string(standing.rawValue)), ("depth", .string(depth?.rawValue)),
            ("denied", .bool(isDenied)), ("hint", .string(hint?.rawValue)),
            ("related", .array(related.map { .string($0) })), ("texts", .integer(texts)),
        ])
    }
}

extension CandidateGaps.Duty {
    fileprivate var json: JSONValue {
        .object([
            ("text", .string(text)), ("kind", .string(isCapability ? "capability" : "responsibility")),
            ("shown", .array(shown.map { .string($0) })), ("not_shown", .array(notShown.map { .string($0) })),
        ])
    }
}

extension CandidateQuestion {
    fileprivate var json: JSONValue {
        .object([
            ("rule", .string(rule)), ("skill", .string(skill)), ("question", .string(question)), ("why", .string(why)),
        ])
    }
}
