/// The lines of a PDF with their places, as `pdftotext -bbox-layout` writes them: blocks in reading order, columns apart.
struct PDFLayout {
    struct Word {
        var text: String
        var left: Double
        var right: Double
    }

    struct Line {
        var words: [Word] = []
        /// Distances from the page's top, in points.
        var top = 0.0
        var bottom = 0.0

        var text: String { words.map(\.text).joined(separator: " ") }
        var height: Double { bottom - top }
        var left: Double { words.first?.left ?? 0 }
        var right: Double { words.last?.right ?? 0 }
    }

    struct Block {
        var lines: [Line] = []
    }

    struct Page {
        var height = 0.0
        var blocks: [Block] = []
    }

    private(set) var pages: [Page] = []
    /// The title among the file's metadata.
    private(set) var title = ""

    /// Reads what the program wrote: an element a line.
    init(_ output: [UInt8]) {
        for line in output.split(separator: 0x0A) {
            let line = line.drop { $0 == 0x20 }
            guard line.first == 0x3C, let end = line.firstIndex(of: 0x3E) else { continue }
            let tag = String(decoding: line[line.index(after: line.startIndex)..<end], as: UTF8.self)
            take(tag, content: line[line.index(after: end)...])
        }
    }

    private mutating func take(_ tag: String, content: ArraySlice<UInt8>) {
        let parts = tag.split(separator: " ")
        switch parts.first {
        case "title" where title.isEmpty: title = Self.text(content)
        case "page": pages.append(Page(height: Self.number("height", parts)))
        case "block" where !pages.isEmpty: pages[pages.count - 1].blocks.append(Block())
        case "line":
            append(Line(top: Self.number("yMin", parts), bottom: Self.number("yMax", parts)))
        case "word":
            append(
                Word(
                    text: Self.text(content), left: Self.number("xMin", parts), right: Self.number("xMax", parts)))
        default: break
        }
    }

    private mutating func append(_ line: Line) {
        guard let page = pages.indices.last, let block = pages[page].blocks.indices.last else { return }
        pages[page].blocks[block].lines.append(line)
    }

    private mutating func append(_ word: Word) {
        guard !word.text.isEmpty, let page = pages.indices.last, let block = pages[page].blocks.indices.last,
            let line = pages[page].blocks[block].lines.indices.last
        else { return }
        pages[page].blocks[block].lines[line].words.append(word)
    }

    private static func number(_ name: String, _ parts: [Substring]) -> Double {
        for part in parts where part.hasPrefix("\(name)=\"") {
            return Double(part.dropFirst(name.count + 2).prefix { $0 != "\"" }) ?? 0
        }
        return 0
    }

    /// The text up to the closing tag.
    private static func text(_ content: ArraySlice<UInt8>) -> String {
        let inner = Array(content.prefix { $0 != 0x3C })
        let decoded = inner.withUnsafeBufferPointer { Entities.areFound(in: $0) ? Entities.decoded($0) : inner }
        var text = ""
        for scalar in TextDecoding.string(decoded).unicodeScalars { text += plain(scalar) }
        return text.trimmingWhitespace()
    }

    /// Ligatures as letters, and the bullets of symbol fonts as bullets.
    private static func plain(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0xFB00: "ff"
        case 0xFB01: "fi"
        case 0xFB02: "fl"
        case 0xFB03: "ffi"
        case 0xFB04: "ffl"
        case 0xF0A7, 0xF0B7, 0xF0D8, 0xF076, 0xF0FC: "•"
        default: String(scalar)
        }
    }
}
