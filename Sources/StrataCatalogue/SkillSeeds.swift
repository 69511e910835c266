internal import StrataModel

extension Seeds {
    /// The skills of all files under `Seeds/skills`, in the order of their slugs.
    static func skills() throws -> [Skill] {
        try Assets.paths
            .filter { $0.hasPrefix("Seeds/skills/") && $0.hasSuffix(".tsv") }
            .flatMap { path in try SeedTable(path: path, text: Assets.text(of: path) ?? "").rows.map(skill) }
            .sorted { $0.slug < $1.slug }
    }

    private static func skill(_ row: SeedTable.Row) throws -> Skill {
        guard let kind = Skill.Kind(rawValue: row["kind"]) else { throw row.malformed("no kind: \(row["kind"])") }
        let weights = try row.weights("layers")
        guard !weights.isEmpty else { throw row.malformed("neither a layer nor 'outside'") }
        return Skill(
            slug: row["slug"], name: row["name"], kind: kind, memberships: memberships(weights, row),
            outsideWeight: weights.first { $0.0 == .outside }?.1 ?? 0,
            terms: terms(name: row["name"], aliases: row.list("terms")),
            context: row.list("context").map(TermKey.fold), summary: row["summary"])
    }

    private static func memberships(_ weights: [(Outcome, Double)], _ row: SeedTable.Row) -> [Membership] {
        let reasons = row.list("reason")
        let sources = row.list("source")
        return weights.filter { $0.0 != .outside }.enumerated().compactMap { index, weight in
            weight.0.layer.map { layer in
                Membership(
                    layer: layer, weight: weight.1, reason: index < reasons.count ? reasons[index] : "",
                    source: index < sources.count ? sources[index] : sources.last ?? "editorial")
            }
        }
    }

    /// The name first, then the aliases; an alias that folds to the name only marks it.
    private static func terms(name: String, aliases: [String]) -> [Term] {
        var terms = [Term(name)]
        for alias in aliases {
            var text = alias.utf8[...]
            var term = Term("")
            while let mark = text.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "?") {
                if mark == UInt8(ascii: "=") { term.isCaseSensitive = true } else { term.needsContext = true }
                text.removeFirst()
            }
            term.text = String(Substring(text))
            if term.text == name { terms[0] = term } else { terms.append(term) }
        }
        return terms
    }
}
