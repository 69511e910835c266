import Foundation
import StrataClassify
import StrataModel
import StrataTestSupport
import Testing

/// On some thousand scraped JDs, where they are at hand.
@Suite("Real JDs", .enabled(if: Machine.realJDs != nil, "skipped: ../shared/data is not there"))
struct RealJDTests {
    private struct Line: Decodable {
        var title, company, description: String?
    }

    private static func lines(_ name: String) throws -> [Line] {
        let folder = try #require(Machine.realJDs)
        let data = try Data(contentsOf: folder.appendingPathComponent(name))
        return try data.split(separator: 0x0A).map { try JSONDecoder().decode(Line.self, from: Data($0)) }
    }

    @Test func everyVerdictIsTheSumThatItShows() throws {
        for line in try Self.lines("dev.jsonl") {
            let text = line.description ?? ""
            let verdict = try #require(Reading.verdict(text, title: line.title, company: line.company))
            let sum = verdict.evidence.reduce(verdict.bias) { $0 + $1.contributions }
            let total = Outcome.allCases.reduce(0) { $0 + Foundation.exp(verdict.scores[$1]) }
            for outcome in Outcome.allCases {
                #expect(abs(sum[outcome] - verdict.scores[outcome]) < 1e-6)
                #expect(abs(Foundation.exp(verdict.scores[outcome]) / total - verdict.shares[outcome]) < 1e-6)
            }
            let bytes = text.utf8.count
            for span in verdict.evidence.flatMap(\.spans) {
                #expect(0 <= span.start && span.start < span.end && span.end <= bytes)
            }
            #expect(!verdict.justification.isEmpty && !verdict.justification.contains("\n"))
        }
    }
}
