/// The lines below a page's first heading, up to the next one.
///
/// Cells of tables have lines of their own here, and neighbouring `span`s are divided, as a reader sees them.
struct HTMLHead {
    /// How much is kept, in bytes: more than a head ever has.
    private static let limit = 4000

    private var text = HTMLText()
    private var isOpen = false
    private var isBehindSpan = false

    /// The lines that were found.
    var lines: [String] {
        TextDecoding.string(text.bytes).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The first heading has ended.
    mutating func begin() { isOpen = true }

    /// An element begins; a further heading ends the head.
    mutating func open(_ name: String) {
        if ["h1", "h2", "h3", "h4", "h5", "h6"].contains(name) || text.bytes.count > Self.limit { isOpen = false }
        guard isOpen else { return }
        if name == "span", isBehindSpan { Array(" · ".utf8).withUnsafeBufferPointer { append($0) } }
        isBehindSpan = false
        text.open(Self.line(name))
    }

    /// An element ends.
    mutating func close(_ name: String) {
        guard isOpen else { return }
        isBehindSpan = name == "span"
        text.close(Self.line(name))
    }

    /// Visible text.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isOpen else { return }
        isBehindSpan = false
        text.append(bytes)
    }

    private static func line(_ name: String) -> String { name == "td" || name == "th" ? "div" : name }
}
