import StrataBuiltIn
import StrataCatalogue
import StrataClassify
import StrataModel
import Testing

@testable import StrataAdvice

@Suite("JD drafts")
struct JDDraftTests {
    private let knowledge: Knowledge

    init() throws {
        knowledge = try Knowledge(catalogue: Seeds.catalogue(), classifier: Classifier(BuiltIn.catalogue()))
    }

    private var voice: SecondPerson {
        SecondPerson(knowledge.catalogue.roles.flatMap { [$0.mission] + $0.responsibilities + $0.capabilities })
    }

    @Test(
        "what a role does is told to the applicant, all of its verbs and none of its nouns",
        arguments: [
            (
                "Schedules and watches jobs, and mends them when they fail.",
                "Schedule and watch jobs, and mend them when they fail."
            ),
            (
                "Models tables so that analysts and models find what they need.",
                "Model tables so that analysts and models find what they need."
            ),
            (
                "Builds models and the code that trains and serves them.",
                "Build models and the code that trains and serves them."
            ),
            ("Designs tools, memory and limits for them.", "Design tools, memory and limits for them."),
            (
                "Writes, versions and tests prompts for language models.",
                "Write, version and test prompts for language models."
            ),
            (
                "Finds out from data what is true and useful, and builds models that act on it.",
                "Find out from data what is true and useful, and build models that act on it."
            ),
            ("Writes prompts, flows and answers for failures.", "Write prompts, flows and answers for failures."),
            (
                "Builds sets of examples and measures answers against them.",
                "Build sets of examples and measure answers against them."
            ),
            ("Classifies data and sets how long it is kept.", "Classify data and set how long it is kept."),
            (
                "Fine-tunes language models and compares them with simpler ones.",
                "Fine-tune language models and compare them with simpler ones."
            ),
            ("Caches, batches and routes requests to save tokens.", "Cache, batch and route requests to save tokens."),
            (
                "Has shipped model products and knows why others failed.",
                "Have shipped model products and know why others failed."
            ),
            (
                "Switches between providers when one fails or grows dear.",
                "Switch between providers when one fails or grows dear."
            ),
            ("Challenges data by tests of its own.", "Challenge data by tests of your own."),
            ("Analyses data", "Analyse data"), ("Own the roadmap", "Own the roadmap"),
            ("Responsible for Kafka", "Responsible for Kafka"), ("", ""),
        ])
    func voice(_ told: String, _ addressed: String) { #expect(voice.address(told) == addressed) }

    @Test("a hire's skills are must-haves in its order, and what it leaves out is left out")
    func hire() throws {
        let role = try #require(knowledge.role("mlops-engineer"))
        let hire = Hire(
            order: 1, role: role.slug, name: role.name, layer: .mlops, purpose: nil, why: [], after: [], conditions: [],
            couldGrow: [], goal: "In 90 days: it runs.", ask: ["docker", "ci-cd-for-ml", "kubernetes"],
            leaveOut: ["prometheus"])
        let made = try JDDraft(role, for: hire, knowledge, market: nil)
        #expect(made.required.map(\.slug) == ["docker", "ci-cd-for-ml", "kubernetes"])
        #expect(made.goal == "it runs." && made.basis == .plan)
        #expect(made.preferred.map(\.slug).contains("mlflow") && !made.preferred.map(\.slug).contains("prometheus"))
        #expect(made.leftOut.map(\.slug) == ["prometheus"])
    }

    @Test("no draft has more than eight must-haves, a word for applicants of one sort, or a claim on the company")
    func wording() throws {
        let banned = [
            "ninja", "rockstar", "guru", "wizard", "young", "native", "digital native", "dynamic", "energetic", "he ",
            "she ",
            "his ", "her ", "world-class", "best-in-class", "passionate", "exciting", "competitive salary",
            "fast-paced",
            "work hard", "family", "recent graduate", "mature", "able-bodied", "guys", "manpower",
        ]
        for role in knowledge.catalogue.roles where role.layer != nil {
            let made = try JDDraft(role, knowledge, market: nil)
            #expect((1...JDDraft.mostRequired).contains(made.required.count), "\(role.slug)")
            #expect(made.mission.hasPrefix("You will "), "\(made.mission)")
            let text = made.document.blocks.compactMap { block -> String? in
                switch block {
                case .paragraph(let text), .note(let text), .heading(let text): text
                case .list(let items): items.joined(separator: "\n")
                case .facts(let facts): facts.map { "\($0.name) \($0.value)" }.joined(separator: "\n")
                default: nil
                }
            }.joined(separator: "\n")
            for word in banned { #expect(!" \(text.lowercased())".contains(" \(word)"), "\(role.slug): \(word)") }
            for blank in ["[company]", "[place]", "[pay a year]", "[contact]"] { #expect(text.contains(blank)) }
            #expect(text.contains("You will") && text.contains("You have"))
            #expect(text.hasPrefix("A draft. Fill in what stands in square brackets"))
            for duty in made.responsibilities {
                let first = duty.split(separator: " ").first.map(String.init) ?? ""
                #expect(!first.hasSuffix("s") || first.hasSuffix("ss") || ["Focus"].contains(first), "\(duty)")
            }
        }
    }
}
