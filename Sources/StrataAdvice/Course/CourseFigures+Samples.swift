internal import StrataModel

extension CourseFigures {
    /// What Strata says of some sample JDs, and why.
    ///
    /// - parameter hasTitles: whether they bear different titles.
    static func verdicts(_ jds: [SampleJD], hasTitles: Bool = true) -> [Block] {
        let title: [Table.Column] = hasTitles ? [.init("title", "Title")] : []
        let table = Table(
            columns: [.init("id", "ID", .trailing)] + title + [
                .init("company", "Company"), .init("primary", "Primary layer"), .init("needs", "Needs", wraps: true),
            ],
            rows: jds.map { jd in
                [.integer(jd.id)] + (hasTitles ? [.text(jd.title)] : []) + [
                    .text(jd.company),
                    jd.verdict.primary.map { .layer($0) } ?? .text("none"),
                    .text(jd.verdict.needs.isEmpty ? "–" : jd.verdict.needs.map(\.name).joined(separator: ", ")),
                ]
            })
        return [.table(table), .list(jds.map { "JD \($0.id). \($0.verdict.justification)" })]
    }

    /// The titles that several JDs bear, by the primary layers of these JDs; the most scattered title first.
    static func titles(_ jds: [SampleJD]) -> Table {
        let titles = Dictionary(grouping: jds, by: \.title).filter { $0.value.count > 1 }
        let ordered = titles.sorted { one, other in
            let (left, right) = (
                Set(one.value.map(\.verdict.primary)).count, Set(other.value.map(\.verdict.primary)).count
            )
            return left == right ? one.key < other.key : left > right
        }
        let outcomes: [Layer?] = Layer.allCases + [nil]
        return Table(
            columns: [.init("title", "Title"), .init("jds", "JDs", .trailing)]
                + outcomes.map { .init($0?.slug ?? "none", $0?.name ?? "None", .trailing) },
            rows: ordered.map { title, jds in
                [.text(title), .integer(jds.count)]
                    + outcomes.map { layer in .integer(jds.count { $0.verdict.primary == layer }) }
            })
    }

    static func needs(_ jds: [SampleJD]) -> Table {
        Table(
            columns: [
                .init("layer", "Layer"), .init("needs", "JDs that need it", .trailing),
                .init("primary", "JDs whose primary layer it is", .trailing),
            ],
            rows: Layer.allCases.map { layer in
                [
                    .layer(layer), .integer(jds.filter { $0.verdict.needs.contains(layer) }.count),
                    .integer(jds.filter { $0.verdict.primary == layer }.count),
                ]
            })
    }

    /// Items of evidence that the sum shows one by one; the rest are added up.
    private static let shownItems = 8

    /// The sum that makes a verdict, line by line.
    static func sum(_ jd: SampleJD) -> [Block] {
        let verdict = jd.verdict
        func row(_ name: String, _ values: OutcomeValues) -> [Table.Cell] {
            [.text(name)] + Outcome.allCases.map { .number(values[$0], digits: 2) }
        }
        let rest = verdict.evidence.dropFirst(shownItems)
        var rows = [row("Where every JD starts (bias)", verdict.bias)]
        rows += verdict.evidence.prefix(shownItems).map { row($0.kind == .title ? "Title" : $0.name, $0.contributions) }
        if !rest.isEmpty {
            rows.append(row("\(rest.count) further items", rest.reduce(OutcomeValues()) { $0 + $1.contributions }))
        }
        rows.append(row("Score: the sum", verdict.scores))
        rows.append([.text("Share")] + Outcome.allCases.map { .percent(verdict.shares[$0]) })
        let columns = Outcome.allCases.map { outcome in
            Table.Column(outcome.slug, outcome.layer?.name ?? "Outside", .trailing)
        }
        let about = "JD \(jd.id), \(jd.title)\(jd.company.map { " at \($0)" } ?? "")"
        return [.table(Table(title: about, columns: [.init("item", "Item")] + columns, rows: rows))]
    }
}
