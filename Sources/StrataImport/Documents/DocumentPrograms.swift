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

    /// Opens what the window's bytes begin, where it is a document of these kinds.
    ///
    /// - parameter format: the format that the user named, nil for none.
    /// - parameter restarted: gives the window's source from its first byte again.
    /// - returns: nil for all other inputs, whose window is then as it was.
    /// - throws: `InputError` where the program is missing or cannot read it.
    func open(
        _ window: ByteWindow, format: InputFormat?, restarted: (ByteWindow) throws(InputError) -> any ByteSource
    ) throws -> (format: InputFormat, reader: any RecordReader)? {
        let head = window.bytes(0..<window.end)
        let isPDF = ContentSniff.isPDF(head)
        guard isPDF || head.starts(with: [0x50, 0x4B, 3, 4]) else {
            if let format, [.pdf, .docx, .odt, .xlsx].contains(format), window.end > 0 {
                throw InputError(.notText, path: path, "this is no \(format.rawValue.uppercased()): leave out --from")
            }
            return nil
        }
        let file = try SpoolFile.source(holding: try restarted(window), path: path, limit: Self.fileLimit)
        if isPDF {
            let written = try run(.pdfToText, PDFDocument.arguments, "a PDF", file)
            return (.pdf, DocumentReader(PDFDocument.entries(written)))
        }
        guard let directory = ZipDirectory(file) else {
            throw InputError(
                .notText, path: path, "this is a ZIP archive or Office document that was cut off: get it again, whole")
        }
        return try open(file, directory)
    }

    private func open(
        _ file: FileSource, _ directory: ZipDirectory
    ) throws -> (format: InputFormat, reader: any RecordReader) {
        let names = directory.names
        let isOffice = ["word/document.xml", "xl/workbook.xml", "content.xml"].contains(where: names.contains)
        if isOffice, directory.unpackedBytes > Self.unpackedLimit {
            throw InputError(
                .tooLarge, path: path,
                "it unpacks to \(directory.unpackedBytes >> 20) MB; a document may have \(Self.unpackedLimit >> 20) MB")
        }
        if names.contains("word/document.xml") {
            let written = try run(.pandoc, OfficeDocument.arguments("docx"), "a DOCX document", file)
            return (.docx, DocumentReader(try OfficeDocument.entries(written, path: path)))
        }
        if names.contains("xl/workbook.xml") {
            let written = try run(.xlsxToCSV, WorkbookReader.arguments, "an XLSX workbook", file)
            return (.xlsx, try WorkbookReader(written, path: path, recordLimit: recordLimit))
        }
        if names.contains("content.xml"), ZipDirectory.mimeType(of: file).hasSuffix("opendocument.text") {
            let written = try run(.pandoc, OfficeDocument.arguments("odt"), "an ODT document", file)
            return (.odt, DocumentReader(try OfficeDocument.entries(written, path: path)))
        }
        let isOpenDocument = names.contains("content.xml") && names.contains("META-INF/manifest.xml")
        throw InputError(
            .notText, path: path,
            isOpenDocument
                ? "this is an OpenDocument file, but no text: save it as XLSX or CSV"
                : "this is a ZIP archive: unpack it first, 'unzip FILE -d FOLDER', and import the folder")
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
