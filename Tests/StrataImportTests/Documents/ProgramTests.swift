import Foundation
import StrataModel
import StrataTestSupport
import Testing

@testable import StrataImport

/// What becomes of documents when the program that reads them is missing, hangs, fails or talks too much.
@Suite("Programs for documents")
struct ProgramTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Puts a program of that name on a path of its own.
    private func fake(_ name: String, _ script: String) throws -> String {
        let path = try folder.write("#!/bin/sh\n\(script)\n", to: "bin/\(name)")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return folder.file("bin") + ":/usr/bin:/bin"
    }

    private func refusal(
        _ bytes: [UInt8] = Array("%PDF-1.4\n".utf8), name: String = "a.pdf", searchPath: String, seconds: Int = 30
    ) throws -> InputError {
        let error = #expect(throws: InputError.self) {
            try RecordStream(
                .memory(name: name, bytes: bytes), options: RecordOptions(searchPath: searchPath),
                recordLimit: ByteWindow.recordLimit, programSeconds: seconds)
        }
        return try #require(error)
    }

    @Test(
        "a missing program is named with the package that has it",
        arguments: [
            ("a.pdf", Array("%PDF-1.4\n".utf8), "poppler-utils"),
            ("a.docx", Packing.zip([("word/document.xml", "<a/>")]), "pandoc"),
            ("b.bin", Packing.zip([("xl/workbook.xml", "<a/>")]), "xlsx2csv"),
            (
                "c.odt",
                Packing.zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")]),
                "pandoc"
            ),
        ])
    func missing(_ name: String, _ bytes: [UInt8], _ package: String) throws {
        let error = try refusal(bytes, name: name, searchPath: folder.path)
        #expect(error.kind == .missingProgram && error.path == name)
        #expect(error.message.contains("sudo apt install \(package)"))
    }

    @Test("a program that hangs is ended with all that it started")
    func hanging() throws {
        let mark = folder.file("alive")
        let path = try fake("pdftotext", "(sleep 3; touch '\(mark)') & sleep 1000")
        let clock = ContinuousClock()
        let start = clock.now
        let error = try refusal(searchPath: path, seconds: 1)
        #expect(clock.now - start < .seconds(60))
        #expect(error.kind == .tooLarge && error.message.contains("after 1 seconds"))
        Thread.sleep(forTimeInterval: 3)
        #expect(!FileManager.default.fileExists(atPath: mark))
    }

    @Test("a program that fails is told by its status; what it said is not shown")
    func failing() throws {
        let path = try fake("pdftotext", "echo 'secret text' >&2; exit 3")
        let error = try refusal(searchPath: path)
        #expect(error.kind == .malformed && error.message.contains("status 3"))
        #expect(!error.description.contains("secret"))
        let locked = try refusal(searchPath: try fake("pdftotext", "echo 'Incorrect password' >&2; exit 1"))
        #expect(locked.message.contains("password"))
    }

    @Test("a program that writes without end is stopped at the limit")
    func talkative() throws {
        let error = try refusal(searchPath: try fake("pdftotext", "exec cat /dev/zero"))
        #expect(error.kind == .tooLarge && error.message.contains("\(ProgramRun.output >> 20) MB"))
    }

    @Test("a program gets no name, no variables of ours and no network")
    func confined() throws {
        let path = try fake(
            "pdftotext",
            "echo \"$#/$HOME/$(cat | wc -c)/$(wc -l < /proc/net/dev)\" > '\(folder.file("seen"))'; "
                + "echo \"$*\" > '\(folder.file("arguments"))'; exit 1")
        let name = "-rf x\n$(touch y).pdf"
        let file = try folder.write(Data("%PDF-1.4\n".utf8), to: name)
        _ = #expect(throws: InputError.self) {
            try RecordStream(.file(path: file), options: RecordOptions(searchPath: path))
        }
        let seen = try String(contentsOfFile: folder.file("seen"), encoding: .utf8)
        #expect(seen.hasPrefix("\(PDFDocument.arguments.count)///9/"), "\(seen)")
        let arguments = try String(contentsOfFile: folder.file("arguments"), encoding: .utf8)
        #expect(arguments == PDFDocument.arguments.joined(separator: " ") + "\n")
    }

    @Test("an archive that unpacks to more than a document may have is refused by its own word")
    func archiveBomb() throws {
        var bytes = Packing.zip([("word/document.xml", "<a/>")])
        let directory = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        for index in 0..<4 { bytes[directory + 24 + index] = [0, 0, 0, 0x7F][index] }
        let error = try refusal(bytes, name: "a.docx", searchPath: folder.path)
        #expect(error.kind == .tooLarge && error.message.contains("1024 MB"))
    }

    @Test("archives that are cut off or hold something else are told apart from documents")
    func noDocuments() throws {
        let zip = Packing.zip([("word/document.xml", "<a/>")])
        #expect(
            try refusal(Array(zip.dropLast(30)), name: "a.docx", searchPath: folder.path).message.contains("cut off"))
        let sheet = Packing.zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "")])
        #expect(try refusal(sheet, name: "a.ods", searchPath: folder.path).kind == .notText)
    }
}
