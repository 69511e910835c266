import Foundation
import StrataModel
import StrataTestSupport
import Testing

@testable import StrataImport

/// What fuzzing has found is read again, and held to what `Fuzz/` holds it to.
@Suite("Inputs that fuzzing has kept: readers")
struct FuzzCorpusTests {
    @Test(
        "rows come out once and in order, or the file is refused by its name",
        arguments: ["csv", "json", "jsonl", "html", "yaml", "markdown", "text", "gzip", "any"])
    func files(_ target: String) throws {
        let inputs = try FuzzCorpus.inputs(of: target)
        #expect(!inputs.isEmpty)
        for (name, bytes) in inputs {
            let file = target == "any" ? "-" : target == "gzip" ? "input.csv" : "input.\(target)"
            let packed: [UInt8] = target == "gzip" ? [0x1F, 0x8B, 8] : []
            try check(packed + bytes, file: file, "\(name)")
        }
    }

    private func check(_ bytes: [UInt8], file: String, _ name: Comment) throws {
        let format = InputFormat(path: file)
        do {
            let stream = try RecordStream(
                .memory(name: file, bytes: bytes), options: RecordOptions(format: format, searchPath: "/nowhere"),
                recordLimit: 4096)
            var rows = 0
            while let reading = try stream.next() {
                rows += 1
                switch reading {
                case .jd(let jd, let row): #expect(row == rows && !jd.title.isEmpty, name)
                case .reject(let reject):
                    #expect(reject.row == rows && !reject.reason.isEmpty, name)
                    #expect(reject.raw.utf8.count <= Reject.rawLimit * 3 + 3, name)
                }
                try #require(rows <= bytes.count * 4 + 16, name)
            }
        } catch {
            #expect(error is InputError, name)
        }
    }

    @Test("what programs write of a PDF is one JD at most, with a text")
    func pdf() throws {
        for (name, bytes) in try FuzzCorpus.inputs(of: "pdf") {
            let entries = PDFDocument.entries(bytes)
            #expect(entries.count <= 1, "\(name)")
            for case .record(let fields, _, _) in entries {
                #expect(fields.contains { $0.name == "description" }, "\(name)")
            }
        }
    }

    @Test("each row of a workbook stands in a sheet, each value in a column")
    func workbook() throws {
        for (name, bytes) in try FuzzCorpus.inputs(of: "workbook") {
            do {
                let reader = try WorkbookReader(bytes, path: "a.xlsx", recordLimit: 4096)
                let record = RawRecord()
                var rows = 0
                while true {
                    if case .end = try reader.read(into: record) { break }
                    rows += 1
                    try #require(rows <= bytes.count, "\(name)")
                    #expect(record.part != nil, "\(name)")
                    #expect(record.cells.allSatisfy { reader.columns.indices.contains($0.column) }, "\(name)")
                }
            } catch {
                #expect(error is InputError, "\(name)")
            }
        }
    }

    @Test("an archive's directory is no larger than the archive")
    func archives() throws {
        let folder = try TemporaryFolder()
        for (name, bytes) in try FuzzCorpus.inputs(of: "zip") {
            let source = try FileSource(path: folder.write(Data(bytes), to: "input.zip"))
            if let directory = ZipDirectory(source) {
                #expect(directory.unpackedBytes >= 0 && directory.names.count * 46 <= bytes.count, "\(name)")
            }
            #expect(ZipDirectory.mimeType(of: source).utf8.count <= 300, "\(name)")
        }
    }

    @Test("values are sane or none", arguments: ["salary", "date", "place", "fields"])
    func values(_ target: String) throws {
        for (name, bytes) in try FuzzCorpus.inputs(of: target) {
            let text = TextDecoding.string(bytes)
            if let salary = SalaryText.read(text) {
                #expect(salary.min?.isFinite ?? true && salary.max?.isFinite ?? true, "\(name)")
            }
            _ = (DateText.read(text), RelativeDate.daysAgo(text), DateText.provenOrder(text))
            _ = (PlaceName.read(text), KnownPlace.isLine(text), CompanyName.clean(text), EmploymentType.read(text))
            _ = (SeniorityLevel.read(text), HiringLine(text))
            _ = DocumentHead.read([text], title: "Data Engineer", known: [])
            var cleaner = TextCleaner()
            let once = bytes.withUnsafeBufferPointer { cleaner.text($0) }
            #expect(String(validating: Array(once.utf8), as: UTF8.self) != nil, "\(name)")
        }
    }

    @Test("what is masked bears its mark, and all else stays as it was")
    func redaction() throws {
        for (name, bytes) in try FuzzCorpus.inputs(of: "redact") {
            let text = TextDecoding.string(bytes)
            let (masked, count) = Redaction.masked(text, employer: "Acme Robotics")
            #expect(count > 0 || masked.utf8.elementsEqual(text.utf8), "\(name)")
            #expect(masked.utf8.count { $0 == UInt8(ascii: "]") } >= count, "\(name)")
            #expect(masked.utf8.count <= text.utf8.count + count * 7, "\(name)")
        }
    }
}
