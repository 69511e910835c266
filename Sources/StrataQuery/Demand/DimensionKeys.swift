internal import GRDB
internal import StrataStorage

/// The keys of a dimension that JDs, or sightings of them, have: small numbers, 0 for none.
struct DimensionKeys {
    /// What has a key.
    enum Holder {
        case jd, sighting
        /// A JD, of which each may have several or none.
        case several
        /// All have the same.
        case all
    }

    /// The keys that a block's JDs have.
    struct InBlock {
        fileprivate let holder: Holder
        /// By JD or sighting; where a JD has several: JD by JD.
        let keys: [UInt32]
        /// By JD, where its keys end, where it may have several.
        fileprivate var ends: [Int] = []
        /// By key, whether it counts; empty where all do.
        fileprivate var counts: [Bool] = []

        /// Where there is no dimension: one key for all.
        static let one = InBlock(holder: .all, keys: [0])

        /// Where the keys of a JD lie, or of a sighting of it.
        @inline(__always)
        func range(of place: Int, sighting: Int) -> Range<Int> {
            switch holder {
            case .jd: place..<place + 1
            case .sighting: sighting..<sighting + 1
            case .several: (place == 0 ? 0 : ends[place - 1])..<ends[place]
            case .all: 0..<1
            }
        }

        /// Whether the key at an index counts.
        @inline(__always)
        func counts(_ index: Int) -> Bool {
            counts.isEmpty || Int(keys[index]) < counts.count && counts[Int(keys[index])]
        }
    }

    let holder: Holder
    private let dimension: Dimension
    private var texts = TextKeys()
    /// By the number of a skill, whether it is a tool.
    private var isTool: [Bool] = []

    init(_ dimension: Dimension, _ db: Database) throws {
        self.dimension = dimension
        switch dimension {
        case .layer, .skill, .tool: holder = .several
        case .month, .quarter, .year, .source: holder = .sighting
        default: holder = .jd
        }
        if dimension == .tool {
            isTool = [Bool](repeating: false, count: try NumberedNames.count("skill", db))
            for id in try Int.fetchAll(db, sql: "SELECT id FROM skill WHERE kind = 'tool'")
            where isTool.indices.contains(id) { isTool[id] = true }
        }
    }

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

    /// Reads the keys of a block.
    mutating func keys(of block: ColumnBlock) -> InBlock {
        let verdicts = block[numbers: .verdict]
        let dates = block[numbers: .dates]
        switch dimension {
        case .layer:
            let needs = verdicts.map { VerdictCode(rawValue: $0).needs }
            var keys: [UInt32] = []
            for needs in needs { for layer in 0..<UInt32(4) where needs >> layer & 1 == 1 { keys.append(layer + 1) } }
            return InBlock(holder: holder, keys: keys, ends: Self.ends(needs.map { UInt32($0.nonzeroBitCount) }))
        case .skill, .tool:
            return InBlock(
                holder: holder, keys: block[numbers: .skills], ends: Self.ends(block[numbers: .skillCounts]),
                counts: isTool)
        case .primary:
            return InBlock(
                holder: holder, keys: verdicts.map { VerdictCode(rawValue: $0).primary.map { UInt32($0) + 1 } ?? 0 })
        case .role: return InBlock(holder: holder, keys: block[numbers: .role])
        case .source: return InBlock(holder: holder, keys: block[numbers: .sources])
        case .month: return InBlock(holder: holder, keys: dates.map { $0 / 100 })
        case .quarter:
            return InBlock(holder: holder, keys: dates.map { $0 / 10000 * 10 + ($0 / 100 % 100 + 2) / 3 })
        case .year: return InBlock(holder: holder, keys: dates.map { $0 / 10000 })
        case .seniority, .company, .location, .country, .workplace, .language:
            let emptyIsNone = dimension == .company || dimension == .location
            let keys = text.map { texts.keys(of: block[texts: $0], emptyIsNone: emptyIsNone) }
            return InBlock(holder: holder, keys: keys ?? [])
        }
    }

    private static func ends(_ counts: [UInt32]) -> [Int] {
        var end = 0
        return counts.map { count in
            end += Int(count)
            return end
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
