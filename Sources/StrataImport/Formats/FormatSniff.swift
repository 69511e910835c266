/// Opens an input: what encoding, what format, which reader.
enum FormatSniff {
    struct Opened {
        var format: InputFormat
        var source: any ByteSource
        var reader: any RecordReader
    }

    /// The largest document of a format that is read as a whole.
    static let documentLimit = 64 << 20

    /// - parameter format: the format, nil to find out by the name and the content.
    /// - throws: `InputError` when it can't be opened, is empty, or is no text.
    static func open(_ input: Input, format: InputFormat?, recordLimit: Int = ByteWindow.recordLimit) throws -> Opened {
        let source: any ByteSource =
            switch input {
            case .file(let path): try FileSource(path: path)
            case .standardInput: FileSource()
            case .memory(_, let bytes): MemorySource(bytes)
            }
        let path = input.path
        var window = ByteWindow(source, recordLimit: recordLimit)
        _ = try window.refill(keepingFrom: 0)
        let start = try checkText(&window, path: path)
        let sample = window.bytes(start..<min(window.end, start + 1 << 18))
        let found = format ?? resolve(path: path, sample: sample, isWhole: window.isFinal)
        let (reader, settled) = try reader(found, window, from: start, path: path)
        return Opened(format: settled, source: source, reader: reader)
    }

    /// Checks that the bytes are text, in UTF-8 from here on, and returns where it begins.
    private static func checkText(_ window: inout ByteWindow, path: String) throws -> Int {
        guard window.end > 0 else {
            throw InputError(.empty, path: path, "the file is empty: nothing to import")
        }
        if let kind = ContentSniff.knownBinary(window.bytes(0..<window.end)) {
            throw InputError(.notText, path: path, "this is \(kind)")
        }
        if case .utf16(let isLittleEndian, _) = ContentSniff.encoding(of: window.bytes(0..<min(window.end, 4096))) {
            let prefix = Array(window.bytes(0..<window.end))
            let base: any ByteSource =
                try window.source.rewind() ? window.source : PrefixSource(prefix, then: window.source)
            window = ByteWindow(
                UTF16Source(base, isLittleEndian: isLittleEndian), recordLimit: window.recordLimit)
            _ = try window.refill(keepingFrom: 0)
        }
        guard !ContentSniff.isBinary(window.bytes(0..<min(window.end, 1 << 16))) else {
            throw InputError(
                .notText, path: path, "this is binary data, not text: export it as CSV, JSON or text first")
        }
        var start = 0
        if case .utf8(let markLength) = ContentSniff.encoding(of: window.bytes(0..<min(window.end, 4096))) {
            start = markLength
        }
        let isBlank = window.bytes(start..<window.end).allSatisfy { $0 <= 0x20 }
        guard !isBlank || !window.isFinal else {
            throw InputError(.empty, path: path, "the file holds nothing but white space: nothing to import")
        }
        return start
    }

    /// The format by the name, unless the content plainly says otherwise; else by the content.
    static func resolve(path: String, sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> InputFormat {
        guard let named = InputFormat(path: path) else {
            return ContentFormat.guess(sample, isWhole: isWhole)
        }
        switch named {
        case .csv, .text:
            if ContentFormat.isJSON(sample) { return ContentFormat.guess(sample, isWhole: isWhole) }
            if ContentFormat.isPage(sample) { return .html }
            let isTable = named == .text && ContentFormat.isTable(sample, isWhole: isWhole)
            return isTable ? .csv : named
        case .json, .jsonl:
            if ContentFormat.isJSON(sample) { return named }
            return ContentFormat.isPage(sample) ? .html : named
        case .html: return ContentFormat.isJSON(sample) ? ContentFormat.guess(sample, isWhole: isWhole) : named
        default: return named
        }
    }

    private static func reader(
        _ format: InputFormat, _ window: ByteWindow, from start: Int, path: String
    ) throws -> (any RecordReader, InputFormat) {
        switch format {
        case .csv: return (DelimitedReader(window, from: start), .csv)
        case .json, .jsonl: return try JSONLayout.reader(window, from: start, path: path, isLines: format == .jsonl)
        case .yaml, .markdown, .text, .html:
            let all = try window.readAll(limit: documentLimit, path: path)
            let text = TextDecoding.string(Array(all[start...]))
            let entries =
                switch format {
                case .yaml: YAMLDocuments.entries(text)
                case .markdown: MarkdownDocument.entries(text)
                case .html: try HTMLDocument.entries(text, path: path)
                default: PlainTextDocument.entries(text)
                }
            return (DocumentReader(entries), format)
        }
    }
}
