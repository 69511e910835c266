public import StrataModel

/// Lines of CSV that give back every character of their cells; formulas are kept from running (`SpreadsheetText`).
public enum ExactCSV {
    /// A line; ends with a line feed.
    ///
    /// - parameter cells: a missing value is an empty cell.
    public static func line(_ cells: [String?]) -> String {
        var output: [UInt8] = []
        CSVRenderer.append(cells.map { $0.map(SpreadsheetText.guarded) ?? "" }, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// What a JSON value is in a cell: texts as they are, names with bars between, anything deeper as JSON.
    public static func cell(_ value: JSONValue) -> String? {
        switch value {
        case .null: return nil
        case .bool(let value): return value ? "true" : "false"
        case .integer(let number): return String(number)
        case .number(let number): return number.isFinite ? "\(number)" : nil
        case .string(let text): return text
        case .array(let values):
            var names: [String] = []
            for value in values {
                guard case .string(let name) = value else { return json(.array(values)) }
                names.append(name)
            }
            return names.isEmpty ? nil : names.joined(separator: "|")
        case .object: return json(value)
        }
    }

    private static func json(_ value: JSONValue) -> String { String(JSONRenderer.line(value).dropLast()) }
}
