internal import GRDB
internal import StrataStorage

/// Reads samples out of the columns of all JDs: those that pass a filter, and parts of them by a dimension.
struct SampleScan {
    private let filter: ColumnFilter
    private var split: DimensionKeys?
    /// By the key of a JD, the number of the sample that it counts in; those without are counted in none.
    private let numbers: [DemandKey: Int]
    private var samples: [Sample]
    private var whole: Sample
    /// Groups of JDs that are alike of which one has been counted.
    private var counted = IDSet()
    /// By the key that a block's JDs have, the sample's number plus 1; 0 for none.
    private var known: [UInt32: Int] = [:]
    /// The sample whose JDs are listed, and their ids.
    private let listed: Int?
    private var ids: [Int] = []
    private let heads: IDSet

    /// The sample of all JDs that pass, and one for each key of a dimension: parts of the same texts, each spoken for by the
    /// same JD.
    ///
    /// - parameters:
    ///   - dimension: one that a JD has by itself, not by when and where it was seen; nil for no parts.
    ///   - keys: of the parts wanted.
    ///   - listed: the part whose ids are wanted, by its place; nil for none.
    /// - returns: beside them the ids of the JDs that speak for the texts of that part, ascending.
    /// - throws: `DatabaseError`.
    static func read(
        _ filter: ColumnFilter, by dimension: Dimension? = nil, keys: [DemandKey] = [], listing listed: Int? = nil,
        _ db: Database
    ) throws -> (whole: Sample, parts: [Sample], ids: [Int]) {
        let columns = try Columns(db)
        var scan = try SampleScan(filter, dimension, keys, listed, DemandCount.heads(columns), db)
        let wanted = filter.columns.union(scan.split?.columns ?? [])
            .union([.verdict, .role, .group, .skillCounts, .skills, .pay, .currency])
        try columns.forEachBlock(wanted) { block in scan.add(block) }
        return (scan.whole, scan.samples, scan.ids)
    }

    private init(
        _ filter: ColumnFilter, _ dimension: Dimension?, _ keys: [DemandKey], _ listed: Int?, _ heads: IDSet,
        _ db: Database
    ) throws {
        self.filter = filter
        self.listed = listed
        self.heads = heads
        split = try dimension.map { try DimensionKeys($0, db) }
        numbers = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        whole = Sample(skills: try NumberedNames.count("skill", db), roles: try NumberedNames.count("role", db))
        samples = [Sample](repeating: whole, count: keys.count)
    }

    private mutating func add(_ block: ColumnBlock) {
        let over = filter.over(block)
        let keys = split?.keys(of: block) ?? DimensionKeys.InBlock.one
        let reading = BlockReading(block)
        let groups = block[numbers: .group]
        let (counts, dates) = (block[numbers: .sightings], block[numbers: .dates])
        let sources = block[numbers: .sources]
        var (sighting, skill) = (0, 0)
        for place in 0..<block.count {
            let seen = sighting..<sighting + (counts.isEmpty ? 0 : Int(counts[place]))
            let asked = skill..<skill + Int(reading.skillCounts[place])
            (sighting, skill) = (seen.upperBound, asked.upperBound)
            guard over.accepts(place), !filter.asksForSightings || isSeen(seen, dates, sources) else { continue }
            let id = Int(block.firstID) + place
            let group = groups[place] != 0 ? groups[place] : heads.contains(id) ? UInt32(clamping: id) : 0
            guard group == 0 || counted.insert(Int(group)) else { continue }
            reading.add(place, asked, to: &whole)
            for index in keys.range(of: place, sighting: 0) where !samples.isEmpty && keys.counts(index) {
                guard let number = number(of: keys.keys[index]) else { continue }
                reading.add(place, asked, to: &samples[number])
                if number == listed { ids.append(id) }
            }
        }
    }

    private func isSeen(_ range: Range<Int>, _ dates: [UInt32], _ sources: [UInt32]) -> Bool {
        range.contains { filter.accepts(source: sources.isEmpty ? nil : sources[$0], date: dates[$0]) }
    }

    /// The number of the sample for a block's key.
    private mutating func number(of key: UInt32) -> Int? {
        if let known = known[key] { return known > 0 ? known - 1 : nil }
        let number = split.flatMap { numbers[$0.key(key)] }
        known[key] = number.map { $0 + 1 } ?? 0
        return number
    }
}

/// The columns of a block that samples are made of.
private struct BlockReading {
    let skillCounts: [UInt32]
    private let verdicts: [UInt32]
    private let roles: [UInt32]
    private let skills: [UInt32]
    private let pays: [UInt32]
    private let currencies: TextColumn

    init(_ block: ColumnBlock) {
        skillCounts = block[numbers: .skillCounts]
        verdicts = block[numbers: .verdict]
        roles = block[numbers: .role]
        skills = block[numbers: .skills]
        pays = block[numbers: .pay]
        currencies = block[texts: .currency]
    }

    @inline(__always)
    func add(_ place: Int, _ asked: Range<Int>, to sample: inout Sample) {
        sample.texts += 1
        let verdict = VerdictCode(rawValue: verdicts[place])
        for layer in 0..<4 where verdict.needs >> UInt32(layer) & 1 == 1 {
            for other in 0..<4 where verdict.needs >> UInt32(other) & 1 == 1 { sample.needs[layer][other] += 1 }
        }
        if let primary = verdict.primary {
            sample.primary[primary] += 1
        } else if verdict.isUndecided {
            sample.undecided += 1
        } else {
            sample.outside += 1
        }
        let role = Int(roles[place])
        if role < sample.roles.count { sample.roles[role] += 1 }
        for index in asked {
            let skill = Int(skills[index])
            if skill < sample.skills.count { sample.skills[skill] += 1 }
        }
        if pays[place] != 0, currencies.codes[place] != 0 {
            sample.pay[currencies.values[Int(currencies.codes[place]) - 1], default: []].append(pays[place])
        }
    }
}
