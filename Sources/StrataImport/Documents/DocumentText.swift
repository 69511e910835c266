/// The whole plain text of one document, nothing split off as title or company: a résumé, a brief.
public struct DocumentText: Sendable, Equatable {
    /// The text: lines and paragraphs kept, Markdown as it stands, markup of HTML and Office resolved.
    public let text: String
    /// What the document is; `text` for all text that is neither HTML nor Markdown.
    public let format: InputFormat

    /// Reads a document: PDF through `pdftotext`, DOCX and ODT through `pandoc`, HTML, Markdown, any other text.
    ///
    /// - parameter searchPath: the folders, as in `PATH`, where those programs are looked for; nil for the environment's.
    /// - throws: `InputError` when it can't be opened, is no text, holds none (an empty file, a PDF of pictures) or is larger
    ///   than 16 MB, when a program that it needs is not installed or can't read it; for JSON and tables, which are no documents.
    public init(_ input: Input, searchPath: String? = nil) throws {
        let path = input.path
        var (_, window) = try FormatSniff.firstWindow(of: input)
        let programs = DocumentPrograms(
            path: path, searchPath: searchPath, seconds: ProgramRun.seconds, recordLimit: ByteWindow.recordLimit,
            purpose: .document)
        let found =
            try programs.text(window, restarted: FormatSniff.restarted) ?? Self.written(in: &window, path: path)
        var cleaner = TextCleaner()
        let text = Array(found.text.utf8).withUnsafeBufferPointer { cleaner.text($0) }
        if let failure = cleaner.failure { throw failure.inputError(path: path) }
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw InputError(
                .empty, path: path,
                found.format == .pdf ? "\(PDFDocument.holdsNone), and name that" : "it holds no text: nothing to read")
        }
        self.text = text
        format = found.format
    }

    /// ISO 639-1 code of its language; nil when unsure.
    public var language: String? { TextLanguage.read(text) }

    /// The text with e-mail addresses, phone numbers and names beside them masked.
    public var masked: String { Redaction.masked(text).text }

    /// The text of an input that is text itself.
    private static func written(in window: inout ByteWindow, path: String) throws -> (
        format: InputFormat, text: String
    ) {
        let start = try FormatSniff.checkText(&window, path: path, purpose: .document)
        let sample = window.bytes(start..<min(window.end, start + 1 << 18))
        let format = try kind(of: sample, path: path)
        let limit = FormatSniff.documentLimit
        while !window.isFinal, window.end <= limit { _ = try window.refill(keepingFrom: 0) }
        guard window.end <= limit else {
            throw InputError(
                .tooLarge, path: path,
                "a document may have \(limit >> 20) MB of text and this has more: is it a single document?")
        }
        let bytes = Array(window.bytes(start..<window.end))
        guard format == .html else { return (format, TextDecoding.string(bytes)) }
        return (format, try HTMLDocument.wholeText(Array(TextDecoding.string(bytes).utf8), path: path))
    }

    /// HTML, Markdown or text, by the name and by the content.
    private static func kind(of sample: UnsafeBufferPointer<UInt8>, path: String) throws(InputError) -> InputFormat {
        if ContentFormat.isPage(sample) { return .html }
        let named = InputFormat(path: path)
        guard named != .csv, !ContentFormat.isJSON(sample) else {
            throw InputError(
                .notText, path: path,
                "this is \(named == .csv ? "a table" : "JSON"), no document: save it as "
                    + InputPurpose.document.formats)
        }
        return named == .html || named == .markdown ? named ?? .text : .text
    }
}
