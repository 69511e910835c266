/// A record of a document that was read as a whole, or why there is none.
enum DocumentEntry {
    case record(fields: [(name: String, value: String)], line: Int?, raw: String)
    case reject(reason: String, line: Int?, raw: String)
}

/// Hands out the records of a document that is in memory: YAML, Markdown, HTML, text.
final class DocumentReader: RecordReader {
    private(set) var columns: [String] = []
    var wanted: [Bool]?
    let mayGrow = false

    private let entries: [DocumentEntry]
    private var index: [String: Int] = [:]
    private var position = 0
    private var lastRaw = ""

    init(_ entries: [DocumentEntry]) {
        self.entries = entries
        for case .record(let fields, _, _) in entries {
            for (name, _) in fields where index[name] == nil && columns.count < PathTable.limit {
                index[name] = columns.count
                columns.append(name)
            }
        }
    }

    func read(into record: RawRecord) -> RawReading {
        record.clear()
        guard position < entries.count else { return .end }
        defer { position += 1 }
        switch entries[position] {
        case .reject(let reason, let line, let raw):
            (record.line, lastRaw) = (line, raw)
            return .reject(reason: reason)
        case .record(let fields, let line, let raw):
            (record.line, lastRaw) = (line, raw)
            for (name, value) in fields {
                if let column = index[name], !value.isEmpty { record.add(column: column, text: value) }
            }
            return .record
        }
    }

    func rawText() -> String { lastRaw.utf8.count <= Reject.rawLimit ? lastRaw : cutRaw() }

    private func cutRaw() -> String { TextDecoding.string(Array(lastRaw.utf8.prefix(Reject.rawLimit))) }
}
