internal import StrataStorage

/// Reads CSV and its kin: commas, tabs, semicolons or bars; memory holds one record and a chunk.
final class DelimitedReader: RecordReader {
    private(set) var columns: [String] = []
    var wanted: [Bool]?
    let mayGrow = false

    /// More columns than any table has.
    static let columnLimit = 4096

    /// The delimiter, and the columns' names as the header has them.
    var layout: TableLayout {
        TableLayout(columns: names, delimiter: String(UnicodeScalar(scanner.delimiter)))
    }

    private var names: [String] = []
    private let window: ByteWindow
    private let path: String
    private var scanner: DelimitedScanner
    private var position: Int
    private var line = 1
    private let headerIndex: Int
    private let width: Int
    private var recordsSeen = 0
    /// The header's bytes, to know it again where it is repeated.
    private var header: [UInt8] = []
    private var lastRange = 0..<0
    private var lastRaw: String?

    /// - parameter position: where the text begins in the window, behind a byte-order mark.
    /// - parameter path: the input's name, for errors.
    init(_ window: ByteWindow, from position: Int, path: String) {
        self.window = window
        self.path = path
        self.position = position
        let sample = window.bytes(position..<min(window.end, position + 1 << 18))
        let isWhole = window.isFinal && position + sample.count == window.end
        let dialect = DelimitedDialect(sample: sample, isWhole: isWhole)
        scanner = DelimitedScanner(delimiter: dialect.delimiter)
        headerIndex = dialect.headerIndex
        width = dialect.width
    }

    func read(into record: RawRecord) throws -> RawReading {
        while true {
            record.clear()
            guard try position < window.end || fill(keeping: position) else { return .end }
            lastRaw = nil
            while position < window.end, window.base[position] == 0x0A {
                position += 1
                line += 1
            }
            guard position < window.end else { continue }
            let start = position
            let startLine = line
            switch scanner.scan(window.base, from: start, to: window.end, isFinal: window.isFinal) {
            case .incomplete:
                if window.end - position > window.recordLimit { return try skipOversized(record) }
                _ = try fill(keeping: position)
                continue
            case .unclosed:
                record.line = startLine
                lastRange = start..<window.end
                position = window.end
                return .reject(
                    reason: "a quoted field begins in line \(openedLine(from: start, line: startLine)) and is never "
                        + "closed: the rest of the file, \(lastRange.count) bytes, is lost in it; add the missing \"")
            case .record(let next):
                lastRange = start..<next
                line += ByteScan.lineEnds(in: window.base, from: start, to: next)
                position = next
            }
            guard !DelimitedDialect.isBlank(scanner.fields) else { continue }
            recordsSeen += 1
            if recordsSeen - 1 == headerIndex, columns.isEmpty {
                try takeHeader(at: startLine)
                continue
            }
            record.line = startLine
            // The window may hold more than the limit already.
            guard lastRange.count <= window.recordLimit else {
                return .reject(reason: window.oversized("the record") + ": perhaps a quote is not closed")
            }
            return deliver(record)
        }
    }

    /// How many fields the record that was read last has, empty ones too.
    var fieldCount: Int { scanner.count }

    func rawText() -> String { lastRaw ?? Self.raw(window.bytes(lastRange)) }

    private func fill(keeping kept: Int) throws -> Bool {
        if window.isFinal { return false }
        position -= try window.refill(keepingFrom: kept)
        return position < window.end || !window.isFinal
    }

    private func deliver(_ record: RawRecord) -> RawReading {
        let fields = scanner.fields
        if fields.count == 1, ConflictMarker.isOne(window.bytes(fields[0].start..<fields[0].end)) {
            return .reject(reason: "a git conflict marker, no record: resolve the conflict in the file")
        }
        guard !columns.isEmpty else {
            return .reject(reason: "stands before the header: \(counted(scanner.count)), the table has \(width)")
        }
        if fields.count > columns.count,
            fields[columns.count...].contains(where: { $0.start < $0.end })
        {
            return .reject(
                reason: "\(counted(scanner.count)), the header names \(columns.count): a field that holds the "
                    + "delimiter needs quotes around it")
        }
        if window.bytes(lastRange).elementsEqual(header) {
            return .reject(reason: "the header once more, no record")
        }
        for index in 0..<min(fields.count, columns.count) where wanted?[index] ?? true {
            guard fields[index].start < fields[index].end else { continue }
            let start = record.mark
            DelimitedScanner.write(fields[index], of: window.base, to: record)
            record.add(column: index, from: start)
        }
        return .record
    }

    private func counted(_ fields: Int) -> String { fields == 1 ? "1 field" : "\(fields) fields" }

    private func takeHeader(at line: Int) throws(InputError) {
        guard scanner.count <= Self.columnLimit else {
            throw InputError(
                .tooLarge, path: path, line: line,
                "the header names \(scanner.count) columns; a table may have \(Self.columnLimit): "
                    + "leave out those without JDs in them")
        }
        header = Array(window.bytes(lastRange))
        var seen: Set<String> = []
        let scratch = RawRecord()
        for (index, field) in scanner.fields.enumerated() {
            scratch.clear()
            DelimitedScanner.write(field, of: window.base, to: scratch)
            scratch.add(column: 0, from: 0)
            let text = scratch.withValue(0) { TextDecoding.string($0) } ?? ""
            let name = text.trimmingWhitespace().replacingOccurrences(of: "\n", with: " ")
            names.append(name)
            // An unnamed column is nobody's id; a name that comes again is another column.
            let unique = name.isEmpty ? "(column \(index + 1))" : name
            columns.append(seen.insert(unique).inserted ? unique : "\(unique) (column \(index + 1))")
        }
    }

    /// The line of the quote that is never closed: that of the last field that was begun.
    private func openedLine(from start: Int, line: Int) -> Int {
        let opened = scanner.fields.last?.end ?? start
        return line + ByteScan.lineEnds(in: window.base, from: start, to: min(opened + 2, window.end))
    }

    /// Passes over a record that is larger than a record may be, in a window that no longer grows.
    private func skipOversized(_ record: RawRecord) throws -> RawReading {
        record.line = line
        lastRaw = Self.raw(window.bytes(position..<window.end))
        var isQuoted = false
        var isAtStart = true
        let delimiter = scanner.delimiter
        scan: while true {
            while position < window.end {
                let byte = window.base[position]
                position += 1
                if byte == 0x0A {
                    line += 1
                    if !isQuoted { break scan }
                }
                if byte == DelimitedScanner.quote, isQuoted || isAtStart {
                    // A doubled quote closes and opens again at once.
                    isQuoted.toggle()
                    isAtStart = true
                } else {
                    isAtStart = !isQuoted && byte == delimiter
                }
            }
            guard try fill(keeping: position) else { break }
        }
        return .reject(reason: window.oversized("the record") + ": perhaps a quote is not closed")
    }
}
