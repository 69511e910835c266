import StrataModel
import Testing

@testable import StrataImport

@Suite("Markup in fields")
struct MarkupTests {
    private func clean(_ text: String) -> String {
        var cleaner = TextCleaner()
        return Array(text.utf8).withUnsafeBufferPointer { cleaner.text($0) }
    }

    @Test(
        "structure becomes lines",
        arguments: [
            ("<p>One</p><p>Two</p>", "One\n\nTwo"), ("a<br>b<br/><br/>c", "a\nb\n\nc"),
            ("<h2>You will</h2><ul><li>Build</li><li><p>Run</p></li></ul>End", "You will\n- Build\n- Run\n\nEnd"),
            ("<div>A <b>bold</b>&nbsp;word</div><div>B</div>", "A bold word\nB"),
            ("First<p>second &#x2F; third<p>fourth", "First\n\nsecond / third\n\nfourth"),
            ("<p>x</p><script>alert(1)</script><style>p{}</style><p>y</p>", "x\n\ny"),
            ("&lt;p&gt;Escaped &amp;amp; twice&lt;/p&gt;", "Escaped & twice"),
            ("<p>R&amp;amp;D</p>", "R&D"), ("<pre>a\n  b</pre>", "a\nb"),
            ("<p>One</p>\n\n\n<p> </p>\n<p></p><p>Two</p>", "One\n\nTwo"),
        ])
    func structure(_ html: String, _ text: String) { #expect(clean(html) == text) }

    @Test(
        "plain text stays byte for byte",
        arguments: [
            "R&D at AT&T", "List<String> and a < b > c", "Salary <100k", "a\n\n\n  b\tc",
            "Ça, c’est déjà l’été – „Menü“",
            "<company name> is hiring", "5 > 3 && 2 < 4;",
        ])
    func plain(_ text: String) { #expect(clean(text) == text) }

    @Test("ends are trimmed, CRLF is LF, control characters go")
    func controls() { #expect(clean("  a\r\nb\rc\u{0}\u{7}d\u{85}e \n") == "a\nb\ncd\ne") }

    @Test("plain text with a stray tag keeps its lines")
    func strayTag() {
        #expect(clean("one\ntwo\nthree\nfour <b>five</b>\n\nsix") == "one\ntwo\nthree\nfour five\n\nsix")
    }

    @Test("entities alone are decoded without a parser")
    func entities() {
        #expect(clean("Caf&eacute; &#8211; &#x1F600; &bogus; &amp;&lt;3") == "Café – 😀 &bogus; &<3")
    }
}
