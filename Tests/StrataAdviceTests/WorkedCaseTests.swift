import StrataClassify
import StrataModel
import Testing

@testable import StrataAdvice

@Suite("The cases that advice was made for")
struct WorkedCaseTests {
    private let knowledge: Knowledge

    init() throws { knowledge = try Cases.knowledge.get() }

    private func diagnosis(_ team: [Request.Member], _ symptoms: [String], goals: [String] = []) throws -> Diagnosis {
        var request = Request()
        (request.team, request.symptoms, request.goals) = (team, symptoms, goals)
        return try Diagnostician(knowledge).diagnose(request, CoverageReader(knowledge).read(team))
    }

    @Test(
        "the chatbot's workflow: documents to Data Engineering, embedding to Applied ML, running to MLOps, prompts to Prompt Engineering"
    )
    func chatbot() throws {
        var request = Request()
        request.brief =
            "Build an automated chatbot that answers customer questions about our product catalog using our internal knowledge base"
        let raci = try RACIBuilder(knowledge).raci(request)
        func layer(_ part: String) -> Layer? { raci.steps.first { $0.name.contains(part) }?.layer }
        #expect(raci.origin?.archetype == "rag-assistant")
        #expect(layer("Ingest product catalog and internal knowledge base") == .dataEngineering)
        #expect(layer("load them into a vector store") == .dataEngineering)
        #expect(layer("evaluate the embedding model") == .appliedML)
        #expect(layer("Containerise, deploy and run the semantic search") == .mlops)
        #expect(layer("system prompt and the user prompts") == .promptEngineering)
        let forgotten = raci.steps.filter { $0.forgotten != nil }.map(\.work)
        #expect(
            ["evaluate-answers", "monitor", "capture-feedback", "access-and-privacy"].allSatisfy(forgotten.contains))
        let index = raci.handOvers.first { $0.from == "data-engineer" && $0.to == "data-scientist" }
        #expect(index?.agreement.contains("search API") == true)
    }

    @Test("the data engineer provides a feature-store API, and who models consumes it")
    func featureStore() throws {
        var request = Request()
        request.steps = ["Build the feature tables as a scheduled pipeline", "Train a gradient boosting baseline"]
            .map { Request.Step(name: $0) }
        let handOver = try #require(try RACIBuilder(knowledge).raci(request).handOvers.first)
        #expect(handOver.from == "data-engineer" && handOver.to == "data-scientist")
        #expect(handOver.provides.contains("feature-store API"))
    }

    @Test("ten PhDs whose models never ship lack MLOps and Data Engineering, and are split into research and platform")
    func tenPhDs() throws {
        let team = [Request.Member(title: "Research Scientist (PhD)", count: 10, skills: ["PyTorch", "statistics"])]
        let found = try diagnosis(team, ["Our models never reach production"])
        #expect(found.missing == [.dataEngineering, .mlops])
        #expect(found.bottleneck?.layer == .mlops)
        let split = try #require(found.restructuring.first { $0.rule == "split-research-and-platform" })
        #expect(split.units.map(\.name) == ["Applied ML research", "ML platform"])
        #expect(split.units[0].people == ["10 × Research Scientist (PhD)"])
        #expect(Set(split.units[1].hires) == ["Data Engineer", "MLOps Engineer"])
        #expect(Set(found.hires.map(\.layer)) == [.dataEngineering, .mlops])
        #expect(found.hires.allSatisfy { !$0.goal.isEmpty && !$0.ask.isEmpty })
    }

    @Test(
        "accurate in the notebook, never deployed and unmonitored: MLOps, with Docker, Prometheus, Evidently and CI/CD for models"
    )
    func notebook() throws {
        let found = try diagnosis([], ["The model is accurate in the notebook, but never deployed and unmonitored"])
        #expect(found.missing == [.mlops])
        #expect(Set(found.rules.map(\.rule)).isSuperset(of: ["never-in-production", "unmonitored"]))
        let asked = Set(found.hires.flatMap(\.ask))
        #expect(asked.isSuperset(of: ["docker", "prometheus", "evidently", "ci-cd-for-ml"]))
    }

    @Test("a greenfield product with scattered interaction data: the Data Engineer first, then who models")
    func greenfield() throws {
        var request = Request()
        request.goals = ["A greenfield product with personalised recommendations"]
        request.data = "Interaction data is scattered across tools"
        let plan = try Planner(knowledge).plan(request, TeamReading(members: []))
        #expect(plan.hires.map(\.layer).prefix(2) == [.dataEngineering, .appliedML])
        #expect(plan.hires[1].after.contains { $0.rule == "data-before-science" })
    }

    @Test(
        "the complaints that the issue of many teams consists of",
        arguments: [
            ("models never reach production", Layer.mlops), ("data scientists wait weeks for data", .dataEngineering),
            ("nobody notices when the model degrades", .mlops), ("the chatbot makes things up", .promptEngineering),
        ])
    func complaints(text: String, layer: Layer) throws {
        #expect(try diagnosis([], [text]).missing == [layer])
    }

    @Test("what is complained of is hired before what only the team's own work calls for")
    func complainedFirst() throws {
        let found = try diagnosis(
            [Request.Member(title: "ML Engineer", count: 2)], ["the chatbot makes things up"])
        #expect(found.hires.first?.layer == .promptEngineering)
        #expect(Set(found.missing) == [.dataEngineering, .mlops, .promptEngineering])
    }

    @Test("a team that lacks nothing is told so, and nobody is hired")
    func nothingMissing() throws {
        let team = [
            Request.Member(title: "Data Engineer", count: 2), Request.Member(title: "Data Scientist", count: 2),
            Request.Member(title: "MLOps Engineer", count: 1), Request.Member(title: "Prompt Engineer", count: 1),
        ]
        let found = try diagnosis(team, [], goals: ["A chatbot over our manuals"])
        #expect(found.missing.isEmpty && found.hires.isEmpty)
        #expect(
            found.document(naming: { $0 }).blocks.first
                == .paragraph(
                    "The team lacks no layer that its work, its goals or its complaints call for. Nobody needs to be hired for a gap."
                ))
    }

    @Test("somebody is there and still nothing is deployed: ask before anybody is hired")
    func contradiction() throws {
        let team = [
            Request.Member(title: "MLOps Engineer"), Request.Member(title: "Data Engineer"),
            Request.Member(title: "Data Scientist", count: 4),
        ]
        let found = try diagnosis(team, ["Nothing is deployed."])
        #expect(found.missing.isEmpty)
        #expect(found.strained.map(\.layer) == [.mlops])
    }

    @Test("a good answer of the team speaks for a layer, a bad one against it")
    func answers() throws {
        var request = Request()
        request.team = [Request.Member(title: "Data Scientist", count: 3)]
        let (reader, diagnostician) = (try CoverageReader(knowledge), try Diagnostician(knowledge))
        let before = try diagnostician.diagnose(request, reader.read(request.team))
        #expect(before.missing == [.dataEngineering, .mlops])
        request.answers = [
            Request.Answer(
                question: "who-builds-pipelines", text: "The platform team owns them, with tests and an on-call rota"),
            Request.Answer(question: "monitor-drift", text: "Nobody, customers tell us"),
        ]
        let after = try diagnostician.diagnose(request, reader.read(request.team))
        #expect(after.missing == [.mlops])
        #expect(after.rules.contains { $0.rule == "answer-monitor-drift" })
    }

    @Test("the return is the user's own numbers, by the formula")
    func payback() throws {
        let payback = try #require(
            Payback(salary: 120_000, monthsToProduction: 10, valuePerMonth: 100_000, monthsAfter: 4, hires: 2))
        #expect(payback.costPerMonth == 20_000)
        #expect(payback.breakEvenMonths == 8)
        #expect(payback.gain == 400_000)
        #expect(Payback(salary: 1, monthsToProduction: 1, valuePerMonth: 1, monthsAfter: nil, hires: 0) == nil)
        #expect(
            try #require(
                Payback(salary: 120_000, monthsToProduction: 10, valuePerMonth: 5_000, monthsAfter: nil, hires: 2)
            ).breakEvenMonths == nil)
    }

    @Test(
        "a brief that is no AI project is said to be none",
        arguments: [
            "Renovate the office kitchen and buy a new coffee machine", "Hire a receptionist for the mornings",
            "Launch a plain web shop with PayPal",
        ])
    func noProject(brief: String) throws {
        var request = Request()
        request.brief = brief
        #expect(throws: NoProject.self) { try RACIBuilder(knowledge).raci(request) }
    }

    @Test("a drafted JD reads as a JD of the role's own layer")
    func drafts() throws {
        for slug in try HireProfile.all(knowledge.files).keys.sorted() {
            let role = try #require(knowledge.role(slug))
            let draft = try JDDraft(role, knowledge, market: nil)
            let text = ([draft.mission] + draft.responsibilities + ["Requirements"] + draft.required.map(\.name))
                .joined(separator: "\n")
            #expect(knowledge.classifier.verdict(title: draft.title, text: text).primary == role.layer, "\(slug)")
        }
    }

    @Test("every role, skill and layer that a rule names is in the catalogue")
    func names() throws {
        let (roles, skills) = (Set(knowledge.catalogue.roles.map(\.slug)), Set(knowledge.catalogue.skills.map(\.slug)))
        let kinds = try WorkKinds(knowledge).all
        let symptoms = try SymptomRule.all(knowledge)
        let profiles = try HireProfile.all(knowledge.files).values
        for role in kinds.flatMap({ [$0.role] + ($0.accountable.map { [$0] } ?? []) }) + symptoms.map(\.role)
            + profiles.map(\.role)
        {
            #expect(roles.contains(role), "\(role)")
        }
        for skill in kinds.flatMap(\.skills) + symptoms.flatMap(\.skills) + profiles.flatMap({ $0.ask + $0.leaveOut }) {
            #expect(skills.contains(skill), "\(skill)")
        }
        #expect(Set(symptoms.map(\.slug)).count == symptoms.count)
        for archetype in try Archetypes(knowledge).all {
            #expect(archetype.roles.values.allSatisfy(roles.contains))
            #expect(archetype.steps.contains { $0.forgotten != nil })
        }
        #expect(try Archetypes(knowledge).all.count >= 12)
    }
}
