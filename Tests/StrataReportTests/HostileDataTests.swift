import StrataModel
import StrataTestSupport
import Testing

@testable import StrataReport

/// Every place of a document that data may reach, in every format.
@Suite("Hostile data")
struct HostileDataTests {
    private func document(_ text: String) -> Document { HostileDocument.make(text) }

    private func table(_ text: String) -> Table { HostileDocument.table(text) }

    private func hasHidden(_ text: String, except: String) -> Bool {
        text.unicodeScalars.contains { TerminalText.isHidden($0) && !except.unicodeScalars.contains($0) }
    }

    @Test("nothing reaches a terminal but text", arguments: RepeatableGenerator.hostile)
    func everyFormat(text: String) {
        let text = "x \(text) y \(text)"
        let document = document(text)
        #expect(!hasHidden(TextRenderer.render(document), except: "\n"))
        #expect(!hasHidden(MarkdownRenderer.render(document), except: "\n"))
        #expect(!hasHidden(HTMLRenderer.render(document), except: "\n"))
        #expect(!hasHidden(CSVRenderer.render(table(text)), except: "\n\r\t"))
        #expect(!hasHidden(JSONRenderer.line(.object([(text, .string(text))])), except: "\n"))
    }

    @Test("with colour the only escapes are the renderer's own")
    func colours() {
        for piece in RepeatableGenerator.hostile {
            let painted = TextRenderer.render(document(piece), style: TextStyle(color: true))
            for code in painted.split(separator: "\u{1B}", omittingEmptySubsequences: false).dropFirst() {
                let isOwn = ["[0m", "[1m", "[2m", "[4m", "[1;38;5;", "[38;5;"].contains { code.hasPrefix($0) }
                #expect(isOwn, "\(code)")
            }
        }
    }

    @Test("no tag survives in Markdown outside a code block")
    func tags() {
        var document = document("<script>alert(1)</script><img src=x onerror=y>")
        document.blocks.removeAll { if case .preformatted = $0 { true } else { false } }
        let raw = MarkdownRenderer.render(document).replacing("<strong>", with: "").replacing("</strong>", with: "")
        #expect(!raw.contains("<"))
    }

    @Test("a title of a megabyte is cut, not printed")
    func long() {
        let text = String(repeating: "long title ", count: 100_000)
        let lines = TextRenderer.render(
            Table(columns: [.init("a", "A")], rows: [[.text(text)]]), style: TextStyle(width: 80))
        #expect(lines.utf8.count < 1000)
    }
}
