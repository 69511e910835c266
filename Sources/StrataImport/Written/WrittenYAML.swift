internal import StrataModel
internal import Yams

/// YAML, and JSON as a part of it, as values with their lines.
enum WrittenYAML {
    /// More values than a person writes, aliases counted as often as they are used.
    private static let valueLimit = 100_000

    static func node(of text: String, path: String) throws(InputError) -> InputNode {
        if let (reason, line) = YAMLHazards.find(in: text) {
            throw InputError(.tooLarge, path: path, line: line, reason)
        }
        var budget = valueLimit
        guard let node = try compose(text, path) else {
            throw InputError(.empty, path: path, "it is empty: write what you know, one matter a line")
        }
        let converted = converted(node, &budget)
        guard budget >= 0 else {
            throw InputError(
                .tooLarge, path: path, "it has more than \(valueLimit) values once its aliases are followed")
        }
        return converted
    }

    private static func compose(_ text: String, _ path: String) throws(InputError) -> Node? {
        do { return try Yams.compose(yaml: text) } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw InputError(
                    .malformed, path: path, line: mark.line,
                    "malformed YAML or JSON: \(problem); put texts that hold ': ' or begin with a sign into quotes")
            default:
                throw InputError(
                    .malformed, path: path, "malformed YAML or JSON: a key twice, or wrong indentation or quotes")
            }
        } catch {
            throw InputError(.malformed, path: path, "malformed YAML or JSON: check its indentation and quotes")
        }
    }

    private static func converted(_ node: Node, _ budget: inout Int) -> InputNode {
        budget -= 1
        guard budget >= 0 else { return InputNode(.none) }
        let line = node.mark?.line
        switch node {
        case .scalar(let scalar):
            let isNull = scalar.style == .plain && ["null", "~", ""].contains(scalar.string.lowercased())
            return InputNode(isNull ? .none : .scalar(scalar.string), line: line)
        case .sequence(let items): return InputNode(.list(items.map { converted($0, &budget) }), line: line)
        case .mapping(let mapping):
            let members = mapping.map { key, value in
                InputNode.Member(key.string ?? "", converted(value, &budget))
            }
            return InputNode(.mapping(members), line: line)
        case .alias: return InputNode(.none, line: line)
        }
    }
}
