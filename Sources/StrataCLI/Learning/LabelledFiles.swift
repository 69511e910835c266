internal import StrataImport
internal import StrataLearn
internal import StrataModel
internal import StrataStorage

/// Labelled JDs out of files: JSON Lines of JDs, and tables of labels that name JDs of these files or of the database.
struct LabelledFiles {
    private(set) var jds: [LabelledJD] = []
    /// Ids of labels that no JD has.
    private(set) var unknown: [String] = []

    /// What somebody who has read a JD says of it.
    typealias Label = (label: Outcome, needs: [Int]?)

    /// - parameters:
    ///   - paths: each a file of JDs or a table of labels; a look at its first byte tells which.
    ///   - store: where JDs are looked for that no file holds.
    ///   - withOwn: whether the labels that the store keeps count too; they were given last.
    /// - throws: ``CommandFailure``, `InputError` or `StoreError`, with file and line.
    init(_ paths: [String], _ store: Store?, withOwn: Bool) throws {
        var lines: [LabelledLine] = []
        var labels: [String: Label] = [:]
        /// By the JD's id in the database that the table came from, its id at its source.
        var places: [Int64: String] = [:]
        for path in paths {
            if let found = try Self.lines(of: path) {
                lines += found
            } else {
                for row in try LabelTable.read(path) {
                    labels[row.id] = (row.label, row.needs)
                    if let jd = row.jd { places[jd] = row.id }
                }
            }
        }
        let kept = try store.map { try KeptLabels($0, withOwn: withOwn) }
        var known: Set<String> = []
        for line in lines where known.insert(line.id).inserted {
            if let jd = line.labelled(kept?.own(ofSourceID: line.id) ?? labels[line.id]) { jds.append(jd) }
        }
        var missing = Set(labels.keys).subtracting(known)
        if let kept {
            let found = try kept.jds(named: labels, places, wanted: missing, besides: known)
            jds += found.map(\.jd)
            for item in found { if let name = item.name { missing.remove(name) } }
        }
        unknown = missing.sorted()
    }

    /// The JDs of a file of JSON Lines; nil where its first byte says that it is none.
    private static func lines(of path: String) throws -> [LabelledLine]? {
        let reader = try LineReader(path: path)
        var lines: [LabelledLine] = []
        var number = 0
        while let line = reader.next() {
            number += 1
            guard let first = line.drop(while: \.isWhitespace).first else { continue }
            if lines.isEmpty, first == "[" {
                throw CommandFailure(.badInput, "\(path): a JSON array; write one JD on each line (JSON Lines)")
            }
            if lines.isEmpty, first != "{" { return nil }
            lines.append(try LabelledLine(line, of: path, number: number))
        }
        guard !lines.isEmpty else {
            throw CommandFailure(.badInput, "\(path): empty; give JDs as JSON Lines, or a table of labels")
        }
        return lines
    }
}
