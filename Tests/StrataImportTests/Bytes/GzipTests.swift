import StrataModel
import StrataTestSupport
import Testing

@testable import StrataImport

@Suite("gzip")
struct GzipTests {
    private static let rows =
        "title,description\n" + (1...2000).map { "Data Engineer \($0),\($0 &* 7919) dbt\n" }.joined()

    private func packed(_ text: String) throws -> [UInt8] {
        let bytes = try Packing.gzip(Array(text.utf8))
        return try #require(bytes, "gzip is not installed")
    }

    private func damage(_ bytes: [UInt8]) throws -> (titles: [String], error: InputError) {
        var titles: [String] = []
        let stream = try RecordStream(.memory(name: "a.csv.gz", bytes: bytes))
        let error = #expect(throws: InputError.self) {
            while let reading = try stream.next() {
                if case .jd(let jd, _) = reading { titles.append(jd.title) }
            }
        }
        return (titles, try #require(error))
    }

    @Test(
        "packed files read as plain ones, whatever their name and format",
        arguments: [
            ("a.csv", "title,description\nA,B\nC,\"D\nE\"\n"),
            ("a.json", "{\"jobs\": [{\"title\": \"A\", \"text\": \"B\"}]}"),
            ("a.jsonl", "{\"title\": \"A\"}\n{\"title\": \"B\"}\n"), ("a.yaml", "- title: A\n- title: B\n"),
            ("a.md", "# A\n\ntext\n"), ("a.txt", "A\n\ntext\n"), ("a.html", "<h1>A</h1><p>B</p>"),
            ("-", "{\"title\": \"A\"}"),
        ])
    func allFormats(_ name: String, _ text: String) throws {
        let plain = try readings(text, name: name)
        for name in [name, name + ".gz"] {
            let unpacked = try readings(bytes: try packed(text), name: name)
            #expect(unpacked.jds == plain.jds && unpacked.format == plain.format)
            #expect(!unpacked.jds.isEmpty)
        }
    }

    @Test("several members and padding are one text")
    func members() throws {
        let half = Self.rows.utf8.count / 2
        let (first, second) = (Array(Self.rows.utf8.prefix(half)), Array(Self.rows.utf8.dropFirst(half)))
        let packing = { (bytes: [UInt8]) in try #require(try Packing.gzip(bytes), "gzip is not installed") }
        let bytes = try packing(first) + packing([]) + packing(second) + [0, 0, 0, 0]
        #expect(try readings(bytes: bytes, name: "a.csv.gz").jds == readings(Self.rows, name: "a.csv").jds)
    }

    @Test("UTF-16 within gzip is read")
    func utf16() throws {
        let text = "title,description\nDéveloppeur,dbt\n"
        var utf16: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { utf16 += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
        let bytes = try #require(try Packing.gzip(utf16), "gzip is not installed")
        #expect(try readings(bytes: bytes, name: "a.csv.gz").titles == ["Développeur"])
    }

    @Test("of a file that was cut off anywhere all whole rows are read, and the error says behind which")
    func cutOff() throws {
        let whole = try packed(Self.rows)
        let titles = try readings(Self.rows, name: "a.csv").titles
        var generator = RepeatableGenerator(seed: 7)
        for _ in 0..<40 {
            let bytes = Array(whole.prefix(whole.count / 2 + generator.upTo(whole.count / 2 - 1)))
            let (read, error) = try damage(bytes)
            #expect(error.kind == .damaged)
            #expect(error.description.contains("behind row \(read.count): the gzip data ends too early"))
            #expect(read == Array(titles.prefix(read.count)))
        }
    }

    @Test("a wrong checksum and foreign data at the end are told after all rows")
    func damagedEnd() throws {
        var bytes = try packed(Self.rows)
        #expect(try damage(bytes + Array("more".utf8)).titles.count == 2000)
        bytes[bytes.count - 6] ^= 0xFF
        let (read, error) = try damage(bytes)
        #expect(read.count == 2000)
        #expect(error.message.contains("damaged"))
    }

    @Test("JSON under a key in a file that was cut off gives its whole records")
    func cutOffContainer() throws {
        let records = (1...3000).map { "{\"title\": \"Data Engineer \($0)\", \"text\": \"\($0 &* 7919)\"}" }
        let bytes = try packed("{\"jobs\": [\(records.joined(separator: ","))]}")
        let (read, _) = try damage(Array(bytes.prefix(bytes.count * 2 / 3)))
        #expect(read.count > 1000 && read.count < 3000)
    }

    @Test("a bomb is refused with its limits; what was read before it stays")
    func bomb() throws {
        let lines = [UInt8](repeating: 0x0A, count: 80 << 20)
        let bytes = try #require(try Packing.gzip(Array("title\nA\n".utf8) + lines), "gzip is not installed")
        let (read, error) = try damage(bytes)
        #expect(read == ["A"])
        #expect(error.kind == .tooLarge && error.message.contains("64 MB"))
    }

    @Test("an honest file passes, however well it packs")
    func wellPacked() throws {
        let row = Array(("Data Engineer," + String(repeating: "the same text again ", count: 5000) + "\n").utf8)
        let text = Array("title,description\n".utf8) + Array(repeatElement(row, count: 800).joined())
        let bytes = try #require(try Packing.gzip(text), "gzip is not installed")
        #expect(text.count / bytes.count > 100 && text.count > 64 << 20)
        let stream = try RecordStream(.memory(name: "a.csv.gz", bytes: bytes))
        try stream.skip(799)
        #expect(try stream.next() != nil)
        #expect(try stream.next() == nil)
    }

    @Test(
        "other packings are refused with the command that unpacks them",
        arguments: [
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0], "xz -dc"), (Array("BZh91AY&SY".utf8), "bzip2 -dc"),
            ([0x28, 0xB5, 0x2F, 0xFD, 0], "zstd -dc"), (Packing.zip([("a.csv", "title\nA\n")]), "unzip"),
        ])
    func others(_ bytes: [UInt8], _ command: String) throws {
        let error = #expect(throws: InputError.self) { try readings(bytes: bytes, name: "a.csv") }
        #expect(error?.kind == .notText && error?.message.contains(command) == true)
    }
}
