internal import Foundation
internal import StrataModel

/// A line of `classify --jsonl`: a JD as JSON.
struct ClassifyLine {
    var id: JSONValue
    var title: String?
    var company: String?
    var description: String
    /// The other keys, to be carried through.
    var others: JSONValue?

    /// Why a line is no JD.
    struct Unreadable: Error {
        var reason: String
    }

    private struct Fields: Decodable {
        var id: DecodedJSON?
        var title: String?
        var company: String?
        var description: String?
    }

    /// - parameter keepsOthers: whether the other keys are wanted.
    /// - throws: ``Unreadable``.
    init(_ line: String, keepsOthers: Bool) throws {
        let data = Data(line.utf8)
        let fields: Fields
        do {
            fields = try JSONDecoder().decode(Fields.self, from: data)
        } catch DecodingError.typeMismatch(_, let context) {
            let key = context.codingPath.first?.stringValue
            throw Unreadable(reason: key.map { "\($0) is no text" } ?? "no JSON object")
        } catch {
            throw Unreadable(reason: "no JSON object; write one on each line")
        }
        guard let text = fields.description else { throw Unreadable(reason: "no description") }
        id = fields.id?.value ?? .null
        title = fields.title
        company = fields.company
        description = text
        if keepsOthers, case .object(let members) = try JSONDecoder().decode(DecodedJSON.self, from: data).value {
            others = .object(members.filter { !["id", "title", "description"].contains($0.key) })
        }
    }
}

/// Any JSON value; the keys of objects sorted, since their order is lost in decoding.
struct DecodedJSON: Decodable {
    var value: JSONValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let bool = try? container.decode(Bool.self) {
            value = .bool(bool)
        } else if let integer = try? container.decode(Int.self) {
            value = .integer(integer)
        } else if let number = try? container.decode(Double.self) {
            value = .number(number)
        } else if let text = try? container.decode(String.self) {
            value = .string(text)
        } else if let items = try? container.decode([DecodedJSON].self) {
            value = .array(items.map(\.value))
        } else {
            let members = try container.decode([String: DecodedJSON].self)
            value = .object(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.value) })
        }
    }
}
