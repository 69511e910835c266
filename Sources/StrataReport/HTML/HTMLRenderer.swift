internal import Mustache
public import StrataModel

/// Draws a document as one self-contained page: no script, nothing fetched; it prints well, follows the reader's choice of
/// light or dark, and says to a screen reader what it shows.
public enum HTMLRenderer {
    /// The whole page; ends with a line feed.
    public static func render(_ document: Document) -> String {
        var page = HTMLPage()
        for block in document.blocks { page.draw(block) }
        var frame: [String: Any] = [
            "title": text(document.title), "style": HTMLStyle.text + HTMLChartStyle.text, "body": page.markup.text,
        ]
        // A key without a value would be drawn as one.
        if let subtitle = document.subtitle { frame["subtitle"] = prose(subtitle) }
        if !document.footer.isEmpty { frame["footer"] = ["paragraphs": document.footer.map(prose)] }
        return template?.render(frame) ?? ""
    }

    /// Never nil: the template is ours, and a test draws each kind of block with it.
    private static let template = try? MustacheTemplate(string: HTMLStyle.page)

    private static func text(_ text: String) -> String {
        var markup = Markup()
        markup.data(text)
        return markup.text
    }

    private static func prose(_ text: String) -> String {
        var markup = Markup()
        markup.prose(text, limit: 2000)
        return markup.text
    }
}

/// The blocks of a page, one after the other.
struct HTMLPage {
    var markup = Markup()
    /// Charts and tables drawn so far: each has a name of its own.
    var charts = 0
    var tables = 0

    mutating func draw(_ block: Block) {
        switch block {
        case .heading(let text): element("<h2>", text, "</h2>\n")
        case .paragraph(let text): element("<p class=\"lead\">", text, "</p>\n", limit: nil)
        case .note(let text): element("<p class=\"note\">", text, "</p>\n", limit: nil)
        case .list(let items):
            markup.raw("<ul>")
            for item in items { element("<li>", item, "</li>", limit: nil) }
            markup.raw("</ul>\n")
        case .facts(let facts): draw(facts)
        case .table(let table): draw(table, name: table.title)
        case .bars(let bars): draw(bars)
        case .chart(let chart): draw(chart)
        case .preformatted(let text):
            markup.raw("<pre tabindex=\"0\">")
            markup.escaped(TerminalText.sanitisedLines(text))
            markup.raw("</pre>\n")
        case .markedText(let marked): draw(marked)
        case .lists(let lists): draw(lists)
        case .writing(let spaces): draw(spaces)
        }
    }

    mutating func element(_ start: StaticString, _ text: String, _ end: StaticString, limit: Int? = Markup.lineLimit) {
        markup.raw(start)
        markup.prose(text, limit: limit)
        markup.raw(end)
    }

    private mutating func draw(_ facts: [Fact]) {
        markup.raw("<dl class=\"facts\">")
        for fact in facts {
            let isLong = TerminalText.width(Markup.bounded(fact.value, to: 60)) > Self.longFact
            element(isLong ? "<div class=\"long\"><dt>" : "<div><dt>", fact.name, "</dt>")
            element("<dd>", fact.value, "</dd></div>", limit: nil)
        }
        markup.raw("</dl>\n")
    }

    /// Letters of a value that takes two columns.
    private static let longFact = 32

    /// Lines as paragraphs, empty ones left out, each a row of runs.
    private mutating func draw(_ marked: MarkedText) {
        markup.raw("<div class=\"text\">")
        for line in MarkedRuns.lines(of: marked, brackets: false) where !line.runs.isEmpty {
            markup.raw("<p>")
            for run in line.runs {
                guard let mark = run.mark else {
                    markup.escaped(run.text)
                    continue
                }
                let layer = marked.marks[mark].layer
                markup.raw("<mark class=\"")
                markup.raw((layer.map(ChartInk.layer) ?? .outside).className)
                markup.raw("\" title=\"")
                markup.escaped(layer?.name ?? "No layer of the stack")
                markup.raw("\">")
                markup.escaped(run.text)
                markup.raw("</mark>")
            }
            markup.raw("</p>")
        }
        markup.raw("</div>\n")
    }
}
