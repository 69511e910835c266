internal import StrataCatalogue

/// What is known of a team and its goals, as numbers that rules ask for: `people.applied-ml`, `symptom.mlops`.
struct Facts: Sendable, Hashable {
    private var values: [String: Int] = [:]

    /// 0 for what is not known.
    subscript(name: String) -> Int {
        get { values[name] ?? 0 }
        set { values[name] = newValue }
    }
}

/// When a rule holds of facts: alternatives between `|`, of each all that stands between spaces. `people.mlops` is at least
/// one, `-people.mlops` none, `people.mlops>=5` and `people.mlops=0` what they say.
struct FactCondition: Sendable {
    private enum Test: Sendable {
        case atLeast(String, Int), below(String, Int), equal(String, Int)
    }

    private let alternatives: [[Test]]

    /// - parameter cell: empty for what always holds.
    /// - throws: `SeedTable.Malformed`.
    init(_ cell: SeedText, of row: SeedTable.Row) throws {
        alternatives = try cell.list.map { alternative in
            try alternative.split(separator: " ").map { try Self.test(String($0), row) }
        }
    }

    private static func test(_ text: String, _ row: SeedTable.Row) throws -> Test {
        let isDenied = text.hasPrefix("-")
        let rest = isDenied ? String(text.dropFirst()) : text
        func number(_ digits: Substring) throws -> Int {
            guard let number = Int(digits) else { throw row.malformed("no number in '\(text)'") }
            return number
        }
        if let range = rest.firstRange(of: ">=") {
            let (name, least) = (String(rest[..<range.lowerBound]), try number(rest[range.upperBound...]))
            return isDenied ? .below(name, least) : .atLeast(name, least)
        }
        if let range = rest.firstRange(of: "=") {
            return .equal(String(rest[..<range.lowerBound]), try number(rest[range.upperBound...]))
        }
        return isDenied ? .below(rest, 1) : .atLeast(rest, 1)
    }

    func holds(of facts: Facts) -> Bool {
        alternatives.isEmpty
            || alternatives.contains { tests in
                tests.allSatisfy { test in
                    switch test {
                    case .atLeast(let name, let number): facts[name] >= number
                    case .below(let name, let number): facts[name] < number
                    case .equal(let name, let number): facts[name] == number
                    }
                }
            }
    }
}
