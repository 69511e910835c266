internal import StrataModel

/// Pay in reports.
extension ReportPieces {
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
            return
                "\(top.label): median \(Figures.fixed(top.middle, digits: 0)), the middle half \(Figures.fixed(top.low, digits: 0)) to \(Figures.fixed(top.high, digits: 0))."
        }
        return
            "The highest median: \(top.label), \(Figures.fixed(top.middle, digits: 0)); the lowest: \(last.label), \(Figures.fixed(last.middle, digits: 0)); "
            + "of those with \(DemandReport.smallSample) texts or more."
    }

    /// `12% more`, `3% fewer`, `6.7 times as many`.
    static func change(_ change: Double, _ more: String, _ less: String, times: String) -> String {
        if change >= 1 { return "\(Figures.fixed(change + 1, digits: 1)) times \(times)" }
        return "\(Figures.percent(change.magnitude)) \(change > 0 ? more : less)"
    }

    /// What a single test says of a change.
    ///
    /// - parameter probability: of such a change by chance; nil where there is too little to test.
    static func chance(_ probability: Double?) -> String {
        probability.map { $0 < 0.05 ? "more than chance" : "may be chance" } ?? "too few to tell"
    }
}
