import StrataModel
import StrataTestSupport
import Testing

@testable import StrataImport

@Suite("Hostile input")
struct HostileInputTests {
    private static let samples: [(String, String)] = [
        (
            "a.csv",
            "id,title,company,salary,date,description\n1,\"Data \"\"x\"\"\",Acme 4.1,$1k-$2k,3 days ago,\"a\r\nb\"\n"
        ),
        ("a.json", #"{"jobs": [{"title": "A é \u00e4", "b": [1, {"c": null}], "text": "<p>x</p>"}, {"title": "B"}]}"#),
        ("a.jsonl", "{\"title\": \"A\", \"x\": {\"y\": [true]}}\n{\"title\": \"B\"}{\"text\": \"C | D | Remote\"}\n"),
        ("a.yaml", "title: A\nlist: [a, &x {b: c}, *x]\ntext: |\n  lines\n  more\n---\n- title: B\n"),
        ("a.md", "---\ntitle: A\n---\n# [B](http://x)\n### C\n#### `💰 $1k` `🌎 D,E`\n\ntext\n"),
        (
            "a.html",
            "<html><script type='application/ld+json'>{\"@type\":\"JobPosting\",\"title\":\"A\"}</script><h1>B</h1><p>c"
        ),
        ("a.txt", "Data Engineer\nCompany: A\n\ntext â€™ é\n"), ("-", "title;ort\nA;B\n"),
    ]

    @Test("damaged files are read to their end or refused, and never crash", arguments: samples)
    func damaged(_ name: String, _ text: String) {
        var generator = RepeatableGenerator(seed: UInt64(text.utf8.count))
        for _ in 0..<1500 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &generator) { Self.damage(&bytes, &generator) }
            do {
                let stream = try RecordStream(.memory(name: name, bytes: bytes))
                var rows = 0
                while let reading = try stream.next() {
                    rows += 1
                    switch reading {
                    case .jd(let jd, let row):
                        #expect(row == rows)
                        #expect(!jd.title.isEmpty)
                    case .reject(let reject): #expect(reject.row == rows && !reject.reason.isEmpty)
                    }
                }
            } catch {
                #expect(error is InputError, "\(error)")
            }
        }
    }

    private static func damage(_ bytes: inout [UInt8], _ generator: inout RepeatableGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        case 2: bytes[place] = Array("\"\\{}[]<>&,:\n\r;|-#".utf8).randomElement(using: &generator) ?? 0
        case 3: bytes.removeSubrange(place...)
        default: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
        }
    }

    @Test("a CSV record beyond the limit is refused by name and the next ones are read")
    func hugeField() throws {
        let huge = [UInt8](repeating: 0x78, count: 5 << 20)
        let bytes = Array("title,description\nA,fine\nB,\"".utf8) + huge + Array("\"\nC,fine\n".utf8)
        let all = try readings(.memory(name: "a.csv", bytes: bytes), recordLimit: 2 << 20)
        #expect(all.titles == ["A", "C"])
        #expect(all.rejects.map(\.line) == [3])
        #expect(all.rejects[0].reason.contains("2 MB"))
        #expect(all.rejects[0].raw.utf8.count == Reject.rawLimit)
    }

    @Test(
        "a JSON record beyond the limit is refused by name and the next ones are read",
        arguments: ["a.json", "a.jsonl"])
    func hugeObject(_ name: String) throws {
        let huge = [UInt8](repeating: 0x78, count: 5 << 20)
        let isArray = name == "a.json"
        let bytes =
            Array((isArray ? "[{\"title\": \"A\"},\n" : "{\"title\": \"A\"}\n").utf8) + Array("{\"title\": \"".utf8)
            + huge
            + Array((isArray ? "\"},\n{\"title\": \"C\"}]" : "\"}\n{\"title\": \"C\"}\n").utf8)
        let all = try readings(.memory(name: name, bytes: bytes), recordLimit: 2 << 20)
        #expect(all.titles == ["A", "C"])
        #expect(all.rejects.first?.reason.contains("2 MB") == true)
    }
}
