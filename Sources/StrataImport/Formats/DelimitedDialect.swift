/// How a table of text is laid out: its delimiter, and which of its first records names the columns.
struct DelimitedDialect {
    var delimiter: UInt8
    /// How many fields most records have.
    var width: Int
    /// Index of the header among the records, blank lines not counted.
    var headerIndex: Int
    /// How many of its columns have names that we know.
    var knownColumns: Int

    static let delimiters: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]
    private static let recordsToLookAt = 40

    /// Finds out from the beginning of the file.
    ///
    /// The delimiter is the one that gives most records the same number of fields, two or more. The header is the
    /// first record of that width that names a column we know, else the first of that width.
    ///
    /// - parameter isWhole: whether the sample is the whole file.
    init(sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
        var best: (score: Double, dialect: DelimitedDialect)?
        for delimiter in Self.delimiters {
            let records = Self.records(sample, delimiter: delimiter, isWhole: isWhole)
            let (usual, share) = Self.usualWidth(records)
            guard usual >= 2 else { continue }
            let header = Self.header(records, width: usual)
            let width = records[header].count
            let known = Self.knownNames(records[header])
            let score = share + Double(min(known, 6)) + Double(min(width, 50)) / 1000
            guard score > best?.score ?? 0 else { continue }
            best = (
                score,
                DelimitedDialect(delimiter: delimiter, width: width, headerIndex: header, knownColumns: known)
            )
        }
        if let best {
            self = best.dialect
        } else {
            let records = Self.records(sample, delimiter: 0x2C, isWhole: isWhole)
            self.init(
                delimiter: 0x2C, width: 1, headerIndex: Self.header(records, width: 1), knownColumns: 0)
        }
    }

    private init(delimiter: UInt8, width: Int, headerIndex: Int, knownColumns: Int) {
        self.delimiter = delimiter
        self.width = width
        self.headerIndex = headerIndex
        self.knownColumns = knownColumns
    }

    /// The texts of the first records' fields, long ones cut.
    private static func records(
        _ sample: UnsafeBufferPointer<UInt8>, delimiter: UInt8, isWhole: Bool
    ) -> [[String]] {
        guard let base = sample.baseAddress else { return [] }
        var scanner = DelimitedScanner(delimiter: delimiter)
        var records: [[String]] = []
        var position = 0
        while position < sample.count, records.count < recordsToLookAt {
            guard case .record(let next) = scanner.scan(base, from: position, to: sample.count, isFinal: isWhole) else {
                break
            }
            position = next
            guard !isBlank(scanner.fields) else { continue }
            records.append(
                scanner.fields.prefix(1000).map { field in
                    let bytes = UnsafeBufferPointer(start: base + field.start, count: min(200, field.end - field.start))
                    return TextDecoding.string(bytes)
                })
        }
        return records
    }

    static func isBlank(_ fields: [DelimitedScanner.FieldSpan]) -> Bool {
        fields.count == 1 && fields[0].start == fields[0].end
    }

    private static func knownNames(_ record: [String]) -> Int {
        record.filter { ColumnNames.recognise($0) != nil }.count
    }

    private static func usualWidth(_ records: [[String]]) -> (width: Int, share: Double) {
        var counts: [Int: Int] = [:]
        for record in records { counts[record.count, default: 0] += 1 }
        let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return usual.map { ($0.key, Double($0.value) / Double(records.count)) } ?? (0, 0)
    }

    private static func header(_ records: [[String]], width: Int) -> Int {
        // A row that names two columns that we know is one, however ragged the rows behind it.
        if let telling = records.prefix(10).firstIndex(where: { knownNames($0) >= 2 }) { return telling }
        let fitting = records.indices.filter { records[$0].count == width && !ConflictMarker.isOne(records[$0]) }
        // One known name in a later row is most often a value ("Remote"); a list has but one name to go by.
        let known = width == 1 ? fitting.first { knownNames(records[$0]) > 0 } : nil
        // A header comes first, junk before it: a known name deep in the data is no header.
        return known.flatMap { $0 <= 10 ? $0 : nil } ?? fitting.first ?? 0
    }
}

/// The lines that git leaves in a file with an unresolved conflict.
enum ConflictMarker {
    static func isOne(_ fields: [String]) -> Bool {
        fields.first.map { isOne(Array($0.utf8)) } ?? false
    }

    static func isOne(_ bytes: some Collection<UInt8>) -> Bool {
        let head = Array(bytes.prefix(8))
        guard head.count >= 7, head.prefix(7).allSatisfy({ $0 == head[0] }) else { return false }
        guard [0x3C, 0x3D, 0x3E, 0x7C].contains(head[0]) else { return false }
        return head.count == 7 || head[7] == 0x20 || head[7] == 0x0D || head[7] == 0x0A
    }
}
