import StrataModel
import StrataReport
import Testing

@Suite("HTML") struct HTMLTests {
    private static let hostile = "<script>alert(1)</script> & \"quoted\" 'so' \u{202E}evil\u{1B}[31m"

    /// Letters that join what follows them to one Character.
    @Test(arguments: ["\u{0D4E}", "\u{0600}", "\u{1F1E6}", "\u{200D}"]) func noLetterCarriesMarkupAlong(letter: String)
    {
        let page = HTMLRenderer.render(Self.document("Paris \(letter)<img src=x onerror=alert(1) \(letter)>"))
        // By bytes: as Characters, the markup would hide behind the letter here too.
        let bytes = Array(page.utf8)
        let tag = Array("<img".utf8)
        #expect(!bytes.indices.contains { bytes[$0...].starts(with: tag) })
    }

    private static func document(_ text: String) -> Document {
        Document(
            title: text, subtitle: text,
            blocks: [
                .heading(text), .paragraph(text), .note(text), .list([text]), .facts([Fact(text, text)]),
                .table(
                    Table(
                        title: text, columns: [Table.Column("a", text), Table.Column("b", text, .trailing)],
                        rows: [[.text(text), .integer(1234)], [.layer(.mlops)]])),
                .bars([
                    Bar(label: text, fraction: 2, value: text, layer: .mlops),
                    Bar(label: text, fraction: -1, value: text),
                ]),
                .preformatted(text), .lists([TitledList(text, [text])]), .writing([WritingSpace(text, lines: 2)]),
                .markedText(
                    MarkedText(text: text, marks: [.init(span: Span(start: 0, end: 8), layer: .appliedML)])),
            ])
    }

    @Test func drawsEveryKindOfBlock() {
        let page = HTMLRenderer.render(Self.document("Strata"))
        for piece in [
            "<!DOCTYPE html>", "<title>Strata</title>", "<h1>Strata</h1>", "<h2>Strata</h2>", "<li>Strata</li>",
            "<dt>Strata</dt>", "<caption>Strata</caption>", "<th scope=\"col\" class=\"n\">Strata</th>",
            "<th scope=\"row\">Strata</th><td class=\"n\">1,234</td>", "<th scope=\"row\">MLOps</th>",
            "bar mlops\" style=\"--f:100\"", "bar outside\" style=\"--f:0\"", "<pre tabindex=\"0\">Strata</pre>",
            "<section><h3>Strata</h3><ul><li>Strata</li></ul></section>",
            "<p>Strata</p><span aria-hidden=\"true\"></span><span aria-hidden=\"true\"></span>",
            "<mark class=\"applied-ml\" title=\"Applied ML\">Strata</mark>",
        ] { #expect(page.contains(piece), "\(piece)") }
        #expect(page.hasSuffix("</html>\n"))
    }

    @Test func aDateStaysOnOneLine() {
        let table = Table(columns: [Table.Column("a", "Posted")], rows: [[.text("2026-03-01")], [.text("03-01")]])
        let page = HTMLRenderer.render(Document(title: "JDs", blocks: [.table(table)]))
        #expect(page.contains("<th scope=\"row\" class=\"date\">2026-03-01</th>"))
        #expect(page.contains("<th scope=\"row\">03-01</th>") && page.contains(".date,.keep{white-space:nowrap}"))
    }

    @Test func aFirstColumnWithGapsNamesNoRows() {
        let table = Table(columns: [Table.Column("a", "A")], rows: [[.text("x")], [.text("")]])
        let page = HTMLRenderer.render(Document(title: "t", blocks: [.table(table)]))
        #expect(page.contains("<tr><td>x</td></tr>\n<tr><td></td></tr>") && !page.contains("scope=\"row\""))
    }

    @Test func aDateOrAnOptionInASentenceStaysOnOneLine() {
        let page = HTMLRenderer.render(
            Document(
                title: "t", subtitle: "Seen from 2026-01-01 on",
                blocks: [.note("See --source, (2026-07) and real-time"), .paragraph("a - b  c -- d")]))
        #expect(page.contains("Seen from <span class=\"keep\">2026-01-01</span> on</p>"))
        #expect(
            page.contains(
                "See <span class=\"keep\">--source,</span> <span class=\"keep\">(2026-07)</span> and real-time"))
        #expect(page.contains("<p class=\"lead\">a - b  c -- d</p>"))
    }

    @Test func longValuesTakeMoreRoom() {
        let facts = [Fact("JDs", "12"), Fact("Compared with", "185 JDs seen from 2025-07-01 until before 2026-01-01")]
        let page = HTMLRenderer.render(Document(title: "t", blocks: [.facts(facts)]))
        #expect(page.contains("<div><dt>JDs</dt>") && page.contains("<div class=\"long\"><dt>Compared with</dt>"))
    }

    @Test func whatStandsInTheDataIsNeverMarkup() {
        let page = HTMLRenderer.render(Self.document(Self.hostile))
        #expect(!page.contains("<script"))
        #expect(page.contains("&lt;script&gt;"))
        #expect(!page.contains("\u{1B}"))
        #expect(!page.contains("\u{202E}"))
    }

    @Test func isOneFileWithoutScriptOrAnythingFetched() {
        let page = HTMLRenderer.render(Self.document("x"))
        for forbidden in ["<script", "http:", "https:", "src=", "@import", "url("] {
            #expect(!page.contains(forbidden))
        }
    }

    @Test func whatIsNotThereIsNotDrawn() {
        let page = HTMLRenderer.render(Document(title: "t", blocks: [.table(Table(columns: [Table.Column("a", "A")]))]))
        for piece in ["nil", "class=\"subtitle\"", "<caption"] { #expect(!page.contains(piece), "\(piece)") }
    }

    @Test func nestedMarksKeepTheText() {
        let text = "one two\nthree"
        let page = HTMLRenderer.render(
            Document(
                title: "t",
                blocks: [
                    .markedText(MarkedText(text: text, marks: [.init(span: Span(start: 4, end: 7), layer: nil)]))
                ]))
        #expect(
            page.contains("<p>one <mark class=\"outside\" title=\"No layer of the stack\">two</mark></p><p>three</p>"))
    }
}
