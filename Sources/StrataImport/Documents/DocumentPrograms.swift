#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// PDFs and Office documents, told by their content and read through programs that are found when they are needed.
struct DocumentPrograms {
    /// The largest file that a program is given, in bytes.
    private static let fileLimit: Int64 = 256 << 20
    /// The most that the files in an Office document may come to, in bytes.
    private static let unpackedLimit: Int64 = 1 << 30

    var path: String
    /// Folders as in `PATH`; nil for the environment's.
    var searchPath: String?
    var seconds: Int
    var recordLimit: Int
    var purpose = InputPurpose.records

    /// Opens what the window's bytes begin, where it is a document of these kinds.
    ///
    /// - parameter format: the format that the user named, nil for none.
    /// - parameter restarted: gives the window's source from its first byte again.
    /// - returns: nil for all other inputs, whose window is then as it was.
    /// - throws: `InputError` where the program is missing or cannot read it.
    func open(
        _ window: ByteWindow, format: InputFormat?, restarted: (ByteWindow) throws(InputError) -> any ByteSource
    ) throws -> (format: InputFormat, reader: any RecordReader)? {
        guard let (format, file) = try find(window, format: format, restarted: restarted) else { return nil }
        let reader: any RecordReader =
            switch format {
            case .xlsx:
                try WorkbookReader(
                    run(.xlsxToCSV, WorkbookReader.arguments, "an XLSX workbook", file), path: path,
                    recordLimit: recordLimit)
            case .pdf: DocumentReader(PDFDocument.entries(try written(format, file)))
            default: DocumentReader(try OfficeDocument.entries(written(format, file), path: path))
            }
        return (format, reader)
    }

    /// The text of what the window's bytes begin, where it is a document of these kinds, empty where it holds none.
    ///
    /// - parameter restarted: gives the window's source from its first byte again.
    /// - returns: nil for all other inputs, whose window is then as it was.
    /// - throws: `InputError` where the program is missing or cannot read it; for workbooks.
    func text(
        _ window: ByteWindow, restarted: (ByteWindow) throws(InputError) -> any ByteSource
    ) throws -> (format: InputFormat, text: String)? {
        guard let (format, file) = try find(window, format: nil, restarted: restarted) else { return nil }
        switch format {
        case .xlsx:
            throw InputError(.notText, path: path, "this is a workbook, no document: save it as \(purpose.office)")
        case .pdf: return (format, PDFDocument.text(PDFLayout(try written(format, file))))
        default: return (format, try OfficeDocument.text(written(format, file), path: path))
        }
    }

    /// What kind of document the window's bytes begin, and all of it.
    private func find(
        _ window: ByteWindow, format: InputFormat?, restarted: (ByteWindow) throws(InputError) -> any ByteSource
    ) throws(InputError) -> (format: InputFormat, file: FileSource)? {
        let head = window.bytes(0..<window.end)
        let isPDF = ContentSniff.isPDF(head)
        guard isPDF || head.starts(with: [0x50, 0x4B, 3, 4]) else {
            if let format, [.pdf, .docx, .odt, .xlsx].contains(format), window.end > 0 {
                throw InputError(.notText, path: path, "this is no \(format.rawValue.uppercased()): leave out --from")
            }
            return nil
        }
        let file = try SpoolFile.source(holding: try restarted(window), path: path, limit: Self.fileLimit)
        if isPDF { return (.pdf, file) }
        guard let directory = ZipDirectory(file) else {
            throw InputError(
                .notText, path: path, "this is a ZIP archive or Office document that was cut off: get it again, whole")
        }
        return (try kind(of: file, directory), file)
    }

    private func kind(of file: FileSource, _ directory: ZipDirectory) throws(InputError) -> InputFormat {
        let names = directory.names
        let isOffice = ["word/document.xml", "xl/workbook.xml", "content.xml"].contains(where: names.contains)
        if isOffice, directory.unpackedBytes > Self.unpackedLimit {
            throw InputError(
                .tooLarge, path: path,
                "it unpacks to \(directory.unpackedBytes >> 20) MB; a document may have \(Self.unpackedLimit >> 20) MB")
        }
        if names.contains("word/document.xml") { return .docx }
        if names.contains("xl/workbook.xml") { return .xlsx }
        if names.contains("content.xml"), ZipDirectory.mimeType(of: file).hasSuffix("opendocument.text") { return .odt }
        let isOpenDocument = names.contains("content.xml") && names.contains("META-INF/manifest.xml")
        throw InputError(
            .notText, path: path,
            isOpenDocument
                ? "this is an OpenDocument file, but no text: save it as \(purpose.table)"
                : "this is a ZIP archive: unpack it first, 'unzip FILE -d FOLDER', and \(purpose.folder)")
    }

    /// What the program wrote that reads documents of a format.
    private func written(_ format: InputFormat, _ file: FileSource) throws(InputError) -> [UInt8] {
        guard format != .pdf else { return try run(.pdfToText, PDFDocument.arguments, "a PDF", file) }
        let kind = "\(format == .docx ? "a" : "an") \(format.rawValue.uppercased()) document"
        return try run(.pandoc, OfficeDocument.arguments(format.rawValue), kind, file)
    }

    private func run(
        _ program: OptionalProgram, _ arguments: [String], _ kind: String, _ file: FileSource
    ) throws(InputError) -> [UInt8] {
        _ = try file.rewind()
        return try ProgramRun(
            program: program, arguments: arguments, kind: kind, path: path,
            searchPath: searchPath ?? Self.environmentPath, seconds: seconds
        ).output(of: file)
    }

    private static var environmentPath: String {
        getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    }
}
