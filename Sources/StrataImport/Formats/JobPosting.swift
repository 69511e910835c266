import StrataModel

/// schema.org's `JobPosting` in the JSON-LD of a page.
enum JobPosting {
    /// Every posting within a value: under `@graph`, in arrays, however deep.
    static func find(in value: JSONValue) -> [JSONValue] {
        switch value {
        case .array(let values): return values.flatMap(find)
        case .object(let members):
            if isPosting(value) { return [value] }
            return members.flatMap { find(in: $0.value) }
        default: return []
        }
    }

    /// The posting's values by path, in its order.
    static func fields(of posting: JSONValue) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        flatten(posting, path: "", into: &fields)
        return fields
    }

    private static func isPosting(_ value: JSONValue) -> Bool {
        func names(_ type: JSONValue) -> Bool {
            guard case .string(let name) = type else { return false }
            return ["/JobPosting", ":JobPosting", "#JobPosting"].contains { "/\(name)".hasSuffix($0) }
        }
        switch value["@type"] {
        case .array(let types): return types.contains(where: names)
        case let type?: return names(type)
        case nil: return false
        }
    }

    private static func flatten(_ value: JSONValue, path: String, into fields: inout [(name: String, value: String)]) {
        switch value {
        case .object(let members):
            for (key, value) in members where !key.hasPrefix("@") {
                flatten(value, path: path.isEmpty ? key : "\(path).\(key)", into: &fields)
            }
        case .array(let values): for value in values { flatten(value, path: path, into: &fields) }
        case .string(let text): if !text.isEmpty { fields.append((path, text)) }
        default: break
        }
    }
}
