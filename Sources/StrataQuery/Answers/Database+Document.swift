public import StrataModel

extension DatabaseInfo {
    /// What `db info` prints.
    public var document: Document {
        let dates = firstDate.flatMap { first in lastDate.map { "\(first) to \($0)" } } ?? "none"
        let stale =
            staleVerdicts == 0
            ? "none" : "\(staleVerdicts) of an older catalogue or older weights; 'strata db reclassify' renews them"
        let rest = ungrouped == 0 ? "" : "; \(ungrouped) not compared yet: the next import does it"
        let texts = "\(distinctTexts); \(repeats) JDs repeat another's text, in \(duplicateGroups) groups\(rest)"
        return Document(
            title: path,
            blocks: [
                .facts([
                    Fact("Size", Self.size(bytes)), Fact("Schema", String(schema)),
                    Fact("Catalogue", String(catalogue)),
                    Fact("Weights", hasOwnWeights ? "your own, over \(weights)" : String(weights)),
                    Fact("Revision", String(revision)), Fact("Dates of JDs", dates), Fact("Stale verdicts", stale),
                    Fact("Distinct texts", texts), Fact("Columns for reports", columnState),
                ]), .table(Self.table(counts, "Table")), .table(Self.table(sources, "Source")),
            ])
    }

    private var columnState: String {
        missingColumnBlocks == 0
            ? "up to date"
            : "\(missingColumnBlocks) of \(columnBlocks) blocks are made for each answer until somebody writes"
    }

    /// What `db info --format json` prints.
    public var json: JSONValue {
        func object(_ counts: [Count]) -> JSONValue { .object(counts.map { ($0.name, .integer($0.count)) }) }
        return .object([
            ("path", .string(path)), ("bytes", .integer(bytes)), ("schema", .integer(schema)),
            ("catalogue", .integer(catalogue)), ("weights", .integer(weights)), ("own_weights", .bool(hasOwnWeights)),
            ("revision", .integer(revision)),
            ("counts", object(counts)), ("stale_verdicts", .integer(staleVerdicts)),
            ("distinct_texts", .integer(distinctTexts)), ("repeats", .integer(repeats)),
            ("duplicate_groups", .integer(duplicateGroups)), ("ungrouped", .integer(ungrouped)),
            ("column_blocks", .integer(columnBlocks)), ("missing_column_blocks", .integer(missingColumnBlocks)),
            ("first_date", .string(firstDate)), ("last_date", .string(lastDate)), ("sources", object(sources)),
        ])
    }

    private static func table(_ counts: [Count], _ title: String) -> Table {
        Table(
            columns: [.init(title.lowercased(), title), .init("rows", title == "Table" ? "Rows" : "JDs", .trailing)],
            rows: counts.map { [.text($0.name), .integer($0.count)] })
    }

    /// `12.3 MB`.
    private static func size(_ bytes: Int) -> String {
        for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000)] where bytes >= size {
            let tenths = bytes / (size / 10)
            return "\(tenths / 10).\(tenths % 10) \(unit)"
        }
        return "\(bytes) bytes"
    }
}

extension DatabaseCheck {
    /// What `db check` prints.
    public var document: Document {
        Document(
            title: isOK ? "The database is sound" : "The database is not sound",
            blocks: [
                .table(
                    Table(
                        columns: [.init("check", "Check"), .init("ok", "OK"), .init("detail", "Found")],
                        rows: findings.map { [.text($0.name), .text($0.isOK ? "yes" : "NO"), .text($0.detail)] }))
            ])
    }

    /// What `db check --format json` prints.
    public var json: JSONValue {
        .object([
            ("ok", .bool(isOK)),
            (
                "findings",
                .array(
                    findings.map {
                        .object([("name", .string($0.name)), ("ok", .bool($0.isOK)), ("detail", .string($0.detail))])
                    })
            ),
        ])
    }
}
