/// Tells texts that their source has cut off.
enum Truncation {
    /// Whether a text was cut: it says so, or stops within a sentence at a length where such exports cut.
    ///
    /// - parameter limit: the length, in Unicode scalars, at which many texts of the column end; nil for none.
    static func isCut(_ text: String, limit: Int?) -> Bool {
        if saysSo(text) { return true }
        guard stopsMidway(text) else { return false }
        let length = text.scalarCount
        // Without the white space that stood at the cut.
        let isAtLimit = limit.map { ($0 - 3...$0).contains(length) } ?? false
        return isAtLimit || usualLimits.contains(length)
    }

    /// The length at which many of a column's texts end; nil when there is none.
    ///
    /// - parameter texts: as many as are at hand.
    static func limit(of texts: [String]) -> Int? {
        let lengths = texts.map(\.scalarCount)
        guard let longest = lengths.max(), longest >= 80 else { return nil }
        let near = lengths.indices.filter { lengths[$0] >= longest - 3 }
        guard near.count >= 4, near.count * 12 >= texts.count else { return nil }
        // The same text many times over is no limit.
        guard Set(near.map { texts[$0] }).count * 2 > near.count else { return nil }
        return near.count(where: { stopsMidway(texts[$0]) }) * 3 >= near.count * 2 ? longest : nil
    }

    /// Lengths that programs cut texts at: a text that ends there within a sentence is no accident.
    private static let usualLimits: Set<Int> = [500, 1000, 2000, 3000, 4000, 5000, 8000, 10_000, 32_767]

    private static func saysSo(_ text: String) -> Bool {
        guard let last = text.utf8.last,
            last >= 0x80 || last == 0x2E || last == 0x29 || last == 0x5D || (last | 0x20) >= 0x61
        else { return false }
        let tail = String(Substring(text.unicodeScalars.suffix(40))).trimmingWhitespace().lowercased()
        if tail.hasSuffix("…") || tail.hasSuffix("...") || tail.hasSuffix("[...]") || tail.hasSuffix("(...)") {
            // A link that a page shortens says nothing of the text.
            return !(tail.split(whereSeparator: \.isWhitespace).last.map { $0.contains("/") } ?? false)
        }
        guard let ending = endings.first(where: { tail.hasSuffix($0) }) else { return false }
        // A button in a line of its own behind a whole sentence: the page's text was read to its end.
        let before = tail.dropLast(ending.count)
        let sentence = String(before).trimmingWhitespace()
        return !(before.hasSuffix("\n") && (sentence.last.map { ".!?".contains($0) } ?? false))
    }

    private static func stopsMidway(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last else { return false }
        return last.properties.isAlphabetic || last == "," || last == "-" || ("0"..."9").contains(last)
    }

    private static let endings = [
        "[truncated]", "(truncated)", "[…]", "show more", "see more", "read more", "view more", "show more »",
        "mehr anzeigen", "mehr lesen", "weiterlesen", "voir plus", "lire la suite", "afficher plus", "meer weergeven",
        "lees meer", "ver más", "leer más", "mostrar más", "mostra altro", "leggi di più", "ver mais", "leia mais",
        "mostrar mais",
    ]
}
