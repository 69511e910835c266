public import StrataModel

extension SkillDetail {
    /// What `tools show` prints.
    public var document: Document {
        var facts = [Fact("Kind", skill.kind.rawValue), Fact("Slug", skill.slug)]
        if let jds { facts.append(Fact("JDs that ask for it", "\(jds)")) }
        if !skill.context.isEmpty { facts.append(Fact("Context words", skill.context.joined(separator: ", "))) }
        var blocks: [Block] = skill.summary.isEmpty ? [] : [.paragraph(skill.summary + ".")]
        blocks += [.facts(facts), .table(SkillAnswer.table([answer]).dropping(["query", "name", "kind"]))]
        if !answer.votes.isEmpty {
            blocks += [.heading(answer.isDisputed ? "Public lists disagree" : "Public lists"), .table(votes)]
        }
        blocks += [.heading("Spellings"), .table(spellings)]
        if !edits.isEmpty { blocks.append(.note("You have changed it: 'strata catalogue diff' shows how.")) }
        return Document(title: skill.name, blocks: blocks)
    }

    private var votes: Table {
        Table(
            columns: [.init("list", "List"), .init("category", "Filed under"), .init("layer", "That is")],
            rows: answer.votes.map {
                [.text($0.list), .text($0.category), $0.layer.map { .layer($0) } ?? .text("outside the stack")]
            })
    }

    private var spellings: Table {
        Table(
            columns: [.init("term", "Spelling"), .init("counts", "Counts")],
            rows: skill.terms.map { [.text($0.text), .text($0.rule)] })
    }

    /// What `tools show --format json` prints.
    public var json: JSONValue {
        guard case .object(let members) = answer.json else { return answer.json }
        return .object(
            members + [
                ("terms", .array(skill.terms.map(\.json))), ("context", .array(skill.context.map { .string($0) })),
                ("outside_weight", .number(skill.outsideWeight)), ("jds", .integer(jds)),
                ("edited", .bool(!edits.isEmpty)),
            ])
    }
}

extension Term {
    /// When it counts, in words.
    fileprivate var rule: String {
        if isNeverAlone { return "never in a JD: only when asked for by name" }
        switch (isCaseSensitive, needsContext) {
        case (true, true): return "in this case, with context"
        case (true, false): return "in this case"
        case (false, true): return "with context"
        case (false, false): return "always"
        }
    }

    fileprivate var json: JSONValue {
        .object([
            ("text", .string(text)), ("case_sensitive", .bool(isCaseSensitive)), ("needs_context", .bool(needsContext)),
            ("never_alone", .bool(isNeverAlone)),
        ])
    }
}

extension Table {
    /// Without the columns of those keys.
    fileprivate func dropping(_ keys: Set<String>) -> Table {
        let kept = columns.indices.filter { !keys.contains(columns[$0].key) }
        return Table(title: title, columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
    }
}
