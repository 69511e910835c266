import StrataReport
import StrataTestSupport
import Testing

@Suite("Text for a terminal")
struct TerminalTextTests {
    @Test("control characters, escapes and bidirectional overrides are dropped")
    func drops() {
        #expect(TerminalText.sanitised("a\u{1B}[31mb\u{9B}2J\u{0}\u{7F}c") == "a[31mb2Jc")
        #expect(TerminalText.sanitised("\u{202E}exe.\u{2066}x\u{2069}\u{200F}\u{200E}") == "exe.x")
        #expect(TerminalText.sanitised("so\u{AD}ft\u{200B}\u{FEFF}") == "soft")
    }

    @Test("line breaks and tabs become one space each")
    func breaks() {
        #expect(TerminalText.sanitised("a\nb\r\nc\rd\te\u{2028}f\u{85}g") == "a b c d e f g")
    }

    @Test("letters of all scripts, emoji and joiners stay")
    func keeps() {
        for text in ["Zürich", "機械学習", "שלום", "हिन्दी", "👩🏽‍💻 🇩🇪 ❤️ 1️⃣", "co\u{301}te"] {
            #expect(TerminalText.sanitised(text) == text)
        }
    }

    @Test("a pile of combining marks is cut down, so that it paints over no other line")
    func marks() {
        let pile = "a" + String(repeating: "\u{301}", count: 1000) + "b"
        #expect(TerminalText.sanitised(pile).unicodeScalars.count == 10)
    }

    @Test(
        "width counts columns, not characters",
        arguments: [
            ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("機械", 4), ("데이터", 6), ("ｗ", 2), ("ﾊﾝ", 2), ("👩🏽‍💻", 2),
            ("🇩🇪", 2),
            ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("⌚", 2), ("…", 1), ("─█▏", 3), ("한", 2), ("·–•", 3),
        ])
    func width(text: String, columns: Int) {
        #expect(TerminalText.width(text) == columns)
    }

    @Test("a cut text fits and says that it was cut")
    func cut() {
        #expect(TerminalText.cut("engineer", to: 8) == "engineer")
        #expect(TerminalText.cut("engineer", to: 7) == "engine…")
        #expect(TerminalText.cut("data engineer", to: 6) == "data…")
        #expect(TerminalText.cut("機械学習", to: 6) == "機械…")
        #expect(TerminalText.cut("機械学習", to: 1) == "…")
        #expect(TerminalText.cut("abc", to: 0).isEmpty)
    }

    @Test("whatever the text, what is cut is no wider than asked for, and what fits stays whole")
    func cutFits() {
        var generator = RepeatableGenerator(seed: 1)
        for _ in 0..<2000 {
            let text = TerminalText.sanitised(generator.text(pieces: 6))
            let limit = generator.upTo(20)
            let cut = TerminalText.cut(text, to: limit)
            #expect(TerminalText.width(cut) <= limit)
            if TerminalText.width(text) <= limit { #expect(cut == text) }
        }
    }

    @Test("sanitising twice changes nothing more")
    func idempotent() {
        var generator = RepeatableGenerator(seed: 2)
        for _ in 0..<2000 {
            let once = TerminalText.sanitised(generator.text(pieces: 8))
            #expect(TerminalText.sanitised(once) == once)
        }
    }
}
