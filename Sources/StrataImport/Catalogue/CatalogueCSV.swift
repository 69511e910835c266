import StrataModel

/// Skills and roles as comma-separated values, a record a line.
enum CatalogueCSV {
    static func read(_ path: String) throws -> [CatalogueFile.Entry] {
        let reader = try FormatSniff.open(.file(path: path), options: RecordOptions(format: .csv)).reader
        let record = RawRecord()
        var entries: [CatalogueFile.Entry] = []
        var columns: [String]?
        while true {
            switch try reader.read(into: record) {
            case .end: return entries
            case .reject(let reason): throw InputError(.malformed, path: path, line: record.line, reason)
            case .record:
                let names = try columns ?? known(reader.columns, path)
                columns = names
                let count = (reader as? DelimitedReader)?.fieldCount ?? names.count
                if let entry = try entry(record, of: count, names, path) { entries.append(entry) }
            }
        }
    }

    /// The columns' names, in lower case; empty for one without a name, as spreadsheets leave at the right.
    ///
    /// - throws: ``InputError`` at a column that no record has.
    private static func known(_ columns: [String], _ path: String) throws -> [String] {
        try columns.map { column in
            let name = column.lowercased().trimmingSpaces
            if name.hasPrefix("(column ") { return "" }
            guard CatalogueFile.columns.contains(name) else {
                throw InputError(
                    .malformed, path: path, line: 1,
                    "no column '\(name)', or it stands twice; there are \(CatalogueFile.columns.joined(separator: ", "))"
                )
            }
            return name
        }
    }

    /// - returns: nil for a row without anything in it.
    private static func entry(
        _ record: RawRecord, of count: Int, _ columns: [String], _ path: String
    ) throws -> CatalogueFile.Entry? {
        var fields: [String: String] = [:]
        for (index, name) in columns.enumerated() {
            let value = record.withValue(index) { String(decoding: $0, as: UTF8.self) } ?? ""
            guard !name.isEmpty || value.isEmpty else {
                throw InputError(
                    .malformed, path: path, line: record.line,
                    "a value stands under a column without a name: '\(value)'")
            }
            if !name.isEmpty { fields[name] = restored(value).trimmingSpaces }
        }
        if fields.values.allSatisfy(\.isEmpty) { return nil }
        if let missing = columns.dropFirst(count).first(where: { !$0.isEmpty }) {
            throw InputError(
                .malformed, path: path, line: record.line,
                "the row ends before '\(missing)': give it as many cells as the header has")
        }
        let entity = fields.removeValue(forKey: "entity") ?? ""
        return try CatalogueFile.entry(
            entity: entity.isEmpty ? guessed(columns) : entity, fields: fields, path: path, line: record.line)
    }

    /// Without a column that says so, columns that only roles have make roles.
    private static func guessed(_ columns: [String]) -> String {
        columns.contains("titles") && !columns.contains("terms") ? "role" : "skill"
    }

    static func text(of entries: [CatalogueFile.Entry]) -> String {
        var text = CatalogueFile.columns.joined(separator: ",") + "\n"
        for entry in entries {
            let record = entry.record
            let cells = CatalogueFile.columns.map { column in
                switch column {
                case "entity": record.entity.rawValue
                case "slug": record.slug
                case CatalogueFile.removed: entry.isRemoved ? "yes" : ""
                default: record[column]
                }
            }
            text += cells.map(quoted).joined(separator: ",") + "\n"
        }
        return text
    }

    /// A spreadsheet would run `=Go` as a formula: an apostrophe goes before it, and is taken away in reading.
    private static func quoted(_ cell: String) -> String {
        let safe = isFormula(cell) ? "'" + cell : cell
        guard safe.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func restored(_ cell: String) -> String {
        cell.first == "'" && isFormula(cell) ? String(cell.dropFirst()) : cell
    }

    /// Whether a sign of formulas begins it, also behind apostrophes: so that one's own are kept.
    private static func isFormula(_ cell: String) -> Bool {
        cell.first { $0 != "'" }.map { "=+-@".contains($0) } ?? false
    }
}
