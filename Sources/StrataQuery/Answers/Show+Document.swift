public import StrataModel

extension JDDetail {
    /// What `show` prints of a JD.
    ///
    /// - parameters:
    ///   - verdict: as computed anew from the stored text; without it, what is stored is shown.
    ///   - withText: whether the text follows, with the evidence marked.
    public func document(_ verdict: Verdict?, withText: Bool) -> Document {
        var warnings: [String] = []
        let judged = summary.judged(by: verdict)
        if isStale {
            warnings.append(
                "An older catalogue or older weights gave the verdict that is stored; 'strata db reclassify' renews it."
            )
        }
        if summary.isTruncated { warnings.append("The source cut the text off: what it asks for may be missing.") }
        if summary.isThin { warnings.append("The text is short: the verdict is not to be relied on.") }
        return Deconstruction(
            title: summary.title, facts: facts,
            primary: judged.primaryLayer, correction: correction(verdict),
            needs: judged.needs, shares: judged.shares,
            justification: verdict?.justification ?? justification,
            keywords: verdict?.keywords ?? mentions.map(\.keyword), warnings: warnings, others: siblingBlocks,
            text: withText ? text : nil
        ).document
    }

    /// Whose word the primary layer is, where it is not Strata's.
    private func correction(_ verdict: Verdict?) -> String? {
        guard let at = summary.labelledAt else { return nil }
        let own = verdict.map { "; Strata says \($0.primary?.name ?? "none")" } ?? ""
        return "\(summary.primaryLayer?.name ?? "none"), by you on \(at.prefix(10))\(own)"
    }

    private var facts: [Fact] {
        let seen =
            summary.sightings > 1
            ? "\(summary.sightings) times, \(summary.firstSeen ?? "undated") to \(summary.lastSeen ?? "undated")" : nil
        return known(
            ("ID", String(summary.id)), ("Company", summary.company), ("Place", summary.location),
            ("Country", summary.place.country), ("Workplace", summary.place.workplace?.rawValue),
            ("Posted", summary.postedOn ?? postedRaw.map { "\($0) (as given; no exact date)" }),
            ("Seen", seen), ("Salary", summary.salary.flatMap { $0.textWithYear } ?? summary.salaryRaw),
            ("Role", summary.roleName), ("Seniority", summary.seniority), ("Employment", employmentType),
            ("Language", summary.language),
            ("Source", summary.source), ("URL", summary.url))
    }
}

extension [(JobDescription, Verdict)] {
    /// What `classify --format csv` prints: a JD a line.
    public var table: Table {
        let texts = ["id", "title", "company", "role", "seniority", "primary_layer", "needs"]
        let columns = texts + Outcome.allCases.map(\.slug) + ["justification"]
        return Table(
            columns: columns.map { Table.Column($0, $0) },
            rows: map { jd, verdict in
                let cells: [Table.Cell] = [
                    .text(jd.externalID), .text(jd.title), .text(jd.company), .text(verdict.role),
                    .text((jd.seniority ?? verdict.seniority)?.rawValue), .text(verdict.primary?.slug),
                    .text(verdict.needs.map(\.slug).joined(separator: " ")),
                ]
                let shares = Outcome.allCases.map { Table.Cell.number(verdict.shares[$0], digits: 4) }
                return cells + shares + [.text(verdict.justification)]
            })
    }
}

extension Verdict {
    /// What `classify` prints of a JD.
    ///
    /// - parameter withText: whether the text follows, with the evidence marked.
    public func document(of jd: JobDescription, withText: Bool = false) -> Document {
        let facts = known(
            ("Company", jd.company), ("Place", jd.location), ("Posted", jd.postedOn?.description ?? jd.postedRaw),
            ("Salary", jd.salary?.text ?? jd.salaryRaw), ("Role", role),
            ("Seniority", (jd.seniority ?? seniority)?.rawValue), ("Employment", jd.employmentType), ("URL", jd.url))
        return Deconstruction(
            title: jd.title.isEmpty ? "(no title)" : jd.title, facts: facts, primary: primary, needs: needs,
            shares: shares, justification: justification, keywords: keywords,
            warnings: jd.isThin ? ["The text is short: the verdict is not to be relied on."] : [],
            text: withText ? jd.text : nil
        ).document
    }

    /// What the text itself holds; what the title says is no word of the text.
    var keywords: [Deconstruction.Keyword] {
        evidence.filter { $0.kind != .title }.map { item in
            Deconstruction.Keyword(
                name: item.name, outcome: item.telling, count: item.count, requirement: item.requirement,
                spans: item.spans)
        }
    }
}

extension JDDetail.FoundSkill {
    fileprivate var keyword: Deconstruction.Keyword {
        Deconstruction.Keyword(
            name: name, outcome: layer.map(Outcome.layer), count: count, requirement: requirement, spans: spans)
    }
}

/// Those that have a value.
private func known(_ pairs: (String, String?)...) -> [Fact] {
    pairs.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : Fact(name, $0) } }
}

extension Salary {
    /// `60,000 to 80,000 EUR a year`, `from 45.50 USD an hour`.
    public var text: String? {
        let amount: String
        switch (min, max) {
        case (let low?, let high?) where low != high: amount = "\(Self.figure(low)) to \(Self.figure(high))"
        case (let low?, .some): amount = Self.figure(low)
        case (let low?, nil): amount = "from \(Self.figure(low))"
        case (nil, let high?): amount = "up to \(Self.figure(high))"
        case (nil, nil): return nil
        }
        let unit = period.map { $0 == .hour ? "an hour" : "a \($0.rawValue)" }
        return [amount, currency, unit].compactMap { $0 }.joined(separator: " ")
    }

    /// As ``text``, with what it comes to in a year where it is for another period.
    public var textWithYear: String? {
        guard let period, period != .year, let text else { return text }
        let year = Salary(min: yearlyMin, max: yearlyMax, currency: nil, period: .year)
        return year.text.map { "\(text) (\($0))" } ?? text
    }

    /// Digits in groups of three; cents where there are some.
    private static func figure(_ value: Double) -> String {
        guard value >= 0, value < 1e15 else { return "\(value)" }
        let cents = Int((value * 100).rounded())
        var groups: [String] = []
        var whole = cents / 100
        while whole >= 1000 {
            let group = String(whole % 1000)
            groups.insert(String(repeating: "0", count: 3 - group.count) + group, at: 0)
            whole /= 1000
        }
        let text = ([String(whole)] + groups).joined(separator: ",")
        let rest = cents % 100
        return rest == 0 ? text : "\(text).\(rest < 10 ? "0" : "")\(rest)"
    }
}
