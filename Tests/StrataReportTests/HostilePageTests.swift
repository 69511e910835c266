import Foundation
import StrataModel
import StrataTestSupport
import Testing

@testable import StrataReport

/// Python's parser of HTML as a second opinion: whatever the data, a page has no element or attribute but the renderer's.
@Suite("Hostile data on a page", .enabled(if: Python.isThere))
struct HostilePageTests {
    /// Reads a JSON list of pages, and tells what is wrong with each.
    private static let oracle = #"""
        import json, re, sys
        from html.parser import HTMLParser
        elements = set("""html head meta title style body header main footer h1 h2 h3 section p b br small span div dl dt dd ul li
            table caption thead tbody tr th td figure figcaption details summary pre mark svg g path line rect circle
            polyline text""".split())
        attributes = set("""lang charset name content class id style role tabindex title scope viewbox
            preserveaspectratio width height x y x1 x2 y1 y2 dx rx r cx cy d points text-anchor aria-hidden aria-label
            aria-labelledby aria-describedby""".split())
        void = {"meta", "br"}
        style = re.compile(r"((--[a-z]|width|left|top):-?[\d.]+(%|rem)?;?)+$")
        word = re.compile(r"[a-z0-9 -]*$")
        class Reader(HTMLParser):
            def __init__(self):
                super().__init__()
                self.open, self.problems, self.ids, self.used = [], [], [], []
            def handle_starttag(self, tag, attrs, closed=False):
                if tag not in elements: self.problems.append(f"element {tag}")
                for name, value in attrs:
                    if name not in attributes: self.problems.append(f"attribute {name}")
                    if name == "style" and not style.match(value): self.problems.append(f"style {value}")
                    if name in ("class", "id", "role", "scope") and not word.match(value): self.problems.append(f"{name} {value}")
                    if name == "id": self.ids.append(value)
                    if name in ("aria-labelledby", "aria-describedby"): self.used.append(value)
                if not closed and tag not in void: self.open.append(tag)
            def handle_startendtag(self, tag, attrs): self.handle_starttag(tag, attrs, True)
            def handle_endtag(self, tag):
                if not self.open or self.open.pop() != tag: self.problems.append(f"end of {tag}")
            def handle_comment(self, data): self.problems.append("comment")
            def handle_decl(self, decl):
                if decl != "DOCTYPE html": self.problems.append(f"declaration {decl}")
            def unknown_decl(self, data): self.problems.append("unknown declaration")
            def handle_pi(self, data): self.problems.append("instruction")
        result = []
        for page in json.load(open(sys.argv[1], encoding="utf-8")):
            reader = Reader()
            reader.feed(page)
            reader.close()
            if reader.open: reader.problems.append(f"open: {reader.open}")
            if len(set(reader.ids)) != len(reader.ids): reader.problems.append("an id twice")
            if set(reader.used) - set(reader.ids): reader.problems.append("a name that is not there")
            result.append(sorted(set(reader.problems)))
        print(json.dumps(result))
        """#

    private func problems(_ documents: [Document]) throws -> [[String]] {
        let pages = documents.map { HTMLRenderer.render($0) }
        let json = String(decoding: try JSONSerialization.data(withJSONObject: pages), as: UTF8.self)
        return try #require(Python.run(Self.oracle, input: json) as? [[String]])
    }

    @Test("the oracle sees what it is there for")
    func oracle() throws {
        let pages = ["<p onclick=x>", "<script>", "<p><b></p>", "<!-- -->", "<p style='color:red'></p>", "<p></p>"]
        let json = String(decoding: try JSONSerialization.data(withJSONObject: pages), as: UTF8.self)
        let found = try #require(Python.run(Self.oracle, input: json) as? [[String]])
        #expect(found.map(\.isEmpty) == [false, false, false, false, false, true])
    }

    @Test("every attempt in every place stays text")
    func attempts() throws {
        let texts = HostileDocument.attempts + RepeatableGenerator.hostile
        let wrapped = texts + texts.map { "Data \($0) Engineer" }
        for (text, problems) in zip(wrapped, try problems(wrapped.map(HostileDocument.make))) {
            #expect(problems.isEmpty, "\(text.debugDescription): \(problems)")
        }
        #expect(try problems([SampleReport.document]) == [[]])
    }

    @Test("so do attempts put together by chance")
    func combinations() throws {
        var generator = RepeatableGenerator(seed: 8)
        let pieces = HostileDocument.attempts + RepeatableGenerator.pieces
        let texts = (0..<60).map { _ in (0...generator.upTo(7)).map { _ in generator.pick(pieces) }.joined() }
        for (text, problems) in zip(texts, try problems(texts.map(HostileDocument.make))) {
            #expect(problems.isEmpty, "\(text.debugDescription): \(problems)")
        }
    }

    @Test("a megabyte in a name takes no more room than a name")
    func long() throws {
        let text = String(repeating: "<b>\"long title\" ", count: 65_000)
        var document = HostileDocument.make(text)
        // What is meant to be long stays whole.
        document.blocks.removeAll { block in
            switch block {
            case .paragraph, .note, .list, .facts, .preformatted, .markedText, .lists: true
            default: false
            }
        }
        #expect(HTMLRenderer.render(document).utf8.count < 250_000)
        #expect(try problems([document]) == [[]])
    }

    @Test("no letter, however many combine, is cut into something else")
    func bounds() {
        #expect(Markup.bounded("abc", to: 3) == "abc" && Markup.bounded("abcd", to: 3) == "ab…")
        #expect(Markup.bounded("日本語", to: 3) == "日本語" && Markup.bounded("ab cd", to: 4) == "ab…")
        #expect(Markup.bounded("a" + String(repeating: "\u{301}", count: 900), to: 20).unicodeScalars.count == 10)
        #expect(Markup.bounded(String(repeating: "\u{202E}", count: 90) + "x", to: 10) == "…")
    }
}
