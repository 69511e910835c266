internal import StrataModel

/// Tables, charts and remarks that several reports have.
enum ReportPieces {
    /// Rows of parts of the JDs, by what each part is called.
    typealias Named<Value> = (label: Table.Cell, value: Value)

    // MARK: Pay

    /// Quartiles of pay, a row for each part and currency; nil where nobody says enough.
    static func payTable(_ rows: [Named<[PayFigures]>], of noun: String) -> Table? {
        let cells = rows.flatMap { row in
            row.value.map { pay -> [Table.Cell] in
                [
                    row.label, .text(pay.currency), .integer(pay.count), .number(pay.lowerQuartile, digits: 0),
                    .number(pay.median, digits: 0), .number(pay.upperQuartile, digits: 0),
                    .text(pay.count < DemandReport.smallSample ? "n < \(DemandReport.smallSample)" : ""),
                ]
            }
        }
        guard !cells.isEmpty else { return nil }
        return Table(
            columns: [
                .init("name", noun), .init("currency", "Currency"), .init("stated", "Texts that state it", .trailing),
                .init("lower_quartile", "Lower quartile", .trailing), .init("median", "Median", .trailing),
                .init("upper_quartile", "Upper quartile", .trailing), .init("sample", "Sample"),
            ], rows: cells)
    }

    /// The middle half of pay in the currency that most state; nil where fewer than two parts have one.
    static func payChart(_ rows: [Named<[PayFigures]>], of noun: String) -> Chart? {
        guard let table = payTable(rows, of: noun) else { return nil }
        var counts: [String: Int] = [:]
        for pay in rows.flatMap(\.value) { counts[pay.currency, default: 0] += pay.count }
        guard let currency = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return nil }
        let ranges = rows.compactMap { row -> Chart.Range? in
            guard let pay = row.value.first(where: { $0.currency == currency }) else { return nil }
            return Chart.Range(
                label: row.label.name, low: pay.lowerQuartile, middle: pay.median, high: pay.upperQuartile,
                count: pay.count, layer: row.label.layer)
        }.sorted { ($1.middle, $0.label) < ($0.middle, $1.label) }
        guard !ranges.isEmpty else { return nil }
        return Chart(
            title: "Pay a year, in \(currency)",
            summary: paySummary(ranges) + " Bars span the middle half of what texts state.",
            figure: .ranges(Chart.Ranges(unit: "\(currency) a year", rows: ranges)), table: table)
    }

    /// Of the parts with enough texts the one that pays most, and least.
    private static func paySummary(_ ranges: [Chart.Range]) -> String {
        let sound = ranges.filter { $0.count >= DemandReport.smallSample }
        guard let top = sound.first else { return "All of these samples are small (n < \(DemandReport.smallSample))." }
        guard sound.count > 1, let last = sound.last else {
            return "\(top.label): median \(whole(top.middle)), the middle half \(whole(top.low)) to \(whole(top.high))."
        }
        return
            "The highest median: \(top.label), \(whole(top.middle)); the lowest: \(last.label), \(whole(last.middle)); "
            + "of those with \(DemandReport.smallSample) texts or more."
    }

    /// `125,000`.
    static func whole(_ number: Double) -> String { grouped(Int(number.rounded())) }

    /// `1,234`.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.enumerated().map { index, digit in
            (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digit)
        }.joined()
    }

    /// `12% more`, `3% fewer`, `6.7 times as many`.
    static func change(_ change: Double, _ more: String, _ less: String, times: String) -> String {
        if change >= 1 { return "\(tenths(change + 1)) times \(times)" }
        return "\(percent(change.magnitude)) \(change > 0 ? more : less)"
    }

    /// What a single test says of a change.
    ///
    /// - parameter probability: of such a change by chance; nil where there is too little to test.
    static func chance(_ probability: Double?) -> String {
        probability.map { $0 < 0.05 ? "more than chance" : "may be chance" } ?? "too few to tell"
    }

    // MARK: Skills

    /// What sets parts apart, the strongest few of each in one row.
    static func standingOutTable(
        _ rows: [Named<(texts: Int, skills: [SkillComparison])>], of noun: String, most: Int
    ) -> Table? {
        let rows = rows.filter { !$0.value.skills.isEmpty }
        guard !rows.isEmpty else { return nil }
        let marks = marks(rows.map(\.value.texts))
        return Table(
            columns: [
                .init("name", noun), .init("texts", "Texts", .trailing),
                .init("asks_for", "Asks for, with its share and how many times that of all JDs", wraps: true),
            ] + marks.column,
            rows: zip(rows, marks.cells).map { row, mark in
                let skills = row.value.skills.prefix(most).map(standingOut).joined(separator: " · ")
                return [row.label, .integer(row.value.texts), .text(skills)] + mark
            })
    }

    /// A column that marks small samples, with its cells; none where all are large enough.
    static func marks(_ counts: [Int]) -> (column: [Table.Column], cells: [[Table.Cell]]) {
        let least = DemandReport.smallSample
        guard counts.contains(where: { $0 < least }) else { return ([], counts.map { _ in [] }) }
        return ([.init("sample", "Sample")], counts.map { [.text($0 < least ? "n < \(least)" : "")] })
    }

    static func standingOut(_ skill: SkillComparison) -> String {
        let times = skill.lift.map { $0 < 10 ? String(Double(Int($0 * 10 + 0.5)) / 10) : String(Int($0 + 0.5)) }
        return "\(skill.name) \(percent(skill.share)) (\(times ?? "–")×)"
    }

    /// Skills that set some JDs apart, one a row.
    static func standingOutTable(_ skills: [SkillComparison], title: String? = nil) -> Table {
        Table(
            title: title,
            columns: [
                .init("skill", "Skill"), .init("kind", "Kind"), .init("layer", "Layer"),
                .init("texts", "Texts", .trailing), .init("share", "Share", .trailing),
                .init("share_all", "Of all JDs", .trailing), .init("lift", "Times as often", .trailing),
            ],
            rows: skills.map { skill in
                [
                    .text(skill.name), .text(skill.kind.rawValue), skill.layer.map { .layer($0) } ?? .missing,
                    .integer(skill.texts), .percent(skill.share), .percent(skill.otherShare),
                    .number(skill.lift, digits: 1),
                ]
            })
    }

    /// Skills whose shares differ between two samples.
    ///
    /// - parameters:
    ///   - now: what the first sample is called, and `before` the second.
    ///   - texts: heads of the columns that count their texts.
    static func differenceTable(
        _ skills: [SkillComparison], title: String, now: String, before: String, texts: (String, String)
    ) -> Table {
        Table(
            title: title,
            columns: [
                .init("skill", "Skill"), .init("kind", "Kind"), .init("share", now, .trailing),
                .init("share_other", before, .trailing), .init("difference", "Points", .trailing),
                .init("texts", texts.0, .trailing), .init("texts_other", texts.1, .trailing),
            ],
            rows: skills.map { skill in
                [
                    .text(skill.name), .text(skill.kind.rawValue), .percent(skill.share), .percent(skill.otherShare),
                    .number((skill.share - skill.otherShare) * 100, digits: 1), .integer(skill.texts),
                    .integer(skill.otherTexts),
                ]
            })
    }

    // MARK: Layers

    /// Of the texts that need one layer, the part that needs another.
    static func togetherChart(_ sample: Sample) -> Chart? {
        let layers = Layer.allCases
        guard sample.needs.indices.contains(where: { sample.needs[$0][$0] > 0 }) else { return nil }
        func share(_ layer: Layer, _ other: Layer) -> Double? {
            let all = sample.needs[layer.index][layer.index]
            return layer == other || all == 0 ? nil : Double(sample.needs[layer.index][other.index]) / Double(all)
        }
        let pairs = layers.flatMap { layer in
            layers.compactMap { other in share(layer, other).map { (layer, other, $0) } }
        }
        let most = pairs.filter { sample.needs[$0.0.index][$0.0.index] >= DemandReport.smallSample }
            .max { $0.2 < $1.2 }
        let summary =
            most.map {
                "Of the texts that need \($0.0.name), \(percent($0.2)) need \($0.1.name) too: the closest pair."
            } ?? "Each row: of the texts that need its layer, the part that needs another."
        let table = Table(
            columns: [.init("layer", "Of texts that need"), .init("texts", "Texts", .trailing)]
                + layers.map { .init($0.slug, "also \($0.name)", .trailing) },
            rows: layers.map { layer in
                [.layer(layer), .integer(sample.needs[layer.index][layer.index])]
                    + layers.map { .percent(share(layer, $0)) }
            })
        return Chart(
            title: "Layers asked for together", summary: summary,
            figure: .grid(
                Chart.Grid(
                    columns: layers.map(\.name),
                    rows: layers.map { layer in
                        Chart.GridRow(label: layer.name, layer: layer, values: layers.map { share(layer, $0) })
                    })), table: table)
    }

    /// `25%`, `0.4%`; `<0.1%` for what would else seem to be nothing, and a dash for what is no part of anything.
    static func percent(_ part: Double) -> String {
        guard part.isFinite, part.magnitude < 1e9 else { return "–" }
        let tenths = Int((part * 1000).rounded())
        if part > 0, tenths == 0 { return "<0.1%" }
        if (1...9).contains(tenths) { return "0.\(tenths)%" }
        return "\(Int((part * 100).rounded()))%"
    }

    /// `7.4`.
    static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    // MARK: Time

    /// Lines of some parts over time.
    ///
    /// - parameter layer: whose colour a single line has that is no layer's own.
    static func trendChart(
        _ rows: [Named<[Int]>], _ periods: Periods, of noun: String, title: String, layer: Layer? = nil
    ) -> Chart? {
        guard periods.names.count > 1, !rows.isEmpty else { return nil }
        // The last period is no news while it is not over.
        let whole = periods.endsEarly ? periods.names.count - 1 : periods.names.count
        let table = Table(
            title: title,
            columns: [.init("name", noun)] + periods.names.map { .init($0, $0, .trailing) },
            rows: rows.map { row in [row.label] + row.value.map { .integer($0) } })
        let lead = rows[0]
        let peak = lead.value.prefix(whole).enumerated().max { ($0.element, $1.offset) < ($1.element, $0.offset) }
        let summary = peak.map { "\(lead.label.name): \(course(lead.value, periods, whole, peak: $0.offset))." } ?? ""
        let early = periods.endsEarly ? " \(periods.names[whole]) is counted through \(periods.lastDay) only." : ""
        return Chart(
            title: title, summary: summary + early,
            figure: .lines(
                Chart.Lines(
                    periods: periods.names,
                    series: rows.map {
                        Chart.Series(
                            name: $0.label.name, values: $0.value.map(Double.init), layer: $0.label.layer ?? layer)
                    }, endsEarly: periods.endsEarly)), table: table)
    }

    /// `1 in 2019, 544 in 2024 (the most), 76 in 2025`.
    ///
    /// - parameters:
    ///   - whole: how many periods are over.
    ///   - peak: the place of the greatest of them.
    private static func course(_ counts: [Int], _ periods: Periods, _ whole: Int, peak: Int) -> String {
        guard counts[peak] > 0 else { return "none\(periods.endsEarly ? " before \(periods.names[whole])" : "")" }
        return [0, peak, whole - 1].uniqued().map { index in
            "\(grouped(counts[index])) in \(periods.names[index])\(index == peak && whole > 1 ? " (the most)" : "")"
        }.joined(separator: ", ")
    }

    // MARK: Sources

    static func sourceTable(_ mix: SourceMix) -> Table {
        Table(
            title: "Where the JDs come from",
            columns: [
                .init("source", "Source"), .init("jds", "JDs", .trailing), .init("share", "Share", .trailing),
                .init("jds_before", "JDs before", .trailing), .init("share_before", "Share before", .trailing),
            ],
            rows: mix.rows.map {
                [
                    .text($0.source), .integer($0.jds), .percent($0.share), .integer($0.jdsBefore),
                    .percent($0.shareBefore),
                ]
            })
    }

    /// What is to be said where the sources have changed.
    static func sourceWarning(_ mix: SourceMix, _ noun: String = "before") -> String? {
        guard mix.hasChanged else { return nil }
        let moved = mix.rows.max { ($0.share - $0.shareBefore).magnitude < ($1.share - $1.shareBefore).magnitude }
        let example =
            moved.map { ", \($0.source) \(percent($0.share)) of the JDs where it was \(percent($0.shareBefore))" } ?? ""
        return
            "The JDs come from other sources than \(noun) (the mix has shifted by \(percent(mix.shift))\(example)): "
            + "a change may be the collection's and not the market's. Compare within one with --source."
    }

    // MARK: Method

    static let textsMethod =
        "Texts are JDs without repeats: of JDs whose texts are almost the same (reposts, one JD in many cities) the first imported of those counted speaks for all. "
        + "Shares of skills and layers, pay and differences are of texts."
    static let payMethod =
        "Pay: the middle of the range that a text states, over a year of full work (2,080 hours, 260 days, 52 weeks, 12 months), "
        + "in its own currency; quartiles between figures in proportion (Hyndman and Fan's method 7); nothing below \(PayFigures.least) texts."
    /// - parameter whole: the JDs that a part is held against.
    static func standingOutMethod(against whole: String) -> String {
        "What sets apart: tools and practices that at least \(NumberedNames.leastTexts) texts ask for, more often than \(whole), "
            + "ranked by the log-likelihood ratio (Dunning 1993; at least 10.83, which chance reaches once in a thousand times)."
    }
    static let sameFilters = "all JDs under the report's filters"
    static let differenceMethod =
        "Differences of skills: two-sided z test of two proportions, of all skills together, so that of those named 5% at most are expected to be chance "
        + "(Benjamini and Hochberg 1995)."
}

extension Table.Cell {
    /// What it says as a name.
    var name: String {
        switch self {
        case .text(let text): text
        case .layer(let layer): layer.name
        default: ""
        }
    }

    var layer: Layer? {
        if case .layer(let layer) = self { layer } else { nil }
    }
}
