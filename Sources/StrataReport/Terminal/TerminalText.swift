/// Text from data made fit for a terminal: harmless, measured, cut.
public enum TerminalText {
    /// The text as one line without anything that acts on a terminal.
    ///
    /// Control characters (ESC among them), bidirectional marks and overrides and other invisible format characters
    /// are dropped; line breaks and tabs become spaces. What an escape sequence leaves behind is plain text.
    public static func sanitised(_ text: String) -> String {
        isPlain(text) ? text : filtered(text, keepsLines: false)
    }

    /// Columns that the text takes on a terminal: East Asian wide characters and emoji take two, combining marks none.
    public static func width(_ text: String) -> Int {
        if isPlain(text) { return text.utf8.count }
        return text.reduce(0) { $0 + DisplayWidth.of($1) }
    }

    /// The text itself where it fits, else its beginning and an ellipsis.
    ///
    /// - parameter width: columns that the result takes at most.
    public static func cut(_ text: String, to width: Int) -> String {
        if isPlain(text), text.utf8.count <= width { return text }
        guard width > 0 else { return "" }
        var used = 0
        var fitting = text.startIndex
        for index in text.indices {
            used += DisplayWidth.of(text[index])
            if used > width { return trimmed(text[..<fitting]) + "…" }
            // Room for the ellipsis must be left wherever the text is cut.
            if used < width { fitting = text.index(after: index) }
        }
        return text
    }

    /// As ``sanitised(_:)``, but line breaks stay, as line feeds, and a tab becomes four spaces.
    public static func sanitisedLines(_ text: String) -> String { filtered(text, keepsLines: true) }

    /// Whether the scalar acts on a terminal or on the order of the text rather than being shown.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        // Bidirectional marks, embeddings, overrides and isolates.
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        // Invisible: soft hyphen, zero-width space, word joiner and its like, byte order mark, annotations, tags.
        case 0xAD, 0x180E, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }

    /// Whether every byte is a printable ASCII character: nothing to drop, one column each.
    static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

    /// Marks that may stand on one character. More are no writing but an attempt to paint over other lines.
    private static let mostMarks = 8

    private static func filtered(_ text: String, keepsLines: Bool) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        var marks = 0
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            switch scalar.value {
            case 0x0A where previous == "\r": continue
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: result.append(keepsLines ? "\n" : " ")
            case 0x09: for _ in 0..<(keepsLines ? 4 : 1) { result.append(" ") }
            case _ where isHidden(scalar): continue
            default:
                marks = DisplayWidth.of(scalar) == 0 ? marks + 1 : 0
                if marks <= mostMarks { result.append(scalar) }
            }
        }
        return String(result)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
