/// Finds where in a JSON document the records are, and chooses the reader for them.
enum JSONLayout {
    /// The reader for the text that begins at `start`.
    ///
    /// - parameter isLines: whether the name or the user says that it is JSONL.
    static func reader(
        _ window: ByteWindow, from start: Int, path: String, isLines: Bool
    ) throws -> (any RecordReader, InputFormat) {
        var first = start
        var line = 1
        while first < window.end, window.base[first] <= 0x20 {
            if window.base[first] == 0x0A { line += 1 }
            first += 1
        }
        let sample = window.bytes(min(first, window.end)..<window.end)
        if isLines {
            if looksPretty(sample) {
                return (JSONReader(window, from: first, line: line, layout: .sequence), .jsonl)
            }
            if sample.first != 0x5B { return (JSONLinesReader(window, from: start), .jsonl) }
        }
        if sample.first == 0x5B {
            return (JSONReader(window, from: first + 1, line: line, layout: .elements), .json)
        }
        guard sample.first == 0x7B else {
            throw InputError(
                .malformed, path: path, line: line,
                "this is no JSON: it begins with neither { nor [; name its format with --from")
        }
        if looksLikeLines(sample, isWhole: window.isFinal) {
            return (JSONLinesReader(window, from: start), .jsonl)
        }
        return try container(window, from: first, line: line, path: path)
    }

    /// Whether the first line is an object of its own and another follows.
    static func looksLikeLines(_ sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Bool {
        guard let base = sample.baseAddress else { return false }
        var start = 0
        while start < sample.count, base[start] <= 0x20 { start += 1 }
        var position = start
        var skipper = JSONSkipper()
        guard skipper.take(base, &position, end: sample.count) else { return false }
        guard ByteScan.lineEnds(in: base, from: start, to: position) == 0 else { return false }
        while position < sample.count, base[position] <= 0x20 || base[position] == 0x2C { position += 1 }
        return position < sample.count && base[position] == 0x7B
    }

    /// Whether objects go over several lines, which `.jsonl` files of some tools do.
    private static func looksPretty(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = sample.baseAddress else { return false }
        let lineEnd = ByteScan.first(0x0A, in: base, from: 0, to: sample.count)
        var position = 0
        while position < lineEnd, base[position] <= 0x20 || base[position] == 0x7B { position += 1 }
        return position == lineEnd && lineEnd > 0 && lineEnd < sample.count && base[0] == 0x7B
    }

    /// One object at the top: a record itself, or one that holds the records in an array under some key.
    private static func container(
        _ window: ByteWindow, from start: Int, line: Int, path: String
    ) throws -> (any RecordReader, InputFormat) {
        var window = window
        if !window.source.canRewind {
            // Where the records lie is known at its end only.
            let read = Array(window.bytes(0..<window.end))
            let file = try SpoolFile.source(holding: PrefixSource(read, then: window.source), path: path)
            window = ByteWindow(file, recordLimit: window.recordLimit)
            _ = try window.refill(keepingFrom: 0)
        }
        let outline = try JSONOutline(window, from: start)
        guard try window.rewind() else {
            throw InputError(.notReadable, path: path, "it can't be read twice: save it as a file first")
        }
        _ = try window.refill(keepingFrom: 0)
        let roles = outline.stringKeys.compactMap { ColumnNames.recognise($0)?.role }
        let isRecord =
            roles.contains(.field(.title)) && (roles.contains(.field(.text)) || roles.contains(.field(.company)))
        guard !isRecord, outline.topLevelValues <= 1, let largest = outline.largest else {
            return (JSONReader(window, from: start, line: line, layout: .sequence), .json)
        }
        var lines = 1
        let position = try window.skip(to: largest.offset + 1, countingLines: &lines)
        return (JSONReader(window, from: position, line: lines, layout: .elements), .json)
    }
}
