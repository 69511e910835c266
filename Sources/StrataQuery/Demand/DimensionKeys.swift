internal import GRDB
internal import StrataStorage

/// The keys of a dimension that a JD, or a sighting of it, has: small numbers, 0 for none.
struct DimensionKeys {
    private let dimension: Dimension
    /// Of the JD or sighting read last.
    private(set) var present: [UInt32] = [0]
    private var numbers: [UInt32] = []
    private var texts = TextKeys()
    private var skillCounts: [UInt32] = []
    /// Where the present JD's skills lie.
    private var skills = 0..<0
    /// Skills that count; nil for all.
    private var tools: Set<UInt32>?

    init(_ dimension: Dimension, _ db: Database) throws {
        self.dimension = dimension
        if dimension == .tool {
            tools = try Set(Int.fetchAll(db, sql: "SELECT id FROM skill WHERE kind = 'tool'").map(UInt32.init(clamping:)))
        }
    }

    /// Whether it is told by a sighting, not by the JD.
    var isOfSighting: Bool { dimension.isTime || dimension == .source }

    /// Whether a JD has several keys of it, of which it has to be told where they begin: see ``pass(_:)``.
    var isOfSkills: Bool { dimension == .skill || dimension == .tool }

    /// What it reads.
    var columns: Set<JDColumn> {
        switch dimension {
        case .layer, .primary: [.verdict]
        case .role: [.role]
        case .skill, .tool: [.skillCounts, .skills]
        case .month, .quarter, .year: [.dates]
        case .source: [.sources]
        default: Set([text].compactMap { $0 })
        }
    }

    private var text: JDColumn? {
        switch dimension {
        case .seniority: .seniority
        case .company: .company
        case .location: .location
        case .country: .country
        case .workplace: .workplace
        case .language: .language
        default: nil
        }
    }

    mutating func begin(_ block: ColumnBlock) {
        switch dimension {
        case .role: numbers = block[numbers: .role]
        case .skill, .tool:
            (skillCounts, numbers, skills) = (block[numbers: .skillCounts], block[numbers: .skills], 0..<0)
        default:
            if let text { numbers = texts.keys(of: block[texts: text], emptyIsNone: text == .company || text == .location) }
        }
    }

    /// Goes on to the next JD of the block; to be called for each where it is of skills.
    @inline(__always)
    mutating func pass(_ place: Int) {
        guard !skillCounts.isEmpty else { return }
        skills = skills.upperBound..<skills.upperBound + Int(skillCounts[place])
    }

    /// Reads the keys of the JD at a place of the block.
    @inline(__always)
    mutating func read(_ place: Int, _ verdict: VerdictCode) {
        switch dimension {
        case .layer:
            present.removeAll(keepingCapacity: true)
            for layer in 0..<UInt32(4) where verdict.needs >> layer & 1 == 1 { present.append(layer + 1) }
        case .primary: present[0] = verdict.primary.map { UInt32($0) + 1 } ?? 0
        case .skill, .tool:
            present.removeAll(keepingCapacity: true)
            for skill in numbers[skills] where tools?.contains(skill) ?? true { present.append(skill) }
        case .month, .quarter, .year, .source: break
        default: present[0] = numbers[place]
        }
    }

    /// Reads the key of a sighting.
    @inline(__always)
    mutating func read(source: UInt32, date: UInt32) {
        switch dimension {
        case .month: present[0] = date / 100
        case .quarter: present[0] = date / 10000 * 10 + (date / 100 % 100 + 2) / 3
        case .year: present[0] = date / 10000
        case .source: present[0] = source
        default: break
        }
    }

    /// What a key stands for.
    func key(_ number: UInt32) -> DemandKey {
        switch dimension {
        case .month: .text("\(Self.padded(number / 100, 4))-\(Self.padded(number % 100, 2))")
        case .quarter: .text("\(Self.padded(number / 10, 4))-Q\(number % 10)")
        case .year: .text(Self.padded(number, 4))
        case _ where number == 0: .none
        case .layer, .primary: .number(Int(number) - 1)
        case .role, .skill, .tool, .source: .number(Int(number))
        default: .text(texts.values[Int(number) - 1])
        }
    }

    private static func padded(_ number: UInt32, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}

/// Gives texts numbers that are the same in all blocks.
private struct TextKeys {
    private(set) var values: [String] = []
    private var numbers: [DemandKey: UInt32] = [:]

    /// By JD, the number of its text, counting from 1; 0 for none.
    mutating func keys(of column: TextColumn, emptyIsNone: Bool) -> [UInt32] {
        let ours = [0] + column.values.map { emptyIsNone && $0.isEmpty ? 0 : number(of: $0) }
        return column.codes.map { ours[Int($0)] }
    }

    private mutating func number(of text: String) -> UInt32 {
        let key = DemandKey.text(text)
        if let known = numbers[key] { return known }
        values.append(text)
        let number = UInt32(values.count)
        numbers[key] = number
        return number
    }
}
