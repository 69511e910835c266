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
func readings(_ input: Input, options: RecordOptions = RecordOptions()) throws -> Readings {
    let stream = try RecordStream(input, options: options)
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

/// Numbers that look random and are the same in every run.
struct RepeatableGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
