import StrataModel
import StrataTestSupport
import Testing

@testable import StrataImport

/// What takes too much is refused with the limit by name, soon, and costs nothing else.
@Suite("Limits")
struct LimitTests {
    private static func laughs(_ end: String) -> String {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = repeatElement("*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        return text + end
    }

    private static let cases: [(name: String, text: String, limit: String)] = [
        ("a.json", "[{\"title\": \"A\", \"x\": " + String(repeating: "[", count: 100_000), "64 levels"),
        ("a.jsonl", "{\"title\": \"A\", \"x\": " + String(repeating: "{\"a\": ", count: 50_000) + "\n", "64 levels"),
        ("a.yaml", "title: A\nx: " + String(repeating: "[", count: 100_000), "200 levels"),
        ("a.yaml", (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), "200 levels"),
        ("a.yaml", laughs("title: T\ntext: *a9\n"), "100000 values"),
        ("a.yaml", laughs("jobs:\n" + String(repeating: "- *a9\n", count: 20_000)), "100000 values"),
        ("a.yaml", laughs("? *a9\n: 1\n"), "1000000 values"), ("a.yaml", laughs("[*a9]: 1\n"), "1000000 values"),
        ("a.yaml", laughs("{[*a9, *a8] : 1}\n"), "1000000 values"), ("a.yaml", laughs("*a9 : 1\n"), "1000000 values"),
        (
            "a.csv", "title,description\nA,\"" + String(repeating: "<b>", count: 200_001) + "\"\n", "200000 tags"
        ),
        ("a.html", "<h1>A</h1>" + String(repeating: "<div>", count: 200_001), "200000 tags"),
        ("a.csv", "title" + String(repeating: ",c", count: 5000) + "\nA\n", "4096"),
        ("a.txt", String(repeating: "text ", count: 4 << 20), "16 MB"),
    ]

    @Test("the limit is named", arguments: cases.indices)
    func refused(_ index: Int) throws {
        let (name, text, limit) = Self.cases[index]
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let all = try readings(text, name: name)
            #expect(all.jds.isEmpty)
            #expect(all.rejects.contains { $0.reason.contains(limit) }, "\(all.rejects.map(\.reason))")
        } catch let error as InputError {
            #expect(error.message.contains(limit) && error.kind == .tooLarge, "\(error)")
        }
        // Seconds, where a second is the aim: tests share the machine and are built for debugging.
        #expect(clock.now - start < .seconds(60))
    }

    @Test("a sign in prose that hundreds of words follow opens no tag: nothing is lost")
    func signsInProse() throws {
        let prose = (0..<400).map { "word\($0)" }.joined(separator: " ")
        let text = "title,description\nA,\"<p>Models with <a few parameters \(prose) and > 3 years</p><b>Python</b>\"\n"
        let jds = try readings(text, name: "a.csv").jds
        #expect(jds.first?.text == "Models with <a few parameters \(prose) and > 3 years\n\nPython")
    }

    @Test("aliases are welcome where they stand for little")
    func honestAliases() throws {
        let text =
            "base: &b {company: Acme}\njobs:\n- {title: A, text: B, more: *b}\n- {title: C, <<: *b, [x]: 1, ? y : 2}\n"
        #expect(try readings(text, name: "a.yaml").titles == ["A", "C"])
    }

    @Test("stars, ampersands and colons of prose are no aliases, however many")
    func starsInProse() throws {
        let text = (0..<300).map { "---\ntitle: JD \($0)\ntext: \"Q &A: **bold: *this and *that: &more R &D *D\"\n" }
            .joined()
        #expect(try readings(text, name: "a.yaml").titles.count == 300)
    }

    @Test("a record too large for a limit is rejected, the next ones are read", arguments: ["a.csv", "a.jsonl"])
    func largeRecord(_ name: String) throws {
        let huge = String(repeating: "x", count: 17 << 20)
        let text =
            name == "a.csv"
            ? "title,description\nA,b\nB,\(huge)\nC,d\n"
            : "{\"title\":\"A\"}\n{\"title\":\"\(huge)\"}\n{\"title\":\"C\"}\n"
        let all = try readings(text, name: name)
        #expect(all.titles == ["A", "C"])
        #expect(all.rejects.map(\.line) == [name == "a.csv" ? 3 : 2])
        #expect(all.rejects.first?.reason.contains("16 MB") == true)
    }

    @Test(
        "UTF-32 is refused with the command that mends it",
        arguments: [
            [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41],
            Array("title,text\nA,B\n".unicodeScalars.flatMap { [UInt8($0.value), 0, 0, 0] }),
            Array("title,text\nA,B\n".unicodeScalars.flatMap { [0, 0, 0, UInt8($0.value)] }),
        ] as [[UInt8]])
    func utf32(_ bytes: [UInt8]) throws {
        let error = #expect(throws: InputError.self) { try readings(bytes: bytes, name: "a.csv") }
        #expect(error?.message.contains("iconv -f UTF-32") == true)
    }

    @Test("devices and sockets are refused before they are opened; a pipe is read once")
    func specialFiles() throws {
        for path in ["/dev/zero", "/dev/null"] {
            let error = #expect(throws: InputError.self) { try RecordStream(.file(path: path)) }
            #expect(error?.kind == .notReadable && error?.message.contains("device") == true)
        }
    }

    @Test("what was mended is counted")
    func repairs() throws {
        let text = "title,description\nData Engineer,we\u{E2}\u{20AC}\u{2122}re\nB,fine\n"
        let stream = try RecordStream(
            .memory(name: "a.csv", bytes: Array(text.utf8) + Array("C,caf".utf8) + [0xE9, 0x0A]))
        while try stream.next() != nil {}
        #expect(stream.repairs.mangled == 1 && stream.repairs.notUTF8 == 1)
    }
}
