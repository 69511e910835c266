import Foundation
import StrataCLI
import StrataTestSupport
import Testing

/// A terminal whose user has no database, unless one is asked for.
private final class Desk {
    private let terminal: Terminal

    init() throws { terminal = try Terminal() }

    func path(_ name: String) -> String { terminal.folder.file(name) }

    func file(_ name: String, _ text: String) throws -> String {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
        return path(name)
    }

    func run(
        _ arguments: [String], withDatabase: Bool = false, input: ConsoleInput = .none
    ) -> Terminal.Outcome {
        terminal.run(arguments, withDatabase ? [:] : ["STRATA_DB": ""], input: input)
    }

    func importSamples() -> Terminal.Outcome { terminal.importSamples() }
}

@Suite("Advice at the terminal")
struct AdviceCommandTests {
    private let terminal: Desk

    init() throws { terminal = try Desk() }

    private func json(_ arguments: [String], withDatabase: Bool = false) throws -> [String: Any] {
        let run = terminal.run(arguments + ["--format", "json"], withDatabase: withDatabase)
        #expect(run.status == 0, "\(run.errors)")
        return try run.object
    }

    @Test("a brief gives steps that can be written out, changed and given back")
    func stepsRoundTrip() throws {
        let brief = try terminal.file("brief.txt", "A chatbot that answers questions from our manuals")
        let steps = terminal.path("steps.yaml")
        #expect(terminal.run(["raci", brief, "--steps", "-o", steps]).status == 0)
        let proposed = try json(["raci", brief])["steps"] as? [[String: Any]]
        let given = try json(["raci", steps])["steps"] as? [[String: Any]]
        #expect(proposed?.map { $0["name"] as? String } == given?.map { $0["name"] as? String })
        #expect(proposed?.map { $0["layer"] as? String } == given?.map { $0["layer"] as? String })
    }

    @Test("a step's layer and roles are the user's to settle")
    func settledSteps() throws {
        let steps = """
            steps:
              - {name: Containerise the retriever, layer: outside}
              - {name: Write the system prompt, responsible: Data Engineer, accountable: MLOps Engineer}
              - {name: Train the ranker, layer: mlops}
            """
        let given = try json(["raci", terminal.file("steps.yaml", steps)])["steps"] as? [[String: Any]]
        #expect(given?[0]["layer"] is NSNull)
        #expect(given?[2]["layer"] as? String == "mlops")
        let roles = try #require(given?[1]["roles"] as? [[String: String]])
        let letters = Dictionary(grouping: roles, by: { $0["raci"] ?? "" }).mapValues { $0.compactMap { $0["role"] } }
        #expect(letters["R"] == ["data-engineer"] && letters["A"] == ["mlops-engineer"])
        let written = terminal.path("written.yaml")
        #expect(terminal.run(["raci", terminal.path("steps.yaml"), "--steps", "-o", written]).status == 0)
        let again = try json(["raci", written])["steps"] as? [[String: Any]]
        #expect((again as NSArray?) == (given as NSArray?))
    }

    @Test(
        "a wrong step or person names its line and the mend",
        arguments: [
            (
                "raci", "steps:\n  - {nmae: Train it}",
                "s.yaml:2: a step has no 'name', but 'nmae'; did you mean 'name'?"
            ),
            ("raci", "steps:\n  - {name: Train it, layer: cloud}", "s.yaml:2: no layer 'cloud'"),
            ("raci", "steps:\n  - {name: Train it, responsible: Wizzard}", "s.yaml:2: unknown role 'Wizzard'"),
            ("diagnose", "team:\n  - {titel: Data Engineer}", "did you mean 'title'?"),
            ("diagnose", "team:\n  - {resume: none.pdf}", "s.yaml:2: the résumé "),
            ("raci", "team:\n  - {title: Data Engineer}", "it names no project"),
        ])
    func wrongKeys(command: String, text: String, message: String) throws {
        let run = terminal.run([command, try terminal.file("s.yaml", text)])
        #expect(run.status == 65 || run.status == 66)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test("an unknown sort of project is a mistake on the command line, and the known ones are named")
    func archetypes() throws {
        let run = terminal.run(["raci", try terminal.file("b.txt", "a churn model"), "--archetype", "bogus"])
        #expect(run.status == 64)
        #expect(run.errors.contains("unknown archetype 'bogus'") && run.errors.contains("rag-assistant"))
    }

    @Test("another language is said to be one that advice does not read")
    func languages() throws {
        let french = "Nos modèles n'arrivent jamais en production et personne ne les surveille dans notre équipe"
        let run = terminal.run(["diagnose", try terminal.file("fr.txt", french)])
        #expect(run.errors.contains("another language than English ('fr')"))
    }

    @Test("a team marks the roles that it lacks")
    func missingRoles() throws {
        let brief = try terminal.file("brief.txt", "A chatbot that answers questions from our manuals")
        let team = try terminal.file("team.csv", "title,count\nData Engineer,2\nPrompt Engineer,1\n")
        let missing = try json(["raci", brief, "--team", team])["missing_roles"] as? [String]
        #expect(missing?.contains("mlops-engineer") == true)
        #expect(missing?.contains("data-engineer") == false)
    }

    @Test("every answer comes as table, Markdown, JSON and one HTML page, and creates no database")
    func formats() throws {
        let team = try terminal.file(
            "team.yaml", "team:\n  - {title: Data Scientist, count: 10}\nsymptoms: [models never ship]\n")
        let goals = try terminal.file("goals.txt", "Recommend products to visitors")
        for command in [
            ["raci", goals], ["diagnose", team], ["plan", goals], ["plan", "--draft", "MLOps Engineer"],
        ] {
            for format in ["table", "markdown", "json", "html"] {
                let run = terminal.run(command + ["--format", format])
                #expect(run.status == 0, "\(command) \(format): \(run.errors)")
                #expect(format == "json" || run.output.contains("No market data"), "\(command) \(format)")
            }
        }
        #expect(!FileManager.default.fileExists(atPath: terminal.path(".local/share/strata/strata.db")))
    }

    @Test(
        "bad input names the file, the line and the mend, and ends with 65 or 66",
        arguments: [
            ("empty.yaml", "", "it is empty", Int32(65)),
            ("odd.yaml", "team:\n  - title: [a\n", "malformed YAML", 65),
            ("count.yaml", "team:\n  - {title: Data Engineer, count: many}\n", ":2: 'count' is 'many'", 65),
            ("person.yaml", "team:\n  - {count: 3}\n", "a person needs at least one of", 65),
            ("layer.yaml", "steps:\n  - {name: Deploy it, layer: nowhere}\n", "no layer 'nowhere'", 65),
        ])
    func badInput(name: String, text: String, says: String, status: Int32) throws {
        let file = try terminal.file(name, text)
        let run = terminal.run([name.hasPrefix("layer") ? "raci" : "diagnose", file])
        #expect(run.status == status)
        #expect(run.errors.contains(name) && run.errors.contains(says), "\(run.errors)")
    }

    @Test("a key that is not read is named, with what was perhaps meant")
    func unreadKey() throws {
        let file = try terminal.file("team.yaml", "team: [Data Engineer]\nsymptons: [models never ship]\n")
        let run = terminal.run(["diagnose", file])
        #expect(run.status == 0)
        #expect(run.errors.contains("'symptons' is not read; did you mean 'symptoms'?"))
    }

    @Test("a file that is not there, and a brief that is no project")
    func nothing() throws {
        #expect(terminal.run(["plan", terminal.path("none.yaml")]).status == 66)
        let office = try terminal.file("office.txt", "Renovate the office kitchen and buy a coffee machine")
        let run = terminal.run(["raci", office])
        #expect(run.status == 1)
        #expect(run.errors.contains("no AI or data project"))
        #expect(terminal.run(["plan", office]).status == 1)
    }

    @Test("rules can be written out, changed and used; a wrong one names its file and line")
    func ownRules() throws {
        let folder = terminal.path("rules")
        #expect(terminal.run(["rules", "export", folder]).status == 0)
        let told = try terminal.file(
            "told.txt", "The model is never deployed\nWe used to wait weeks for data, now we do not")
        let plain = terminal.run(["diagnose", told]).output
        #expect(terminal.run(["diagnose", told, "--rules", folder]).output == plain)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "symptoms.tsv" {
            try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
        let path = "\(folder)/symptoms.tsv"
        let rules = try String(contentsOfFile: path, encoding: .utf8)
        try (rules + "no-tea\tmlops\tmlops-engineer\tThere is no tea\ttea kettle_broken\tTea matters.\tTea\tdocker\n")
            .write(toFile: path, atomically: true, encoding: .utf8)
        let file = try terminal.file("symptoms.txt", "The tea is cold since the kettle broke: kettle broken")
        let fired = try json(["diagnose", file, "--rules", folder])["rules"] as? [[String: Any]]
        #expect(fired?.contains { $0["rule"] as? String == "no-tea" } == true)
        try (rules + "odd\tmlops\tmlops-engineer\tOdd\t@nogroup\tx\ty\tdocker\n")
            .write(toFile: path, atomically: true, encoding: .utf8)
        let run = terminal.run(["diagnose", file, "--rules", folder])
        #expect(run.status == 65)
        #expect(run.errors.contains("symptoms.tsv, line ") && run.errors.contains("no group 'nogroup'"))
    }

    @Test("with a knowledge base the answers say what its JDs say")
    func market() throws {
        #expect(terminal.importSamples().status == 0)
        let goals = try terminal.file("goals.txt", "Recommend products to visitors of our shop")
        let plan = try json(["plan", goals], withDatabase: true)
        let market = try #require(plan["market"] as? [String: Any])
        #expect((market["jds"] as? Int ?? 0) > 20)
        let hires = try #require(plan["hires"] as? [[String: Any]])
        #expect(hires.contains { $0["market"] is [String: Any] })
    }

    @Test("the return asks for all of its numbers, and shows its formula")
    func payback() throws {
        let team = try terminal.file(
            "team.yaml", "team:\n  - {title: Data Scientist, count: 10}\nsymptoms: [models never ship]\n")
        #expect(terminal.run(["diagnose", team, "--salary", "90000"]).status == 64)
        let run = terminal.run([
            "diagnose", team, "--salary", "90000", "--months-to-production", "9", "--value-per-month", "40000",
        ])
        #expect(run.output.contains("2 × 90,000 / 12 = 15,000"))
    }

    @Test("answers given at the terminal change the diagnosis; an empty line leaves a question out")
    func interview() throws {
        let team = try terminal.file("team.yaml", "team:\n  - {title: Data Scientist, count: 3}\n")
        let asked = try json(["diagnose", team])["interview"] as? [[String: Any]] ?? []
        let answers = asked.map { question in
            question["layer"] as? String == "data-engineering"
                ? "The platform team owns it, with tests and on-call" : ""
        }
        let run = terminal.run(
            ["diagnose", team, "--interview", "--format", "json"], input: .lines(answers, isTerminal: true))
        #expect(run.status == 0)
        #expect(try run.object["missing"] as? [String] == ["mlops"])
        #expect(run.errors.contains("1 of \(asked.count), Data Engineering:"))
    }
}
