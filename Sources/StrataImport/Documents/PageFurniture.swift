/// What pages carry and the text does not: their numbers, and the lines that come again at the top or foot of each.
struct PageFurniture {
    /// How much of a page's height counts as its top and its foot.
    private static let margin = 0.08

    /// Takes the furniture away; the first of the lines that come again at the top stays, as it may be the title.
    static func removed(from pages: [PDFLayout.Page]) -> [PDFLayout.Page] {
        let repeated = repeatedLines(pages)
        let offset = numberOffset(pages)
        var seen: Set<String> = []
        var pages = pages
        for index in pages.indices {
            let height = pages[index].height
            for block in pages[index].blocks.indices {
                pages[index].blocks[block].lines.removeAll { line in
                    guard isAtEdge(line, of: height) else { return false }
                    let text = line.text
                    if isNumbering(text) { return true }
                    if let number = Int(text), offset == .some(number - index) { return true }
                    let key = masked(text)
                    guard repeated.contains(key) else { return false }
                    return !seen.insert(key).inserted || line.top > height / 2
                }
            }
            pages[index].blocks.removeAll { $0.lines.isEmpty }
        }
        return pages
    }

    private static func isAtEdge(_ line: PDFLayout.Line, of height: Double) -> Bool {
        line.bottom < height * margin || line.top > height * (1 - margin)
    }

    /// The first line that comes again at the top of pages.
    static func running(_ pages: [PDFLayout.Page]) -> String? {
        let repeated = repeatedLines(pages)
        return pages.first?.blocks.flatMap(\.lines).first { line in
            line.top < (pages.first?.height ?? 0) / 2 && repeated.contains(masked(line.text))
        }?.text
    }

    /// Lines that stand at the edge of two pages in three, at least two.
    private static func repeatedLines(_ pages: [PDFLayout.Page]) -> Set<String> {
        var counts: [String: Int] = [:]
        for page in pages {
            let edge = page.blocks.flatMap(\.lines).filter { isAtEdge($0, of: page.height) }
            for text in Set(edge.map { masked($0.text) }) { counts[text, default: 0] += 1 }
        }
        return Set(counts.filter { $0.value >= 2 && $0.value * 3 >= pages.count * 2 }.keys)
    }

    private static func masked(_ text: String) -> String {
        String(text.map { $0.isNumber ? "0" : $0 })
    }

    /// What bare numbers at the edge add to the pages' own, where they count pages; nil where they do not.
    private static func numberOffset(_ pages: [PDFLayout.Page]) -> Int? {
        var counts: [Int: Int] = [:]
        for (index, page) in pages.enumerated() {
            for line in page.blocks.flatMap(\.lines) where isAtEdge(line, of: page.height) {
                if let number = Int(line.text), (1...9999).contains(number) { counts[number - index, default: 0] += 1 }
            }
        }
        let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        // One number counts the pages only where it begins with 1.
        return best.flatMap { $0.value >= 2 || $0.key == 1 ? $0.key : nil }
    }

    /// Whether a line is "Page 2 of 7", "2 / 7", "- 2 -".
    private static func isNumbering(_ line: String) -> Bool {
        let words = line.lowercased().split { " /-–—|·.".contains($0) }.map(String.init)
        guard (1...4).contains(words.count), words.contains(where: { Int($0) != nil }) else { return false }
        let others = words.filter { Int($0) == nil }
        let isBare = others.isEmpty && words.count == 1 && line.contains { "-–—".contains($0) }
        let isPair = others.isEmpty && words.count == 2 && line.contains("/")
        return isBare || isPair
            || (!others.isEmpty && pageWords.contains(others[0]) && others.allSatisfy(numberWords.contains))
    }

    private static let pageWords: Set<String> = ["page", "p", "pg", "seite", "s", "página", "pagina", "pág", "strana"]
    private static let numberWords: Set<String> = pageWords.union(["of", "von", "sur", "de", "di", "van"])
}
