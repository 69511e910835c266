import StrataModel
import Testing

@testable import StrataImport

@Suite("CSV and its kin")
struct DelimitedTests {
    @Test("quoted fields keep their line ends, quotes and delimiters")
    func quotedFields() throws {
        let text = "title,description\r\n\"Data \"\"Lead\"\" Engineer\",\"line one\r\nline two, with a comma\"\r\n"
        let all = try readings(text, name: "a.csv")
        #expect(all.titles == ["Data \"Lead\" Engineer"])
        #expect(all.jds.first?.text == "line one\nline two, with a comma")
        #expect(all.rejects.isEmpty)
    }

    @Test("the delimiter is found out", arguments: [",", "\t", ";", "|"])
    func delimiter(_ delimiter: String) throws {
        let rows = [["Titel", "Firma", "Ort"], ["Data Engineer", "Acme", "Köln"], ["ML Engineer", "Bolt", "Bonn"]]
        let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: "\n")
        let all = try readings(text, name: "a.csv")
        #expect(all.titles == ["Data Engineer", "ML Engineer"])
        #expect(all.jds.map(\.company) == ["Acme", "Bolt"])
        #expect(all.jds.map(\.location) == ["Köln", "Bonn"])
    }

    @Test("git conflict markers and a repeated header are rejects, the rows around them go in")
    func conflictMarkers() throws {
        let text = """
            <<<<<<< HEAD
            ,title,company
            0,Data Engineer,Acme
            =======
            ,title,company
            1,ML Engineer,Bolt
            >>>>>>> 408412cc
            """
        let all = try readings(text, name: "a.csv")
        #expect(all.titles == ["Data Engineer", "ML Engineer"])
        #expect(all.rejects.map(\.row) == [1, 3, 4, 6])
        #expect(all.rejects.map(\.line) == [1, 4, 5, 7])
        #expect(all.rejects[0].reason.contains("git conflict"))
        #expect(all.rejects[2].reason.contains("header"))
        #expect(all.jds.allSatisfy { $0.externalID == nil })
    }

    @Test("a row that is too short lacks its last fields, one that is too long is a reject")
    func raggedRows() throws {
        let text = "title,company,location\nA engineer,Acme\nB engineer,Acme,Bonn,what,else\nC engineer,Acme,Bonn,,\n"
        let all = try readings(text, name: "a.csv")
        #expect(all.titles == ["A engineer", "C engineer"])
        #expect(all.jds[0].location == nil)
        #expect(all.rejects.map(\.line) == [3])
        #expect(all.rejects[0].reason.contains("5 fields, the header names 3"))
        #expect(all.rejects[0].raw == "B engineer,Acme,Bonn,what,else\n")
    }

    @Test("a quote that is never closed is a reject that names its line")
    func unclosedQuote() throws {
        let text = "title,description\nA,fine\nB,\"not\nclosed,\nat all\n"
        let all = try readings(text, name: "a.csv")
        #expect(all.titles == ["A"])
        #expect(all.rejects.count == 1)
        #expect(all.rejects[0].line == 3)
        #expect(all.rejects[0].reason.contains("line 3"))
    }

    @Test("records longer than a chunk are read whole")
    func longFields() throws {
        let long = String(repeating: "long text with \"\"quotes\"\" and,commas\n", count: 80_000)
        let text = "title,description\nA,\"\(long)\"\nB,short\n"
        let all = try readings(text, name: "a.csv")
        #expect(all.titles == ["A", "B"])
        #expect(all.jds[0].text.utf8.count == long.utf8.count - 80_000 * 2 - 1)
    }

    @Test("skipping and then reading gives what reading alone gives", arguments: [0, 1, 99, 100, 101, 250, 400])
    func skipping(_ rows: Int) throws {
        let text = "title\n" + (0..<300).map { "Engineer \($0)\n" }.joined()
        let whole = try readings(text, name: "a.csv")
        let stream = try RecordStream(.memory(name: "a.csv", bytes: Array(text.utf8)), options: RecordOptions())
        try stream.skip(rows)
        var numbers: [Int] = []
        while case .jd(_, let row)? = try stream.next() { numbers.append(row) }
        #expect(numbers == Array(whole.rows.dropFirst(rows)))
    }

    @Test("blank lines are no records")
    func blankLines() throws {
        let all = try readings("title,company\n\nA,B\n\r\n\nC,D\n\n", name: "a.csv")
        #expect(all.titles == ["A", "C"])
        #expect(all.count == 2)
    }

    @Test("rows of empty fields are rejects")
    func emptyRows() throws {
        let all = try readings("title,company\nA,B\n,\n", name: "a.csv")
        #expect(all.jds.count == 1)
        #expect(all.rejects.map(\.reason) == ["empty: neither title nor text"])
    }
}
