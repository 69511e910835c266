/// Reads the sheets of a workbook one after the other, each a table with a header of its own, through `xlsx2csv`.
///
/// Columns of the same name are one column, so that a sheet a month is as good as one long table.
final class WorkbookReader: RecordReader {
    /// All sheets, an unprintable mark and the sheet's name before each; no cell can hold that mark in XML.
    static let arguments = [
        "--all", "--ignoreempty", "--sheetdelimiter", "x1", "--dateformat", "%Y-%m-%d", "/dev/stdin",
    ]
    private static let mark: UInt8 = 1

    private(set) var columns: [String] = []
    var wanted: [Bool]?
    let mayGrow = true

    private struct Sheet {
        var name: String
        var reader: DelimitedReader
        /// The workbook's number of each of the sheet's columns.
        var numbers: [Int] = []
    }

    private var sheets: [Sheet] = []
    private var current = 0
    private var index: [String: Int] = [:]
    private let scratch = RawRecord()

    /// - parameter output: what the program wrote.
    init(_ output: [UInt8], path: String, recordLimit: Int) throws {
        for part in Self.parts(output) {
            // A workbook may have very many sheets: no window is larger than its sheet.
            let chunk = min(part.bytes.count + 64, 1 << 20)
            let window = ByteWindow(MemorySource(Array(part.bytes)), chunk: chunk, recordLimit: recordLimit)
            _ = try window.refill(keepingFrom: 0)
            guard window.end > 0 else { continue }
            sheets.append(Sheet(name: part.name, reader: DelimitedReader(window, from: 0, path: path)))
        }
    }

    func read(into record: RawRecord) throws -> RawReading {
        while current < sheets.count {
            let reading = try sheets[current].reader.read(into: scratch)
            record.clear()
            record.line = scratch.line
            record.part = "sheet '\(sheets[current].name)'"
            switch reading {
            case .end: current += 1
            case .reject(let reason): return .reject(reason: "\(record.part ?? ""): \(reason)")
            case .record:
                number(&sheets[current])
                for (column, number) in sheets[current].numbers.enumerated() where wanted?[safe: number] ?? true {
                    scratch.withValue(column) { bytes in
                        let start = record.mark
                        record.write(bytes)
                        record.add(column: number, from: start)
                    }
                }
                return .record
            }
        }
        return .end
    }

    func rawText() -> String { current < sheets.count ? sheets[current].reader.rawText() : "" }

    private func number(_ sheet: inout Sheet) {
        guard sheet.numbers.count < sheet.reader.columns.count else { return }
        sheet.numbers = sheet.reader.columns.map { name in
            if let known = index[name] { return known }
            columns.append(name)
            index[name] = columns.count - 1
            return columns.count - 1
        }
    }

    /// The CSV of each sheet.
    private static func parts(_ output: [UInt8]) -> [(name: String, bytes: ArraySlice<UInt8>)] {
        var parts: [(name: String, bytes: ArraySlice<UInt8>)] = []
        var start = 0
        var isAtLineStart = true
        var names: [(name: String, start: Int, end: Int)] = []
        while start < output.count {
            if isAtLineStart, output[start] == mark {
                let end = output[start...].firstIndex(of: 0x0A) ?? output.count
                let title = TextDecoding.string(Array(output[start..<end]))
                let name = title.split(separator: " - ", maxSplits: 1).last.map(String.init) ?? title
                names.append((name, start, min(end + 1, output.count)))
                start = min(end + 1, output.count)
                continue
            }
            isAtLineStart = output[start] == 0x0A
            start += 1
        }
        for (place, sheet) in names.enumerated() {
            let end = place + 1 < names.count ? names[place + 1].start : output.count
            parts.append((sheet.name, output[sheet.end..<end]))
        }
        return parts
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
