import GRDB
import StrataClassify
import StrataModel
import StrataStorage
import StrataTestSupport
import Testing

@testable import StrataImport

/// Groups depend on the texts that are there, and on nothing else.
@Suite("Grouping near-duplicates") struct DuplicateGroupingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func store(_ name: String) throws -> Store {
        try Store(path: folder.file(name), access: .write)
    }

    private static func jd(_ number: Int, _ text: String) -> JobDescription {
        JobDescription(externalID: "\(number)", title: "JD", company: "Acme", text: text)
    }

    private static let verdict = Verdict(
        role: nil, seniority: nil, primary: nil, needs: [], bias: OutcomeValues(), scores: OutcomeValues(),
        shares: OutcomeValues([(.outside, 1)]), evidence: [], justification: "")

    /// Imports JDs as a run of their own, as the importer does.
    ///
    /// - parameter withSketches: else they are made when the JDs are grouped, as in a database from before.
    private func add(_ jds: [JobDescription], to store: Store, run: String = "run", withSketches: Bool = true) throws {
        let writer = try RunWriter(store: store, options: run, startedAt: "2026-01-01T00:00:00Z")
        var progress = try writer.begin(path: run, format: "csv", fingerprint: "1")
        let rows = jds.map { jd in
            PreparedRow.jd(
                PreparedJD(
                    jd: jd, verdict: Self.verdict,
                    minima: withSketches
                        ? TextSketch(title: jd.title, company: jd.company, text: jd.text)?.bytes ?? [] : nil))
        }
        try writer.store(rows, of: &progress, seconds: 0)
        try writer.commit(progress)
        try writer.finish(progress, error: nil)
        try writer.finish(at: "2026-01-01T00:00:01Z")
    }

    /// The groups as sets of the sources' ids, those of one JD left out; also checks what must hold of them.
    private func groups(_ store: Store) throws -> Set<Set<String>> {
        try store.read { db in
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM jd_ungrouped") == 0)
            var groups: [Int64: Set<String>] = [:]
            var smallest: [Int64: Int64] = [:]
            let rows = try Row.fetchAll(
                db, sql: "SELECT id, external_id, duplicate_group FROM jd_head WHERE duplicate_group IS NOT NULL")
            for row in rows {
                groups[row[2], default: []].insert(row[1])
                smallest[row[2]] = min(smallest[row[2]] ?? .max, row[0])
            }
            #expect(smallest.allSatisfy { $0.key == $0.value }, "a group is named by its smallest id")
            #expect(groups.values.allSatisfy { $0.count > 1 })
            return Set(groups.values)
        }
    }

    private func jds(seed: UInt64, families: Int = 40) -> [JobDescription] {
        var maker = PostingMaker(seed: seed)
        return maker.families(families, upTo: 7, words: 100).enumerated().map { Self.jd($0, $1) }
    }

    private func groupedAtOnce(_ jds: [JobDescription]) throws -> Set<Set<String>> {
        let store = try store("whole \(jds.count) \(jds.map(\.text).hashValue)")
        try add(jds, to: store)
        try DuplicateGrouping(store).run()
        return try groups(store)
    }

    @Test("in any order, in one run or in many, in large steps or small ones", arguments: 1...4)
    func order(seed: UInt64) throws {
        let jds = jds(seed: seed)
        let whole = try groupedAtOnce(jds)
        #expect(whole.count > 5)
        var generator = RepeatableGenerator(seed: seed)
        for round in 0..<3 {
            let store = try store("parts \(seed) \(round)")
            var rest = jds.shuffled(using: &generator)[...]
            while !rest.isEmpty {
                let part = rest.prefix(1 + generator.upTo(60))
                rest = rest.dropFirst(part.count)
                try add(Array(part), to: store, run: "\(rest.count)", withSketches: round != 1)
                // Some are left for a later run to group.
                if rest.isEmpty || generator.upTo(2) > 0 {
                    try DuplicateGrouping(store, stepSize: [3, 25, 1000][round]).run()
                }
            }
            #expect(try groups(store) == whole)
            try store.close()
        }
    }

    @Test("as they would be had the JDs that are deleted or changed never been there", arguments: 1...3)
    func deletionAndChange(seed: UInt64) throws {
        let jds = jds(seed: seed)
        var store = try store("store")
        try add(jds, to: store)
        try DuplicateGrouping(store).run()
        try store.close()
        store = try self.store("store")
        var generator = RepeatableGenerator(seed: seed)
        var ids = Array(1...Int64(jds.count)).shuffled(using: &generator)
        let deleted = Set(ids.prefix(jds.count / 4))
        ids.removeFirst(jds.count / 4)
        try store.deleteJDs(Array(deleted))
        try DuplicateGrouping(store).run()
        let left = jds.enumerated().filter { !deleted.contains(Int64($0.offset + 1)) }.map(\.element)
        #expect(try groups(store) == groupedAtOnce(left))

        var changed = left
        for place in changed.indices where generator.upTo(3) == 0 {
            changed[place].text = generator.pick(left).text + " And more."
        }
        try add(changed, to: store, run: "changes")
        try DuplicateGrouping(store).run()
        #expect(try groups(store) == groupedAtOnce(changed))

        let again = jds.enumerated().filter { deleted.contains(Int64($0.offset + 1)) }.map(\.element)
        try add(again, to: store, run: "back")
        try DuplicateGrouping(store).run()
        #expect(try groups(store) == groupedAtOnce(changed + again), "what was deleted comes back")
    }

    @Test("a JD that holds two others together lets them go with it") func bridge() throws {
        var maker = PostingMaker(seed: 9)
        let middle = maker.words(200)
        var (left, right) = (middle, middle)
        for place in 0..<30 { left[place] = "left\(place)" }
        for place in 170..<200 { right[place] = "right\(place)" }
        let jds = [left, middle, right].enumerated().map { Self.jd($0, PostingMaker.text($1)) }
        let store = try store("store")
        try add(jds, to: store)
        try DuplicateGrouping(store).run()
        #expect(try groups(store) == [["0", "1", "2"]])
        try store.close()
        let again = try self.store("store")
        try again.deleteJDs([2])
        #expect(try again.ungroupedCount() == 2)
        try DuplicateGrouping(again).resume()
        #expect(try groups(again).isEmpty)
    }

    private struct Killed: Error {}

    @Test("a grouping that is broken off leaves whole steps behind and is taken up again") func brokenOff() throws {
        let jds = jds(seed: 21)
        let store = try store("store")
        try add(jds, to: store)
        #expect(throws: Killed.self) {
            try store.groupDuplicates { rows in
                try rows.join([1, 2], with: [])
                try rows.finish(1, 2)
                throw Killed()
            }
        }
        #expect(try store.ungroupedCount() == jds.count)
        while try store.ungroupedCount() > 0 {
            // As if each try were killed after its first step.
            _ = try store.groupDuplicates { rows in try DuplicateGrouping.Step(rows, 17).run() }
        }
        #expect(try groups(store) == groupedAtOnce(jds))
    }

    @Test("JDs of a database from before are left to an import") func before() throws {
        let store = try store("store")
        try add(jds(seed: 4, families: 5), to: store, withSketches: false)
        try DuplicateGrouping(store).resume()
        #expect(try store.ungroupedCount() > 0)
        try DuplicateGrouping(store).run()
        #expect(try !groups(store).isEmpty)
    }

    @Test("how many of a run's JDs repeat another's text") func repeats() throws {
        var maker = PostingMaker(seed: 8)
        let (one, two) = (PostingMaker.text(maker.words(90)), PostingMaker.text(maker.words(90)))
        let store = try store("store")
        try add([Self.jd(1, one), Self.jd(2, one), Self.jd(3, two)], to: store, run: "a")
        try DuplicateGrouping(store).run()
        try add([Self.jd(4, two), Self.jd(5, two)], to: store, run: "b")
        try DuplicateGrouping(store).run()
        #expect(try store.repeats(inRun: 1) == 1)
        #expect(try store.repeats(inRun: 2) == 2)
    }
}
