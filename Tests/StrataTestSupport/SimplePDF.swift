/// A PDF of lines of text at places, without compression: enough to see how one is read.
public struct SimplePDF {
    public struct Line {
        var x: Int
        var y: Int
        var size: Int
        var text: String

        /// - parameter y: from the page's foot, which is 842 points high.
        public init(x: Int, y: Int, size: Int = 10, _ text: String) {
            (self.x, self.y, self.size, self.text) = (x, y, size, text)
        }
    }

    private var objects: [String]
    private var pages: [Int] = []

    /// - parameter title: what the metadata say; nil for none.
    public init(title: String? = nil, pages: [[Line]]) {
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            title.map { "<< /Title (\(Self.escaped($0))) >>" } ?? "<< >>",
        ]
        for page in pages { add(page) }
        let kids = self.pages.map { "\($0) 0 R" }.joined(separator: " ")
        objects[1] = "<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>"
    }

    private mutating func add(_ lines: [Line]) {
        let text = lines.map { "/F1 \($0.size) Tf 1 0 0 1 \($0.x) \($0.y) Tm (\(Self.escaped($0.text))) Tj" }
        let content = "BT\n\(text.joined(separator: "\n"))\nET"
        pages.append(objects.count + 1)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
                + "/Contents \(objects.count + 2) 0 R >>")
        objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("(", with: "\\(").replacing(")", with: "\\)")
            .replacing("•", with: "\\225")
    }

    public var bytes: [UInt8] {
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { text += "\(String(repeating: "0", count: 10 - "\(offset)".count))\(offset) 00000 n \n" }
        text += "trailer << /Size \(objects.count + 1) /Root 1 0 R /Info 4 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }
}
