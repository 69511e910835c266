public import StrataModel

extension JDSummary {
    /// A JD as `jds`, `search` and `show` print it.
    public var json: JSONValue { .object(members) }

    var members: [(key: String, value: JSONValue)] {
        [
            ("id", .integer(Int(id))), ("title", .string(title)), ("company", .string(company)),
            ("location", .string(location)), ("posted_on", .string(postedOn)), ("role", .string(role)),
            ("seniority", .string(seniority)), ("primary_layer", .string(primaryLayer?.slug)),
            ("needs", .array(needs.map { .string($0.slug) })), ("layers", shares.layersJSON),
            ("outside", .number(shares[.outside])), ("salary", salary?.json ?? .null),
            ("sightings", .integer(sightings)), ("source", .string(source)), ("first_seen", .string(firstSeen)),
            ("last_seen", .string(lastSeen)), ("url", .string(url)), ("thin", .bool(isThin)),
            ("label", .string(label)), ("duplicate_group", .integer(Int(duplicateGroup))), ("alike", .integer(alike)),
            ("city", .string(place.city)), ("region", .string(place.region)),
            ("country", .string(place.country)), ("workplace", .string(place.workplace?.rawValue)),
            ("language", .string(language)), ("truncated", .bool(isTruncated)),
        ]
    }
}

extension JDPage {
    /// What `jds --format json` prints.
    public var json: JSONValue { .object([("total", .integer(total)), ("jds", .array(items))]) }

    /// What JSON Lines holds: a JD a line.
    public var items: [JSONValue] { jds.map(\.json) }
}

extension SearchPage {
    /// What `search --format json` prints.
    public var json: JSONValue { .object([("total", .integer(total)), ("jds", .array(items))]) }

    /// What JSON Lines holds: a JD a line.
    public var items: [JSONValue] { hits.map(\.json) }
}

extension SearchHit {
    /// The JD, with `score` and `snippet`: its text and the byte offsets of the words found in it.
    public var json: JSONValue {
        .object(
            jd.members + [
                ("score", .number(score)), ("snippet", .string(snippet.text)),
                ("snippet_spans", .array(snippet.marks.map(\.span.json))),
            ])
    }
}

extension JDDetail {
    /// What `show --format json` prints of a JD.
    ///
    /// - parameters:
    ///   - verdict: as computed anew from the stored text; without it, the evidence is the stored mentions, with neither
    ///     weights nor contributions.
    ///   - withText: whether the text is wanted.
    public func json(_ verdict: Verdict?, withText: Bool = true) -> JSONValue {
        var members = summary.judged(by: verdict).members
        if withText { members.append(("text", .string(text))) }
        members += [
            ("evidence", verdict?.evidenceJSON ?? .array(mentions.map(\.json))),
            ("justification", .string(verdict?.justification ?? justification)),
        ]
        if let verdict { members += [("scores", verdict.scores.json), ("bias", verdict.bias.json)] }
        members.append(("labelled_at", .string(summary.labelledAt)))
        members += [
            ("siblings", siblingsJSON),
            ("seen", .array(seen.filter(\.isCounted).map(\.json))), ("stale", .bool(isStale)),
            ("external_id", .string(externalID)), ("posted_raw", .string(postedRaw)),
            ("salary_raw", .string(summary.salaryRaw)), ("employment_type", .string(employmentType)),
            ("file", .string(file)),
        ]
        return .object(members)
    }
}

extension JDDetail.FoundSkill {
    var json: JSONValue {
        .object([
            ("skill", .string(skill)), ("name", .string(name)), ("kind", .string(kind)),
            ("layer", .string(layer?.slug)), ("count", .integer(count)),
            ("requirement", .string(requirement.rawValue)), ("spans", .array(spans.map(\.json))),
        ])
    }
}

extension JDDetail.Seen {
    var json: JSONValue { .object([("source", .string(source)), ("posted_on", .string(postedOn))]) }
}

extension Salary {
    var json: JSONValue {
        .object([
            ("min", .number(min)), ("max", .number(max)), ("currency", .string(currency)),
            ("period", .string(period?.rawValue)), ("yearly_min", .number(yearlyMin)),
            ("yearly_max", .number(yearlyMax)),
        ])
    }
}

extension Span {
    var json: JSONValue { .array([.integer(start), .integer(end)]) }
}
