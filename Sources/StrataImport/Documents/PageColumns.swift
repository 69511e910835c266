/// Puts a page into the order in which people read it: dates at the edge with the line beside them, and of two columns, as
/// résumés have with a bar at the side, one after the other. `pdftotext` mixes columns whose lines stand at the same height,
/// and parts dates from what they date.
enum PageColumns {
    /// A column has so many lines, and so large a part of the page's words.
    private static let (fewestLines, smallestPart) = (6, 0.08)
    /// In points.
    private static let tolerance = 4.0

    static func ordered(_ page: PDFLayout.Page) -> PDFLayout.Page {
        var page = page
        join(datesOf: &page)
        guard let columns = columns(of: page.blocks) else { return page }
        // The column with the largest line, which is the person's name or the title, goes first.
        let first = largest(columns.left) >= largest(columns.right) ? columns.left : columns.right
        let second = largest(columns.left) >= largest(columns.right) ? columns.right : columns.left
        page.blocks =
            columns.above.sorted(by: isAbove) + first.sorted(by: isAbove) + second.sorted(by: isAbove)
            + columns.below.sorted(by: isAbove)
        return page
    }

    private typealias Columns = (
        above: [PDFLayout.Block], left: [PDFLayout.Block], right: [PDFLayout.Block], below: [PDFLayout.Block]
    )

    /// The two columns with what stands above and below them; nil where the page is not made so.
    private static func columns(of blocks: [PDFLayout.Block]) -> Columns? {
        let edges = Set(blocks.map { $0.left.rounded() }).sorted().dropFirst()
        var best: (columns: Columns, lines: Int)?
        for edge in edges {
            guard let found = columns(of: blocks, from: edge) else { continue }
            let lines = min(lines(found.left), lines(found.right))
            if lines > best?.lines ?? 0 { best = (found, lines) }
        }
        return best?.columns
    }

    /// The columns whose right one begins at an edge.
    private static func columns(of blocks: [PDFLayout.Block], from edge: Double) -> Columns? {
        var (left, right, spanning): ([PDFLayout.Block], [PDFLayout.Block], [PDFLayout.Block]) = ([], [], [])
        for block in blocks {
            if block.right < edge - tolerance {
                left.append(block)
            } else if block.left > edge - tolerance {
                right.append(block)
            } else {
                spanning.append(block)
            }
        }
        let words = words(blocks)
        guard min(lines(left), lines(right)) >= fewestLines,
            Double(min(Self.words(left), Self.words(right))) >= smallestPart * Double(words),
            // Dates at the right edge begin where their length lets them; a column's lines begin alike.
            aligned(right, at: edge) * 10 >= lines(right) * 6
        else { return nil }
        let top = min(left.map(\.top).min() ?? 0, right.map(\.top).min() ?? 0)
        let bottom = max(left.map(\.bottom).max() ?? 0, right.map(\.bottom).max() ?? 0)
        let (above, below) = (
            spanning.filter { $0.bottom <= top + tolerance }, spanning.filter { $0.top >= bottom - tolerance }
        )
        return above.count + below.count == spanning.count ? (above, left, right, below) : nil
    }

    private static func lines(_ blocks: [PDFLayout.Block]) -> Int { blocks.reduce(0) { $0 + $1.lines.count } }

    private static func words(_ blocks: [PDFLayout.Block]) -> Int {
        blocks.flatMap(\.lines).reduce(0) { $0 + $1.words.count }
    }

    /// How many lines begin at an edge, or a bullet's indent behind it.
    private static func aligned(_ blocks: [PDFLayout.Block], at edge: Double) -> Int {
        blocks.flatMap(\.lines).count { ($0.words.first?.left ?? 0) - edge < 40 }
    }

    // MARK: Dates

    /// Puts blocks of nothing but dates into the lines beside them.
    private static func join(datesOf page: inout PDFLayout.Page) {
        for index in page.blocks.indices where areDates(page.blocks[index]) {
            let partners = page.blocks[index].lines.map { partner(of: $0, in: page, but: index) }
            guard !partners.contains(where: { $0 == nil }) else { continue }
            for (line, place) in zip(page.blocks[index].lines, partners) {
                guard let place else { continue }
                page.blocks[place.block].lines[place.line].take(line.words)
            }
            page.blocks[index].lines = []
        }
        page.blocks.removeAll(where: \.lines.isEmpty)
    }

    /// Whether a block holds years, months and what stands between them alone.
    private static func areDates(_ block: PDFLayout.Block) -> Bool {
        block.lines.allSatisfy { line in
            line.words.contains { isYear($0.text) } && line.words.allSatisfy { isOfDate($0.text) }
        }
    }

    private static func isYear(_ word: String) -> Bool {
        word.split { !$0.isNumber }.contains { $0.count == 4 && Int($0).map((1950...2099).contains) == true }
    }

    private static func isOfDate(_ word: String) -> Bool {
        let letters = word.lowercased().filter(\.isLetter)
        return letters.isEmpty || letters.count <= 9 && dateWords.contains { letters.hasPrefix($0) }
    }

    /// What words of dates begin with in the languages of résumés.
    private static let dateWords = [
        "jan", "feb", "mar", "mär", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct", "okt", "nov", "dec", "dez",
        "fév", "avr", "juin", "juil", "aoû", "déc", "ene", "abr", "ago", "dic", "pres", "now", "today", "heute", "curr",
        "ongoing", "since", "seit", "depuis", "until", "bis", "to", "hoy",
    ]

    /// The line of another block that stands at the same height, the nearest beside it.
    private static func partner(
        of line: PDFLayout.Line, in page: PDFLayout.Page, but own: Int
    ) -> (block: Int, line: Int)? {
        var nearest: (block: Int, line: Int, gap: Double)?
        for block in page.blocks.indices where block != own {
            for (number, other) in page.blocks[block].lines.enumerated() {
                let overlap = min(line.bottom, other.bottom) - max(line.top, other.top)
                guard overlap > 0.6 * min(line.height, other.height) else { continue }
                let gap = max(line.left - other.right, other.left - line.right)
                if gap < nearest?.gap ?? .infinity { nearest = (block, number, gap) }
            }
        }
        return nearest.map { ($0.block, $0.line) }
    }

    private static func largest(_ blocks: [PDFLayout.Block]) -> Double {
        blocks.flatMap(\.lines).map(\.height).max() ?? 0
    }

    private static func isAbove(_ one: PDFLayout.Block, _ other: PDFLayout.Block) -> Bool {
        (one.top, one.left) < (other.top, other.left)
    }
}

extension PDFLayout.Line {
    /// Takes words of its own height that stand before or behind it.
    fileprivate mutating func take(_ others: [PDFLayout.Word]) {
        words = (others.first?.left ?? 0) < (words.first?.left ?? 0) ? others + words : words + others
    }
}

extension PDFLayout.Block {
    var left: Double { lines.compactMap { $0.words.first?.left }.min() ?? 0 }
    var right: Double { lines.map(\.right).max() ?? 0 }
    var top: Double { lines.map(\.top).min() ?? 0 }
    var bottom: Double { lines.map(\.bottom).max() ?? 0 }
}
