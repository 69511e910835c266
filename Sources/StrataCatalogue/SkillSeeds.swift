public import StrataModel

extension Seeds {
    /// The skills of all files under `Seeds/skills`, in the order of their slugs.
    static func skills() throws -> [Skill] { try skills { _, _ in true } }

    /// - parameter isWanted: is asked with a row's slug or name, and with its terms.
    private static func skills(where isWanted: (SeedText, SeedText) -> Bool) throws -> [Skill] {
        try Assets.paths
            .filter { $0.hasPrefix("Seeds/skills/") && $0.hasSuffix(".tsv") }
            .flatMap { path in
                let table = try SeedTable(path: path, contents: Assets.contents(of: path))
                let columns = try SkillColumns(table)
                return try table.map { row in
                    columns.isWanted(row, isWanted) ? try columns.skill(row) : nil
                }.compactMap { $0 }
            }
            .sorted { $0.slug < $1.slug }
    }
}

extension Seeds {
    /// Those of the skills that go by one of the names: what a question for a few of them reads, in a millisecond or two.
    ///
    /// - parameter keys: names and aliases, folded, or slugs.
    /// - throws: an error that names the file and line of a seed that cannot be read.
    public static func skills(named keys: Set<String>) throws -> [Skill] {
        let wanted = KeyFilter(keys)
        return try skills { wanted.mayHold($0, terms: $1) }.filter { skill in
            keys.contains(skill.slug) || skill.terms.contains { keys.contains(TermKey.fold($0.text)) }
        }
    }
}

/// Tells quickly which rows cannot hold a name: those in which no term is as long as one of the names and begins like it.
private struct KeyFilter {
    /// By first letter, the lengths of the names that begin with it, a bit each; names of 63 bytes and more share the last.
    private var lengths = [UInt64](repeating: 0, count: 256)
    /// Names that are not plain: a row may then hold them in a form that this filter does not see.
    private var isOpen = false

    init(_ keys: Set<String>) {
        for key in keys {
            guard let first = key.utf8.first, first < 0x80 else {
                isOpen = true
                continue
            }
            lengths[Int(first)] |= 1 << UInt64(min(63, key.utf8.count))
        }
    }

    func mayHold(_ name: SeedText, terms: SeedText) -> Bool {
        isOpen || mayBe(name) || terms.parts(UInt8(ascii: "|")).contains(where: mayBe)
    }

    /// A term is its key but for case and for separators, of which it may have more: it is as long as the key, or longer.
    private func mayBe(_ term: SeedText) -> Bool {
        var start = 0
        let bytes = term.bytes
        while start < bytes.count,
            [0x20, UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(bytes[start])
        {
            start += 1
        }
        guard start < bytes.count else { return false }
        let first = bytes[start]
        guard first < 0x80 else { return true }
        let isUpper = (0x41...0x5A).contains(first)
        let known = lengths[Int(isUpper ? first | 0x20 : first)]
        // Nothing as short as the term begins like it: bits up to the term's length.
        let length = min(63, bytes.count - start)
        return known & (length == 63 ? .max : (1 << UInt64(length + 1)) - 1) != 0
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

    func isWanted(_ row: SeedTable.Row, _ test: (SeedText, SeedText) -> Bool) -> Bool {
        test(row[name], row[terms]) || test(row[slug], .empty)
    }

    func skill(_ row: SeedTable.Row) throws -> Skill {
        let weights = try row.weights(layers)
        guard !weights.isEmpty else {
            throw row.malformed(
                "it says neither a layer nor 'outside'; where the record should be known, is its slug mistyped?")
        }
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
        throw row.malformed("no kind '\(text.string)': it is tool, practice, concept or language")
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
    /// The name first, then the aliases; an alias that is the name, whatever its case and hyphens, only marks it.
    fileprivate static func list(name: SeedText, aliases: SeedText) -> [Term] {
        var terms = [Term(name.string)]
        let key = TermKey.fold(terms[0].text)
        for alias in aliases.parts(UInt8(ascii: "|")) {
            let text = alias.trimmed
            guard !text.bytes.isEmpty else { continue }
            var term = Term.read(text.bytes)
            // Lengths differ for nearly all of them: that spares the folding.
            // Where case counts, another case is another term: `=STATA` beside Stata.
            if !term.isCaseSensitive || term.text == terms[0].text,
                abs(term.text.utf8.count - terms[0].text.utf8.count) <= 2, TermKey.fold(term.text) == key
            {
                term.text = terms[0].text
                terms[0] = term
            } else {
                terms.append(term)
            }
        }
        return terms
    }

    /// Reads the marks before a spelling, and it.
    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Term {
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
        return term
    }
}
