/// Reads JSONL: each line on its own, so that a broken one costs no other; several objects a line are several records.
final class JSONLinesReader: RecordReader {
    var columns: [String] { paths.columns }
    var wanted: [Bool]?
    let mayGrow = true

    private let window: ByteWindow
    private let paths = PathTable()
    private var position: Int
    private var line = 1
    /// Where the line ends that holds the position, nil when that is not known yet.
    private var lineEnd: Int?
    private var lineStart: Int
    private var lastRange = 0..<0
    private var lastRaw: String?

    init(_ window: ByteWindow, from position: Int) {
        self.window = window
        self.position = position
        lineStart = position
    }

    func read(into record: RawRecord) throws -> RawReading {
        lastRaw = nil
        while true {
            record.clear()
            guard let end = try lineEnd ?? findLineEnd() else {
                guard position < window.end || !window.isFinal else { return .end }
                return try passOverOversized(record)
            }
            lineEnd = end
            skipSeparators(to: end)
            guard position < end else {
                if end == window.end, window.isFinal { return .end }
                nextLine(behind: end)
                continue
            }
            record.line = line
            return readObject(record, to: end)
        }
    }

    func rawText() -> String { lastRaw ?? Self.raw(window.bytes(lastRange)) }

    private func readObject(_ record: RawRecord, to end: Int) -> RawReading {
        var scanner = JSONScanner(window.base, from: position, to: end, linesMayBreak: false)
        do throws(JSONScanner.Failure) {
            guard window.base[position] == 0x7B else {
                try JSONSkipper.skipValue(&scanner)
                lastRange = position..<scanner.position
                position = scanner.position
                return .reject(reason: "no object: a record is an object with a title or a text")
            }
            var flattener = JSONFlattener(scanner: scanner, paths: paths, record: record, wanted: wanted)
            try flattener.object()
            lastRange = position..<flattener.scanner.position
            position = flattener.scanner.position
            guard lastRange.count <= window.recordLimit else {
                return .reject(reason: window.oversized("the record"))
            }
            return .record
        } catch {
            lastRange = position..<end
            position = end
            switch error {
            case .incomplete:
                return .reject(
                    reason: "malformed JSON in line \(line), byte \(end - lineStart + 1) of it: "
                        + "the line ends before its object does")
            case .malformed(let place, let what):
                return .reject(
                    reason: "malformed JSON in line \(line), byte \(place - lineStart + 1) of it: \(what)")
            }
        }
    }

    /// White space and the commas that some put behind each line.
    private func skipSeparators(to end: Int) {
        while position < end {
            switch window.base[position] {
            case 0x20, 0x09, 0x0D, 0x2C, 0x1E: position += 1
            default: return
            }
        }
    }

    private func nextLine(behind end: Int) {
        position = min(end + 1, window.end)
        lineStart = position
        lineEnd = nil
        line += 1
    }

    /// Where the line ends; nil when it is too long, or when there is none.
    private func findLineEnd() throws -> Int? {
        var searched = position
        while true {
            let end = ByteScan.first(0x0A, in: window.base, from: searched, to: window.end)
            if end < window.end { return end }
            if window.isFinal { return position < window.end ? window.end : nil }
            if window.end - position > window.recordLimit { return nil }
            searched = window.end
            let shift = try window.refill(keepingFrom: position)
            position -= shift
            searched -= shift
            lineStart = position
        }
    }

    private func passOverOversized(_ record: RawRecord) throws -> RawReading {
        record.line = line
        lastRaw = Self.raw(window.bytes(position..<window.end))
        while true {
            let end = ByteScan.first(0x0A, in: window.base, from: position, to: window.end)
            position = end
            if end < window.end || window.isFinal { break }
            position -= try window.refill(keepingFrom: position)
        }
        nextLine(behind: position)
        return .reject(reason: window.oversized("the line"))
    }
}
