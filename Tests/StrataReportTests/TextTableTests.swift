import StrataModel
import StrataTestSupport
import Testing

@testable import StrataReport

@Suite("Tables as text")
struct TextTableTests {
    static let demand = Table(
        title: "Demand by role",
        columns: [
            .init("role", "Role"), .init("layer", "Layer"), .init("jds", "JDs", .trailing),
            .init("share", "Share", .trailing), .init("change", "Change", .trailing),
            .init("score", "Score", .trailing),
        ],
        rows: [
            [
                .text("Data Engineer"), .layer(.dataEngineering), .integer(12345), .percent(0.25), .change(0.5),
                .number(1.5, digits: 2),
            ],
            [
                .text("機械学習エンジニア"), .layer(.appliedML), .integer(7), .percent(0.004), .change(-0.03),
                .number(0, digits: 2),
            ],
            [.missing, .missing, .integer(0), .percent(0), .missing, .missing],
        ])

    @Test("a column that wraps goes on below, under itself, and takes no more than eight lines")
    func wraps() {
        let table = Table(
            columns: [.init("n", "n", .trailing), .init("asks", "Asks for", wraps: true), .init("x", "x")],
            rows: [
                [.integer(1), .text("one two three four"), .text("end")], [.integer(2), .text("five"), .text("end")],
            ])
        #expect(
            TextRenderer.render(table, style: TextStyle(width: 21)) == """
                n  Asks for       x
                ─  ─────────────  ───
                1  one two three  end
                   four
                2  five           end

                """)
        let long = Table(
            columns: [.init("asks", "Asks for", wraps: true)],
            rows: [[.text(String(repeating: "word ", count: 100_000))]])
        let lines = TextRenderer.render(long, style: TextStyle(width: 20)).split(separator: "\n")
        #expect(lines.count == 2 + 8 && lines.allSatisfy { TerminalText.width(String($0)) <= 20 })
        #expect(lines.last?.hasSuffix("…") == true)
    }

    @Test("columns are aligned, figures to the right, missing values dashed")
    func aligned() {
        #expect(
            TextRenderer.render(Self.demand, style: TextStyle(width: 80)) == """
                Demand by role
                Role                Layer                JDs  Share  Change  Score
                ──────────────────  ────────────────  ──────  ─────  ──────  ─────
                Data Engineer       Data Engineering  12,345    25%    +50%   1.50
                機械学習エンジニア  Applied ML             7   0.4%     -3%   0.00
                –                   –                      0     0%       –      –

                """)
    }

    @Test("on a narrow terminal the words give way, never the figures")
    func narrow() {
        #expect(
            TextRenderer.render(Self.demand, style: TextStyle(width: 60)) == """
                Demand by role
                Role            Layer              JDs  Share  Change  Score
                ──────────────  ──────────────  ──────  ─────  ──────  ─────
                Data Engineer   Data Engineer…  12,345    25%    +50%   1.50
                機械学習エン…   Applied ML           7   0.4%     -3%   0.00
                –               –                    0     0%       –      –

                """)
    }

    @Test("a table without rows says so")
    func empty() {
        let table = Table(columns: [.init("a", "Name"), .init("b", "Count", .trailing)])
        #expect(
            TextRenderer.render(table) == """
                Name  Count
                ────  ─────
                (no rows)

                """)
    }

    @Test("a last column that is empty leaves no space behind")
    func noTrailingSpace() {
        let table = Table(
            columns: [.init("a", "A"), .init("b", "B")], rows: [[.text("long"), .text("")], [.text("x"), .text("y")]])
        #expect(TextRenderer.render(table).split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
    }

    @Test("every line of every table has the same width")
    func sameWidth() {
        var generator = RepeatableGenerator(seed: 3)
        for _ in 0..<400 {
            var table = generator.table(columns: 1 + generator.upTo(5), rows: generator.upTo(6))
            // A last column to the right shows where each line ends.
            table.columns.append(.init("end", "|", .trailing))
            table.rows = table.rows.map { $0 + [.text("|")] }
            let width = 20 + generator.upTo(120)
            let lines = TextRenderer.render(table, style: TextStyle(width: width)).split(separator: "\n")
            let widths = Set(lines.filter { $0 != "(no rows)" }.map { TerminalText.width(String($0)) })
            #expect(widths.count == 1, "\(lines.joined(separator: "\n"))")
        }
    }

    @Test("a table of words always fits")
    func wordsFit() {
        var generator = RepeatableGenerator(seed: 9)
        for _ in 0..<400 {
            let count = 1 + generator.upTo(5)
            let columns = (0..<count).map { Table.Column("c\($0)", generator.text(pieces: 3)) }
            let rows = (0..<5).map { _ in (0..<count).map { _ in Table.Cell.text(generator.text(pieces: 12)) } }
            let width = 5 * count + 20
            let text = TextRenderer.render(Table(columns: columns, rows: rows), style: TextStyle(width: width))
            #expect(text.split(separator: "\n").allSatisfy { TerminalText.width(String($0)) <= width })
        }
    }

    @Test("columns of words share what there is, the widest giving first")
    func fit() {
        let demands = [30, 10, 50].map { ColumnFit.Demand(head: 4, content: $0, isText: true) }
        #expect(ColumnFit.widths(demands, within: 90) == [30, 10, 50])
        #expect(ColumnFit.widths(demands, within: 80) == [30, 10, 40])
        #expect(ColumnFit.widths(demands, within: 51) == [21, 10, 20])
    }

    @Test("heads over figures give way before the figures do")
    func heads() {
        let demands = [ColumnFit.Demand(head: 20, content: 6), ColumnFit.Demand(head: 4, content: 40, isText: true)]
        #expect(ColumnFit.widths(demands, within: 20) == [8, 12])
        #expect(ColumnFit.widths(demands, within: 10) == [6, 4])
        #expect(ColumnFit.widths(demands, within: 5) == [6, 3])
    }

    @Test("a row that is too short is filled, one that is too long is cut")
    func ragged() {
        let table = Table(
            columns: [.init("a", "A"), .init("b", "B")],
            rows: [[.integer(1)], [.integer(1), .integer(2), .integer(3)]])
        #expect(TextRenderer.render(table) == "A  B\n─  ─\n1  –\n1  2\n")
    }
}
