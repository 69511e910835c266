import Foundation
import StrataTestSupport
import StrataModel
import Testing

@testable import StrataImport

@Suite("CSV as Python reads it")
struct PythonCSVTests {
    /// Reads CSV texts, one a JSON string a line, and writes their records as JSON.
    private static let script = """
        import csv, io, json, sys
        csv.field_size_limit(1 << 30)
        for line in sys.stdin:
            text = json.loads(line)
            rows = [row for row in csv.reader(io.StringIO(text, newline='')) if row]
            print(json.dumps(rows))
        """

    @Test("thousands of random files give the same fields as Python's csv")
    func sameFields() throws {
        var generator = RepeatableGenerator(seed: 7)
        let texts = (0..<4000).map { _ in Self.randomText(&generator) }
        let lines = try texts.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        guard let python = Machine.program("python3") else {
            print("skipped: there is no python3 to compare with")
            return
        }
        let (output, status) = try Machine.run(
            python, ["-X", "utf8", "-c", Self.script], input: Data((lines.joined(separator: "\n") + "\n").utf8))
        try #require(status == 0)
        let expected = try String(decoding: output, as: UTF8.self).split(separator: "\n").map {
            try JSONDecoder().decode([[String]].self, from: Data($0.utf8))
        }
        try #require(expected.count == texts.count)
        for (text, rows) in zip(texts, expected) {
            guard let found = Self.records(text, chunk: text.utf8.count) else {
                // Python takes what an unclosed quote holds; for us it is an error.
                continue
            }
            #expect(found == rows, "\(text.debugDescription)")
            #expect(Self.records(text, chunk: 1) == rows, "byte by byte: \(text.debugDescription)")
        }
    }

    /// A few records of pieces that are hard on readers.
    private static func randomText(_ generator: inout RepeatableGenerator) -> String {
        let pieces = [
            "a", "bc", "ü", "漢字", "💰", " ", ",", ",", ",", "\"", "\"", "\"\"", "\n", "\r\n", "\r", "x,y", "\"q\"",
            "\"a\nb\"", "\"a\r\nb\"", "\"\"\"\"", ",\"long quoted field, with a comma\",", "1234567890", "\t", ";",
        ]
        let count = Int.random(in: 0...40, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    /// The fields of a text's records, read with at most `chunk` more bytes in sight after each failure to go on; nil
    /// where a quote is not closed.
    private static func records(_ text: String, chunk: Int) -> [[String]]? {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { buffer -> [[String]]? in
            guard let base = buffer.baseAddress else { return [] }
            var scanner = DelimitedScanner(delimiter: 0x2C)
            var rows: [[String]] = []
            var position = 0
            var visible = min(chunk, bytes.count)
            while position < bytes.count {
                switch scanner.scan(base, from: position, to: visible, isFinal: visible == bytes.count) {
                case .unclosed: return nil
                case .incomplete: visible = min(visible + max(1, chunk), bytes.count)
                case .record(let next):
                    position = next
                    visible = max(visible, min(position + 1, bytes.count))
                    if !DelimitedDialect.isBlank(scanner.fields) || isQuotedEmpty(scanner.fields, base) {
                        rows.append(scanner.fields.map { value($0, base) })
                    }
                }
            }
            return rows
        }
    }

    /// `""` alone on a line is a record of one empty field for Python, a blank line is none.
    private static func isQuotedEmpty(
        _ fields: [DelimitedScanner.FieldSpan], _ base: UnsafePointer<UInt8>
    ) -> Bool {
        fields[0].start > 0 && base[fields[0].start - 1] == 0x22
    }

    private static func value(_ field: DelimitedScanner.FieldSpan, _ base: UnsafePointer<UInt8>) -> String {
        let record = RawRecord()
        DelimitedScanner.write(field, of: base, to: record)
        record.add(column: 0, from: 0)
        return record.withValue(0) { TextDecoding.string($0) } ?? ""
    }
}
