internal import StrataModel

/// The rows of a report that crosses a dimension with time, side by side: how each has gone.
public struct DemandOverTime: Sendable, Hashable {
    public var periods: Periods
    /// The values of the other dimension, the most JDs first; those without one left out.
    public var values: [DemandReport.Value]
    /// By value, JDs in each period.
    public var trends: [[Int]]

    /// - parameters:
    ///   - rows: all of the report's.
    ///   - latest: the latest day that is counted.
    /// - returns: nil where not one of two dimensions is of time, or there are no rows.
    init?(_ dimensions: [Dimension], _ rows: [DemandReport.Row], latest: CalendarDate) {
        guard dimensions.count == 2, let time = dimensions.firstIndex(where: \.isTime),
            !dimensions[1 - time].isTime,
            let periods = Periods(dimensions[time], of: rows.compactMap { $0.values[time].key }, through: latest)
        else { return nil }
        let places = Dictionary(periods.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var trends: [DemandReport.Value: [Int]] = [:]
        for row in rows where row.values[1 - time].key != nil {
            guard let place = row.values[time].key.flatMap({ places[$0] }) else { continue }
            trends[row.values[1 - time], default: periods.names.map { _ in 0 }][place] += row.jds
        }
        let sorted = trends.map { (value: $0, trend: $1, jds: $1.reduce(0, +)) }.sorted {
            ($1.jds, $0.value.name, $0.value.key ?? "") < ($0.jds, $1.value.name, $1.value.key ?? "")
        }
        guard !sorted.isEmpty else { return nil }
        self.periods = periods
        values = sorted.map(\.value)
        self.trends = sorted.map(\.trend)
    }
}
