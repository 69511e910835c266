/// Opens an input: what encoding, what format, which reader.
enum FormatSniff {
    struct Opened {
        var format: InputFormat
        var source: any ByteSource
        var reader: any RecordReader
    }

    /// The largest document, in bytes: a single JD.
    static let documentLimit = 16 << 20
    /// The largest YAML file, in bytes: it may hold many.
    static let yamlLimit = 32 << 20

    /// Opens an input by what its content is.
    ///
    /// - throws: `InputError` when it can't be opened, is empty, or is no text.
    static func open(
        _ input: Input, options: RecordOptions = RecordOptions(), recordLimit: Int = ByteWindow.recordLimit,
        programSeconds: Int = ProgramRun.seconds
    ) throws -> Opened {
        let path = input.path
        let (source, first) = try firstWindow(of: input, recordLimit: recordLimit)
        var window = first
        let programs = DocumentPrograms(
            path: path, searchPath: options.searchPath, seconds: programSeconds, recordLimit: recordLimit)
        if let opened = try programs.open(window, format: options.format, restarted: restarted) {
            return Opened(format: opened.format, source: source, reader: opened.reader)
        }
        let start = try checkText(&window, path: path)
        let sample = window.bytes(start..<min(window.end, start + 1 << 18))
        let found = options.format ?? resolve(path: path, sample: sample, isWhole: window.isFinal)
        let (reader, settled) = try reader(found, window, from: start, path: path)
        return Opened(format: settled, source: window.source, reader: reader)
    }

    /// The source of an input and its first bytes, unpacked where they are packed.
    ///
    /// - throws: `InputError` when it can't be opened.
    static func firstWindow(
        of input: Input, recordLimit: Int = ByteWindow.recordLimit
    ) throws -> (source: any ByteSource, window: ByteWindow) {
        let source: any ByteSource =
            switch input {
            case .file(let path): try FileSource(path: path)
            case .standardInput: FileSource()
            case .memory(_, let bytes): MemorySource(bytes)
            }
        let path = input.path
        let window = try firstWindow(source, chunk: chunkSize(of: source), recordLimit: recordLimit)
        if GzipSource.isOne(window.bytes(0..<window.end)) {
            let packed = try GzipSource(try restarted(window), path: path)
            let inner = try firstWindow(packed, chunk: packedChunk, recordLimit: recordLimit)
            guard !GzipSource.isOne(inner.bytes(0..<inner.end)) else {
                throw InputError(.notText, path: path, "this is gzip within gzip: unpack it once, with gunzip")
            }
            return (source, inner)
        }
        return (source, window)
    }

    /// How much is read at a time: a small file needs no large window.
    ///
    /// - parameter growth: how many times larger decoding may make it.
    private static func chunkSize(of source: any ByteSource, growth: Int = 1) -> Int {
        guard !(source is GzipSource) else { return packedChunk }
        return source.totalBytes.map { min(Int(min($0, 1 << 20)) * growth + 64, 1 << 20) } ?? 1 << 20
    }

    /// Of what is packed the size is not known.
    private static let packedChunk = 1 << 20

    private static func firstWindow(
        _ source: any ByteSource, chunk: Int, recordLimit: Int
    ) throws -> ByteWindow {
        let window = ByteWindow(source, chunk: chunk, recordLimit: recordLimit)
        _ = try window.refill(keepingFrom: 0)
        return window
    }

    /// The source from its first byte again, of which the window holds what was read.
    static func restarted(_ window: ByteWindow) throws(InputError) -> any ByteSource {
        if try window.source.rewind() { return window.source }
        return PrefixSource(Array(window.bytes(0..<window.end)), then: window.source)
    }

    /// Checks that the bytes are text, in UTF-8 from here on, and returns where it begins.
    static func checkText(
        _ window: inout ByteWindow, path: String, purpose: InputPurpose = .records
    ) throws -> Int {
        guard window.end > 0 else {
            throw InputError(.empty, path: path, "the file is empty: \(purpose.nothing)")
        }
        if let kind = ContentSniff.knownBinary(window.bytes(0..<window.end), purpose: purpose) {
            throw InputError(.notText, path: path, kind)
        }
        var encoding = ContentSniff.encoding(of: window.bytes(0..<min(window.end, 4096)))
        if case .utf16(let isLittleEndian, _) = encoding {
            let chunk = chunkSize(of: window.source, growth: 2)
            window = try firstWindow(
                UTF16Source(try restarted(window), isLittleEndian: isLittleEndian), chunk: chunk,
                recordLimit: window.recordLimit)
            encoding = ContentSniff.encoding(of: window.bytes(0..<min(window.end, 4096)))
        }
        guard encoding != .utf32 else {
            throw InputError(
                .notText, path: path,
                "this is text in UTF-32: turn it into UTF-8 first, 'iconv -f UTF-32 -t UTF-8 FILE\(purpose.pipe)'")
        }
        guard !ContentSniff.isBinary(window.bytes(0..<min(window.end, 1 << 16))) else {
            throw InputError(
                .notText, path: path, "this is binary data, not text: export it as \(purpose.formats) first")
        }
        let start = if case .utf8(let markLength) = encoding { markLength } else { 0 }
        let isBlank = window.bytes(start..<window.end).allSatisfy { $0 <= 0x20 }
        guard !isBlank || !window.isFinal else {
            throw InputError(.empty, path: path, "the file holds nothing but white space: \(purpose.nothing)")
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
        case .csv: return (DelimitedReader(window, from: start, path: path), .csv)
        case .json, .jsonl: return try JSONLayout.reader(window, from: start, path: path, isLines: format == .jsonl)
        case .yaml, .markdown, .text, .html, .pdf, .docx, .odt, .xlsx:
            let limit = format == .yaml ? yamlLimit : documentLimit
            let all = try window.readAll(limit: limit, path: path)
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
