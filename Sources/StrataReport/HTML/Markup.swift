import StrataModel

/// A page on its way to bytes.
///
/// Only literals of this module become markup: what stands in data can be appended as text alone, sanitised and escaped.
/// Bytes, because Characters may hide a `<` behind a letter that joins what follows it, and because large tables take long
/// otherwise.
struct Markup {
    private(set) var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends markup.
    mutating func raw(_ literal: StaticString) { literal.withUTF8Buffer { bytes.append(contentsOf: $0) } }

    /// Appends markup made before.
    mutating func append(_ other: Markup) { bytes.append(contentsOf: other.bytes) }

    /// Appends data, where an element's content or a quoted attribute's value stands.
    ///
    /// - parameter limit: letters drawn at most, further ones becoming an ellipsis; nil for all of it.
    mutating func data(_ text: String, limit: Int? = Self.lineLimit) {
        escaped(limit.map { Self.bounded(text, to: $0) } ?? TerminalText.sanitised(text))
    }

    /// Appends data as an element's content, dates and options kept on one line.
    mutating func prose(_ text: String, limit: Int? = nil) {
        let text = limit.map { Self.bounded(text, to: $0) } ?? TerminalText.sanitised(text)
        for (index, word) in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            .enumerated()
        {
            if index > 0 { raw(" ") }
            let isKept = Self.tearsBadly(word)
            if isKept { raw("<span class=\"keep\">") }
            escaped(Substring(word))
            if isKept { raw("</span>") }
        }
    }

    /// Whether a line would break at its hyphens where it should not: `2026-07-01`, `--source`.
    private static func tearsBadly(_ word: Substring.UTF8View) -> Bool {
        guard (4...24).contains(word.count), word.contains(UInt8(ascii: "-")) else { return false }
        return word.starts(with: "--".utf8)
            || word.allSatisfy { !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) && $0 < 0x7F }
    }

    /// Appends a figure of the drawing: at most three decimals, none that say nothing.
    mutating func number(_ value: Double) {
        guard value.isFinite, value.magnitude < 1e9 else { return bytes.append(UInt8(ascii: "0")) }
        let thousandths = Int((value * 1000).rounded())
        if thousandths < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(contentsOf: String(thousandths.magnitude / 1000).utf8)
        var rest = Int(thousandths.magnitude % 1000)
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var unit = 100
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    /// Appends a part of the drawing's width: `12.5%`.
    mutating func percent(_ fraction: Double) {
        number(fraction * 100)
        raw("%")
    }

    /// Appends what is sanitised, or keeps its lines on purpose.
    mutating func escaped(_ text: some StringProtocol) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            case UInt8(ascii: "'"): raw("&#39;")
            default: bytes.append(byte)
            }
        }
    }

    /// Letters of a title, a name or a cell: more are no title but an accident.
    static let lineLimit = 500

    /// The text sanitised, cut to so many letters; marks that combine count too.
    static func bounded(_ text: String, to limit: Int) -> String {
        // A byte is at most a letter: the usual text is not looked at twice.
        if text.utf8.count <= limit { return TerminalText.sanitised(text) }
        let head = TerminalText.sanitised(String(text.unicodeScalars.prefix(limit * 4)))
        guard head.unicodeScalars.count > limit || text.unicodeScalars.count > limit * 4 else { return head }
        var kept = String(head.unicodeScalars.prefix(max(0, limit - 1)))
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }
}
