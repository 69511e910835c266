/// Puts a page of two columns, as résumés have with a bar at the side, into the order in which people read it: what spans the
/// page, then one column after the other. `pdftotext` mixes them where their lines stand at the same height.
enum PageColumns {
    /// A column has so many lines, and so large a part of the page's words.
    private static let (fewestLines, smallestPart) = (6, 0.08)
    /// In points.
    private static let tolerance = 4.0

    static func ordered(_ page: PDFLayout.Page) -> PDFLayout.Page {
        guard let columns = columns(of: page.blocks) else { return page }
        var page = page
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

    private static func largest(_ blocks: [PDFLayout.Block]) -> Double {
        blocks.flatMap(\.lines).map(\.height).max() ?? 0
    }

    private static func isAbove(_ one: PDFLayout.Block, _ other: PDFLayout.Block) -> Bool {
        (one.top, one.left) < (other.top, other.left)
    }
}

extension PDFLayout.Block {
    var left: Double { lines.compactMap { $0.words.first?.left }.min() ?? 0 }
    var right: Double { lines.map(\.right).max() ?? 0 }
    var top: Double { lines.map(\.top).min() ?? 0 }
    var bottom: Double { lines.map(\.bottom).max() ?? 0 }
}
