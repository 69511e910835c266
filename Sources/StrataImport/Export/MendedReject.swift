internal import StrataModel
public import StrataStorage

/// Reads records of a table of rejects, mended by hand: the original's columns, then where each record stood and what was
/// wrong with it; what was no table's row stands whole in the last one.
struct MendedReject {
    /// The columns behind the original's.
    static let columns = ["file", "row", "reason", "raw"]

    /// What became of a record.
    enum Outcome {
        /// The original's row.
        case record(RawRecord)
        /// What was read of a record that stands whole.
        case reading(Reading)
    }

    private let file: Int
    private let raw: Int
    private let options: RecordOptions

    /// - returns: nil when the columns are not those of rejects.
    init?(columns names: [String], format: InputFormat, options: RecordOptions) {
        guard format == .csv, Self.areRejects(names) else { return nil }
        file = names.count - 4
        raw = names.count - 1
        self.options = options
    }

    /// Whether a table's columns end as those of rejects do.
    static func areRejects(_ names: [String]) -> Bool {
        names.count >= columns.count
            && zip(names.suffix(columns.count), columns).allSatisfy { name, own in
                // A name that the original has too is made another one by its place.
                name == own || name.hasPrefix("\(own) (column ")
            }
    }

    /// The columns that are wanted for it.
    var wanted: [Int] { [file, raw] }

    func read(_ record: RawRecord) -> Outcome {
        if let whole = text(raw, record) { return .reading(reading(whole, record)) }
        let cells = RawRecord()
        (cells.row, cells.line) = (record.row, record.line)
        for cell in record.cells where cell.column < file {
            cells.add(column: cell.column, text: text(cell.column, record) ?? "")
        }
        return .record(cells)
    }

    /// Reads a record as the only one of a file of the original's name.
    private func reading(_ whole: String, _ record: RawRecord) -> Reading {
        func reject(_ reason: String) -> Reading {
            .reject(Reject(row: record.row, line: record.line, reason: reason, raw: ""))
        }
        let name = text(file, record) ?? "raw"
        guard InputFormat(path: name) != .csv else {
            return reject("this row cannot be told apart from its neighbours: mend it in \(name), and import that")
        }
        do {
            let stream = try RecordStream(.memory(name: name, bytes: Array(whole.utf8)), options: options)
            return try stream.next() ?? reject("empty: neither title nor text")
        } catch let error as InputError {
            return reject(error.message)
        } catch {
            return reject("it cannot be read")
        }
    }

    private func text(_ column: Int, _ record: RawRecord) -> String? {
        record.withValue(column) { SpreadsheetText.unguarded(TextDecoding.string($0)) }
    }
}

extension TableLayout {
    /// Whether the table is one of rejects itself.
    public var isOfRejects: Bool { MendedReject.areRejects(columns) }

    /// The fields of a row that stands alone.
    ///
    /// - returns: nil where they cannot be told apart: a quote is not closed, or the row was too long to be kept whole.
    public func fields(of row: String) -> [String]? {
        let bytes = Array(row.utf8)
        guard let delimiter = delimiter.utf8.first, bytes.count < Reject.rawLimit else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return [] }
            var scanner = DelimitedScanner(delimiter: delimiter)
            guard case .record(let next) = scanner.scan(base, from: 0, to: buffer.count, isFinal: true),
                next == buffer.count
            else { return nil }
            return scanner.fields.map { field in
                let scratch = RawRecord()
                DelimitedScanner.write(field, of: base, to: scratch)
                scratch.add(column: 0, from: 0)
                return scratch.withValue(0) { TextDecoding.string($0) } ?? ""
            }
        }
    }
}
