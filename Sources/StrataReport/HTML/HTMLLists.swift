import StrataModel

extension HTMLPage {
    /// Lists side by side, one under the other on a phone.
    mutating func draw(_ lists: [TitledList]) {
        markup.raw("<div class=\"lists\">")
        for list in lists {
            element("<section><h3>", list.title, "</h3><ul>")
            for item in list.items { element("<li>", item, "</li>", limit: nil) }
            markup.raw("</ul></section>")
        }
        markup.raw("</div>\n")
    }

    /// Ruled lines under what they are for.
    mutating func draw(_ spaces: [WritingSpace]) {
        markup.raw("<div class=\"writing\">")
        for space in spaces {
            element("<div><p>", space.label, "</p>")
            for _ in 0..<min(max(space.lines, 0), Self.mostLines) { markup.raw("<span aria-hidden=\"true\"></span>") }
            markup.raw("</div>")
        }
        markup.raw("</div>\n")
    }

    /// A sheet of paper has no more.
    private static let mostLines = 40
}
