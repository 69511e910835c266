import Foundation
import StrataImport
import StrataModel
import Testing

@testable import StrataAdvice

@Suite("Teams, complaints and plans as people write them")
struct TeamCaseTests {
    private func slugs(_ text: String?) -> Set<String> {
        Set((text ?? "").split(separator: ",").map(String.init))
    }

    private func request(_ path: String, _ words: Request.Words) throws -> Request {
        guard case .values(let node) = try WrittenFile.read(path, keys: Request.keys) else { return Request() }
        return try Request(node, words: words)
    }

    @Test(
        "a complaint points to the layers that are missing or too weak, and praise to none",
        arguments: [("dev", 0.85), ("second", 0.6), ("held", 0.7), ("third", 0.75)])
    func symptoms(set: String, floor: Double) throws {
        let reader = try SymptomReader(Cases.knowledge.get())
        let accuracy = try Cases.accuracy(Cases.rows("symptoms", set: set)) { row in
            let found = Set(reader.read(row["text"] ?? "").filter(\.isSure).map(\.layer.slug))
            return (found == slugs(row["layers"]), found.sorted().joined(separator: ","))
        }
        #expect(accuracy >= floor)
    }

    @Test(
        "a team's missing and covered layers",
        arguments: [("dev", 0.95), ("second", 0.7), ("held", 0.8), ("third", 0.8)])
    func teams(set: String, floor: Double) throws {
        let knowledge = try Cases.knowledge.get()
        let (coverage, diagnostician) = (try CoverageReader(knowledge), try Diagnostician(knowledge))
        let accuracy = try Cases.accuracy(Cases.rows("teams", set: set)) { row in
            let request = try request(Cases.path("teams/\(row["file"] ?? "")", set: set), .symptoms)
            let diagnosis = try diagnostician.diagnose(request, coverage.read(request.team))
            let missing = Set(diagnosis.missing.map(\.slug))
            let covered = Set(diagnosis.coverage.filter { $0.level == .covered }.map(\.layer.slug))
            return (missing == slugs(row["missing"]) && slugs(row["covered"]).isSubset(of: covered), "\(missing)")
        }
        #expect(accuracy >= floor)
    }

    @Test(
        "whom to hire first, who follows, and whom not at all",
        arguments: [("dev", 0.9), ("held", 0.85), ("third", 0.9)])
    func plans(set: String, floor: Double) throws {
        let knowledge = try Cases.knowledge.get()
        let (coverage, planner) = (try CoverageReader(knowledge), try Planner(knowledge))
        let accuracy = try Cases.accuracy(Cases.rows("plans", set: set)) { row in
            let request = try request(Cases.path("plans/\(row["file"] ?? "")", set: set), .goals)
            let hires = (try? planner.plan(request, coverage.read(request.team)))?.hires.map(\.layer.slug) ?? []
            var rest = hires[...]
            let isOrdered = (row["order_contains"] ?? "").split(separator: ",").allSatisfy { layer in
                guard let place = rest.firstIndex(of: String(layer)) else { return false }
                rest = rest[(place + 1)...]
                return true
            }
            let isFirst = slugs(row["first"]).contains(hires.first ?? "none")
            return (isFirst && isOrdered && slugs(row["never"]).isDisjoint(with: hires), "\(hires)")
        }
        #expect(accuracy >= floor)
    }

    @Test("how ready the data is", arguments: [("dev", 0.7), ("second", 0.7), ("held", 0.7), ("third", 0.6)])
    func readiness(set: String, floor: Double) throws {
        let reader = try ReadinessReader(Cases.knowledge.get())
        let accuracy = try Cases.accuracy(Cases.rows("readiness", set: set)) { row in
            let level = reader.read(row["text"] ?? "").level.rawValue
            return (level == row["level"], level)
        }
        #expect(accuracy >= floor)
    }

    @Test("what a team answers", arguments: [("dev", 0.9), ("second", 0.8), ("held", 0.85), ("third", 0.85)])
    func answers(set: String, floor: Double) throws {
        let reader = try AnswerReader(Cases.knowledge.get())
        let accuracy = try Cases.accuracy(Cases.rows("answers", set: set)) { row in
            let question = try #require(reader.question(row["question"] ?? ""))
            let verdict = reader.read(row["text"] ?? "", to: question).verdict.rawValue
            return (verdict == row["verdict"], verdict)
        }
        #expect(accuracy >= floor)
    }
}
