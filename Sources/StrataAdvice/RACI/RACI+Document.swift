public import StrataModel

extension RACI {
    /// What `raci` prints.
    ///
    /// - parameter withReasons: whether each step says why it went where it is.
    public func document(withReasons: Bool) -> Document {
        var blocks = opening
        blocks.append(.table(matrix))
        blocks.append(.note("R does it, A answers for it (one a step), C is asked before, I is told after."))
        if !open.isEmpty {
            let names = open.map(\.name).joined(separator: ", ")
            blocks.append(.note("Nobody of the team fills: \(names). 'strata plan' says in which order to hire."))
        }
        blocks += [.heading("Roles"), .table(roleTable)]
        let forgotten = steps.enumerated().filter { $0.element.forgotten != nil }
        if !forgotten.isEmpty {
            blocks.append(.heading("What such projects forget"))
            blocks.append(
                .list(forgotten.map { "\($0.offset + 1). \($0.element.name): \($0.element.forgotten ?? "")" }))
        }
        if !handOvers.isEmpty { blocks += [.heading("Hand-overs"), .table(handOverTable)] }
        if withReasons { blocks += [.heading("Why each step is where it is"), .table(reasonTable)] }
        return Document(title: title, subtitle: brief.map(Self.short), blocks: blocks, footer: footer)
    }

    private var title: String { "RACI" + (origin.map { ": \($0.name)" } ?? "") }

    private static func short(_ brief: String) -> String {
        let text = brief.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.count <= 240 ? text : text.prefix(239) + "\u{2026}"
    }

    /// Below this share another archetype may well be meant.
    private static let unsure = 0.6

    private var opening: [Block] {
        guard let origin else { return [] }
        var why = "The workflow of: \(origin.name). \(origin.summary)."
        if !origin.words.isEmpty {
            why +=
                " Taken for it by \(Prose.quoted(origin.words))"
                + (origin.share < Self.unsure ? ", and not surely: see what else is near." : ".")
        }
        var facts = [Fact("It works when", origin.success)]
        if let example = origin.example { facts.append(Fact("Most like", "\u{201C}\(example)\u{201D}")) }
        if !origin.near.isEmpty {
            facts.append(
                Fact("Also near", "\(Prose.list(origin.near)): take one with --archetype where it fits better"))
        }
        return [.paragraph(why), .facts(facts)]
    }

    /// A row a step, a column a role.
    public var matrix: Table {
        Table(
            columns: [.init("step", "#", .trailing), .init("name", "Step", wraps: true), .init("layer", "Layer")]
                + columns.map { .init($0.role, $0.name, wraps: true) },
            rows: steps.enumerated().map { index, step in
                [.integer(index + 1), .text(step.name), step.layer.map { .layer($0) } ?? .text("outside")]
                    + columns.map { column in
                        let letters = step.assignments.filter { $0.role == column.role }.map(\.letter.rawValue)
                        return .text(letters.sorted().joined(separator: "/"))
                    }
            })
    }

    private var roleTable: Table {
        var table = Table(columns: [.init("role", "Role"), .init("layer", "Layer"), .init("does", "Does", .trailing)])
        if hasTeam { table.columns.append(.init("filled_by", "Filled by", wraps: true)) }
        if jds != nil { table.columns.append(.init("jds", "JDs", .trailing, wraps: true)) }
        table.rows = columns.map { column in
            let done = steps.filter { $0.roles(.responsible).contains(column.role) }.count
            var row: [Table.Cell] = [
                .text(column.name), column.layer.map { .layer($0) } ?? .text("outside"), .integer(done),
            ]
            if hasTeam {
                let people = column.filledBy ?? []
                row.append(.text(people.isEmpty ? "nobody" : people.joined(separator: ", ")))
            }
            if jds != nil { row.append(MarketWords.count(column.jds)) }
            return row
        }
        return table
    }

    private func name(_ role: String) -> String { columns.first { $0.role == role }?.name ?? role }

    private var handOverTable: Table {
        Table(
            columns: [
                .init("after", "After", .trailing), .init("from", "Provides", wraps: true),
                .init("provides", "What", wraps: true), .init("to", "Consumes", wraps: true),
                .init("agreement", "Agreed before", wraps: true), .init("check", "Holds when", wraps: true),
            ],
            rows: handOvers.map {
                [
                    .integer($0.step), .text(name($0.from)), .text($0.provides), .text(name($0.to)),
                    .text($0.agreement), .text($0.check),
                ]
            })
    }

    private var reasonTable: Table {
        Table(
            columns: [
                .init("step", "#", .trailing), .init("layer", "Layer"), .init("share", "Share", .trailing),
                .init("reasons", "Why", wraps: true),
            ],
            rows: steps.enumerated().map { index, step in
                [
                    .integer(index + 1), step.layer.map { .layer($0) } ?? .text("outside"), .percent(step.share),
                    .text((step.reasons + (step.market.map { [$0] } ?? [])).joined(separator: " ")),
                ]
            })
    }

    private var footer: [String] {
        [
            "Steps go to layers by the tools that they name and by their likeness to steps whose layer is known; whoever does "
                + "a step answers for it, save where an outcome is judged: there the product manager does. "
                + "'--why' shows the reasons, 'strata rules' the rules.",
            MarketWords.basis(jds: jds),
        ]
    }
}
