internal import StrataImport
internal import StrataModel
internal import StrataStorage

extension ImportSummary {
    /// The summary for people: a row a file, and the sum.
    var document: Document {
        let columns: [Table.Column] = [
            .init("path", "file"), .init("format", "format"), .init("rows", "rows", .trailing),
            .init("imported", "imported", .trailing), .init("updated", "updated", .trailing),
            .init("duplicates", "duplicates", .trailing), .init("rejected", "rejected", .trailing),
            .init("seconds", "seconds", .trailing),
        ]
        // A folder of pages would push what matters off the screen.
        let shown = files.count > 12 ? files.filter { $0.error != nil || $0.counts.rejected > 0 } : files
        var table = Table(
            columns: columns, rows: shown.map { Self.row($0.path, $0.format?.rawValue, $0.counts, $0.seconds) })
        if files.count != 1 { table.rows.append(Self.row("\(files.count) files", nil, total, seconds)) }
        var blocks: [Block] = [.table(table)]
        if files.count > shown.count {
            blocks.append(.note("\(files.count - shown.count) files without rejects or errors are not listed."))
        }
        blocks += files.compactMap { file in file.error.map { .note("Not read to its end: \($0)") } }
        if total.sightings > 0 {
            blocks.append(
                .note(
                    "Of the duplicates, \(total.sightings) are new sightings: a known JD with another date or source."))
        }
        if repeats > 0 {
            let news = total.imported + total.updated
            blocks.append(
                .note(
                    "Of the \(news) JDs imported or updated, \(repeats) repeat\(repeats == 1 ? "s" : "") another JD's text "
                        + "(distinct texts: \(distinctTexts)); 'strata jds --distinct' lists each text once."))
        }
        if let masked {
            blocks.append(
                .note(
                    "\(masked.jds == 1 ? "1 JD" : "\(masked.jds) JDs") with \(masked.items) e-mail addresses, phone numbers and "
                        + "names masked."))
        }
        if total.rejected > 0 {
            blocks.append(.note("See what was rejected and why with 'strata runs rejects \(run)'."))
        }
        return Document(title: "Import run \(run)", blocks: blocks)
    }

    private static func row(_ path: String, _ format: String?, _ counts: ImportCounts, _ seconds: Double) -> [Table
        .Cell]
    {
        [
            .text(path), .text(format), .integer(counts.rows), .integer(counts.imported), .integer(counts.updated),
            .integer(counts.duplicates), .integer(counts.rejected), .number(seconds, digits: 2),
        ]
    }

    /// The summary for machines, in the shape of the contract.
    var json: JSONValue {
        .object([
            ("run", .integer(Int(run))),
            ("runs", .array(files.map(Self.json))),
            ("total", .object(Self.counts(total) + maskedCounts + figures)),
        ])
    }

    private var figures: [(key: String, value: JSONValue)] {
        [
            ("repeats", .integer(repeats)), ("distinct_texts", .integer(distinctTexts)), ("seconds", .number(seconds)),
            ("grouping_seconds", .number(groupingSeconds)),
        ]
    }

    private var maskedCounts: [(key: String, value: JSONValue)] {
        guard let masked else { return [] }
        return [("masked_jds", .integer(masked.jds)), ("masked", .integer(masked.items))]
    }

    /// What was mended in all files.
    var repairs: Repairs { files.reduce(into: Repairs()) { $0 += $1.repairs } }

    private static func json(_ file: FileSummary) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("path", .string(file.path)), ("format", .string(file.format?.rawValue)),
        ]
        members += counts(file.counts)
        members.append(("seconds", .number(file.seconds)))
        members.append(("mended", .integer(file.repairs.mangled + file.repairs.notUTF8)))
        if let error = file.error { members.append(("error", .string(error))) }
        return .object(members)
    }

    private static func counts(_ counts: ImportCounts) -> [(key: String, value: JSONValue)] {
        [
            ("rows", .integer(counts.rows)), ("imported", .integer(counts.imported)),
            ("updated", .integer(counts.updated)), ("duplicates", .integer(counts.duplicates)),
            ("rejected", .integer(counts.rejected)), ("sightings", .integer(counts.sightings)),
        ]
    }
}

extension Repairs {
    /// What was mended, in words; nil when nothing was.
    var said: String? {
        var parts: [String] = []
        if mangled > 0 {
            parts.append("\(mangled) \(mangled == 1 ? "value" : "values") held mangled characters (â€™ for ’)")
        }
        if notUTF8 > 0 {
            parts.append(
                "\(notUTF8) \(notUTF8 == 1 ? "value was" : "values were") not UTF-8 and read as Windows-1252")
        }
        return parts.isEmpty ? nil : "Mended: \(parts.joined(separator: "; "))."
    }
}
