import StrataModel
import StrataTestSupport
import Testing

@testable import StrataReport

@Suite("CSV")
struct CSVTests {
    private static let reader = """
        import csv, json, sys
        with open(sys.argv[1], encoding="utf-8", newline="") as file:
            print(json.dumps(list(csv.reader(file, strict=True))))
        """

    private func table(_ cells: [Table.Cell]) -> Table {
        Table(columns: cells.indices.map { .init("c\($0)", "Column \($0)") }, rows: [cells])
    }

    @Test("figures are plain, fractions stay fractions, layers are slugs, missing is empty")
    func cells() {
        #expect(
            CSVRenderer.render(TextTableTests.demand) == """
                role,layer,jds,share,change,score
                Data Engineer,data-engineering,12345,0.25,0.5,1.5
                機械学習エンジニア,applied-ml,7,0.004,-0.03,0.0
                ,,0,0.0,,

                """)
    }

    @Test("only what needs quotes gets them")
    func quotes() {
        let cells: [Table.Cell] = [
            .text("plain"), .text("a,b"), .text("say \"x\""), .text("two\nlines"), .text(" x"), .text("a;b"),
        ]
        let expected = "c0,c1,c2,c3,c4,c5\nplain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\" x\",\"a;b\"\n"
        #expect(CSVRenderer.render(table(cells)) == expected)
        #expect(CSVRenderer.render(table([.text("")])) == "c0\n\"\"\n")
    }

    @Test(
        "a text that a spreadsheet would run gets an apostrophe",
        arguments: [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "\u{200B}=1", "\u{0}=1",
            "=cmd|' /C calc'!A0",
        ])
    func formulas(text: String) {
        let line = CSVRenderer.render(table([.text(text)])).dropFirst("c0\n".count)
        #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
    }

    @Test("a negative number is no formula")
    func negative() {
        #expect(
            CSVRenderer.render(table([.integer(-5), .change(-0.5), .number(.nan, digits: 1)])) == "c0,c1,c2\n-5,-0.5,\n"
        )
    }

    @Test("Python reads back the cells that were written", .enabled(if: Python.isThere, "python3 is not installed"))
    func roundTrip() throws {
        var generator = RepeatableGenerator(seed: 5)
        for columns in [1, 2, 5] {
            let table = generator.table(columns: columns, rows: 400)
            let read = try Python.run(Self.reader, input: CSVRenderer.render(table)) as? [[String]]
            let expected = [table.columns.map(\.key)] + table.rows.map { $0.map(expectedField) }
            #expect(read == expected)
        }
    }

    /// The rule again, in other words.
    private func expectedField(_ cell: Table.Cell) -> String {
        switch cell {
        case .text(let text):
            let kept = String(
                String.UnicodeScalarView(
                    text.unicodeScalars.filter { "\t\r\n".unicodeScalars.contains($0) || !TerminalText.isHidden($0) }))
            let start = kept.unicodeScalars.drop { $0 == " " }.first
            let isFormula = start.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
            let isSpace = kept.unicodeScalars.first.map { "\t\r\n".unicodeScalars.contains($0) } ?? false
            return isFormula || isSpace ? "'" + kept : kept
        case .integer(let number): return "\(number)"
        case .number(let number, _), .percent(let number), .change(let number):
            return number.isFinite ? "\(number)" : ""
        case .layer(let layer): return layer.rawValue
        case .trend(let values): return values.map { $0.isFinite ? "\($0)" : "" }.joined(separator: " ")
        case .missing: return ""
        }
    }
}
