internal import Foundation
import StrataModel
internal import Yams

/// Skills and roles as YAML: a list of each.
enum CatalogueYAML {
    static func read(_ path: String) throws -> [CatalogueFile.Entry] {
        let node = try compose(path)
        guard let mapping = node.mapping else {
            throw InputError(.malformed, path: path, line: node.mark?.line, "it has neither 'skills' nor 'roles'")
        }
        var entries: [CatalogueFile.Entry] = []
        for (key, value) in mapping {
            guard let entity = CatalogueRecord.Entity.allCases.first(where: { "\($0.rawValue)s" == key.string }) else {
                throw InputError(
                    .malformed, path: path, line: key.mark?.line,
                    "'\(key.string ?? "")' is neither 'skills' nor 'roles'")
            }
            guard let items = value.sequence else {
                throw InputError(
                    .malformed, path: path, line: key.mark?.line,
                    "'\(key.string ?? "")' is no list: begin items with '- '")
            }
            for item in items { entries.append(try entry(item, entity, path)) }
        }
        return entries
    }

    private static func compose(_ path: String) throws -> Node {
        let data =
            path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
        guard let data else { throw InputError(.notFound, path: path, "no such file, or it may not be read") }
        var text = String(decoding: data, as: UTF8.self)
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        if let (reason, line) = YAMLHazards.find(in: text) {
            throw InputError(.tooLarge, path: path, line: line, reason)
        }
        do {
            guard let node = try Yams.compose(yaml: text) else {
                throw InputError(.empty, path: path, "it is empty")
            }
            return node
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw InputError(.malformed, path: path, line: mark.line, "malformed YAML: \(problem)")
            default:
                throw InputError(.malformed, path: path, "malformed YAML: a key twice, or wrong indentation or quotes")
            }
        }
    }

    private static func entry(
        _ node: Node, _ entity: CatalogueRecord.Entity, _ path: String
    ) throws -> CatalogueFile.Entry {
        let line = node.mark?.line
        guard let mapping = node.mapping else {
            throw InputError(.malformed, path: path, line: line, "an item is no mapping: it has keys such as 'slug'")
        }
        var fields: [String: String] = [:]
        for (key, value) in mapping {
            guard let name = key.string else {
                throw InputError(.malformed, path: path, line: key.mark?.line, "a key is no text")
            }
            fields[name] = try text(of: value, name, path)
        }
        return try CatalogueFile.entry(entity: entity.rawValue, fields: fields, path: path, line: line)
    }

    private static func text(of value: Node, _ name: String, _ path: String) throws -> String {
        if let items = value.sequence {
            let texts = try items.map { item in
                guard let text = item.string else {
                    throw InputError(
                        .malformed, path: path, line: item.mark?.line,
                        "an item of '\(name)' is no text: put it in quotes")
                }
                guard !text.contains("|") else {
                    throw InputError(
                        .malformed, path: path, line: item.mark?.line,
                        "an item of '\(name)' holds '|', which parts items: leave it out, or make two items")
                }
                return text.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            // Of layers too a list may be made: `[mlops=0.8, data-engineering=0.2]`.
            return ["layers", "lean"].contains(name)
                ? texts.joined(separator: ",") : CatalogueRecord.list(texts, in: name)
        }
        guard let text = value.string else {
            throw InputError(
                .malformed, path: path, line: value.mark?.line, "'\(name)' is neither a text nor a list of texts")
        }
        return value.tag.rawValue.hasSuffix(":null") ? "" : text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    static func text(of entries: [CatalogueFile.Entry]) throws -> String {
        let lists = CatalogueRecord.Entity.allCases.compactMap { entity -> (Node, Node)? in
            let items = entries.filter { $0.record.entity == entity }.map(node)
            return items.isEmpty ? nil : (Node("\(entity.rawValue)s"), Node(items, .implicit, .block))
        }
        return try Yams.serialize(node: Node(lists, .implicit, .block), width: -1, allowUnicode: true)
    }

    private static func node(_ entry: CatalogueFile.Entry) -> Node {
        let record = entry.record
        var pairs: [(Node, Node)] = [(Node("slug"), Node(record.slug))]
        if entry.isRemoved { pairs.append((Node(CatalogueFile.removed), Node("true", Tag(.bool)))) }
        for field in record.entity.fields where !record[field].isEmpty {
            let value: Node
            if CatalogueRecord.listFields.contains(field) {
                value = Node(CatalogueRecord.items(record[field]).map(scalar), .implicit, .block)
            } else {
                value = scalar(record[field])
            }
            pairs.append((Node(field), value))
        }
        return Node(pairs, .implicit, .block)
    }

    /// Texts that YAML would read as something else (yes, 3.10, null) are quoted by the library when the tag says text.
    private static func scalar(_ text: String) -> Node { Node(text, Tag(.str), .any) }
}
