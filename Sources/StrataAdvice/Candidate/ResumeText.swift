internal import StrataModel

/// A résumé as sentences of words, each under its section.
///
/// Lines that were broken to fit are one again: a bullet goes on in lines that stand below its text and have no mark of their own.
struct ResumeText {
    /// What parts words within a sentence.
    enum Pause { case comma, colon, opening, closing, dash }

    struct Word {
        /// Lower case, without apostrophes.
        var text: String
        /// In the document's UTF-8.
        var span: Range<Int>
        /// The last mark between it and the word before; nil for a space or a hyphen.
        var pause: Pause?
        /// Whether it begins with a capital.
        var isCapital = false
    }

    struct Sentence {
        var words: [Word]
        var block: Int

        /// From its first word to the end of its last.
        var span: Range<Int> { (words.first?.span.lowerBound ?? 0)..<(words.last?.span.upperBound ?? 0) }
    }

    /// A bullet or paragraph: the lines that belong together.
    struct Block {
        /// In the document's UTF-8, without its marks.
        var span: Range<Int>
        /// 1-based.
        var line: Int
        var isBullet: Bool
        /// Whether Markdown or capitals set it off as a heading does.
        var isMarked: Bool
        /// Whether an empty line, or nothing, stands before it.
        var opensParagraph: Bool
    }

    let bytes: [UInt8]
    let blocks: [Block]
    let sentences: [Sentence]
    /// Where each line begins.
    private let lineStarts: [Int]

    init(_ text: String) {
        bytes = Array(text.utf8)
        let lines = ResumeLines(bytes)
        lineStarts = lines.starts
        let (blocks, bytes) = (lines.blocks, bytes)
        self.blocks = blocks
        sentences = blocks.indices.flatMap { ResumeWords.sentences(of: blocks[$0].span, in: bytes, block: $0) }
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The 1-based line in which a byte stands.
    func line(at offset: Int) -> Int {
        var (low, high) = (0, lineStarts.count)
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(low, 1)
    }

    /// The number of the sentence in which a byte stands; nil where none does.
    func sentence(at offset: Int) -> Int? {
        var (low, high) = (0, sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].span.lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0, sentences[low - 1].span.upperBound > offset else { return nil }
        return low - 1
    }
}

/// Cuts a document into bullets and paragraphs.
private struct ResumeLines {
    private(set) var starts: [Int] = []
    private(set) var blocks: [ResumeText.Block] = []
    private let bytes: [UInt8]

    private struct Line {
        /// From its first sign to behind its last one, white space and marks of Markdown left out.
        var content: Range<Int>
        var indent: Int
        var isBullet: Bool
        var isMarked: Bool
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var start = 0
        var wasBlank = true
        /// Where the text of the bullet that goes on begins in its line; nil outside of bullets.
        var bulletIndent: Int?
        while start <= bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            starts.append(start)
            if let line = line(start..<end) {
                if !wasBlank, let last = blocks.last, goesOn(line, behind: last, bulletIndent) {
                    blocks[blocks.count - 1].span = last.span.lowerBound..<line.content.upperBound
                } else {
                    blocks.append(
                        ResumeText.Block(
                            span: line.content, line: starts.count, isBullet: line.isBullet, isMarked: line.isMarked,
                            opensParagraph: wasBlank))
                    bulletIndent = line.isBullet ? line.indent : nil
                }
                wasBlank = false
            } else {
                wasBlank = true
            }
            start = end + 1
        }
    }

    private func line(_ range: Range<Int>) -> Line? {
        var (first, last) = (range.lowerBound, range.upperBound)
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        while first < last, isSpace(bytes[first]) { first += 1 }
        let indent = first - range.lowerBound
        var line = Line(content: first..<last, indent: indent, isBullet: false, isMarked: false)
        while first < last {
            let length = bulletLength(first, last)
            if length > 0 {
                line.isBullet = true
                first += length
            } else if [0x23, 0x3E, 0x7C].contains(bytes[first]) || isStars(first, last) {
                line.isMarked = line.isMarked || bytes[first] == 0x23 || bytes[first] == 0x2A
                first += 1
            } else if isSpace(bytes[first]) {
                first += 1
            } else {
                break
            }
        }
        while last > first, isSpace(bytes[last - 1]) || [0x2A, 0x5F, 0x23, 0x7C].contains(bytes[last - 1]) {
            // "C#" keeps its sign.
            if bytes[last - 1] == 0x23, last - 2 >= first, !isSpace(bytes[last - 2]) { break }
            last -= 1
        }
        guard first < last else { return nil }
        line.content = first..<last
        if !line.isMarked { line.isMarked = isCapitals(first..<last) }
        return line
    }

    /// How many bytes a bullet's sign has that stands here, with the space behind; 0 where none does.
    private func bulletLength(_ first: Int, _ last: Int) -> Int {
        let rest = bytes[first..<last]
        for sign in [
            "-", "*", "+", "\u{2022}", "\u{2013}", "\u{2014}", "\u{00B7}", "\u{25AA}", "\u{25CF}", "\u{25E6}",
            "\u{2023}", "\u{27A2}", "\u{2192}", "\u{2713}",
        ] {
            let sign = Array(sign.utf8)
            guard rest.starts(with: sign), rest.count > sign.count + 1, bytes[first + sign.count] == 0x20 else {
                continue
            }
            return sign.count + 1
        }
        return 0
    }

    /// Whether marks of bold or italic text stand here.
    private func isStars(_ first: Int, _ last: Int) -> Bool {
        (bytes[first] == 0x2A || bytes[first] == 0x5F) && first + 1 < last && bytes[first + 1] != 0x20
    }

    private func isCapitals(_ range: Range<Int>) -> Bool {
        var letters = 0
        for byte in bytes[range] {
            if (0x61...0x7A).contains(byte) { return false }
            if (0x41...0x5A).contains(byte) { letters += 1 }
        }
        return letters >= 4
    }

    /// Whether a line is the rest of the block above it.
    private func goesOn(_ line: Line, behind last: ResumeText.Block, _ bulletIndent: Int?) -> Bool {
        guard !line.isBullet, !line.isMarked, !last.isMarked else { return false }
        if last.isBullet { return line.indent > (bulletIndent ?? 0) || startsSmall(line) }
        // A paragraph that was broken by hand has long lines, and goes on with a small letter.
        guard last.span.count >= 40, ![0x2E, 0x3A, 0x21, 0x3F].contains(bytes[last.span.upperBound - 1]) else {
            return false
        }
        return startsSmall(line)
    }

    private func startsSmall(_ line: Line) -> Bool { (0x61...0x7A).contains(bytes[line.content.lowerBound]) }
}
