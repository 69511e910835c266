/// A JD in a PDF, through `pdftotext`.
enum PDFDocument {
    /// Where `pdftotext` reads its input and writes: standard input and output; places of all words, in reading order.
    static let arguments = ["-q", "-bbox-layout", "-enc", "UTF-8", "-", "-"]

    /// - parameter output: what the program wrote.
    static func entries(_ output: [UInt8]) -> [DocumentEntry] {
        let layout = PDFLayout(output)
        let pages = PageFurniture.removed(from: layout.pages)
        let text = text(layout.pages, shown: pages)
        guard !text.isEmpty else {
            return [.reject(reason: "\(holdsNone), and import that", line: nil, raw: "")]
        }
        let running = PageFurniture.running(layout.pages)
        guard let title = title(layout) ?? headline(pages) ?? firstLine(pages, running) else {
            return PlainTextDocument.entries(text)
        }
        var fields: [(name: String, value: String)] = [("title", title)]
        // What stands under the title are the facts of the head, wherever on the page the title stands.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let place = lines.firstIndex { isTitle($0, title) }
        var rest = place.map { $0 + 1 } ?? 0
        HeaderLines.take(from: lines, at: &rest, into: &fields)
        let head = lines[..<(place ?? 0)].joined(separator: "\n")
        let body = lines[min(rest, lines.count)...].joined(separator: "\n")
        fields.append(("description", head.isEmpty ? body : "\(head)\n\n\(body)"))
        return [.record(fields: fields, line: nil, raw: text)]
    }

    /// The whole text, column after column, without what runs along the pages' edges; empty where there are only pictures.
    static func text(_ layout: PDFLayout) -> String {
        text(layout.pages, shown: PageFurniture.removed(from: layout.pages).map(PageColumns.ordered))
    }

    private static func text(_ pages: [PDFLayout.Page], shown: [PDFLayout.Page]) -> String {
        let joining = LineJoining(pages)
        return shown.flatMap { page in
            page.blocks.map { joining.paragraphs(of: $0, on: page).joined(separator: "\n") }
        }.joined(separator: "\n\n")
    }

    /// Why a PDF has no text, and how to get one.
    static let holdsNone =
        "the PDF holds pictures of pages and no text: make one of it, for example with 'ocrmypdf FILE NEW.pdf'"

    /// Whether a line is the title, or as much of it as was put into the metadata.
    private static func isTitle(_ line: String, _ title: String) -> Bool {
        let (line, title) = (line.trimmingWhitespace().lowercased(), title.lowercased())
        return line == title || line.utf8.count >= 8 && title.hasPrefix(line)
            || title.utf8.count >= 8 && line.hasPrefix(title) && line.count < title.count + 40
    }

    /// The line below one that runs over all pages, as a company's name does, unless that names a role itself.
    private static func firstLine(_ pages: [PDFLayout.Page], _ running: String?) -> String? {
        guard let running, !HiringLine.isRole(running) else { return nil }
        let next = pages.first?.blocks.flatMap(\.lines).map(\.text).first { $0 != running }
        return next.flatMap { $0.count <= 120 && !CompanyLine.isSentence($0) ? $0 : nil }
    }

    /// The title in the metadata, unless it is a file's name or what a program wrote there of its own.
    private static func title(_ layout: PDFLayout) -> String? {
        let title = layout.title.collapsingWhitespace()
        let lower = title.lowercased()
        let isFile = [".doc", ".docx", ".pdf", ".odt", ".rtf", ".pages", ".indd", ".pptx", ".html", ".txt"].contains {
            lower.hasSuffix($0)
        }
        let isFiller = ["untitled", "microsoft ", "document", "powerpoint ", "unbenannt", "print", "slide"].contains {
            lower.hasPrefix($0)
        }
        guard title.count >= 4, title.count <= 200, !isFile, !isFiller, title.contains(where: \.isLetter),
            !["job description", "stellenbeschreibung", "jd", "job posting"].contains(lower)
        else { return nil }
        return title
    }

    /// The first line of the first page that is set clearly larger than the text.
    private static func headline(_ pages: [PDFLayout.Page]) -> String? {
        let lines = pages.flatMap(\.blocks).flatMap(\.lines)
        let heights = lines.map(\.height).sorted()
        guard let first = pages.first, !heights.isEmpty else { return nil }
        let usual = heights[heights.count / 2]
        let candidates = first.blocks.flatMap(\.lines).filter { $0.text.count <= 120 && $0.text.count >= 4 }
        guard let largest = candidates.map(\.height).max(), largest > usual * 1.15 else { return nil }
        return candidates.first { $0.height > largest * 0.95 }?.text
    }
}
