internal import StrataModel

extension Seeds {
    /// The skills of all files under `Seeds/skills`, in the order of their slugs.
    static func skills() throws -> [Skill] {
        try Assets.paths
            .filter { $0.hasPrefix("Seeds/skills/") && $0.hasSuffix(".tsv") }
            .flatMap { path in
                let table = try SeedTable(path: path, contents: Assets.contents(of: path))
                let columns = try SkillColumns(table)
                return try table.map(columns.skill)
            }
            .sorted { $0.slug < $1.slug }
    }
}

/// Where the columns of a file of skills stand.
struct SkillColumns {
    private let slug, name, kind, layers, terms, context, summary, reason, source: Int

    init(_ table: SeedTable) throws {
        slug = try table.column("slug")
        name = try table.column("name")
        kind = try table.column("kind")
        layers = try table.column("layers")
        terms = try table.column("terms")
        context = try table.column("context")
        summary = try table.column("summary")
        reason = try table.column("reason")
        source = try table.column("source")
    }

    func skill(_ row: SeedTable.Row) throws -> Skill {
        let weights = try row.weights(layers)
        guard !weights.isEmpty else { throw row.malformed("neither a layer nor 'outside'") }
        return Skill(
            slug: row[slug].string, name: row[name].string, kind: try readKind(row),
            memberships: memberships(weights, row), outsideWeight: weights.first { $0.0 == .outside }?.1 ?? 0,
            terms: Term.list(name: row[name], aliases: row[terms]), context: row[context].list,
            summary: row[summary].string)
    }

    private func readKind(_ row: SeedTable.Row) throws -> Skill.Kind {
        let text = row[kind]
        if text == "tool" { return .tool }
        if text == "practice" { return .practice }
        if text == "concept" { return .concept }
        if text == "language" { return .language }
        throw row.malformed("no kind: \(text.string)")
    }

    private func memberships(_ weights: [(Outcome, Double)], _ row: SeedTable.Row) -> [Membership] {
        // By place: a layer without a reason leaves its place empty.
        let reasons = row[reason].parts(UInt8(ascii: "|")).map(\.trimmed.string)
        let sources = row[source].parts(UInt8(ascii: "|")).map(\.trimmed.string)
        return weights.filter { $0.0 != .outside }.enumerated().compactMap { index, weight in
            weight.0.layer.map { layer in
                Membership(
                    layer: layer, weight: weight.1, reason: index < reasons.count ? reasons[index] : "",
                    source: (index < sources.count ? sources[index] : sources.last).flatMap { $0.isEmpty ? nil : $0 }
                        ?? "editorial")
            }
        }
    }
}

extension Term {
    /// The name first, then the aliases; an alias that is spelt like the name only marks it.
    fileprivate static func list(name: SeedText, aliases: SeedText) -> [Term] {
        var terms = [Term(name.string)]
        for alias in aliases.parts(UInt8(ascii: "|")) {
            let text = alias.trimmed
            guard !text.bytes.isEmpty else { continue }
            let (term, bytes) = Term.read(text.bytes)
            if bytes.elementsEqual(name.bytes) { terms[0] = term } else { terms.append(term) }
        }
        return terms
    }

    /// Reads the marks before a spelling, and it.
    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> (Term, UnsafeBufferPointer<UInt8>.SubSequence) {
        var rest = bytes[...]
        var term = Term("")
        loop: while let mark = rest.first {
            switch mark {
            case UInt8(ascii: "="): term.isCaseSensitive = true
            case UInt8(ascii: "?"): term.needsContext = true
            case UInt8(ascii: "!"): term.isNeverAlone = true
            default: break loop
            }
            rest.removeFirst()
        }
        term.text = String(decoding: rest, as: UTF8.self)
        return (term, rest)
    }
}
