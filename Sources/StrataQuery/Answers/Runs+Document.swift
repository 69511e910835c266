public import StrataModel

extension RunList {
    /// What `runs` prints.
    public var document: Document {
        let columns: [Table.Column] = [
            .init("id", "Run", .trailing), .init("started_at", "Started"), .init("state", "State"),
            .init("files", "Files", .trailing),
        ]
        let rows = runs.map { run -> [Table.Cell] in
            [.integer(Int(run.id)), .text(run.startedAt), .text(run.state), .integer(run.files)] + run.counts.cells
                + [.number(run.seconds, digits: 1)]
        }
        let table = Table(columns: columns + RunCounts.columns + [.init("seconds", "Seconds", .trailing)], rows: rows)
        return Document(
            title: counted(total, "import run"), blocks: [.table(table)] + leftOut(of: total, shown: runs.count))
    }
}

extension RunDetail {
    /// What `runs show` prints.
    public var document: Document {
        let columns = [Table.Column("path", "File"), .init("format", "Format")] + RunCounts.columns
        let rows = files.map { file -> [Table.Cell] in [.text(file.path), .text(file.format)] + file.counts.cells }
        var blocks: [Block] = [
            .facts(
                [
                    Fact("Started", summary.startedAt), Fact("State", summary.state),
                    Fact("Time", "\(Int(summary.seconds.rounded())) s"),
                ] + (summary.undoneAt.map { [Fact("Undone", $0)] } ?? [])), .table(Table(columns: columns, rows: rows)),
        ]
        blocks += files.compactMap { file in file.error.map { .note("\(file.path): \($0)") } }
        if !rejects.isEmpty { blocks += [.heading("Rejected"), rejectList] }
        return Document(title: "Import run \(summary.id)", blocks: blocks)
    }

    /// What `runs rejects` prints.
    public var rejectsDocument: Document {
        let total = summary.counts.rejected
        return Document(
            title: "\(counted(total, "record")) of run \(summary.id) could not be read",
            blocks: [rejectList] + leftOut(of: total, shown: rejects.count))
    }

    /// A reason is too long for a column, and too important to be cut.
    private var rejectList: Block {
        .list(
            rejects.map { reject in
                let line = reject.line.map { ", line \($0)" } ?? ""
                let raw = reject.raw.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(120)
                return "\(reject.path), row \(reject.row)\(line): \(reject.reason)" + (raw.isEmpty ? "" : " — \(raw)")
            })
    }

}

extension RunSummary {
    fileprivate var state: String {
        undoneAt.map { _ in "undone" } ?? (finishedAt == nil ? "running or stopped" : "finished")
    }
}

extension RunCounts {
    fileprivate static let columns: [Table.Column] = [
        .init("rows", "Rows", .trailing), .init("imported", "Imported", .trailing),
        .init("updated", "Updated", .trailing), .init("duplicates", "Duplicates", .trailing),
        .init("rejected", "Rejected", .trailing),
    ]

    fileprivate var cells: [Table.Cell] { [rows, imported, updated, duplicates, rejected].map { .integer($0) } }
}
