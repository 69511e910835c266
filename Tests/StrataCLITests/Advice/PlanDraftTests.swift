import Foundation
import StrataTestSupport
import Testing

@Suite("plan --draft: a JD out of the plan and the market")
struct PlanDraftTests {
    private static let goals = """
        goals: [recommend products to visitors of our shop]
        data: Interaction data is scattered over several tools and nobody owns it.
        """

    /// JDs for one role whose texts are not alike: every one asks for Docker and Models, half of them for Terraform.
    private func jds(_ count: Int) -> String {
        (0..<count).map { number in
            let words = (0..<30).map { "w\(number)x\($0)" }.joined(separator: " ")
            let tools = number % 2 == 0 ? "Terraform, Statistics" : "AWS"
            return """
                {"id": "\(number)", "title": "MLOps Engineer", "company": "C\(number)", "salary": "\(60 + number)000 EUR per year", \
                "description": "Requirements\\n- Docker, models, artificial intelligence, \(tools)\\n\(words)"}
                """
        }.joined(separator: "\n")
    }

    private func skills(_ draft: [String: Any], _ key: String) throws -> [[String: Any]] {
        try #require(draft[key] as? [[String: Any]])
    }

    @Test func thePlansSkillsAreMustsInItsOrderAndTheMarketsFollow() throws {
        let terminal = try Terminal()
        #expect(terminal.run("import", try terminal.folder.write(jds(40), to: "jds.jsonl")).status == 0)
        let goals = try terminal.folder.write(Self.goals, to: "goals.yaml")
        let plan = try terminal.run("plan", goals, "--format", "json").object
        let hire = try #require(
            (plan["hires"] as? [[String: Any]])?.first { $0["role"] as? String == "mlops-engineer" })
        let draft = try terminal.run("plan", goals, "--draft", "MLOps Engineer", "--format", "json").object
        #expect(draft["basis"] as? String == "plan")
        let ask = try #require(hire["ask"] as? [String])
        #expect(try skills(draft, "required").map { $0["skill"] as? String } == ask)
        #expect(!ask.isEmpty && ask.count <= 8)
        let out = try skills(draft, "left_out").compactMap { $0["skill"] as? String }
        for slug in try #require(hire["leave_out"] as? [String]) { #expect(out.contains(slug)) }
        let preferred = try skills(draft, "preferred")
        #expect(Set(preferred.compactMap { $0["skill"] as? String }) == ["aws", "terraform"])
        #expect(preferred.map { $0["jds"] as? Int } == [20, 20])
        let page = terminal.run("plan", goals, "--draft", "MLOps Engineer").output.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        #expect(page.contains("Terraform: also asked for in 20 of 40 such JDs"))
        #expect(page.contains("You will") && page.contains("You have") && page.contains("[place]"))
        #expect(!page.contains("• Models") && !page.contains("• Artificial intelligence"))
        #expect(page.contains("EUR") && page.contains("of 40 such JDs)"))
    }

    @Test func aRoleThatThePlanDoesNotHireIsSaidAndBlanksStandWithoutAMarket() throws {
        let terminal = try Terminal()
        let goals = try terminal.folder.write(Self.goals, to: "goals.yaml")
        let other = terminal.run(["plan", goals, "--draft", "Statistician"], ["STRATA_DB": ""])
        #expect(
            other.status == 1 && other.errors.contains("hires no Statistician") && other.errors.contains("goals.yaml"))
        let plain = terminal.run(["plan", "--draft", "Statistician"], ["STRATA_DB": ""])
        #expect(plain.status == 0 && plain.output.contains("[pay a year]") && plain.output.contains("No market data"))
        #expect(!plain.output.contains("such JDs"))
    }
}
