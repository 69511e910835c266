internal import StrataImport
internal import StrataModel
internal import StrataQuery
internal import StrataReport
internal import StrataStorage

/// A run's rejects as one table: the columns of all the tables that they come from, and what is wrong with each row.
struct MendableRejects {
    private let question: RejectsQuestion
    private let store: Store
    /// The originals' columns; those of one name in several tables are one.
    private var columns: [String] = []
    /// Where each table's columns stand among them.
    private var places: [TableLayout: [Int]] = [:]
    /// Most fields that a row has beyond its table's columns.
    private var extras = 0

    /// - throws: `StoreError`.
    init(_ question: RejectsQuestion, _ store: Store) throws {
        self.question = question
        self.store = store
        try question.forEach(store) { reject, layout in
            guard let layout else { return }
            let names = Self.columns(of: layout)
            if places[layout] == nil { places[layout] = place(names) }
            if !layout.isOfRejects, let fields = layout.fields(of: reject.raw) {
                extras = max(extras, fields.count - names.count)
            }
        }
    }

    /// - throws: `StoreError`, and what the sink throws.
    func write(_ sink: (String) throws -> Void) throws {
        let extraNames = (0..<max(0, extras)).map { "extra \($0 + 1)" }
        try sink(ExactCSV.line(columns + extraNames + ["file", "row", "reason", "raw"]))
        try question.forEach(store) { reject, layout in try sink(ExactCSV.line(cells(reject, layout))) }
    }

    private func cells(_ reject: RejectedRecord, _ layout: TableLayout?) -> [String?] {
        var cells = [String?](repeating: nil, count: columns.count + max(0, extras))
        guard let layout, let places = places[layout], var fields = layout.fields(of: reject.raw) else {
            return cells + [reject.path, "\(reject.row)", reject.reason, reject.raw]
        }
        var (path, row, raw): (String, String, String?) = (reject.path, "\(reject.row)", nil)
        if layout.isOfRejects {
            // Rejected again: it still stands where it stood at first.
            fields = fields.map(SpreadsheetText.unguarded)
            let notes = fields.dropFirst(places.count).map { $0 }
            if notes.count == 4 { (path, row, raw) = (notes[0], notes[1], notes[3].isEmpty ? nil : notes[3]) }
            fields = Array(fields.prefix(places.count))
        }
        for (index, field) in fields.enumerated() {
            cells[index < places.count ? places[index] : columns.count + index - places.count] = field
        }
        return cells + [path, row, reject.reason, raw]
    }

    private static func columns(of layout: TableLayout) -> [String] {
        layout.isOfRejects ? Array(layout.columns.dropLast(4)) : layout.columns
    }

    /// Finds each name's place, adding those that are new; a name that comes twice in a table has two.
    private mutating func place(_ names: [String]) -> [Int] {
        var taken: Set<Int> = []
        return names.map { name in
            let known = columns.indices.first { columns[$0] == name && !taken.contains($0) }
            if known == nil { columns.append(name) }
            let place = known ?? columns.count - 1
            taken.insert(place)
            return place
        }
    }
}
