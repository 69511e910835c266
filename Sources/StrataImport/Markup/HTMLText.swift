/// The text of HTML with its structure: paragraphs and breaks as line ends, list items as "- ", headings on lines.
struct HTMLText {
    /// Whether line ends in the source are kept: in plain text with a stray tag they are structure.
    var keepsLines = false
    private(set) var bytes: [UInt8] = []
    /// Line ends that are due before the next text.
    private var pendingLines = 0
    private var pendingSpace = false
    private var preformatted = 0
    private var listDepth = 0
    /// Whether a heading was closed and nothing written since: what follows stands right under it.
    private var isUnderHeading = false

    /// The text of a fragment, such as the description in a JSON field.
    ///
    /// - throws: `HTMLWalk.Failure`.
    static func text(of html: UnsafeBufferPointer<UInt8>, keepsLines: Bool = false) throws(HTMLWalk.Failure)
        -> [UInt8]
    {
        var text = HTMLText(keepsLines: keepsLines)
        var skipped = 0
        try HTMLWalk.run(html) { event, _ in
            switch event {
            case .open(let name):
                if isInvisible(name) { skipped += 1 } else if skipped == 0 { text.open(name) }
            case .close(let name):
                if isInvisible(name) { skipped -= 1 } else if skipped == 0 { text.close(name) }
            case .text(let part): if skipped == 0 { text.append(part) }
            }
        }
        return text.bytes
    }

    init(keepsLines: Bool = false) { self.keepsLines = keepsLines }

    /// Whether nobody reads the element's content.
    static func isInvisible(_ name: String) -> Bool {
        switch name {
        case "script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "textarea",
            "canvas",
            "button":
            true
        default: false
        }
    }

    /// An element begins.
    mutating func open(_ name: String) {
        switch name {
        case "br": breakLine(1, isForced: true)
        case "li":
            breakLine(1)
            flushLines()
            bytes.append(contentsOf: "- ".utf8)
        case "ul", "ol":
            breakLine(listDepth == 0 ? 2 : 1)
            listDepth += 1
        case "pre":
            breakLine(2)
            preformatted += 1
        case "td", "th": if !bytes.isEmpty, pendingLines == 0 { pendingSpace = true }
        default: breakLine(Self.spacing(name))
        }
    }

    /// An element ends.
    mutating func close(_ name: String) {
        switch name {
        case "br", "td", "th": break
        case "ul", "ol":
            listDepth = max(0, listDepth - 1)
            breakLine(listDepth == 0 ? 2 : 1)
        case "pre":
            preformatted = max(0, preformatted - 1)
            breakLine(2)
        case "h1", "h2", "h3", "h4", "h5", "h6":
            breakLine(1)
            isUnderHeading = !bytes.isEmpty
        default: breakLine(Self.spacing(name))
        }
    }

    /// Text of the current element.
    mutating func append(_ part: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < part.count {
            let start = index
            while index < part.count, part[index] > 0x20, part[index] != 0xC2 { index += 1 }
            if index > start {
                flush()
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: part[start..<index]))
                continue
            }
            let byte = part[index]
            let isNonBreaking = byte == 0xC2 && index + 1 < part.count && part[index + 1] == 0xA0
            if byte == 0xC2, !isNonBreaking {
                flush()
                bytes.append(byte)
            } else if byte == 0x0A, keepsLines || preformatted > 0 {
                breakLine(1, isForced: true)
            } else {
                if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || isNonBreaking { pendingSpace = true }
                if isNonBreaking { index += 1 }
            }
            index += 1
        }
    }

    /// How many line ends stand around a block; 0 for what stands within a line.
    private static func spacing(_ name: String) -> Int {
        switch name {
        case "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "section", "article", "dl", "figure", "hr":
            2
        case "div", "tr", "dt", "dd", "header", "footer", "main", "address", "fieldset", "form", "aside", "nav",
            "option", "figcaption", "details", "summary", "caption":
            1
        default: 0
        }
    }

    /// - parameter isForced: adds to those that are due (`<br><br>` is a blank line) where a block's edge only asks
    ///   for at least so many.
    private mutating func breakLine(_ count: Int, isForced: Bool = false) {
        guard count > 0, !bytes.isEmpty else { return }
        pendingSpace = false
        // "- " waits for its text: a paragraph within a list item begins on the item's line.
        if endsWithBullet { return }
        // Within a list paragraphs are lines.
        let wanted = listDepth > 0 || isUnderHeading ? min(count, 1) : count
        pendingLines = min(2, isForced ? pendingLines + wanted : max(pendingLines, wanted))
    }

    private var endsWithBullet: Bool {
        pendingLines == 0 && bytes.count >= 2 && bytes[bytes.count - 1] == 0x20 && bytes[bytes.count - 2] == 0x2D
            && (bytes.count == 2 || bytes[bytes.count - 3] == 0x0A)
    }

    private mutating func flushLines() {
        for _ in 0..<pendingLines { bytes.append(0x0A) }
        pendingLines = 0
        pendingSpace = false
        isUnderHeading = false
    }

    private mutating func flush() {
        if pendingLines > 0 {
            flushLines()
        } else if pendingSpace {
            if let last = bytes.last, last != 0x20, last != 0x0A { bytes.append(0x20) }
            pendingSpace = false
        }
    }
}
