import Foundation
import StrataModel
import StrataReport
import Testing

@Suite("Marked text")
struct MarkedTextTests {
    private func marked(_ text: String, _ words: [(String, Layer?)]) -> MarkedText {
        let marks = words.compactMap { word, layer -> MarkedText.Mark? in
            guard let range = text.range(of: word) else { return nil }
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return MarkedText.Mark(span: Span(start: start, end: start + word.utf8.count), layer: layer)
        }
        return MarkedText(text: text, marks: marks)
    }

    private func text(_ marked: MarkedText, width: Int = 60, color: Bool = false) -> String {
        TextRenderer.render(
            Document(title: "", blocks: [.markedText(marked)]), style: TextStyle(width: width, color: color))
    }

    @Test("marks stand in brackets without colour, line breaks and indentation stay")
    func brackets() {
        let value = marked("Für Zürich:\n  - Kubernetes, C++\n\nEnd", [("Kubernetes", .mlops), ("C++", nil)])
        #expect(text(value) == "Für Zürich:\n  - [Kubernetes], [C++]\n\nEnd\n")
    }

    @Test("marks stand in the layer's colour, also over a line's end")
    func colour() {
        let value = marked("We do feature engineering here", [("feature engineering", .appliedML)])
        #expect(
            text(value, width: 20, color: true)
                == "We do \u{1B}[1;38;5;29mfeature\u{1B}[0m\n\u{1B}[1;38;5;29mengineering\u{1B}[0m here\n")
        #expect(text(value, width: 20) == "We do [feature\nengineering] here\n")
        let outside = marked("Excel", [("Excel", nil)])
        #expect(text(outside, color: true) == "\u{1B}[4mExcel\u{1B}[0m\n")
    }

    @Test("offsets that lie beyond the text or inside a character do no harm")
    func offsets() {
        let marks = [Span(start: -3, end: 1), Span(start: 2, end: 3), Span(start: 50, end: 60)]
        let value = MarkedText(text: "aéb", marks: marks.map { .init(span: $0, layer: .mlops) })
        #expect(text(value) == "[a]éb\n")
    }

    @Test("in Markdown marks are bold within a quote")
    func markdown() {
        let value = marked(
            "# Needs\nKubernetes, .NET\n\n* <b>more</b>", [("Kubernetes", .mlops), (".NET", nil), ("more", .mlops)])
        let document = Document(title: "", blocks: [.markedText(value)])
        #expect(
            MarkdownRenderer.render(document) == """
                > \\# Needs\\
                > **Kubernetes**, <strong>.NET</strong>
                >
                > \\* &lt;b&gt;**more**&lt;/b&gt;

                """)
    }
}
