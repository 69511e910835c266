internal import StrataModel

/// JDs over time.
extension ReportPieces {
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
            "\(Figures.grouped(counts[index])) in \(periods.names[index])\(index == peak && whole > 1 ? " (the most)" : "")"
        }.joined(separator: ", ")
    }
}
