public import StrataModel

extension DemandReport {
    /// Fewer JDs than this, and a figure is chance as much as trend.
    public static let smallSample = 20

    /// What `report demand` prints.
    public var document: Document {
        Document(
            title: "Demand by \(dimensions.map { $0.title.lowercased() }.joined(separator: " and "))",
            subtitle: filter.sentence, blocks: [.facts(facts)] + insightBlocks, footer: footer)
    }

    private var facts: [Fact] { totals.facts(filter, before: before) }

    /// Its rows.
    public var table: Table {
        let isMarked = rows.contains { $0.remark != nil }
        var columns = dimensions.map { Table.Column($0.rawValue, $0.title) }
        columns += [
            .init("jds", "JDs", .trailing), .init("distinct", "Distinct", .trailing),
            .init("sightings", "Sightings", .trailing),
            .init("share", "Share", .trailing), .init("change", "Change", .trailing),
        ]
        if isMarked { columns.append(.init("sample", "Sample")) }
        return Table(
            columns: columns,
            rows: rows.map { row in
                let places = zip(dimensions, row.values).map(Self.cell)
                let figures: [Table.Cell] = [
                    .integer(row.jds), .integer(row.distinct), .integer(row.sightings), .percent(row.share),
                    row.change.map { .change($0) } ?? .missing,
                ]
                return places + figures + (isMarked ? [.text(row.remark ?? "")] : [])
            })
    }

    static func cell(_ dimension: Dimension, _ value: Value) -> Table.Cell {
        if dimension == .layer || dimension == .primary, let layer = value.key.flatMap(Layer.init(rawValue:)) {
            return .layer(layer)
        }
        return .text(value.name)
    }

    var notes: [String] {
        var notes: [String] = []
        if rows.count < totalRows {
            notes.append(
                "\(Figures.grouped(rows.count)) of \(Figures.grouped(totalRows)) rows shown; --limit and --offset show others."
            )
        }
        if dimensions.contains(where: \.countsOften) {
            notes.append("A JD may count in several rows, so shares may add up to more than 100%.")
        }
        if rows.contains(where: { $0.remark != nil }) {
            notes.append("Small samples (n < \(Self.smallSample)) are chance as much as trend.")
        }
        if filter.isBounded, before == nil {
            notes.append("No change is given: there is no window before to compare with.")
        }
        if before != nil, dimensions.contains(where: \.isTime) {
            notes.append("Rows of time have no change: the window before holds other dates.")
        }
        return notes
    }
}

extension DemandReport.Row {
    /// Says that the sample is small, now or before.
    var remark: String? {
        if jds < DemandReport.smallSample { return "n < \(DemandReport.smallSample)" }
        if let jdsBefore, jdsBefore < DemandReport.smallSample { return "n < \(DemandReport.smallSample) before" }
        return nil
    }
}

extension Dimension {
    /// Whether a JD may count in several of its rows.
    fileprivate var countsOften: Bool {
        switch self {
        case .layer, .skill, .tool, .month, .quarter, .year, .source: true
        case .primary, .role, .seniority, .company, .location, .country, .workplace, .language: false
        }
    }
}

extension DateWindow {
    /// `seen from 2026-01-01 until before 2026-07-01`.
    var sentence: String { "seen from \(since) until before \(until)" }
}
