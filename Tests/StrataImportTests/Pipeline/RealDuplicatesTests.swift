import Foundation
import StrataClassify
import StrataTestSupport
import Testing

/// How well near-duplicates are found among some thousand scraped JDs that were grouped otherwise, where they are at hand.
@Suite("Real near-duplicates", .enabled(if: Machine.realJDs != nil, "skipped: ../shared/data is not there"))
struct RealDuplicatesTests {
    private struct Line: Decodable {
        var title, company, description: String?
        var near_dup_group: String
    }

    private struct Both: Hashable {
        var found: Int
        var given: String
    }

    private func pairs(_ keys: [some Hashable]) -> Int {
        var sizes: [AnyHashable: Int] = [:]
        for key in keys { sizes[key, default: 0] += 1 }
        return sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    }

    @Test func pairwisePrecisionAndRecall() throws {
        let folder = try #require(Machine.realJDs)
        let data = try Data(contentsOf: folder.appendingPathComponent("dev.jsonl"))
        let lines = try data.split(separator: 0x0A).map { try JSONDecoder().decode(Line.self, from: Data($0)) }
        let sketches = lines.map { TextSketch(title: $0.title ?? "", company: $0.company, text: $0.description ?? "") }
        let places = lines.indices.filter { sketches[$0] != nil }
        func compared(_ place: Int) -> ComparedText {
            let line = lines[places[place]]
            return ComparedText(title: line.title ?? "", company: line.company, text: line.description ?? "")
        }
        var search = DuplicateSearch(sketches.compactMap { $0 })
        search.compareAll { left, right in compared(left).isAlike(compared(right)) }
        var found = Array(lines.indices)
        for group in search.groups() {
            for member in group.members { found[places[member]] = places[group.members[0]] }
        }
        let given = lines.map(\.near_dup_group)
        let both = Double(pairs(zip(found, given).map { Both(found: $0, given: $1) }))
        #expect(both / Double(pairs(found)) >= 0.95)
        #expect(both / Double(pairs(given)) >= 0.95)
    }
}
