import StrataModel

/// Marked text as lines of runs.
enum MarkedRuns {
    /// A line of the source.
    struct Line: Equatable {
        /// Spaces at its beginning.
        var indent = 0
        var runs: [Run] = []
    }

    /// - parameters:
    ///   - marked: offsets that lie outside the text or inside a character mark what they cover.
    ///   - brackets: whether to put each mark into square brackets.
    static func lines(of marked: MarkedText, brackets: Bool) -> [Line] {
        var reader = Reader(brackets: brackets)
        var offset = 0
        var next = 0
        for scalar in marked.text.unicodeScalars {
            while next < marked.marks.count, marked.marks[next].span.end <= offset { next += 1 }
            let isMarked = next < marked.marks.count && marked.marks[next].span.start <= offset
            reader.read(scalar, mark: isMarked ? next : nil)
            offset += scalar.utf8.count
        }
        return reader.finish()
    }

    private struct Reader {
        let brackets: Bool
        private var lines: [Line] = []
        private var line = Line()
        private var text = ""
        private var mark: Int?

        init(brackets: Bool) { self.brackets = brackets }

        mutating func read(_ scalar: Unicode.Scalar, mark: Int?) {
            if mark != self.mark { endRun(next: mark) }
            switch scalar {
            case "\n", "\u{2028}", "\u{2029}": endLine()
            case "\r": break
            case _ where isIndentation(scalar): line.indent += scalar == "\t" ? 4 : 1
            default: text.unicodeScalars.append(scalar)
            }
        }

        private func isIndentation(_ scalar: Unicode.Scalar) -> Bool {
            (scalar == " " || scalar == "\t") && mark == nil && text.isEmpty && line.runs.isEmpty
        }

        mutating func finish() -> [Line] {
            endRun(next: nil)
            endLine()
            while lines.last?.runs.isEmpty == true { lines.removeLast() }
            return lines
        }

        /// Brackets belong to the mark, so that a line break comes before or after them.
        private mutating func endRun(next: Int?) {
            if brackets, mark != nil { text += "]" }
            flush()
            mark = next
            if brackets, next != nil { text = "[" }
        }

        private mutating func endLine() {
            flush()
            lines.append(line)
            line = Line()
        }

        private mutating func flush() {
            let clean = TerminalText.sanitised(text)
            if !clean.isEmpty { line.runs.append(Run(text: clean, mark: mark)) }
            text = ""
        }
    }
}
