import Yams

/// JDs in YAML: one a document, several documents, or a list of them.
enum YAMLDocuments {
    /// More values than one JD has, aliases counted as often as they are used: a billion laughs end here.
    static let valueLimit = 100_000

    static func entries(_ text: String) -> [DocumentEntry] {
        if let line = YAMLNesting.tooDeepLine(in: text) {
            let reason = "nested deeper than \(YAMLNesting.limit) levels in line \(line)"
            return [.reject(reason: reason, line: line, raw: text)]
        }
        var entries: [DocumentEntry] = []
        do {
            var documents = try Yams.compose_all(yaml: text)
            while let document = documents.next() { append(document, to: &entries) }
            // The sequence ends at an error as at the end; the error is kept in it.
            if let error = documents.error { entries.append(rejection(error, text)) }
        } catch {
            entries.append(rejection(error, text))
        }
        return entries
    }

    /// The values of a mapping by path, nil when there are more than the limit.
    static func fields(of node: Node) -> [(name: String, value: String)]? {
        var flattener = Flattener()
        flattener.add(node, path: "", depth: 0)
        return flattener.isOverLimit ? nil : flattener.fields
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

    private static func append(_ node: Node, to entries: inout [DocumentEntry]) {
        switch node {
        case .sequence(let items): for item in items { appendRecord(item, to: &entries) }
        case .mapping(let mapping):
            let isRecord = mapping.contains { key, value in
                value.scalar != nil && key.string.flatMap { ColumnNames.recognise($0)?.role }.map(Self.tells) == true
            }
            let lists = mapping.compactMap { $0.value.sequence }.filter { $0.contains { $0.mapping != nil } }
            if !isRecord, let list = lists.max(by: { $0.count < $1.count }) {
                for item in list { appendRecord(item, to: &entries) }
            } else {
                appendRecord(node, to: &entries)
            }
        case .scalar(let scalar) where scalar.string.isEmpty: break
        default: appendRecord(node, to: &entries)
        }
    }

    private static func tells(_ role: ColumnRole) -> Bool { role == .field(.title) || role == .field(.text) }

    private static func appendRecord(_ node: Node, to entries: inout [DocumentEntry]) {
        let line = node.mark?.line
        guard node.mapping != nil else {
            let reason = "no mapping: a record has keys such as title and description"
            entries.append(.reject(reason: reason, line: line, raw: node.string ?? ""))
            return
        }
        guard let fields = fields(of: node) else {
            let reason = "more than \(valueLimit) values once its aliases are followed"
            entries.append(.reject(reason: reason, line: line, raw: ""))
            return
        }
        let raw = fields.prefix(200).map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        entries.append(.record(fields: fields, line: line, raw: raw))
    }

    private struct Flattener {
        var fields: [(name: String, value: String)] = []
        var visited = 0
        var isOverLimit: Bool { visited > YAMLDocuments.valueLimit }

        mutating func add(_ node: Node, path: String, depth: Int) {
            visited += 1
            guard !isOverLimit, depth <= JSONScanner.depthLimit else { return }
            switch node {
            case .scalar(let scalar):
                let isNull = scalar.style == .plain && ["null", "~", ""].contains(scalar.string.lowercased())
                if !isNull { fields.append((path, scalar.string)) }
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

/// How deep YAML nests, told from its text: the parser recurses, and must not be sent too deep.
enum YAMLNesting {
    static let limit = 200

    /// The first line that nests too deep, nil when none does.
    static func tooDeepLine(in text: String) -> Int? {
        var flow = 0
        var indents: [Int] = []
        var line = 1
        var column = 0
        var dashes = 0
        var isAtStart = true
        var previous: UInt8 = 0x0A
        for byte in text.utf8 {
            defer { if byte > 0x20 || byte == 0x0A { previous = byte } }
            if byte == 0x0A {
                (line, column, dashes, isAtStart) = (line + 1, 0, 0, true)
                continue
            }
            column += 1
            let opens = byte == 0x5B || byte == 0x7B
            if opens, [0x0A, 0x2D, 0x3A, 0x2C, 0x5B, 0x7B, 0x3F].contains(previous) { flow += 1 }
            if byte == 0x5D || byte == 0x7D { flow = max(0, flow - 1) }
            if isAtStart, byte != 0x20 {
                if byte == 0x2D || byte == 0x3F { dashes += 1 } else { isAtStart = false }
                while let last = indents.last, last >= column { indents.removeLast() }
                indents.append(column)
            }
            if max(flow, dashes, indents.count) > limit { return line }
        }
        return nil
    }
}
