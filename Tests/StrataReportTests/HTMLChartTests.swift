import StrataModel
import StrataTestSupport
import Testing

@testable import StrataReport

@Suite("Charts on a page")
struct HTMLChartTests {
    private func page(_ figure: Chart.Figure, table: Table = Table(columns: [])) -> String {
        HTMLRenderer.render(
            Document(
                title: "t",
                blocks: [.chart(Chart(title: "JDs", summary: "They grow.", figure: figure, table: table))]))
    }

    /// What a pattern's group holds, in the order of the page; styles left out.
    private func all(_ pattern: Regex<(Substring, Substring)>, in page: String) -> [String] {
        let body = page.split(separator: "</style>").last.map(String.init) ?? page
        return body.matches(of: pattern).map { String($0.output.1) }
    }

    private func numbers(_ pattern: Regex<(Substring, Substring)>, in page: String) -> [Double] {
        all(pattern, in: page).compactMap(Double.init)
    }

    private func lines(_ values: [[Double]], endsEarly: Bool = false, isShare: Bool = false) -> Chart.Figure {
        let count = values.first?.count ?? 0
        return .lines(
            .init(
                periods: Array(SampleReport.periods.prefix(count)),
                series: values.enumerated().map { .init(name: "Role \($0)", values: $1) }, endsEarly: endsEarly,
                isShare: isShare))
    }

    @Test("a figure has its title, what there is to see in it, a name for screen readers and its table")
    func figure() {
        let page = HTMLRenderer.render(SampleReport.document)
        #expect(page.matches(of: /<figure/).count == 6 && page.matches(of: /<\/figure>/).count == 6)
        #expect(
            page.contains("<p class=\"title\" id=\"chart-1\">JDs by role</p><p class=\"summary\" id=\"summary-1\">"))
        #expect(page.contains("<div role=\"img\" aria-labelledby=\"chart-1\" aria-describedby=\"summary-1\">"))
        #expect(page.matches(of: /<details><summary>Figures as a table<\/summary>/).count == 6)
        for landmark in ["<header>", "<main>", "<footer>"] {
            #expect(page.split(separator: landmark, omittingEmptySubsequences: false).count == 2)
        }
    }

    @Test("the figures of the table are those of the model, in its order")
    func tableFigures() {
        let rows = (0..<40).map { [Table.Cell.text("Role \($0)"), .integer($0 * 1013), .percent(Double($0) / 40)] }
        let table = Table(
            columns: [.init("r", "Role"), .init("n", "JDs", .trailing), .init("s", "Share", .trailing)], rows: rows)
        let cells = all(/<t[dh](?: class="n"| scope="row")>([^<]*)</, in: page(.bars([]), table: table))
        #expect(cells == rows.flatMap { $0.map(\.readable) })
    }

    @Test("lines begin at 0, whatever the figures")
    func axis() {
        var generator = RepeatableGenerator(seed: 1)
        for _ in 0..<100 {
            let values = (0...generator.upTo(6)).map { _ in
                (0..<9).map { _ in Double(500 + generator.upTo(300)) }
            }
            let page = page(lines(values))
            let ticks = all(/<span style="top:[\d.]+%">([^<]*)</, in: page)
            #expect(ticks.first == "0" && (3...8).contains(ticks.count), "\(ticks)")
        }
    }

    @Test("names at the ends of lines keep apart, on a screen and on a phone")
    func namesApart() {
        var generator = RepeatableGenerator(seed: 2)
        for count in 2...8 {
            for most in [1, 5, 1000] {
                let page = page(
                    lines((0..<count).map { _ in [1, Double(generator.upTo(most)), Double(generator.upTo(most))] }))
                for (tops, size) in [
                    (numbers(/--y:([\d.]+)/, in: page), LineDrawing.nameHeights.wide),
                    (numbers(/--n:([\d.]+)/, in: page), LineDrawing.nameHeights.narrow),
                ] {
                    #expect(tops.count == count)
                    let sorted = tops.sorted()
                    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= size - 0.01 }, "\(tops)")
                    #expect(sorted[0] >= size / 2 - 0.01 && sorted[count - 1] <= TimeFrame.height - size / 2 + 0.01)
                }
            }
        }
    }

    @Test("a period that goes on is drawn apart, and the page says so")
    func endsEarly() {
        for values in [[[1.0, 2, 3]], [[1, 2, 3], [3, 2, 1]]] {
            let open = page(lines(values, endsEarly: true))
            #expect(all(/class="(line open|open)"/, in: open).count == values.count)
            #expect(open.contains("Dashed: 2025-03 is not counted to its end"))
            #expect(!page(lines(values)).contains("Dashed:"))
        }
    }

    @Test("one series is columns, many periods a line; a gap stays a gap")
    func shapes() {
        #expect(page(lines([[4, 2, 8]])).contains("<rect x="))
        #expect(all(/class="over"[^>]*>([^<]*)</, in: page(lines([[4, 2, 8]]))) == ["8"])
        let long = Chart.Lines(
            periods: (0..<90).map { "\(1900 + $0)" }, series: [.init(name: "a", values: Array(repeating: 1, count: 90))]
        )
        #expect(page(.lines(long)).contains("class=\"line\""))
        let gap = all(/class="line" d="([^"]*)"/, in: page(lines([[1, 2, .nan, 3, 4], [1, 1, 1, 1, 1]])))
        #expect(gap.map { $0.count { $0 == "M" } }.sorted() == [1, 2])
    }

    @Test("a series alone is named where the title does not")
    func alone() {
        let series = Chart.Figure.lines(
            .init(periods: ["2025", "2026"], series: [.init(name: "dbt", values: [1, 2])]))
        for (title, count) in [("JDs a year", 1), ("JDs that ask for dbt", 0)] {
            let chart = Chart(title: title, summary: "", figure: series, table: Table(columns: []))
            let page = HTMLRenderer.render(Document(title: "t", blocks: [.chart(chart)]))
            #expect(all(/class="only">([^<]*)</, in: page).count == count)
        }
    }

    @Test("shares are drawn as percentages, counts on a scale of whole numbers")
    func units() {
        #expect(
            all(/<span style="top:[\d.]+%">([^<]*)</, in: page(lines([[0.2, 0.31], [0, 0]], isShare: true))).last
                == "40%")
        #expect(all(/<span style="top:[\d.]+%">([^<]*)</, in: page(lines([[1, 2], [0, 1]]))) == ["0", "1", "2"])
    }

    @Test("of more lines than there are colours the rest is named")
    func many() {
        let page = page(lines((0..<11).map { [Double($0), 1] }))
        #expect(page.contains("3 more are in the table."))
        #expect(Set(all(/<g class="(s\d)"/, in: page)).count == 8)
    }

    @Test("bars, ranges, shares and grids keep the order given")
    func order() {
        let names = ["Zeta", "Alpha", "Mid"]
        let bars = page(.bars(names.map { Bar(label: $0, fraction: 0.3, value: "3") }))
        #expect(all(/<dt>([^<]*)</, in: bars) == names)
        let ranges = page(
            .ranges(.init(unit: "USD", rows: names.map { .init(label: $0, low: 1, middle: 2, high: 3, count: 30) })))
        #expect(all(/class="label">([A-Z][^<]*?) </, in: ranges) == names)
        let shares = page(
            .shares(names.map { .init(label: $0, count: 1, parts: [.init(name: "all", fraction: 1)]) }))
        #expect(all(/class="label">([A-Z][^<]*?) </, in: shares) == names)
        let grid = page(.grid(.init(columns: ["x"], rows: names.map { .init(label: $0, values: [0.5]) })))
        #expect(all(/<th scope="row">([^<]*)</, in: grid) == names)
    }

    @Test("a layer's colour never stands alone")
    func layers() {
        let other = page(.bars([Bar(label: "dbt", fraction: 1, value: "1", layer: .dataEngineering)]))
        #expect(other.contains("<span class=\"tag data-engineering\">DE</span></dt>"))
        #expect(other.contains("DE</span> Data Engineering"))
        let own = page(.bars([Bar(label: "MLOps", fraction: 1, value: "1", layer: .mlops)]))
        #expect(all(/class="(tag[^"]*)"/, in: own).isEmpty)
    }

    @Test("bars end within 0 and 100%, their values are those given")
    func bars() {
        let page = page(.bars([2, -1, .nan, 0.255].map { Bar(label: "a", fraction: $0, value: "v<\($0)") }))
        #expect(all(/class="bar [^"]*" style="--f:([^"]*)"/, in: page) == ["100", "0", "0", "25.5"])
        #expect(all(/class="value">([^<]*)</, in: page) == ["v&lt;2.0", "v&lt;-1.0", "v&lt;nan", "v&lt;0.255"])
    }

    @Test("ranges say where their scale begins, of how many figures, and which are few")
    func ranges() {
        let row = Chart.Range(label: "a", low: 91_000, middle: 110_000, high: 152_000, count: 1234)
        let few = Chart.Range(label: "b", low: 95_000, middle: 101_000, high: 120_000, count: 19)
        let page = page(.ranges(.init(unit: "EUR a year", rows: [row, few])))
        #expect(page.contains("EUR a year. ") && page.contains("The scale begins at 80k."))
        #expect(page.contains("<small>n 1,234</small>") && all(/class="accent (few)"/, in: page).count == 1)
        for figure in [">91k<", ">110k<", ">152k<"] { #expect(page.contains(figure)) }
        let wide = Chart.Range(label: "a", low: 10_000, middle: 110_000, high: 152_000, count: 30)
        #expect(self.page(.ranges(.init(unit: "EUR", rows: [wide]))).contains("The scale begins at 0."))
    }

    @Test("each part of a whole is named once: inside where it fits, else beneath")
    func shares() throws {
        var generator = RepeatableGenerator(seed: 3)
        for _ in 0..<200 {
            let cuts = (0..<5).map { _ in Double.random(in: 0...1, using: &generator) }.sorted()
            let fractions = zip(cuts + [1], [0] + cuts).map { $0 - $1 }
            let names = Layer.allCases.map { ($0.name, Layer?.some($0)) } + [("Outside", nil), ("Undecided", nil)]
            let parts = zip(names, fractions).map { Chart.ShareRow.Part(name: $0.0, fraction: $1, layer: $0.1) }
            let page = page(.shares([.init(label: "a", count: 9, parts: parts)]))
            let widths = numbers(/<rect height="100%" [^>]*width="([\d.]+)%"/, in: page)
            #expect((widths.reduce(0, +) - 100).magnitude < 0.1)
            for (room, pixels) in [("wide", 472.0), ("narrow", 328)] {
                let inside = all(
                    try Regex(
                        "class=\"[^\"]* \(room)\" x=\"[^\"]*\">([^<]*)<", as: (Substring, Substring).self), in: page)
                let beneath =
                    page.split(separator: "<p class=\"rest \(room)\">").dropFirst().first?
                    .split(separator: "</p>").first.map(String.init) ?? ""
                #expect(inside.count + beneath.matches(of: /<span>/).count == fractions.count { $0 > 0 })
                for text in inside {
                    let part = parts.first {
                        text.hasPrefix($0.name) || text.hasPrefix($0.layer.map { "\($0.tag) " } ?? "-")
                    }
                    #expect(Double(text.count) * 7.3 <= (part?.fraction ?? 0) * pixels, "\(text)")
                }
            }
        }
    }

    @Test("a grid is a table with a figure in each cell")
    func grid() {
        let page = page(.grid(.init(columns: ["A", "B"], rows: [.init(label: "r", values: [0.25, nil])])))
        #expect(page.contains("<td style=\"--p:50%\">25%</td><td class=\"none\">–</td>"))
        #expect(!page.contains("role=\"img\""))
    }

    @Test("a trend in a cell says what it shows")
    func spark() {
        let table = Table(
            columns: [.init("r", "Role"), .init("t", "Trend")], rows: [[.text("a"), .trend([3, 9, 1200])]])
        let page = HTMLRenderer.render(Document(title: "t", blocks: [.table(table)]))
        #expect(page.contains("aria-label=\"Trend over 3 periods: from 3 to 1,200, at most 1,200\""))
        #expect(page.contains("points=\"0,19.95 48,19.85 96,0\""))
    }

    @Test("where there is nothing to draw, the page says so")
    func nothing() {
        for figure: Chart.Figure in [
            .lines(.init(periods: [], series: [])), .lines(.init(periods: ["2026"], series: [])),
            lines([[.nan, .infinity]]), .bars([]), .ranges(.init(unit: "", rows: [])), .shares([]),
            .grid(.init(columns: [], rows: [])),
        ] { #expect(page(figure).contains("There are no figures to draw.")) }
    }

    @Test("light and dark have each colour, tables scroll by keyboard, paper has its rules")
    func style() {
        let page = HTMLRenderer.render(SampleReport.document)
        for name in ["ink", "page", "de", "ml", "ops", "pe", "out", "undecided", "accent"] + (0...7).map({ "s\($0)" }) {
            #expect(page.split(separator: "--\(name):#").count == 3, "\(name)")
        }
        #expect(page.matches(of: /prefers-color-scheme:dark/).count == 2 && page.contains("@media print"))
        let names = all(/role="region" tabindex="0" aria-label="([^"]*)"/, in: page)
        #expect(names.count == 8 && Set(names).count == 8)
    }
}
