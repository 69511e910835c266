internal import StrataModel

/// A table as a list of its rows, each keys and values by the header.
enum WrittenTable {
    private static let rowLimit = 100_000

    static func node(of bytes: [UInt8], path: String) throws -> InputNode {
        let reader = try FormatSniff.open(.memory(name: path, bytes: bytes), options: RecordOptions(format: .csv))
            .reader
        let record = RawRecord()
        var rows: [InputNode] = []
        while true {
            switch try reader.read(into: record) {
            case .end: return InputNode(.list(rows), line: 1)
            case .reject(let reason): throw InputError(.malformed, path: path, line: record.line, reason)
            case .record:
                guard rows.count < rowLimit else {
                    throw InputError(.tooLarge, path: path, line: record.line, "it has more than \(rowLimit) rows")
                }
                let line = record.line
                let members = reader.columns.indices.compactMap { column -> InputNode.Member? in
                    guard let value = record.withValue(column, { String(decoding: $0, as: UTF8.self) }),
                        value.contains(where: { !$0.isWhitespace })
                    else { return nil }
                    return InputNode.Member(reader.columns[column], InputNode(.scalar(value), line: line))
                }
                if !members.isEmpty { rows.append(InputNode(.mapping(members), line: line)) }
            }
        }
    }
}
