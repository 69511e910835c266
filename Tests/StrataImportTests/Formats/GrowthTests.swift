import StrataModel
import StrataTestSupport
import Testing

@testable import StrataImport

/// The work grows as the input does: what once grew with its square, at sizes that would show it.
///
/// Seconds, where a second is the aim: tests share the machine and are built for debugging. `scripts/fuzz grow` measures.
@Suite("Growth")
struct GrowthTests {
    private static func filled(_ unit: String, _ bytes: Int) -> String {
        String(repeating: unit, count: bytes / unit.utf8.count)
    }

    private static let files: [(name: String, text: String)] = [
        ("a.jsonl", "{\"\(filled("x", 1 << 20))\": 1}\n"), ("a.jsonl", "{\"\(filled("ä", 1 << 19))\": 1}\n"),
        ("a.csv", filled("x", 1 << 20)), ("a.yaml", filled("---\na: b\n", 1 << 17)),
        ("a.md", "# A\n" + filled("Location: Berlin\n", 1 << 17)), ("a.md", "# A\n### " + filled("`🌎 a` ", 1 << 17)),
    ]

    @Test("names, labels and documents without end", arguments: files.indices)
    func endless(_ index: Int) throws {
        let clock = ContinuousClock()
        let start = clock.now
        do { _ = try readings(Self.files[index].text, name: Self.files[index].name) } catch {
            #expect(error is InputError)
        }
        #expect(clock.now - start < .seconds(60))
    }

    @Test("of many broken records none is told with all that follows it")
    func brokenRecords() throws {
        let text = "[\n" + Self.filled("{\"title\":\"A\",x},\n", 1 << 16) + "{\"title\":\"B\"}]"
        let all = try readings(text, name: "a.json")
        #expect(all.titles == ["B"])
        #expect(all.rejects.count == (1 << 16) / 17)
        #expect(all.rejects.allSatisfy { $0.raw.hasPrefix("{\"title\":\"A\"") && $0.raw.utf8.count < 40 })
    }

    @Test("a text full of addresses is masked")
    func addresses() {
        let text = Self.filled("a@b.example ", 1 << 18)
        #expect(Redaction.masked(text).count == (1 << 18) / 12)
    }

    @Test("a workbook of very many sheets takes room for what they hold")
    func sheets() throws {
        let text = (1...2000).map { "\u{1} \($0) - Sheet \($0)\ntitle\nA\n" }.joined()
        let reader = try WorkbookReader(Array(text.utf8), path: "a.xlsx", recordLimit: ByteWindow.recordLimit)
        let record = RawRecord()
        var rows = 0
        while case .record = try reader.read(into: record) { rows += 1 }
        #expect(rows == 2000)
    }
}
