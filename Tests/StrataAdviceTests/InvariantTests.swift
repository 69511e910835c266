import Foundation
import StrataModel
import StrataTestSupport
import Testing

@testable import StrataAdvice

@Suite("What holds of every answer, whatever is asked")
struct InvariantTests {
    private static let titles = [
        "Data Engineer", "Analytics Engineer", "Data Scientist", "ML Engineer", "MLOps Engineer",
        "ML Platform Engineer",
        "Prompt Engineer", "LLM Engineer", "Backend Developer", "Head of Data", "Product Manager", "DevOps Engineer",
        "Research Scientist (PhD)", "Statistician", "",
    ]
    private static let skills = [
        "Airflow", "dbt", "Spark", "PyTorch", "scikit-learn", "statistics", "Docker", "Kubernetes", "MLflow",
        "Evidently",
        "prompt design", "LangChain", "guardrails", "Excel", "Java",
    ]
    private static let texts = ["", "", "Builds the pipelines and the models.", "Deploys models and monitors drift."]
    private static let goals = [
        "Recommend products to visitors of our shop", "Predict which subscribers will cancel",
        "A chatbot over our manuals",
        "Dashboards with one revenue figure", "Fine-tune an open model on our letters", "Move the office",
    ]
    private static let data = [nil, "Scattered over spreadsheets, nobody owns it.", "Tested warehouse with owners."]

    private func member(_ generator: inout RepeatableGenerator) -> Request.Member {
        var member = Request.Member(title: generator.pick(Self.titles), count: 1 + generator.upTo(9))
        member.skills = (0...generator.upTo(3)).map { _ in generator.pick(Self.skills) }
        member.text = generator.pick(Self.texts)
        return member
    }

    private func request(_ generator: inout RepeatableGenerator, _ complaints: [String]) -> Request {
        var request = Request()
        request.team = (0..<generator.upTo(5)).map { _ in member(&generator) }
        request.symptoms = (0..<generator.upTo(4)).map { _ in generator.pick(complaints) }
        request.goals = (0..<generator.upTo(3)).map { _ in generator.pick(Self.goals) }
        request.data = generator.pick(Self.data)
        return request
    }

    @Test(
        "hires are for layers that nobody covers, in the order of the rules; a person more never lowers coverage; order of input changes nothing"
    )
    func teams() throws {
        let knowledge = try Cases.knowledge.get()
        let (coverage, diagnostician, planner) = (
            try CoverageReader(knowledge), try Diagnostician(knowledge), try Planner(knowledge)
        )
        let rules = try PrecedenceRule.all(knowledge.files)
        let complaints = try Cases.rows("symptoms").compactMap { $0["text"] }
        var generator = RepeatableGenerator(seed: 7)
        for _ in 0..<120 {
            let request = request(&generator, complaints)
            let team = try coverage.read(request.team)
            let diagnosis = try diagnostician.diagnose(request, team)
            let plan = try? planner.plan(request, team)
            for hires in [diagnosis.hires, plan?.hires ?? []] {
                #expect(hires.allSatisfy { team.coverage(of: $0.layer) < 1 })
                #expect(hires.map(\.order) == Array(1..<(hires.count + 1)))
                for hire in hires { #expect(hire.after.allSatisfy { $0.order < hire.order }) }
                check(hires, rules, request)
            }
            #expect(Set(diagnosis.hires.map(\.layer)) == Set(diagnosis.missing))

            var larger = request.team
            larger.append(member(&generator))
            let grown = try coverage.read(larger)
            for layer in Layer.allCases { #expect(grown.coverage(of: layer) >= team.coverage(of: layer)) }

            var shuffled = request
            shuffled.team.shuffle(using: &generator)
            shuffled.symptoms.shuffle(using: &generator)
            shuffled.goals.shuffle(using: &generator)
            let again = try coverage.read(shuffled.team)
            #expect(try diagnostician.diagnose(shuffled, again) == diagnosis)
            #expect((try? planner.plan(shuffled, again)) == plan)
        }
    }

    /// Of two hires that an unconditional rule names, the first of them comes first.
    private func check(_ hires: [Hire], _ rules: [PrecedenceRule], _ request: Request) {
        func place(_ key: String) -> Int? {
            hires.first { ($0.purpose ?? $0.layer.slug) == key || $0.purpose == "evaluation" && $0.layer.slug == key }?
                .order
        }
        for rule in rules
        where ["model-before-running", "evaluation-before-fine-tuning", "monitoring-before-second-model"].contains(
            rule.slug)
        {
            if let before = place(rule.before), let after = place(rule.after) {
                #expect(before < after, "\(rule.slug)")
            }
        }
        let isReliable = request.data?.hasPrefix("Tested") ?? false
        if !isReliable, let data = place("data-engineering"), let science = place("applied-ml") {
            #expect(data < science)
        }
    }

    @Test("exactly one answers for a step and at least one does it, whatever the steps")
    func steps() throws {
        let builder = try RACIBuilder(Cases.knowledge.get())
        let steps = try Cases.rows("steps").compactMap { $0["text"] }
        var generator = RepeatableGenerator(seed: 3)
        for _ in 0..<40 {
            var request = Request()
            request.steps = (0...generator.upTo(12)).map { _ in Request.Step(name: generator.pick(steps)) }
            guard let raci = try? builder.raci(request) else { continue }
            check(raci)
            #expect(raci.steps.map(\.name) == request.steps.map(\.name))
        }
        for archetype in builder.archetypes {
            var request = Request()
            request.brief = archetype.summary
            check(try builder.raci(request, archetype: archetype.slug))
        }
    }

    private func check(_ raci: RACI) {
        let columns = Set(raci.columns.map(\.role))
        for step in raci.steps {
            #expect(step.roles(.accountable).count == 1)
            #expect(!step.roles(.responsible).isEmpty)
            #expect(step.assignments.allSatisfy { columns.contains($0.role) })
            #expect(!step.reasons.isEmpty)
        }
    }
}
