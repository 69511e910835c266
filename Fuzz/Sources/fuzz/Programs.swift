import Glibc
import StrataModel

@testable import StrataImport

/// What programs for PDF and workbooks write, and the archives that are looked into before one is started.
enum Programs {
    static func checkPDF(_ bytes: [UInt8]) {
        let entries = PDFDocument.entries(bytes)
        precondition(entries.count <= 1, "a PDF is one JD at most")
        for case .record(let fields, _, _) in entries {
            precondition(fields.contains { $0.name == "description" }, "a PDF has a text")
        }
    }

    static func checkWorkbook(_ bytes: [UInt8]) {
        do {
            let reader = try WorkbookReader(bytes, path: "a.xlsx", recordLimit: 4096)
            let record = RawRecord()
            var rows = 0
            while true {
                let reading = try reader.read(into: record)
                if case .end = reading { break }
                rows += 1
                precondition(rows <= bytes.count, "no more rows than bytes")
                precondition(record.part != nil, "a row stands in a sheet")
                for cell in record.cells {
                    precondition(reader.columns.indices.contains(cell.column), "a value stands in a column")
                }
                if case .reject(let reason) = reading { precondition(!reason.isEmpty, "a reject has a reason") }
            }
        } catch {
            precondition(error is InputError, "an input is refused by its name: \(error)")
        }
    }

    /// A file without a name, written anew for every input.
    private static let file = (try? SpoolFile.make(for: "input.zip")) ?? -1

    static func checkZip(_ bytes: [UInt8]) {
        ftruncate(file, 0)
        let count = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
        precondition(count == bytes.count, "the input can be written")
        let source = FileSource(owning: dup(file), path: "input.zip")
        if let directory = ZipDirectory(source) {
            precondition(directory.unpackedBytes >= 0 && directory.names.count * 46 <= bytes.count, "names stand in it")
        }
        precondition(ZipDirectory.mimeType(of: source).utf8.count <= 300, "a type is short")
    }
}
