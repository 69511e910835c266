import StrataModel

@testable import StrataImport

/// Everything that an input comes to.
struct Readings {
    var jds: [JobDescription] = []
    var rows: [Int] = []
    var rejects: [Reject] = []
    var format = InputFormat.text
    var mapping = ColumnMapping()

    var count: Int { jds.count + rejects.count }
    var titles: [String] { jds.map(\.title) }
}

/// Reads a text as if it were a file of that name.
func readings(_ text: String, name: String, options: RecordOptions = RecordOptions()) throws -> Readings {
    try readings(bytes: Array(text.utf8), name: name, options: options)
}

/// Reads bytes as if they were a file of that name.
func readings(bytes: [UInt8], name: String, options: RecordOptions = RecordOptions()) throws -> Readings {
    try readings(.memory(name: name, bytes: bytes), options: options)
}

/// Reads an input to its end.
func readings(
    _ input: Input, options: RecordOptions = RecordOptions(), recordLimit: Int = ByteWindow.recordLimit
) throws -> Readings {
    let stream = try RecordStream(input, options: options, recordLimit: recordLimit)
    var all = Readings()
    while let reading = try stream.next() {
        switch reading {
        case .jd(let jd, let row):
            all.jds.append(jd)
            all.rows.append(row)
        case .reject(let reject): all.rejects.append(reject)
        }
    }
    all.format = stream.format
    all.mapping = stream.mapping
    return all
}
