internal import GRDB
public import StrataStorage

/// What did a run reject, row by row?
public struct RejectsQuestion: Sendable {
    public var run: Int64

    public init(run: Int64) { self.run = run }

    /// Hands over the rejected records in their order, with how their tables are laid out.
    ///
    /// - throws: `StoreError`, and what the body throws.
    public func forEach(_ store: Store, _ body: (RejectedRecord, TableLayout?) throws -> Void) throws {
        try store.read { db in
            let sql = """
                SELECT import_file.path, reject.row, reject.line, reject.reason, reject.raw, import_file.id,
                    import_file.columns, import_file.delimiter
                FROM import_file JOIN reject ON reject.file = import_file.id
                WHERE import_file.run = ? ORDER BY reject.file, reject.row
                """
            let rows = try Row.fetchCursor(db, sql: sql, arguments: [run])
            var layout: (file: Int64, table: TableLayout?)?
            while let row = try rows.next() {
                let file: Int64 = row[5]
                if layout?.file != file { layout = (file, TableLayout(columnsJSON: row[6], delimiter: row[7])) }
                try body(
                    RejectedRecord(path: row[0], row: row[1], line: row[2], reason: row[3], raw: row[4]),
                    layout?.table)
            }
        }
    }
}
