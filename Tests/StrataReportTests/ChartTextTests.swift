import StrataModel
import StrataTestSupport
import Testing

@testable import StrataReport

@Suite("Charts as text and Markdown")
struct ChartTextTests {
    private func text(_ figure: Chart.Figure, width: Int = 80) -> String {
        let chart = Chart(title: "", summary: "", figure: figure, table: Table(columns: []))
        return TextChart(chart, width: width, paint: Paint(color: false)).lines.joined(separator: "\n")
    }

    @Test("bars carry the letters of layers")
    func bars() {
        let bars = [
            Bar(label: "dbt", fraction: 1, value: "40%", layer: .dataEngineering),
            Bar(label: "MLflow", fraction: 0.5, value: "20%", layer: .mlops),
            Bar(label: "Excel", fraction: 0.25, value: "10%"),
        ]
        #expect(
            text(.bars(bars), width: 34) == """
                dbt    DE   █████████████████  40%
                MLflow OPS  ████████▌          20%
                Excel       ████▎              10%
                DE Data Engineering, OPS MLOps
                """)
    }

    @Test("lines are their course between the first and the last figure")
    func lines() {
        let lines = Chart.Lines(
            periods: ["2026-01", "2026-02", "2026-03"],
            series: [.init(name: "Data Engineer", values: [10, 1250, 40]), .init(name: "MLE", values: [0, 4, 8])],
            endsEarly: true)
        #expect(
            text(.lines(lines)) == """
                               2026-01       2026-03*
                Data Engineer       10  ▁█▁        40
                MLE                  0  ▁▄█         8
                * not counted to its end
                """)
    }

    @Test("ranges are figures, on a scale where there is room")
    func ranges() {
        let ranges = Chart.Ranges(
            unit: "USD a year", rows: [.init(label: "MLE", low: 100_000, middle: 150_000, high: 200_000, count: 40)])
        #expect(
            text(.ranges(ranges), width: 60) == """
                      n  lower  median  upper  100k                     200k
                MLE  40   100k    150k   200k  ━━━━━━━━━━━━━━┃━━━━━━━━━━━━━━
                USD a year; lower and upper quartile around the median
                """)
        #expect(!text(.ranges(ranges), width: 40).contains("━"))
    }

    @Test("shares are figures, and bars where there is room")
    func shares() {
        let row = Chart.ShareRow(
            label: "MLE", count: 1200,
            parts: [
                .init(name: "Applied ML", fraction: 0.5, layer: .appliedML),
                .init(name: "MLOps", fraction: 0.25, layer: .mlops), .init(name: "Outside the stack", fraction: 0.25),
            ])
        #expect(
            text(.shares([row]), width: 50)
                == """
                         n   ML  OPS  Outside
                MLE  1,200  50%  25%      25%  ▓▓▓▓▓▓▓▓▓▓▒▒▒▒·····
                ML Applied ML, OPS MLOps
                """)
        #expect(!text(.shares([row]), width: 40).contains("▓"))
    }

    @Test("whatever the words, no line is wider than the terminal", arguments: [80, 100, 140])
    func widths(width: Int) {
        var generator = RepeatableGenerator(seed: 9)
        for _ in 0..<150 {
            let word = generator.text(pieces: 8)
            let document = HostileDocument.make("x\(word)")
            for case .chart(let chart) in document.blocks {
                for line in TextChart(chart, width: width, paint: Paint(color: false)).lines {
                    #expect(TerminalText.width(line) <= width, "\(line)")
                }
            }
        }
        for line in TextRenderer.render(SampleReport.document, style: TextStyle(width: width)).split(separator: "\n") {
            #expect(TerminalText.width(String(line)) <= width, "\(line)")
        }
    }

    @Test("a course longer than its room is drawn by the middles of its stretches")
    func courses() {
        #expect(Sparkline.text([0, 0, 4, 4, 8, 8], most: 3) == "▁▄█")
        #expect(Sparkline.text([1, 2], most: 3) == "▄█")
        #expect(Sparkline.text(Array(repeating: 1, count: 1000), most: 7).count == 7)
    }

    @Test("Markdown has bars beside the rows of their table, and courses before theirs")
    func markdown() {
        let table = Table(
            columns: [.init("role", "Role"), .init("jds", "JDs", .trailing)],
            rows: [[.text("MLE"), .integer(40)], [.text("DE"), .integer(10)]])
        let bars = [Bar(label: "MLE", fraction: 1, value: "40"), Bar(label: "DE", fraction: 0.25, value: "10")]
        let lines = Chart.Lines(
            periods: ["2025", "2026"], series: [.init(name: "MLE", values: [0.125, 0.5])], isShare: true)
        let document = Document(
            title: "",
            blocks: [.bars(bars), .lines(lines)].map { figure in
                .chart(Chart(title: "JDs", summary: "So.", figure: figure, table: table))
            })
        #expect(
            MarkdownRenderer.render(document) == """
                **JDs**

                _So._

                | Role | JDs |  |
                | :--- | ---: | :--- |
                | MLE | 40 | ████████████████████ |
                | DE | 10 | █████ |

                **JDs**

                _So._

                |  | 2025 |  | 2026 |
                | :--- | ---: | :--- | ---: |
                | MLE | 13% | ▂█ | 50% |

                | Role | JDs |
                | :--- | ---: |
                | MLE | 40 |
                | DE | 10 |

                """)
    }
}
