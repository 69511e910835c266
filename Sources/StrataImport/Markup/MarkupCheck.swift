/// Whether text holds HTML: a cheap look before anything is parsed.
enum MarkupCheck {
    struct Finding: Equatable {
        var tags = 0
        /// Tags that end lines: paragraphs, breaks, list items.
        var blockTags = 0
        var lines = 0

        /// Whether the source's own line ends carry the structure.
        var keepsLines: Bool { lines > blockTags * 3 }
    }

    /// Counts tags of HTML by name: `<p>` and `</div>` count, `List<String>` and `<3` don't.
    static func find(in bytes: UnsafeBufferPointer<UInt8>) -> Finding {
        var finding = Finding()
        guard let base = bytes.baseAddress else { return finding }
        var position = 0
        while true {
            position = ByteScan.first(0x3C, in: base, from: position, to: bytes.count)
            guard position < bytes.count else { break }
            position += 1
            let start = position < bytes.count && bytes[position] == 0x2F ? position + 1 : position
            var end = start
            while end < bytes.count, end - start < 11, isNameByte(bytes[end]) { end += 1 }
            guard end > start, end < bytes.count, [0x3E, 0x20, 0x2F, 0x0A, 0x0D, 0x09].contains(bytes[end]) else {
                continue
            }
            let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
            if blocks.contains(name) { finding.blockTags += 1 }
            if blocks.contains(name) || inline.contains(name) { finding.tags += 1 }
        }
        if finding.tags > 0 { finding.lines = ByteScan.lineEnds(in: base, from: 0, to: bytes.count) }
        return finding
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }

    private static let blocks: Set<String> = [
        "p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "table", "tbody", "section",
        "article", "blockquote", "hr", "pre", "html", "body", "dl", "dt", "dd", "header", "main",
    ]
    private static let inline: Set<String> = [
        "b", "i", "u", "em", "strong", "span", "a", "font", "small", "sup", "sub", "img", "code", "mark", "script",
        "style", "button", "label", "center", "th", "s", "q",
    ]
}
