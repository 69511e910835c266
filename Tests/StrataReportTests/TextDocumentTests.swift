import StrataModel
import StrataReport
import StrataTestSupport
import Testing

@Suite("Documents as text")
struct TextDocumentTests {
    static let sample = Document(
        title: "Machine Learning Engineer", subtitle: "Acme, Berlin",
        blocks: [
            .facts([
                Fact("Posted", "2026-02-01"),
                Fact("Salary", "EUR 80,000 to 100,000 a year, with more words than a line holds"),
            ]),
            .heading("Layers"),
            .bars([
                Bar(label: "MLOps", fraction: 0.5, value: "50%", layer: .mlops),
                Bar(label: "Applied ML", fraction: 0.27, value: "27%", layer: .appliedML),
                Bar(label: "Outside", fraction: 0, value: "0%"),
            ]),
            .note("Shares add up to 100%."),
            .paragraph("MLOps leads: Kubernetes and MLflow are required."),
            .list(["first", "second, which goes on and on until it needs another line"]),
            .lists([TitledList("Good", ["one", "two"]), TitledList("Bad", ["three"])]),
            .writing([WritingSpace("Notes", lines: 3)]),
            .preformatted("+--+\n|  |\n+--+\n"),
        ])

    @Test("each block has its form, and lines stay within the width")
    func snapshot() {
        #expect(
            TextRenderer.render(Self.sample, style: TextStyle(width: 44)) == """
                Machine Learning Engineer
                Acme, Berlin

                Posted  2026-02-01
                Salary  EUR 80,000 to 100,000 a year, with
                        more words than a line holds

                Layers
                MLOps       █████████████▌               50%
                Applied ML  ███████▎                     27%
                Outside                                   0%

                Shares add up to 100%.

                MLOps leads: Kubernetes and MLflow are
                required.

                • first
                • second, which goes on and on until it
                  needs another line

                Good
                • one
                • two

                Bad
                • three

                +--+
                |  |
                +--+

                """)
    }

    @Test("without colour no escape byte, with colour every look ends where it began")
    func color() {
        let plain = TextRenderer.render(Self.sample, style: TextStyle(width: 60))
        let painted = TextRenderer.render(Self.sample, style: TextStyle(width: 60, color: true))
        #expect(!plain.utf8.contains(0x1B))
        #expect(painted.contains("\u{1B}[1mMachine Learning Engineer\u{1B}[0m\n\u{1B}[2mAcme, Berlin\u{1B}[0m"))
        #expect(painted.contains("\u{1B}[38;5;166m█"))
        for line in painted.split(separator: "\n") {
            #expect(
                line.split(separator: "\u{1B}[0m", omittingEmptySubsequences: false).count - 1 == line.split(
                    separator: "\u{1B}["
                ).count / 2)
        }
        #expect(uncoloured(painted) == plain)
    }

    @Test("bars show more than nothing as more than nothing, and no more than all")
    func bars() {
        let bars = [0.001, 1, 7, -1, .nan].map { Bar(label: "x", fraction: $0, value: "v") }
        let document = Document(title: "", blocks: [.bars(bars)])
        let lines = TextRenderer.render(document, style: TextStyle(width: 20)).split(separator: "\n")
        #expect(
            lines == [
                "x  ▏               v", "x  ██████████████  v", "x  ██████████████  v", "x                  v",
                "x                  v",
            ])
    }

    @Test("long words are broken, wide characters fit")
    func wrapping() {
        let text = String(repeating: "機", count: 25) + " " + String(repeating: "x", count: 25)
        let result = TextRenderer.render(Document(title: "", blocks: [.paragraph(text)]), style: TextStyle(width: 20))
        #expect(result.split(separator: "\n").map { TerminalText.width(String($0)) } == [20, 20, 10, 20, 5])
    }

    @Test("no paragraph is wider than the terminal, and no word is lost")
    func wrapped() {
        var generator = RepeatableGenerator(seed: 4)
        for _ in 0..<500 {
            let text = generator.text(pieces: 40)
            let width = 20 + generator.upTo(60)
            let lines = TextRenderer.render(
                Document(title: "", blocks: [.paragraph(text)]), style: TextStyle(width: width)
            )
            .split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.allSatisfy { TerminalText.width(String($0)) <= width })
            let words = TerminalText.sanitised(text).unicodeScalars.filter { $0 != " " }
            #expect(lines.joined().unicodeScalars.filter { $0 != " " }.elementsEqual(words))
        }
    }

    private func uncoloured(_ text: String) -> String {
        text.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated()
            .map { $0 == 0 ? String($1) : String($1.drop { $0 != "m" }.dropFirst()) }.joined()
    }
}
