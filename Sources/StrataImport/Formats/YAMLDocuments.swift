import Yams

/// JDs in YAML: one a document, several documents, or a list of them.
enum YAMLDocuments {
    /// More values than one JD has, aliases counted as often as they are used: a billion laughs end here.
    static let valueLimit = 100_000

    static func entries(_ text: String) -> [DocumentEntry] {
        if let (reason, line) = YAMLHazards.find(in: text) {
            return [.reject(reason: reason, line: line, raw: text)]
        }
        var entries: [DocumentEntry] = []
        var budget = Budget(for: text)
        do {
            var documents = try Yams.compose_all(yaml: text)
            while let document = documents.next() { append(document, to: &entries, &budget) }
            // The sequence ends at an error as at the end; the error is kept in it.
            if let error = documents.error { entries.append(rejection(error, text)) }
        } catch {
            entries.append(rejection(error, text))
        }
        return entries
    }

    /// The values of a mapping by path, nil when there are more than the limits.
    static func fields(of node: Node, in text: String) -> [(name: String, value: String)]? {
        var budget = Budget(for: text)
        return fields(of: node, &budget)
    }

    private static func fields(of node: Node, _ budget: inout Budget) -> [(name: String, value: String)]? {
        var flattener = Flattener(budget: budget)
        flattener.add(node, path: "", depth: 0)
        budget = flattener.budget
        return flattener.isOverLimit ? nil : flattener.fields
    }

    /// What a file may come to once its aliases are followed: an honest one comes to about its size.
    private struct Budget {
        var values: Int
        var bytes: Int

        init(for text: String) {
            values = 100_000 + text.utf8.count
            bytes = ByteWindow.recordLimit + 4 * text.utf8.count
        }
    }

    private static func rejection(_ error: any Error, _ text: String) -> DocumentEntry {
        guard let error = error as? YamlError else {
            return .reject(reason: "malformed YAML", line: nil, raw: text)
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return .reject(
                reason: "malformed YAML in line \(mark.line), column \(mark.column): \(problem)", line: mark.line,
                raw: text)
        default: return .reject(reason: "malformed YAML: check its indentation and quotes", line: nil, raw: text)
        }
    }

    private static func append(_ node: Node, to entries: inout [DocumentEntry], _ budget: inout Budget) {
        switch node {
        case .sequence(let items): for item in items { appendRecord(item, to: &entries, &budget) }
        case .mapping(let mapping):
            // Telling keys stand first; a mapping of very many is no record anyway.
            let isRecord = mapping.prefix(1000).contains { key, value in
                value.scalar != nil && key.string.flatMap { ColumnNames.recognise($0)?.role }.map(Self.tells) == true
            }
            let lists = mapping.compactMap { $0.value.sequence }.filter { $0.contains { $0.mapping != nil } }
            if !isRecord, let list = lists.max(by: { $0.count < $1.count }) {
                for item in list { appendRecord(item, to: &entries, &budget) }
            } else {
                appendRecord(node, to: &entries, &budget)
            }
        case .scalar(let scalar) where scalar.string.isEmpty: break
        default: appendRecord(node, to: &entries, &budget)
        }
    }

    private static func tells(_ role: ColumnRole) -> Bool { role == .field(.title) || role == .field(.text) }

    private static func appendRecord(_ node: Node, to entries: inout [DocumentEntry], _ budget: inout Budget) {
        let line = node.mark?.line
        guard node.mapping != nil else {
            let reason = "no mapping: a record has keys such as title and description"
            entries.append(.reject(reason: reason, line: line, raw: node.string ?? ""))
            return
        }
        guard let fields = fields(of: node, &budget) else {
            let reason =
                "more than \(valueLimit) values, or \(ByteWindow.recordLimit >> 20) MB of them, once its aliases are "
                + "followed: write them out, or leave them out"
            entries.append(.reject(reason: reason, line: line, raw: ""))
            return
        }
        // What is kept of many records is bounded, as they may all be one by their aliases.
        let raw = fields.prefix(200).map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        entries.append(.record(fields: fields, line: line, raw: raw))
    }

    private struct Flattener {
        var budget: Budget
        var fields: [(name: String, value: String)] = []
        private var visited = 0
        private var size = 0

        init(budget: Budget) { self.budget = budget }

        var isOverLimit: Bool {
            visited > YAMLDocuments.valueLimit || size > ByteWindow.recordLimit || budget.values < 0 || budget.bytes < 0
        }

        mutating func add(_ node: Node, path: String, depth: Int) {
            visited += 1
            budget.values -= 1
            guard !isOverLimit, depth <= JSONScanner.depthLimit else { return }
            switch node {
            case .scalar(let scalar):
                let isNull = scalar.style == .plain && ["null", "~", ""].contains(scalar.string.lowercased())
                if isNull { break }
                size += scalar.string.utf8.count
                budget.bytes -= scalar.string.utf8.count
                fields.append((path, scalar.string))
            case .sequence(let items): for item in items { add(item, path: path, depth: depth + 1) }
            case .mapping(let mapping):
                for (key, value) in mapping {
                    let name = key.string ?? "?"
                    add(value, path: path.isEmpty ? name : "\(path).\(name)", depth: depth + 1)
                }
            case .alias: break
            }
        }
    }
}
