import StrataModel

/// A document in which one text stands in every place that data may reach.
enum HostileDocument {
    static func make(_ text: String) -> Document {
        let mark = MarkedText.Mark(span: Span(start: 0, end: text.utf8.count / 2), layer: .mlops)
        let figures: [Chart.Figure] = [
            .lines(
                .init(
                    periods: ["2026-01", text],
                    series: [.init(name: text, values: [1, 2]), .init(name: text, values: [2, .nan], layer: .mlops)],
                    endsEarly: true)),
            .lines(.init(periods: [text, text], series: [.init(name: text, values: [1, 2])], endsEarly: true)),
            .bars([Bar(label: text, fraction: 0.5, value: text, layer: .mlops)]),
            .ranges(.init(unit: text, rows: [.init(label: text, low: 1, middle: 2, high: 3, count: 4)])),
            .shares([
                .init(
                    label: text, count: 3,
                    parts: [
                        .init(name: text, fraction: 0.9, layer: .appliedML), .init(name: text + "2", fraction: 0.1),
                    ])
            ]),
            .grid(.init(columns: [text, text], rows: [.init(label: text, layer: .mlops, values: [0.5, nil])])),
        ]
        return Document(
            title: text, subtitle: text,
            blocks: [
                .heading(text), .paragraph(text), .note(text), .list([text]), .facts([Fact(text, text)]),
                .table(table(text)), .bars([Bar(label: text, fraction: 0.5, value: text, layer: .mlops)]),
                .preformatted(text), .markedText(MarkedText(text: text, marks: [mark])),
                .lists([TitledList(text, [text]), TitledList(text, [])]), .writing([WritingSpace(text, lines: 2)]),
            ] + figures.map { .chart(Chart(title: text, summary: text, figure: $0, table: table(text))) },
            footer: [text, text])
    }

    static func table(_ text: String) -> Table {
        Table(
            title: text, columns: [.init(text, text), .init("b", text, .trailing), .init("c", text)],
            rows: [[.text(text), .text(text), .trend([1, .nan, 3])]])
    }

    /// Attempts at pages and templates, beside those that the other formats know.
    static let attempts = [
        "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "]]>", "-->", "<!--",
        "</style><script>alert(1)</script>", "</title><img src=x onerror=alert(1)>", "</textarea></details></main>",
        "javascript:alert(1)", "{{title}}", "{{{body}}}", "{{#blocks}}", "&#60;script&#62;", "&lt;b&gt;",
        "=HYPERLINK(\"http://x\")", "@import url(http://x)", "\u{0}<b>", "\u{0D4E}<b>", "\u{0600}<b>", "\u{200D}<b>",
        "e" + String(repeating: "\u{301}", count: 500) + "<i>", "\u{1B}[31m<u>\u{202E}<s>",
    ]
}
