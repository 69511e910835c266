/// Reads JSON objects one by one: the elements of an array, or values side by side. Memory holds one and a chunk.
final class JSONReader: RecordReader {
    enum Layout {
        /// Elements of the array whose `[` was passed.
        case elements
        /// Objects one behind the other, perhaps over several lines each.
        case sequence
    }

    var columns: [String] { paths.columns }
    var wanted: [Bool]?
    let mayGrow = true

    private let window: ByteWindow
    private let layout: Layout
    private let paths = PathTable()
    private var position: Int
    private var line: Int
    private var isDone = false
    private var lastRange = 0..<0
    private var lastRaw: String?

    /// - parameter line: the line of the position, 1-based.
    init(_ window: ByteWindow, from position: Int, line: Int, layout: Layout) {
        self.window = window
        self.position = position
        self.line = line
        self.layout = layout
    }

    func read(into record: RawRecord) throws -> RawReading {
        lastRaw = nil
        while !isDone {
            record.clear()
            guard try skipToValue() else { break }
            record.line = line
            guard window.base[position] == 0x7B else { return try passOver(record) }
            var flattener = JSONFlattener(
                scanner: JSONScanner(window.base, from: position, to: window.end), paths: paths, record: record,
                wanted: wanted)
            do throws(JSONScanner.Failure) {
                try flattener.object()
                advance(to: flattener.scanner.position)
                guard lastRange.count <= window.recordLimit else {
                    return .reject(reason: window.oversized("the record"))
                }
                return .record
            } catch {
                if let reading = try recover(from: error, record) { return reading }
            }
        }
        return .end
    }

    func rawText() -> String { lastRaw ?? Self.raw(window.bytes(lastRange)) }

    /// Moves to the first byte of the next value; false at the end.
    private func skipToValue() throws -> Bool {
        while true {
            while position < window.end {
                switch window.base[position] {
                case 0x0A: line += 1
                case 0x20, 0x0D, 0x09, 0x2C: break
                case 0x5D where layout == .elements:
                    isDone = true
                    return false
                case 0x1E where layout == .sequence: break
                default: return true
                }
                position += 1
            }
            guard try fill() else { return false }
        }
    }

    private func fill() throws -> Bool {
        guard !window.isFinal else { return false }
        position -= try window.refill(keepingFrom: position)
        return true
    }

    private func advance(to next: Int) {
        lastRange = position..<next
        line += ByteScan.lineEnds(in: window.base, from: position, to: next)
        position = next
    }

    /// What a failure means: nil to try again with more bytes.
    private func recover(from failure: JSONScanner.Failure, _ record: RawRecord) throws -> RawReading? {
        switch failure {
        case .incomplete:
            if window.end - position > window.recordLimit { return try passOverOversized() }
            if try fill() { return nil }
            let start = line
            advance(to: window.end)
            isDone = true
            return .reject(
                reason: "the file ends in the middle of a record, which begins in line \(start): it was cut off; "
                    + "the records before it are whole")
        case .malformed(let place, let what):
            let errorLine = line + ByteScan.lineEnds(in: window.base, from: position, to: place)
            let reason = "malformed JSON in line \(errorLine), byte \(column(of: place)) of it: \(what)"
            return try resume(behind: place, reason: reason)
        }
    }

    /// 1-based place within its line, as far as the window shows it.
    private func column(of place: Int) -> Int {
        var start = place
        while start > 0, window.base[start - 1] != 0x0A { start -= 1 }
        return place - start + 1
    }

    /// Goes on behind a broken object: at the next line that begins one, in an array also indented.
    private func resume(behind place: Int, reason: String) throws -> RawReading {
        let head = Array(window.bytes(position..<min(window.end, max(place, position + 1) + 2000)))
        var passed = max(place, position + 1) - position
        // What is told of a broken record ends where the next one begins: many short ones are not each told with all behind.
        defer { lastRaw = head[..<min(passed, head.count)].withUnsafeBufferPointer(Self.raw) }
        advance(to: max(place, position + 1))
        while true {
            while position < window.end {
                if window.base[position] == 0x0A, try beginsObject(behind: position) {
                    return .reject(reason: reason)
                }
                if position < window.end, window.base[position] == 0x0A { line += 1 }
                position += 1
                passed += 1
            }
            guard try fill() else { break }
        }
        isDone = true
        return .reject(reason: reason + "; nothing behind it could be read")
    }

    /// Whether the line behind a line's end opens an object as records are opened: `{` and then a key or nothing.
    ///
    /// In an array the line before must have ended an element with a comma, at the same depth as far as can be told.
    private func beginsObject(behind lineEnd: Int) throws -> Bool {
        if lineEnd + 512 > window.end { _ = try fill() }
        var cursor = position + 1
        while layout == .elements, cursor < window.end, window.base[cursor] == 0x20 || window.base[cursor] == 0x09 {
            cursor += 1
        }
        guard cursor < window.end, window.base[cursor] == 0x7B else { return false }
        guard layout == .elements else { return true }
        var before = position - 1
        while before >= 0, window.base[before] <= 0x20 { before -= 1 }
        return cursor - position <= 9 && before >= 1 && window.base[before] == 0x2C && window.base[before - 1] == 0x7D
    }

    /// Passes over a value that is no object.
    private func passOver(_ record: RawRecord) throws -> RawReading {
        while true {
            var scanner = JSONScanner(window.base, from: position, to: window.end)
            do throws(JSONScanner.Failure) {
                try JSONSkipper.skipValue(&scanner)
                advance(to: scanner.position)
                return .reject(reason: "no object: a record is an object with a title or a text")
            } catch {
                if let reading = try recover(from: error, record) { return reading }
            }
        }
    }

    /// Passes over an object that is larger than a record may be.
    private func passOverOversized() throws -> RawReading {
        lastRaw = Self.raw(window.bytes(position..<window.end))
        var skipper = JSONSkipper()
        while true {
            let start = position
            let isClosed = skipper.take(window.base, &position, end: window.end)
            line += ByteScan.lineEnds(in: window.base, from: start, to: position)
            if isClosed { break }
            guard try fill() else { break }
        }
        return .reject(reason: window.oversized("the record"))
    }
}
