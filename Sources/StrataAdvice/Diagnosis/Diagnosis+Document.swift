public import StrataModel

extension Diagnosis {
    /// What `diagnose` prints.
    ///
    /// - parameter skill: gives the name of a skill by its slug.
    public func document(naming skill: (String) -> String) -> Document {
        var blocks: [Block] = [.paragraph(summary)]
        blocks.append(.table(coverageTable))
        if !rules.isEmpty { blocks += [.heading("Complaints, and what they mean"), .table(ruleTable)] }
        if !doubts.isEmpty { blocks += [.heading("To be asked first"), .list(doubts.map(doubt))] }
        if !praise.isEmpty {
            let said = praise.map { "\($0.layer.name) (\u{201C}\($0.why)\u{201D})" }
            blocks.append(.note("Said to be well: \(said.joined(separator: ", "))."))
        }
        if !others.isEmpty {
            blocks.append(
                .note("Points to no layer: " + Prose.quoted(others) + "."))
        }
        if !strained.isEmpty {
            blocks.append(.heading("Covered, and complained of"))
            blocks.append(.list(strained.map { "\($0.layer.name): \($0.why)" }))
        }
        if !missingRoles.isEmpty { blocks += [.heading("Missing roles"), .table(roleTable)] }
        for proposal in restructuring {
            blocks += [
                .heading("Proposal: \(proposal.name)"), .paragraph(proposal.why), .table(Self.unitTable(proposal)),
            ]
        }
        if !hires.isEmpty {
            blocks += [.heading("Hiring goals"), .table(HireTables.goals(hires, naming: skill))]
        }
        blocks += HireTables.growers(hires)
        if let payback { blocks += [.heading("Return on the hires")] + payback.blocks }
        if !interview.isEmpty { blocks += [.heading("Questions to the team"), .table(interviewTable)] }
        return Document(title: title, blocks: blocks, footer: footer)
    }

    private var title: String {
        switch people {
        case 0: "Diagnosis without a team"
        case 1: "Diagnosis of a team of one"
        default: "Diagnosis of a team of \(Figures.grouped(people))"
        }
    }

    private var summary: String {
        guard isOfTheStack else {
            return
                "Nothing here calls for a layer of the AI/ML stack for sure, and nobody works in one: there is no gap to "
                + "diagnose."
        }
        guard !missing.isEmpty else {
            let strain = strained.isEmpty ? "" : " What is complained of lies with layers that are covered: see below."
            return
                "The team lacks no layer that its work, its goals or its complaints call for. Nobody needs to be hired for a "
                + "gap.\(strain)"
        }
        let names = Prose.list(missing.map(\.name))
        let roles = Prose.list(missingRoles.map(\.name))
        let worst = bottleneck.map { " The bottleneck is \($0.layer.name): \($0.why)" } ?? ""
        let untold = people == 0 ? " No team is given, so this holds where nobody does the work yet." : ""
        return "Missing: \(names); the critical roles: \(roles).\(worst)\(order)\(untold)"
    }

    /// Why the first hire is not the bottleneck's, where it is another's.
    private var order: String {
        guard let bottleneck, let first = hires.first, first.layer != bottleneck.layer,
            let hire = hires.first(where: { $0.layer == bottleneck.layer }), let rule = hire.after.first
        else { return "" }
        return " Still \(first.title) comes first: \(rule.why)"
    }

    /// A row a layer.
    public var coverageTable: Table {
        Table(
            title: "Coverage",
            columns: [
                .init("layer", "Layer"), .init("level", "Coverage", wraps: true), .init("people", "People", .trailing),
                .init("evidence", "By", wraps: true), .init("needed", "Needed because", wraps: true),
            ],
            rows: coverage.map { layer in
                [
                    .layer(layer.layer),
                    .text(layer.words), .integer(Int(layer.coverage)),
                    .text(layer.evidence.isEmpty ? "nobody" : layer.evidence.prefix(4).joined(separator: " | ")),
                    .text(layer.needed.joined(separator: " ")),
                ]
            })
    }

    private var ruleTable: Table {
        Table(
            columns: [
                .init("quote", "Complaint", wraps: true), .init("layer", "Layer"), .init("rule", "Rule", wraps: true),
                .init("why", "Why", wraps: true),
            ],
            rows: rules.map { fired in
                let example = fired.example.map { " Known by its likeness to \u{201C}\($0)\u{201D}" } ?? ""
                return [
                    .text("\u{201C}\(fired.quote)\u{201D}"), .layer(fired.layer), .text(fired.rule),
                    .text(fired.why + example),
                ]
            })
    }

    private func doubt(_ fired: Fired) -> String {
        let example = fired.example.map { ", since it is like \u{201C}\($0)\u{201D}" } ?? ""
        return
            "\u{201C}\(fired.quote)\u{201D} may be a matter of \(fired.layer.name)\(example). That alone is no ground to hire."
    }

    private var roleTable: Table {
        var table = Table(columns: [
            .init("role", "Role"), .init("layer", "Layer"), .init("why", "Why", wraps: true),
        ])
        if jds != nil { table.columns.append(.init("jds", "JDs", .trailing)) }
        table.rows = missingRoles.map { role in
            let row: [Table.Cell] = [.text(role.name), .layer(role.layer), .text(role.why)]
            return jds == nil ? row : row + [MarketWords.count(role.jds)]
        }
        return table
    }

    private static func unitTable(_ proposal: Restructuring) -> Table {
        Table(
            columns: [
                .init("unit", "Unit"), .init("does", "Does", wraps: true),
                .init("people", "From the team", wraps: true),
                .init("hires", "To hire", wraps: true),
            ],
            rows: proposal.units.map {
                [
                    .text($0.name), .text($0.does),
                    .text($0.people.isEmpty ? "nobody" : $0.people.joined(separator: ", ")),
                    .text($0.hires.joined(separator: ", ")),
                ]
            })
    }

    private var interviewTable: Table {
        Table(
            columns: [
                .init("question", "Question", wraps: true), .init("layer", "Layer"),
                .init("good", "Good when", wraps: true), .init("bad", "Bad when", wraps: true),
                .init("said", "Expected, or answered", wraps: true),
            ],
            rows: interview.map { asked in
                let said = asked.answer.map { "\($0.verdict.rawValue): \u{201C}\($0.text)\u{201D}" } ?? asked.expected
                return [
                    .text("\(asked.question.question) (\(asked.question.slug))"), .layer(asked.question.layer),
                    .text(asked.question.good), .text(asked.question.bad), .text(said),
                ]
            })
    }

    private var footer: [String] {
        [
            "People count in the layer that their title, their skills or their text says is their job; a layer is "
                + "needed when complaints, answers, goals or the team's own work call for it. Answers to the questions go under "
                + "'answers:' in the file, or are given at the terminal with --interview, and change the diagnosis.",
            MarketWords.basis(jds: jds),
        ]
    }
}

extension Payback {
    var blocks: [Block] {
        var facts = [
            Fact(
                "Cost of \(hires) hire\(hires == 1 ? "" : "s") a month",
                "\(hires) × \(money(salary)) / 12 = \(money(costPerMonth))"),
            Fact("Value of a model a month", money(valuePerMonth)),
            Fact("Months to production now", Figures.fixed(monthsToProduction, digits: 1)),
        ]
        if let breakEvenMonths {
            facts.append(
                Fact(
                    "Pays when it takes less than",
                    "\(Figures.fixed(monthsToProduction, digits: 1)) × (1 − \(money(costPerMonth)) / \(money(valuePerMonth))) = "
                        + "\(Figures.fixed(breakEvenMonths, digits: 1)) months"))
        } else {
            facts.append(
                Fact(
                    "Pays when it takes less than",
                    "no time is short enough: the hires cost more a month than one model brings"))
        }
        if let monthsAfter, let gain {
            facts.append(
                Fact(
                    "Gain by then, at \(Figures.fixed(monthsAfter, digits: 1)) months",
                    "\(money(valuePerMonth)) × (\(Figures.fixed(monthsToProduction, digits: 1)) − "
                        + "\(Figures.fixed(monthsAfter, digits: 1))) − \(money(costPerMonth)) × "
                        + "\(Figures.fixed(monthsToProduction, digits: 1)) = \(money(gain))"))
        }
        return [
            .facts(facts),
            .note(
                "Every number is yours. It counts one model, up to the month in which it would have come without the hires; "
                    + "what comes after, and each further model, is gain besides. Say --months-after to see what a time is worth."
            ),
        ]
    }

    private func money(_ amount: Double) -> String { Figures.fixed(amount, digits: 0) }
}

extension Diagnosis.Coverage {
    /// How well the layer is covered.
    fileprivate var words: String {
        switch level {
        case .covered: "covered"
        case .partial:
            coverage >= TeamReading.Part.helps.rawValue ? "nobody's job; known to some" : "nobody's job; touched"
        case .missing: needed.isEmpty ? "not needed" : "missing"
        }
    }
}
