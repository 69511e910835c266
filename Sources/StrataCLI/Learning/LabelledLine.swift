internal import Foundation
internal import StrataLearn
internal import StrataModel

/// A line of a file of JDs, some of them labelled by their titles.
struct LabelledLine: Decodable {
    var id: String
    var title: String?
    var company: String?
    var text: String
    var source: String
    var group: String
    /// Nil where the title tells nothing.
    var titleLabel: Outcome?

    private enum CodingKeys: String, CodingKey {
        case id, title, company, description, text, source
        case group = "near_dup_group"
        case titleLabel = "layer_by_title"
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String? {
            if let number = try? values.decodeIfPresent(Int64.self, forKey: key) { return String(number) }
            return try values.decodeIfPresent(String.self, forKey: key)
        }
        guard let id = try text(.id) else {
            throw DecodingError.keyNotFound(CodingKeys.id, .init(codingPath: [], debugDescription: "no id"))
        }
        self.id = id
        title = try text(.title).flatMap { $0.isEmpty ? nil : $0 }
        company = try text(.company)
        self.text = try text(.description) ?? text(.text) ?? ""
        source = try text(.source) ?? "default"
        group = try text(.group) ?? id
        guard let named = try text(.titleLabel) else { return }
        guard let label = Outcome(label: named) else {
            throw DecodingError.dataCorruptedError(
                forKey: .titleLabel, in: values, debugDescription: "'\(named)' is no layer")
        }
        titleLabel = label
    }

    /// - parameter read: what somebody who has read it says, before what the title tells.
    /// - returns: nil without any label.
    func labelled(_ read: (label: Outcome, needs: [Int]?)?) -> LabelledJD? {
        guard let label = read?.label ?? titleLabel else { return nil }
        return LabelledJD(
            id: id, title: title, company: company, text: text, source: source, group: group, label: label,
            needs: read?.needs, grade: read == nil ? .title : .read)
    }
}

extension LabelledLine {
    /// Reads a line.
    ///
    /// - throws: ``CommandFailure`` that names the file and the line.
    init(_ line: String, of path: String, number: Int) throws {
        do {
            self = try JSONDecoder().decode(LabelledLine.self, from: Data(line.utf8))
        } catch let error as DecodingError {
            let reason =
                switch error {
                case .keyNotFound(let key, _): "no '\(key.stringValue)'"
                case .typeMismatch(_, let context): "'\(context.codingPath.last?.stringValue ?? "")' is no text"
                case .dataCorrupted(let context) where !context.codingPath.isEmpty: context.debugDescription
                default: "no JSON object"
                }
            throw CommandFailure(
                .badInput, "\(path): line \(number): \(reason); a JD is an object with id and description")
        }
    }
}
