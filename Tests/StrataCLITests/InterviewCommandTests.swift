import Foundation
import StrataTestSupport
import Testing

@Suite("strata interview")
struct InterviewCommandTests {
    private static let layers = ["data-engineering", "applied-ml", "mlops", "prompt-engineering"]

    private func questions(_ outcome: Terminal.Outcome) throws -> [[String: Any]] {
        try #require(outcome.object["questions"] as? [[String: Any]])
    }

    // MARK: The bank

    @Test("the bank stands without a database, and makes none")
    func bank() throws {
        let terminal = try Terminal()
        let outcome = terminal.run(["interview", "--format", "json"], ["STRATA_DB": ""])
        #expect(outcome.status == 0)
        let all = try questions(outcome)
        #expect(try outcome.object["total"] as? Int == all.count)
        for layer in Self.layers { #expect(all.filter { $0["layer"] as? String == layer }.count >= 25) }
        for question in all {
            #expect((question["good"] as? [String])?.isEmpty == false)
            #expect((question["bad"] as? [String])?.isEmpty == false)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: terminal.folder.path).isEmpty)
    }

    @Test("the overview is a line a question; a part of the bank comes with its answers, and so does a page")
    func answers() throws {
        let terminal = try Terminal()
        func run(_ arguments: String...) -> Terminal.Outcome {
            terminal.run(["interview"] + arguments, ["STRATA_DB": ""])
        }
        let overview = run()
        #expect(overview.output.contains("accurate-but-never-live") && !overview.output.contains("Good answers"))
        #expect(overview.errors.contains("--answers"))
        #expect(run("--answers").output.contains("Good answers"))
        let part = run("--layer", "ops")
        #expect(part.output.contains("Good answers") && part.output.contains("Bad answers reveal"))
        #expect(!part.output.contains("first-hires"))
        #expect(!run("--layer", "ops", "--no-answers").output.contains("Good answers"))
        #expect(run("--format", "markdown").output.contains("**Good answers**"))
        let lines = run("--format", "csv").output
        #expect(lines.hasPrefix("slug,name,layer,kind,level,minutes,question,good,bad,follow_up,skills\n"))
    }

    @Test("filters narrow the bank together; nothing found exits 1")
    func filters() throws {
        let terminal = try Terminal()
        func slugs(_ arguments: String...) throws -> [String] {
            let outcome = terminal.run(["interview", "--format", "json"] + arguments, ["STRATA_DB": ""])
            return try questions(outcome).compactMap { $0["slug"] as? String }
        }
        let drift = try slugs("--search", "DRIFT alarm")
        #expect(drift.contains("drift-alarm-daily"))
        #expect(try slugs("--skill", "k8s").contains("pods-pending-killed"))
        let both = try slugs("--skill", "k8s", "--layer", "mlops", "--level", "lead")
        #expect(Set(both).isSubset(of: try slugs("--skill", "k8s")) && !both.contains("pods-pending-killed"))
        #expect(terminal.run(["interview", "--search", "xylophone"], ["STRATA_DB": ""]).status == 1)
        let unknown = terminal.run(["interview", "--skill", "Kuberntes"], ["STRATA_DB": ""])
        #expect(unknown.status == 1 && unknown.errors.contains("Kubernetes"))
    }

    // MARK: A plan

    @Test("each sample JD of the stack gets its plan: in proportion, its needs among it, the same each time")
    func samples() throws {
        let terminal = try Terminal()
        #expect(terminal.importSamples().status == 0)
        let list = try terminal.run("jds", "--limit", "100", "--format", "json").object
        let jds = try #require(list["jds"] as? [[String: Any]])
        var planned = 0
        // Every second one: a plan opens the whole catalogue.
        for jd in stride(from: 0, to: jds.count, by: 2).map({ jds[$0] }) {
            let id = try #require(jd["id"] as? Int)
            let outcome = terminal.run("interview", "--jd", "\(id)", "--questions", "10", "--format", "json")
            let plan = try outcome.object
            let asked = try questions(outcome)
            guard jd["primary_layer"] is String else {
                #expect(outcome.status == 1 && asked.isEmpty)
                continue
            }
            planned += 1
            #expect(outcome.status == 0 && asked.count == 10, "JD \(id)")
            let shares = try #require(jd["layers"] as? [String: Double])
            let needs = try #require(jd["needs"] as? [String])
            let whole = shares.values.reduce(0, +)
            let count = { layer in asked.filter { $0["layer"] as? String == layer }.count }
            let taken = needs.map { max(0, 1 - 10 * (shares[$0] ?? 0) / whole) }.reduce(0, +)
            for layer in Self.layers {
                let due = 10 * (shares[layer] ?? 0) / whole
                #expect(Double(count(layer)) - due < 1.001 && due - Double(count(layer)) < 1.001 + taken, "JD \(id)")
                if needs.contains(layer) { #expect(count(layer) > 0, "JD \(id)") }
            }
            #expect((plan["for"] as? [String: Any])?["id"] as? Int == id)
            #expect((plan["note"] as? String)?.contains("A person decides") == true)
            if planned % 5 == 0 {
                let again = terminal.run("interview", "--jd", "\(id)", "--questions", "10", "--format", "json")
                #expect(again.output == outcome.output)
            }
        }
        #expect(planned > 15)
    }

    @Test("what a JD requires and questions probe is why they are asked")
    func why() throws {
        let terminal = try Terminal()
        let posting = """
            title,description
            Senior Data Engineer,"You will build and run the data pipelines that our analysts rely on every day.

            Requirements
            - 5 years of experience with Apache Airflow and Apache Kafka
            - Snowflake and dbt

            Nice to have
            - Terraform"
            """
        try posting.write(toFile: terminal.folder.file("jds.csv"), atomically: true, encoding: .utf8)
        #expect(terminal.run("import", terminal.folder.file("jds.csv")).status == 0)
        let plan = terminal.run("interview", "--jd", "1")
        for skill in ["Apache Airflow", "Apache Kafka", "Snowflake", "dbt"] {
            #expect(plan.output.contains(skill), "\(skill)")
        }
        #expect(plan.output.contains("The JD requires"))
        let object = try terminal.run("interview", "--jd", "1", "--format", "json").object
        #expect((object["uncovered"] as? [Any])?.isEmpty == true)
    }

    @Test("every format says that a person decides; pages have room for notes")
    func formats() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        for format in ["table", "markdown", "html", "json"] {
            let output = terminal.run("interview", "--jd", "6", "--format", format).output
            #expect(output.contains("A person decides"), "\(format)")
            #expect(output.contains("Schmidt and Hunter") && output.contains("Sackett"), "\(format)")
        }
        let markdown = terminal.run("interview", "--jd", "6", "--format", "markdown").output
        #expect(markdown.split(separator: "- **Notes:**").count - 1 == 8)
        let page = terminal.run("interview", "--jd", "6", "--format", "html").output
        #expect(page.split(separator: "<p>Notes</p><span").count - 1 == 8)
        let lines = terminal.run("interview", "--jd", "6", "--format", "jsonl").output.split(separator: "\n")
        #expect(lines.count == 8 && lines.allSatisfy { $0.hasPrefix("{\"number\":") })
        let table = terminal.run("interview", "--jd", "6", "--format", "csv").output
        #expect(table.hasPrefix("number,slug,") && table.contains(",why\n"))
    }

    @Test("a time is kept, a level is met, a layer is one interviewer's part, a skill is asked for")
    func options() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        func plan(_ arguments: String...) throws -> [String: Any] {
            try terminal.run(["interview", "--jd", "6", "--format", "json"] + arguments).object
        }
        #expect(try #require(plan("--minutes", "45")["minutes"] as? Int) <= 45)
        #expect(try plan("--level", "junior")["levels"] as? [String] == ["junior"])
        let part = try plan("--layer", "applied-ml", "--skill", "XGBoost", "--questions", "3")
        let asked = try #require(part["questions"] as? [[String: Any]])
        #expect(asked.count == 3 && asked.allSatisfy { $0["layer"] as? String == "applied-ml" })
        #expect(asked.contains { ($0["why"] as? String)?.contains("You ask for XGBoost") == true })
    }

    @Test("a role is planned without a database, and says so; with one it says how many JDs it rests on")
    func role() throws {
        let terminal = try Terminal()
        let bare = terminal.run(["interview", "--role", "mlops engineer"], ["STRATA_DB": ""])
        #expect(bare.status == 0 && bare.output.contains("Without a database"))
        _ = terminal.importSamples()
        let few = terminal.run("interview", "--role", "mlops engineer")
        #expect(few.status == 0 && few.output.contains("too few to tell"))
        let outside = terminal.run("interview", "--role", "accountant")
        #expect(outside.status == 1 && outside.output.contains("no layer of the stack"))
        #expect(terminal.run("interview", "--role", "wizard").status == 1)
    }

    @Test("a JD outside the stack says so, and gives no question unless a layer is named")
    func outside() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let list = try terminal.run("jds", "--primary", "none", "--format", "json").object
        let id = try #require((list["jds"] as? [[String: Any]])?.first?["id"] as? Int)
        let outcome = terminal.run("interview", "--jd", "\(id)")
        #expect(outcome.status == 1 && outcome.errors.isEmpty)
        #expect(outcome.output.contains("This JD has no"))
        #expect(terminal.run("interview", "--jd", "\(id)", "--layer", "ops").status == 0)
    }

    // MARK: Bad input

    @Test(
        "what makes no sense exits 64 and says what would",
        arguments: [
            (["--jd", "1", "--role", "Data Engineer"], "not for both"), (["--questions", "5"], "name a --jd"),
            (["--minutes", "30"], "name a --jd"), (["--jd", "1", "--search", "drift"], "--search"),
            (["--jd", "1", "--questions", "0"], "from 1 to 40"), (["--jd", "1", "--questions", "99"], "from 1 to 40"),
            (["--jd", "1", "--minutes", "12"], "no room"), (["--jd", "1", "--minutes", "9999"], "from 1 to 480"),
            (["--jd", "1", "--questions", "20", "--minutes", "60"], "12 do at most"),
            (["--layer", "frontend"], "frontend"), (["--level", "wizard"], "wizard"), (["--search", " "], "--search"),
            (["--jd", "1", "--answers"], "always has them"), (["--jd", "first"], "first"),
        ])
    func usage(arguments: [String], mend: String) throws {
        let outcome = try Terminal().run(["interview"] + arguments)
        #expect(outcome.status == 64 && outcome.output.isEmpty)
        #expect(outcome.errors.contains(mend), "\(outcome.errors)")
    }

    @Test("a JD or a database that is not there is said not to be")
    func missing() throws {
        let terminal = try Terminal()
        #expect(terminal.run("interview", "--jd", "1").status == 66)
        #expect(terminal.run("interview", "--db", terminal.folder.file("none.db")).status == 66)
        _ = terminal.importSamples()
        let outcome = terminal.run("interview", "--jd", "4711")
        #expect(outcome.status == 1 && outcome.errors.contains("no JD has the id 4711"))
    }

    @Test("a company's own questions take the place of the bank; a fault in them is named with its line")
    func ownRules() throws {
        let terminal = try Terminal()
        let folder = terminal.folder.file("ours")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let header = "slug\tname\tlayer\troles\tskills\tlevel\tkind\tminutes\tquestion\tgood\tbad\tfollow_up"
        func write(_ row: String) throws {
            try "\(header)\n\(row)\n".write(toFile: folder + "/questions.tsv", atomically: true, encoding: .utf8)
        }
        try write("ours\tOurs\tmlops\t\tdocker|dokcer\tany\tdesign\t7\tHow do you ship?\tby plan\tby luck\t")
        let own = terminal.run(["interview", "--rules", folder, "--format", "json"], ["STRATA_DB": ""])
        #expect(try questions(own).count == 1)
        #expect(own.errors.contains("ours/questions.tsv, line 2: no skill has the slug 'dokcer'"))
        try write("ours\tOurs\tdevops\t\tdocker\tany\tdesign\t7\tHow do you ship?\tby plan\tby luck\t")
        let broken = terminal.run(["interview", "--rules", folder], ["STRATA_DB": ""])
        #expect(broken.status == 65 && broken.errors.contains("ours/questions.tsv, line 2: no layer 'devops'"))
    }
}
