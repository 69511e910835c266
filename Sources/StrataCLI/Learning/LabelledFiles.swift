internal import StrataImport
internal import StrataLearn
internal import StrataModel
internal import StrataStorage

/// Labelled JDs out of files: JSON Lines of JDs, and tables of labels that name JDs of these files or of the database.
struct LabelledFiles {
    private(set) var jds: [LabelledJD] = []
    /// Ids of labels that no JD has.
    private(set) var unknown: [String] = []

    /// - parameters:
    ///   - paths: each a file of JDs or a table of labels; a look at its first byte tells which.
    ///   - store: where JDs are looked for that no file holds; its own labels count too.
    /// - throws: ``CommandFailure``, `InputError` or `StoreError`, with file and line.
    init(_ paths: [String], _ store: Store?) throws {
        var lines: [LabelledLine] = []
        var labels: [String: (label: Outcome, needs: [Int]?)] = [:]
        for path in paths {
            if try Self.holdsJSON(path) {
                lines += try Self.lines(of: path)
            } else {
                for row in try LabelTable.read(path) { labels[row.id] = (row.label, row.needs) }
            }
        }
        var known: Set<String> = []
        for line in lines where known.insert(line.id).inserted {
            if let jd = line.labelled(labels[line.id]) { jds.append(jd) }
        }
        var missing = Set(labels.keys).subtracting(known)
        if let store { try add(store, labels, &missing) }
        unknown = missing.sorted()
    }

    /// Adds the database's JDs that the labels name, and those that it has labels of its own for.
    private mutating func add(
        _ store: Store, _ labels: [String: (label: Outcome, needs: [Int]?)], _ missing: inout Set<String>
    ) throws {
        let own = Dictionary(try store.labels().map { ($0.jd, $0.label) }) { first, _ in first }
        let wanted = missing.union(own.keys.map(String.init))
        guard !wanted.isEmpty else { return }
        for text in try store.texts(named: wanted) {
            let names = [text.externalID, String(text.id)].compactMap { $0 }
            let given = names.lazy.filter(missing.contains).compactMap { labels[$0] }.first
            // What stands in the database was said last.
            guard let label = own[text.id].map({ ($0, given?.needs) }) ?? given else { continue }
            names.forEach { missing.remove($0) }
            jds.append(
                LabelledJD(
                    id: "jd \(text.id)", title: text.title.isEmpty ? nil : text.title, company: text.company,
                    text: text.text, source: text.source, group: "jd \(text.id)", label: label.0, needs: label.1,
                    grade: .read))
        }
    }

    private static func holdsJSON(_ path: String) throws -> Bool {
        let reader = try LineReader(path: path)
        while let line = reader.next() {
            if let first = line.drop(while: \.isWhitespace).first { return first == "{" }
        }
        throw CommandFailure(.badInput, "\(path): empty; give JDs as JSON Lines, or a table of labels")
    }

    private static func lines(of path: String) throws -> [LabelledLine] {
        let reader = try LineReader(path: path)
        var lines: [LabelledLine] = []
        var number = 0
        while let line = reader.next() {
            number += 1
            if line.allSatisfy(\.isWhitespace) { continue }
            lines.append(try LabelledLine(line, of: path, number: number))
        }
        return lines
    }
}
