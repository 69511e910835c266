public import StrataModel

extension SkillAnswer {
    /// What `layer` prints: a table of all names, then what else there is to say of each.
    public static func document(_ answers: [SkillAnswer]) -> Document {
        let title = answers.count == 1 ? "Layer of \(answers[0].name ?? answers[0].query)" : "Layers"
        var table = table(answers)
        // Reasons are sentences: too long for a column.
        table.columns.removeLast()
        table.rows = table.rows.map { Array($0.dropLast()) }
        return Document(title: title, blocks: [.table(table)] + answers.flatMap(\.remarks))
    }

    /// A row for each name and layer, with everything that is known, for programs.
    public static func table(_ answers: [SkillAnswer]) -> Table {
        Table(
            columns: [
                .init("query", "Asked"), .init("name", "Name"), .init("kind", "Kind"), .init("layer", "Layer"),
                .init("weight", "Weight", .trailing), .init("primary", "Primary"), .init("source", "Source"),
                .init("reason", "Why"),
            ],
            rows: answers.flatMap(\.rows))
    }

    private var rows: [[Table.Cell]] {
        let head: [Table.Cell] = [.text(query), .text(name), .text(kind?.rawValue)]
        guard found else { return [head + [.text("unknown"), .missing, .missing, .missing, .missing]] }
        guard !layers.isEmpty else {
            return [head + [.text("outside the stack"), .missing, .missing, .missing, .missing]]
        }
        return layers.map { placement in
            let membership = placement.membership
            return head + [
                .layer(membership.layer), .number(membership.weight, digits: 2),
                .text(placement.isPrimary ? "yes" : "no"), .text(source(of: membership)),
                membership.reason.isEmpty ? .missing : .text(membership.reason),
            ]
        }
    }

    /// The lists that say so, else who does.
    private func source(of membership: Membership) -> String {
        let lists = lists(for: membership.layer)
        guard membership.source != "user", let first = lists.first else { return membership.source }
        return lists.count == 1 ? first : "\(lists.count) lists"
    }

    private var remarks: [Block] {
        guard found, let name else {
            let hint = suggestions.isEmpty ? "nothing is spelt like it" : "did you mean \(Self.choice(suggestions))?"
            return [.paragraph("No skill goes by the name '\(query)': \(hint)")]
        }
        let reasons = layers.map(\.membership).filter { !$0.reason.isEmpty }
        var remarks: [Block] =
            reasons.isEmpty
            ? []
            : [.list(reasons.map { "\(name) in \($0.layer.name): \($0.reason)\($0.reason.last == "." ? "" : ".")" })]
        if let readAs { remarks.append(.note("'\(query)' was read as \(readAs).")) }
        if isDisputed { remarks.append(.paragraph(dispute(name))) }
        if !aliases.isEmpty {
            let others = aliases.count > 10 ? ", and \(aliases.count - 8) more ways" : ""
            let shown = others.isEmpty ? aliases : Array(aliases.prefix(8))
            remarks.append(.note("\(name) is also written \(shown.joined(separator: ", "))\(others)."))
        }
        if !alternatives.isEmpty {
            let others = alternatives.map { "\($0.name) (\($0.primaryLayer?.name ?? "outside the stack"))" }
            remarks.append(.note("'\(query)' may also mean \(Self.choice(others))."))
        }
        return remarks
    }

    /// How many lists file it where, and which.
    private func dispute(_ name: String) -> String {
        let sides = tally.map { side in
            "\(side.layer.name) \(side.lists.count) (\(side.lists.joined(separator: ", ")))"
        }
        return "Public lists disagree on \(name): \(sides.joined(separator: "; "))."
    }

    /// `A`, `A or B`, `A, B or C`.
    private static func choice(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }
}
