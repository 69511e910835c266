/// A stretch of text with one look; `mark` numbers the mark that it belongs to.
struct Run: Equatable {
    var text: String
    var mark: Int?
}

/// Text broken into lines: at spaces, inside a word only where it alone is longer than a line.
enum Wrapping {
    /// - parameters:
    ///   - text: one paragraph, sanitised.
    ///   - width: columns a line may take; less than 1 counts as 1.
    static func lines(_ text: String, width: Int) -> [String] {
        lines([Run(text: text)], width: width).map { $0.map(\.text).joined() }
    }

    /// As ``lines(_:width:)-(String,_)`` for text with marks; neighbours in a result have different marks.
    static func lines(_ runs: [Run], width: Int) -> [[Run]] {
        let width = max(1, width)
        var lines: [[Run]] = []
        var line = Line()
        for word in words(runs) {
            if line.width > 0, line.width + 1 + word.width > width {
                lines.append(line.runs)
                line = Line()
            }
            if line.width > 0 { line.append(" ", mark: word.gap, width: 1) }
            for piece in word.pieces {
                if line.width + piece.width > width, line.width > 0 {
                    lines.append(line.runs)
                    line = Line()
                }
                line.append(piece.character, mark: piece.mark, width: piece.width)
            }
        }
        if line.width > 0 || lines.isEmpty { lines.append(line.runs) }
        return lines
    }

    private struct Piece {
        var character: Character
        var mark: Int?
        var width: Int
    }

    private struct Word {
        var pieces: [Piece] = []
        var width = 0
        /// The mark that holds the space before the word too.
        var gap: Int?
    }

    private struct Line {
        var runs: [Run] = []
        var width = 0

        mutating func append(_ character: Character, mark: Int?, width: Int) {
            if let last = runs.indices.last, runs[last].mark == mark {
                runs[last].text.append(character)
            } else {
                runs.append(Run(text: String(character), mark: mark))
            }
            self.width += width
        }
    }

    private static func words(_ runs: [Run]) -> [Word] {
        var words: [Word] = []
        var word = Word()
        var gap: Int?
        for run in runs {
            for character in run.text {
                if character == " " {
                    if !word.pieces.isEmpty { words.append(word) }
                    word = Word()
                    gap = run.mark
                    continue
                }
                if word.pieces.isEmpty { word.gap = gap == run.mark ? gap : nil }
                let width = DisplayWidth.of(character)
                word.pieces.append(Piece(character: character, mark: run.mark, width: width))
                word.width += width
            }
        }
        if !word.pieces.isEmpty { words.append(word) }
        return words
    }
}
