/// A seed file: tab-separated, a header line first.
struct SeedTable {
    /// Why a seed file cannot be read.
    struct Malformed: Error, CustomStringConvertible {
        var path: String
        /// From 1, the header included.
        var line: Int
        var reason: String

        var description: String { "\(path), line \(line): \(reason)" }
    }

    /// A line of the file.
    struct Row {
        var path: String
        var line: Int
        fileprivate var cells: [Substring]
        fileprivate var columns: [String: Int]

        /// The cell under the header; empty when the file has no such column.
        subscript(column: String) -> String {
            guard let index = columns[column] else { return "" }
            return String(cells[index])
        }

        /// The cell's parts between `|`, trimmed, without empty ones.
        func list(_ column: String) -> [String] {
            self[column].utf8.split(separator: UInt8(ascii: "|")).map { SeedTable.trimmed(Substring($0)) }
                .filter { !$0.isEmpty }
        }

        func malformed(_ reason: String) -> Malformed { Malformed(path: path, line: line, reason: reason) }
    }

    var rows: [Row] = []

    /// - throws: ``Malformed`` when a row has more or fewer cells than the header.
    init(path: String, text: String) throws {
        var columns: [String: Int]?
        var line = 0
        // By bytes: walking through Characters would take ten times as long.
        for content in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            if content.isEmpty { continue }
            let cells = content.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map(Substring.init)
            guard let known = columns else {
                columns = Dictionary(cells.enumerated().map { (String($1), $0) }) { first, _ in first }
                continue
            }
            guard cells.count == known.count else {
                throw Malformed(path: path, line: line, reason: "\(cells.count) cells under \(known.count) columns")
            }
            rows.append(Row(path: path, line: line, cells: cells, columns: known))
        }
    }

    /// The text without spaces at its ends.
    static func trimmed(_ text: Substring) -> String {
        let space = UInt8(ascii: " ")
        var part = text.utf8
        while part.first == space { part.removeFirst() }
        while part.last == space { part.removeLast() }
        return String(Substring(part))
    }
}
