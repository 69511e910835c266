import StrataModel
import Testing

@testable import StrataImport

@Suite("JSON and JSONL")
struct JSONTests {
    @Test("an array of objects is read element by element, nested keys by path")
    func array() throws {
        let text = """
            [{"job_title": "Data Engineer", "hiringOrganization": {"name": "Acme"}, "base_salary":
              {"min_amount": 118657, "max_amount": 187200, "currency": "$", "payment_period": "yr"}},
             {"job_title": "ML \\u00e9\\ud83d\\ude00 \\"x\\"", "hiringOrganization": null, "tags": [1, [2, {"a": 3}]]}]
            """
        let all = try readings(text, name: "a.json")
        #expect(all.titles == ["Data Engineer", "ML é😀 \"x\""])
        #expect(all.jds[0].company == "Acme")
        #expect(all.jds[0].salary?.min == 118_657)
        #expect(all.jds[0].salary?.currency == "USD")
        #expect(all.jds[0].salary?.period == .year)
    }

    @Test("the largest array of objects counts, under whatever key")
    func container() throws {
        let text = """
            {"version": "1", "title": "an export", "facets": [{"name": "a"}, {"name": "b"}],
             "data": {"jobs": [{"title": "A", "tags": [{"x": 1}]}, {"title": "B"}], "n": 2}}
            """
        let all = try readings(text, name: "a.json")
        #expect(all.titles == ["A", "B"])
    }

    @Test("a container that comes through a pipe is found its records as well")
    func pipe() throws {
        let text = Array(#"{"n": 1, "jobs": [{"title": "A"}, {"title": "B"}]}"#.utf8)
        let window = ByteWindow(PrefixSource(Array(text[..<9]), then: MemorySource(Array(text[9...]))))
        _ = try window.refill(keepingFrom: 0)
        let (reader, _) = try JSONLayout.reader(window, from: 0, path: "-", isLines: false)
        let record = RawRecord()
        var titles: [String] = []
        while case .record = try reader.read(into: record) {
            titles.append(record.withValue(0) { TextDecoding.string($0) } ?? "")
        }
        #expect(titles == ["A", "B"])
    }

    @Test("one object is one JD")
    func single() throws {
        let text = #"{"title": "A", "description": "text", "places": [{"city": "Bonn"}, {"city": "Ulm"}]}"#
        #expect(try readings(text, name: "a.json").titles == ["A"])
    }

    @Test("a truncated array gives its good elements and a reject that names the place")
    func truncated() throws {
        let text = "[{\"title\": \"A\"},\n {\"title\": \"B\"},\n {\"title\": \"C\", \"description\": \"cut of"
        let all = try readings(text, name: "a.json")
        #expect(all.titles == ["A", "B"])
        #expect(all.rejects.count == 1)
        #expect(all.rejects[0].line == 3)
        #expect(all.rejects[0].reason.contains("line 3"))
        #expect(all.rejects[0].raw.contains("cut of"))
    }

    @Test("a broken element costs no other where elements begin on lines of their own")
    func brokenElement() throws {
        let text = "[\n {\"title\": \"A\"},\n {\"title\" \"B\"},\n {\"title\": \"C\"}\n]"
        let all = try readings(text, name: "a.json")
        #expect(all.titles == ["A", "C"])
        #expect(all.rejects.map(\.line) == [3])
        #expect(all.rejects[0].reason.contains("expected ':'"))
    }

    @Test("each line of JSONL stands alone; several objects a line are several records")
    func lines() throws {
        let text = """
            {"title": "A"}
            {"title": "B"}{"title": "C"}

            {"title": "D", "description": "unclosed
            not JSON at all
            {"title": "E"},
            42
            {"title": "F"
            """
        let all = try readings(text, name: "a.jsonl")
        #expect(all.titles == ["A", "B", "C", "E"])
        #expect(all.rejects.map(\.line) == [4, 5, 7, 8])
        #expect(all.rejects.map(\.row) == [4, 5, 7, 8])
        #expect(all.rejects[0].reason.contains("line 4, byte"))
        #expect(all.count == 8)
    }

    @Test("JSONL under the name of JSON, and JSON under the name of JSONL, are told by content")
    func misnamed() throws {
        #expect(try readings("{\"title\": \"A\"}\n{\"title\": \"B\"}\n", name: "a.json").titles == ["A", "B"])
        #expect(try readings("[{\"title\": \"A\"},{\"title\": \"B\"}]", name: "a.jsonl").titles == ["A", "B"])
        #expect(
            try readings("{\n \"title\": \"A\"\n}\n{\n \"title\": \"B\"\n}\n", name: "a.jsonl").titles == ["A", "B"])
    }

    @Test("lone surrogates and unknown escapes do no harm")
    func oddEscapes() throws {
        let all = try readings(#"[{"title": "A \ud83d B \q \u12"}]"#, name: "a.json")
        #expect(all.titles == ["A \u{FFFD} B \\q \\u12"])
    }

    @Test("nesting beyond the limit is a reject that names it")
    func deepNesting() throws {
        let deep = String(repeating: "[", count: 100_000)
        let all = try readings("{\"title\": \"A\"}\n{\"x\": \(deep)\n{\"title\": \"B\"}\n", name: "a.jsonl")
        #expect(all.titles == ["A", "B"])
        #expect(all.rejects[0].reason.contains("deeper than 64"))
    }

    @Test("objects longer than a chunk are read whole")
    func longObjects() throws {
        let long = String(repeating: "text \\\"quoted\\\" \\u00e4 ", count: 100_000)
        let text = "[{\"title\": \"A\", \"description\": \"\(long)\"}, {\"title\": \"B\"}]"
        let all = try readings(text, name: "a.json")
        #expect(all.titles == ["A", "B"])
        #expect(all.jds[0].text.hasSuffix("\"quoted\" ä"))
    }

    @Test("what is no object is a reject")
    func scalars() throws {
        let all = try readings("[{\"title\": \"A\"}, 12, \"x\", [1, 2], {\"title\": \"B\"}]", name: "a.json")
        #expect(all.titles == ["A", "B"])
        #expect(all.rejects.count == 3)
    }

    @Test("records with neither title nor text are rejects, keys that come late are found")
    func lateKeys() throws {
        let many = (0..<150).map { "{\"title\": \"T\($0)\"}" }.joined(separator: "\n")
        let all = try readings(
            many + "\n{\"error\": \"x\"}\n{\"title\": \"L\", \"company\": \"Acme\"}", name: "a.jsonl")
        #expect(all.jds.count == 151)
        #expect(all.jds.last?.company == "Acme")
        #expect(all.rejects[0].reason.hasPrefix("error record: neither title nor text"))
    }
}
