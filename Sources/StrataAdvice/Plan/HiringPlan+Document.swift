public import StrataModel
internal import StrataQuery

extension HiringPlan {
    /// What `plan` prints.
    ///
    /// - parameter skill: gives the name of a skill by its slug.
    public func document(naming skill: (String) -> String) -> Document {
        var blocks: [Block] = [.paragraph(summary)]
        if !hires.isEmpty {
            blocks += [
                .table(orderTable), .heading("What each hire brings"), .table(HireTables.goals(hires, naming: skill)),
            ]
        }
        blocks += HireTables.growers(hires)
        if !market.isEmpty { blocks += [.heading("What the market says"), .table(marketTable)] }
        if !waits.isEmpty { blocks += [.heading("What has to wait"), .list(waits)] }
        if !unused.isEmpty {
            blocks.append(.note("Not used, since it points to no layer for sure: \(Prose.quoted(unused))."))
        }
        blocks += [.heading("What the goals take"), .table(goalTable)]
        if let data { blocks.append(.facts(dataFacts(data))) }
        blocks.append(.table(neededTable))
        return Document(
            title: "Hiring plan", subtitle: goals.map(\.text).joined(separator: " | "), blocks: blocks, footer: footer)
    }

    private var summary: String {
        guard let first = hires.first else {
            return "Hire nobody: the team covers every layer that the goals call for."
        }
        let others = hires.dropFirst().map(\.title)
        let then = others.isEmpty ? "." : ", then \(others.joined(separator: ", then "))."
        return "First \(first.title)\(then)"
    }

    /// A row a hire.
    public var orderTable: Table {
        Table(
            columns: [
                .init("order", "#", .trailing), .init("role", "Role", wraps: true), .init("layer", "Layer"),
                .init("why", "Why", wraps: true), .init("after", "Why not before", wraps: true),
            ],
            rows: hires.map { hire in
                let after = hire.after.map { "After \($0.order): \($0.why)" } + hire.conditions.map { "First: \($0)" }
                return [
                    .integer(hire.order), .text(hire.title), .layer(hire.layer), .text(hire.why.joined(separator: " ")),
                    .text(after.joined(separator: " ")),
                ]
            })
    }

    private var marketTable: Table {
        Table(
            columns: [
                .init("role", "Role", wraps: true), .init("jds", "JDs", .trailing, wraps: true),
                .init("title", "Titles most used", wraps: true), .init("pay", "Pay a year", wraps: true),
                .init("required", "Most required", wraps: true),
                .init("leave_out", "Leave to other jobs", wraps: true),
            ],
            rows: roles.map { role in
                let shares = { (skill: RoleReport.SkillCount) in
                    "\(skill.name) \(Figures.percent(Double(skill.texts) / Double(max(role.texts, 1))))"
                }
                let (telling, foreign) = (own[role.slug] ?? [], foreign[role.slug] ?? [])
                return [
                    .text(role.name), MarketWords.count(role.texts),
                    .text(role.titles.prefix(3).map { "\($0.name) (\($0.texts))" }.joined(separator: ", ")),
                    .text(pay(role)), .text(telling.prefix(6).map(shares).joined(separator: ", ")),
                    .text(foreign.prefix(3).map(shares).joined(separator: ", ")),
                ]
            })
    }

    private var roles: [Market.Role] {
        var seen: Set<String> = []
        return hires.compactMap { seen.insert($0.role).inserted ? market[$0.role] : nil }
    }

    private func pay(_ role: Market.Role) -> String {
        let figures = role.pay.prefix(2).map { pay in
            let (low, middle, high) = (pay.lowerQuartile, pay.median, pay.upperQuartile)
            let words = [low, middle, high].map { Figures.fixed($0, digits: 0) }
            return "\(pay.currency) \(words[0]) to \(words[2]), median \(words[1]) (n \(pay.count))"
        }
        return figures.isEmpty ? "too few JDs state pay" : figures.joined(separator: "; ")
    }

    private var goalTable: Table {
        Table(
            columns: [
                .init("goal", "Goal", wraps: true), .init("sort", "Sort of project", wraps: true),
                .init("layers", "Takes", wraps: true), .init("words", "Known by", wraps: true),
            ],
            rows: goals.map { goal in
                [
                    .text(goal.text), .text(goal.name ?? goal.unknown),
                    .text(goal.layers.isEmpty ? "nobody" : goal.layers.map(\.name).joined(separator: ", ")),
                    .text(Prose.quoted(goal.words)),
                ]
            })
    }

    private func dataFacts(_ data: Data) -> [Fact] {
        let by = data.words.isEmpty ? "" : ", by \(Prose.quoted(data.words))"
        return [Fact("Data", "\(data.level.rawValue)\(by)")]
    }

    private var neededTable: Table {
        Table(
            columns: [
                .init("layer", "Layer"), .init("people", "Covered by", wraps: true),
                .init("why", "Needed because", wraps: true),
            ],
            rows: needed.map {
                [
                    .layer($0.layer), .text($0.people.isEmpty ? "nobody" : $0.people.joined(separator: ", ")),
                    .text($0.why.joined(separator: " ")),
                ]
            })
    }

    private var footer: [String] {
        [
            "One hire for each layer that is needed and in which nobody works; the order is that of the rules of precedence, "
                + "and of what no rule orders first what is complained of, then by the stack. 'strata rules' shows the rules; 'strata plan --draft ROLE' drafts "
                + "a JD.",
            MarketWords.basis(jds: jds),
        ]
    }
}

extension HiringPlan.Goal {
    /// What is said where no sort of project is taken.
    fileprivate var unknown: String {
        near.isEmpty ? "none of the stack" : "none for sure; say more, or is it one of: \(Prose.list(near, "or"))?"
    }
}
