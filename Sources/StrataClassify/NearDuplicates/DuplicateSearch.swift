/// Finds which of many JDs are near-duplicates of each other, and of JDs known before.
///
/// Two JDs belong together when they share a band of their sketches, the sketches agree well enough, and so do the texts; or
/// when both belong together with a third one. Whether a pair does depends on the pair alone, so that the groups do not depend
/// on the order in which JDs come. Only in families of more than a thousand JDs that are half alike and no more are
/// comparisons left out, since there would be millions of them: see ``mostMisses`` and ``mostPairs``.
public struct DuplicateSearch {
    /// A JD that was found to differ from so many others is compared with no more.
    static let mostMisses = 1000
    /// Of JDs with a band in common, the pairs that are looked at; where there are more, each JD is only held against those
    /// whose sketches come next to its own in order.
    static let mostPairs = 500_000
    /// How many come next.
    static let neighbours = 64

    private let sketches: [TextSketch]
    private var components: Components
    private var misses: [UInt16]
    /// By the number of a group of JDs known before, its number among the components.
    private var known: [Int64: Int] = [:]
    private var tables: [BandTable] = []
    /// By band, the keys of which not every pair was looked at.
    private var crowded = [Set<UInt32>](repeating: [], count: SketchBands.count)

    /// - parameter sketches: of the JDs to be grouped.
    public init(_ sketches: [TextSketch]) {
        self.sketches = sketches
        components = Components(count: sketches.count)
        misses = [UInt16](repeating: 0, count: sketches.count)
    }

    // MARK: Among themselves

    /// Compares the JDs with each other.
    ///
    /// - parameter areAlike: compares the texts of two of them, by their places.
    public mutating func compareAll(_ areAlike: (Int, Int) throws -> Bool) rethrows {
        for band in 0..<SketchBands.count {
            let table = BandTable(band, of: sketches)
            try table.forEachBucket { bucket in try compare(bucket, band, areAlike) }
        }
    }

    private mutating func compare(_ bucket: [Int], _ band: Int, _ areAlike: (Int, Int) throws -> Bool) rethrows {
        // Mostly all are alike, and one round tells.
        let first = bucket[0]
        for member in bucket.dropFirst() { try compare(first, member, areAlike) { $0.isNew(band, $1, $2) } }
        guard bucket.count > 2 else { return }
        let rest = apart(bucket)
        guard !rest.isEmpty else { return }
        if Self.pairCount(rest.map(\.count)) <= Self.mostPairs {
            for (place, block) in rest.enumerated() {
                for other in rest[(place + 1)...] {
                    for left in block where left != first {
                        for right in other where right != first {
                            try compare(left, right, areAlike) { $0.isNew(band, $1, $2) }
                        }
                    }
                }
            }
        } else {
            crowded[band].insert(SketchBands.key(band, sketches[bucket[0]]))
            try compareNeighbours(bucket, band, areAlike)
        }
    }

    /// Each band has the sketches in another order, so that those which are much alike come next to each other in some.
    private mutating func compareNeighbours(
        _ bucket: [Int], _ band: Int, _ areAlike: (Int, Int) throws -> Bool
    ) rethrows {
        let ordered = bucket.sorted { left, right in
            sketches[left] == sketches[right]
                ? left < right : sketches[left].precedes(sketches[right], from: 4 * band + 4)
        }
        for (place, left) in ordered.enumerated() {
            for right in ordered[(place + 1)...].prefix(Self.neighbours) {
                try compare(left, right, areAlike) { _, _, _ in true }
            }
        }
    }

    /// The members by what belongs together so far; empty when all of them do.
    private mutating func apart(_ bucket: [Int]) -> [[Int]] {
        let first = components.root(bucket[0])
        guard bucket.contains(where: { components.root($0) != first }) else { return [] }
        var blocks: [Int: [Int]] = [:]
        for member in bucket { blocks[components.root(member), default: []].append(member) }
        return blocks.sorted { $0.key < $1.key }.map(\.value)
    }

    /// How many pairs have their members in different blocks.
    private static func pairCount(_ sizes: [Int]) -> Int {
        let all = sizes.reduce(0, +)
        return (all * all - sizes.reduce(0) { $0 + $1 * $1 }) / 2
    }

    /// Whether a pair that shares a band has not been looked at by an earlier one.
    private func isNew(_ band: Int, _ member: Int, _ agreement: UInt64) -> Bool {
        guard let first = SketchBands.first(of: agreement), first != band else { return true }
        return !crowded[first].isEmpty && crowded[first].contains(SketchBands.key(first, sketches[member]))
    }

    private mutating func compare(
        _ left: Int, _ right: Int, _ areAlike: (Int, Int) throws -> Bool,
        unless isNew: (DuplicateSearch, Int, UInt64) -> Bool
    ) rethrows {
        let agreement = sketches[left].agreement(with: sketches[right])
        let verdict = SketchVerdict(agreement)
        guard verdict != .different, isNew(self, left, agreement) else { return }
        guard components.root(left) != components.root(right) else { return }
        if verdict == .open {
            guard misses[left] < Self.mostMisses, misses[right] < Self.mostMisses else { return }
            guard try areAlike(left, right) else {
                misses[left] += 1
                misses[right] += 1
                return
            }
        }
        components.join(left, right)
    }

    // MARK: With those known before

    /// A JD that was grouped before, or stands alone.
    public struct Known: Sendable {
        public var id: Int64
        public var sketch: TextSketch

        public init(id: Int64, sketch: TextSketch) {
            self.id = id
            self.sketch = sketch
        }
    }

    /// Compares the JDs with some that are known; to be called after ``compareAll(_:)``, with some thousands at once.
    ///
    /// - parameters:
    ///   - group: gives the number of a known JD's group; asked only when one may be alike.
    ///   - areAlike: compares the text of a known JD with that of one of the JDs, by its place.
    public mutating func compare(
        with known: [Known], group: (Int64) throws -> Int64, _ areAlike: (Int64, Int) throws -> Bool
    ) rethrows {
        if tables.isEmpty { makeTables() }
        // Band by band: one band's table stays near the processor, all of them do not.
        var bands = [UInt32](repeating: 0, count: known.count)
        for (band, table) in tables.enumerated() {
            for (place, jd) in known.enumerated() where table.mayHold(SketchBands.key(band, jd.sketch)) {
                bands[place] |= 1 &<< UInt32(band)
            }
        }
        for (place, jd) in known.enumerated() where bands[place] != 0 {
            try compare(with: jd, bands[place], group, areAlike)
        }
    }

    /// - parameter bands: a bit for each band in which one may be alike.
    private mutating func compare(
        with jd: Known, _ bands: UInt32, _ group: (Int64) throws -> Int64, _ areAlike: (Int64, Int) throws -> Bool
    ) rethrows {
        var node: Int?
        var missed = 0
        for band in 0..<SketchBands.count where bands &>> UInt32(band) & 1 != 0 {
            for place in tables[band].members(of: SketchBands.key(band, jd.sketch)) {
                let member = tables[band].member(at: place)
                let agreement = sketches[member].agreement(with: jd.sketch)
                let verdict = SketchVerdict(agreement)
                guard verdict != .different, SketchBands.first(of: agreement) == band else { continue }
                let known = try node ?? self.node(of: group(jd.id))
                node = known
                guard components.root(known) != components.root(member) else { continue }
                if verdict == .open {
                    guard missed < Self.mostMisses else { continue }
                    guard try areAlike(jd.id, member) else {
                        missed += 1
                        continue
                    }
                }
                components.join(member, known)
            }
        }
    }

    private mutating func makeTables() {
        tables = (0..<SketchBands.count).map { band in
            var table = BandTable(band, of: sketches)
            table.makeDirectory()
            return table
        }
    }

    private mutating func node(of group: Int64) -> Int {
        if let node = known[group] { return node }
        let node = components.add()
        known[group] = node
        return node
    }

    // MARK: What was found

    /// JDs that belong together.
    public struct Group: Sendable {
        /// Places of those that were to be grouped.
        public var members: [Int]
        /// Numbers of the groups known before that they belong to.
        public var known: [Int64]
    }

    /// The groups that have come to be or have changed; JDs that stand alone are in none of them.
    public func groups() -> [Group] {
        var components = components
        var found: [Int: Group] = [:]
        for member in sketches.indices {
            found[components.root(member), default: Group(members: [], known: [])].members.append(member)
        }
        for (group, node) in known {
            found[components.root(node), default: Group(members: [], known: [])].known.append(group)
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
            .filter { !$0.members.isEmpty && $0.members.count + $0.known.count > 1 }
            .map { Group(members: $0.members, known: $0.known.sorted()) }
    }
}
