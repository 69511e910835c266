import Foundation
import StrataModel

@testable import StrataImport

/// Readers: whatever stands in a file, each row comes out once, as a JD or as a reject, or the file is refused.
enum Reading {
    static func check(_ bytes: [UInt8], name: String) {
        let format = InputFormat(path: name)
        do {
            // A small limit makes large records of small inputs.
            let recordLimit = Limits.areMeasured ? ByteWindow.recordLimit : 4096
            let stream = try RecordStream(
                .memory(name: name, bytes: bytes), options: RecordOptions(format: format, searchPath: "/nowhere"),
                recordLimit: recordLimit)
            var rows = 0
            while let reading = try stream.next() {
                rows += 1
                switch reading {
                case .jd(let jd, let row):
                    precondition(row == rows, "rows are numbered in order")
                    precondition(!jd.title.isEmpty, "a JD has a title")
                case .reject(let reject):
                    precondition(reject.row == rows, "rows are numbered in order")
                    precondition(!reject.reason.isEmpty, "a reject has a reason")
                    precondition(reject.raw.utf8.count <= Reject.rawLimit * 3 + 3, "a reject's text is cut")
                }
                precondition(rows <= bytes.count * 4 + 16, "no more rows than bytes")
            }
        } catch {
            precondition(error is InputError, "an input is refused by its name: \(error)")
        }
    }

    /// Raw gzip is bytes behind its mark; and text that is packed by us comes out as it was.
    static func checkPacked(_ bytes: [UInt8]) {
        check([0x1F, 0x8B, 8] + bytes, name: "input.csv")
        if bytes.starts(with: [0x1F, 0x8B]) { check(bytes, name: "input.jsonl") }
    }
}
