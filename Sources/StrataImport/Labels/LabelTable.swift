public import StrataModel

/// A table of labels: which layer somebody gave to which JD, a JD a line.
///
/// Tab- or comma-separated, with a header. Columns: `id`; `primary`, or `label`: a layer or `none`; and, where somebody has
/// read what is asked for, the four layers' slugs: 2 clearly asked for, 1 weak, 0 not; `jd`, the id in the database that the
/// table came from, which tells JDs of one source id apart. Other columns are left alone.
public enum LabelTable {
    /// A line of it.
    public struct Row: Sendable {
        /// From 1, the header counted; nil where that cannot be told.
        public var line: Int?
        /// The id by which the table means a JD: that of its source, or of a database.
        public var id: String
        /// The JD's id in the database that the table came from.
        public var jd: Int64?
        /// A layer, or outside for `none`.
        public var label: Outcome
        /// By the layers' indices; nil where the table does not say.
        public var needs: [Int]?
    }

    /// Reads the whole table.
    ///
    /// - throws: ``InputError`` for a file that is none, a column that is missing, and the first value that is none.
    public static func read(_ path: String) throws -> [Row] {
        let reader = try FormatSniff.open(.file(path: path), options: RecordOptions(format: .csv)).reader
        let record = RawRecord()
        var rows: [Row] = []
        var columns: Columns?
        var known: [String: Row] = [:]
        while true {
            switch try reader.read(into: record) {
            case .end:
                guard !rows.isEmpty else {
                    throw InputError(.malformed, path: path, "no labels: a line for each JD must follow the header")
                }
                return rows
            case .reject(let reason): throw InputError(.malformed, path: path, line: record.line, reason)
            case .record:
                let header = try columns ?? Columns(reader.columns, path)
                columns = header
                guard let row = try header.row(record, path) else { continue }
                let key = "\(row.id) \(row.jd ?? 0)"
                if let other = known[key], other.label != row.label || other.needs != row.needs {
                    throw InputError(
                        .malformed, path: path, line: row.line,
                        "'\(row.id)' is labelled otherwise on line \(other.line ?? 0); keep one of the two")
                }
                known[key] = row
                rows.append(row)
            }
        }
    }

    /// Where a table has what.
    private struct Columns {
        let id: Int
        let jd: Int?
        let label: Int
        /// Four, or none.
        let needs: [Int]

        init(_ names: [String], _ path: String) throws {
            let names = names.map { $0.lowercased().trimmingSpaces }
            guard let id = names.firstIndex(of: "id"),
                let label = names.firstIndex(of: "primary") ?? names.firstIndex(of: "label")
            else {
                throw InputError(
                    .malformed, path: path, line: 1,
                    "no table of labels: its first line must name the columns 'id' and 'primary' (or 'label')")
            }
            self.id = id
            self.label = label
            jd = names.firstIndex(of: "jd")
            needs = Layer.allCases.compactMap { names.firstIndex(of: $0.slug) }
            guard needs.isEmpty || needs.count == Layer.allCases.count else {
                throw InputError(
                    .malformed, path: path, line: 1,
                    "a column for each of the four layers, or for none: \(Layer.allCases.map(\.slug).joined(separator: ", "))"
                )
            }
        }

        /// - returns: nil for a line without an id.
        func row(_ record: RawRecord, _ path: String) throws -> Row? {
            func cell(_ index: Int) -> String {
                (record.withValue(index) { String(decoding: $0, as: UTF8.self) } ?? "").trimmingSpaces
            }
            let id = cell(id)
            guard !id.isEmpty else { return nil }
            let named = cell(label)
            guard let label = Outcome(label: named) else {
                let layers = Layer.allCases.map(\.slug).joined(separator: ", ")
                throw InputError(
                    .malformed, path: path, line: record.line, "no layer: '\(named)'; write none, or one of \(layers)")
            }
            let codes = try needs.map { column in
                guard let code = Int(cell(column)), (0...2).contains(code) else {
                    throw InputError(
                        .malformed, path: path, line: record.line,
                        "'\(cell(column))' is no need; write 2 (clearly asked for), 1 (weak) or 0")
                }
                return code
            }
            return Row(
                line: record.line, id: id, jd: jd.flatMap { Int64(cell($0)) }, label: label,
                needs: codes.isEmpty ? nil : codes)
        }
    }
}
