import Foundation
import StrataBuiltIn
import StrataCatalogue
import StrataClassify
import StrataModel
import StrataTestSupport
import Testing

@Suite("Making the catalogue one's own")
struct CatalogueTests {
    private func layer(_ terminal: borrowing Terminal, _ name: String) throws -> [String: Any] {
        let answers = try terminal.run("layer", name, "--format", "json").json as? [[String: Any]]
        return try #require(answers?.first)
    }

    @Test("a tool that is added is known by name and alias, counts in JDs, and can be taken back")
    func addsATool() throws {
        let terminal = try Terminal()
        let added = terminal.run(
            "tools", "add", "Acme Flow", "--layer", "data-engineering=0.8", "--alias", "acmeflowy", "--summary",
            "Our orchestrator")
        #expect(added.status == 0, "\(added.errors)")
        #expect(try layer(terminal, "acmeflowy")["primary_layer"] as? String == "data-engineering")
        let file = try terminal.folder.write(
            "{\"description\": \"You run Acme Flow and acmeflowy.\"}\n", to: "jd.jsonl")
        let verdict = try terminal.run("classify", "--jsonl", file).object
        let evidence = try #require(verdict["evidence"] as? [[String: Any]])
        #expect(evidence.map { $0["skill"] as? String } == ["acme-flow"])
        #expect(evidence.first?["count"] as? Int == 2)
        #expect(terminal.run("tools", "reset", "acme-flow").status == 0)
        #expect(try layer(terminal, "Acme Flow")["found"] as? Bool == false)
        #expect(terminal.run("catalogue", "diff").status == 1, "nothing is left of it")
    }

    @Test("aliases, moves, edits and removals hold, show in the diff, and are undone by a reset")
    func changesAndResets() throws {
        let terminal = try Terminal()
        #expect(terminal.run("tools", "alias", "Kubernetes", "kates").status == 0)
        #expect(
            terminal.run("tools", "move", "DVC", "--layer", "data-engineering", "--reason", "Here it is.").status == 0)
        #expect(terminal.run("skills", "edit", "feature-engineering", "--summary", "Making features").status == 0)
        #expect(terminal.run("tools", "remove", "Fiddler AI").status == 0)
        #expect(try layer(terminal, "kates")["name"] as? String == "Kubernetes")
        #expect(try layer(terminal, "DVC")["primary_layer"] as? String == "data-engineering")
        #expect(try layer(terminal, "Fiddler AI")["found"] as? Bool == false)
        let diff = try terminal.run("catalogue", "diff", "--format", "json").object
        let changes = try #require(diff["changes"] as? [[String: Any]])
        #expect(
            Set(changes.compactMap { $0["slug"] as? String })
                == ["kubernetes", "dvc", "feature-engineering", "fiddler"])
        #expect(diff["conflicts"] as? Int == 0)
        #expect(
            terminal.run("tools", "reset", "kubernetes", "dvc", "feature-engineering", "fiddler").status == 0)
        #expect(try layer(terminal, "DVC")["primary_layer"] as? String == "mlops")
        #expect(try layer(terminal, "Fiddler AI")["found"] as? Bool == true)
        #expect(terminal.run("catalogue", "diff").status == 1)
    }

    @Test("a role of one's own names the JDs whose titles hold it")
    func addsARole() throws {
        let terminal = try Terminal()
        let added = terminal.run(
            "roles", "add", "Widget Data Steward", "--layer", "data-engineering", "--title", "widget steward",
            "--responsibility", "Keeps widgets.", "--capability", "Knows widgets.")
        #expect(added.status == 0, "\(added.errors)")
        let file = try terminal.folder.write(
            "{\"title\": \"Senior Widget Steward\", \"description\": \"Kafka\"}\n", to: "jd.jsonl")
        #expect(try terminal.run("classify", "--jsonl", file).object["role"] as? String == "widget-data-steward")
        let shown = try terminal.run("roles", "show", "widget steward", "--format", "json").object
        #expect(shown["responsibilities"] as? [String] == ["Keeps widgets."])
    }

    @Test("a role shows its nearest occupation's exposure as that occupation's")
    func showsTheNearestOccupation() throws {
        let outcome = try Terminal().run(["roles", "show", "data-scientist"], ["STRATA_DB": ""])
        let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("Nearest occupation: Data Scientists (O*NET-SOC 15-2051.00), 75%"))
        #expect(text.contains("GPTs are GPTs"))
        #expect(text.contains("The figure is that occupation's, not this role's."))
    }

    @Test("public lists' dispute is shown with its votes")
    func showsTheDispute() throws {
        let outcome = try Terminal().run(["layer", "DVC", "--format", "json"], ["STRATA_DB": ""])
        let answer = try #require((try outcome.json as? [[String: Any]])?.first)
        #expect(answer["disputed"] as? Bool == true)
        let votes = try #require(answer["votes"] as? [[String: Any]])
        #expect(Set(votes.compactMap { $0["layer"] as? String }).isSuperset(of: ["mlops", "data-engineering"]))
        let text = try Terminal().run(["layer", "DVC"], ["STRATA_DB": ""]).output
        #expect(text.contains("Public lists disagree on DVC"))
    }

    @Test(
        "what speaks against a change is said, and nothing is changed",
        arguments: [
            (
                ["tools", "add", "Acme", "--layer", "mlops", "--alias", "k8s"],
                "'k8s' is a term of both Acme and Kubernetes"
            ),
            (["tools", "add", "Acme", "--layer", "mlops", "--alias", "spark"], "needing context"),
            (["tools", "add", "Kubernetes", "--layer", "mlops"], "is there already"),
            (["tools", "alias", "Kubernetes", "flow", "--needs-context"], ""),
            (
                ["roles", "add", "Acme Role", "--layer", "mlops", "--title", "data engineer"],
                "names both 'acme-role' and 'data-engineer'"
            ),
        ])
    func refuses(arguments: [String], reason: String) throws {
        let terminal = try Terminal()
        _ = terminal.run("tools", "alias", "Kubernetes", "kates")
        let before = terminal.run("catalogue", "diff", "--format", "json").output
        let outcome = terminal.run(arguments)
        if reason.isEmpty {
            // Kubernetes has context words, so this one is fine.
            #expect(outcome.status == 0)
            return
        }
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains(reason), "\(outcome.errors)")
        #expect(terminal.run("catalogue", "diff", "--format", "json").output == before)
    }

    @Test("an unknown name ends with 1 and what was perhaps meant")
    func suggestsNames() throws {
        let outcome = try Terminal().run("tools", "alias", "Kubernettys", "kates")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("Kubernetes"))
    }

    @Test("exported and imported again, in both formats, nothing has changed", arguments: ["csv", "yaml"])
    func roundTrip(format: String) throws {
        let terminal = try Terminal()
        _ = terminal.run("tools", "add", "Acme, \"Flow\"", "--layer", "mlops", "--alias", "=AF", "--summary", "yes")
        let file = terminal.folder.file("catalogue.\(format)")
        #expect(terminal.run("catalogue", "export", file).status == 0)
        let again = terminal.run("catalogue", "import", file, "--format", "json")
        #expect(again.status == 0, "\(again.errors.prefix(500))")
        #expect((try again.object["changed"] as? [Any])?.isEmpty == true)
        // And into another database: the one record that differs from the seeds arrives as it was.
        let other = try Terminal()
        let moved = other.run("catalogue", "import", file, "--format", "json")
        #expect(
            (try moved.object["changed"] as? [[String: Any]])?.compactMap { $0["slug"] as? String } == ["acme-flow"])
        #expect(
            terminal.run("tools", "show", "acme-flow", "--format", "json").output
                == other.run("tools", "show", "acme-flow", "--format", "json").output)
    }

    @Test("Python's csv reads the export as it was written")
    func exportIsCSV() throws {
        guard let python = Machine.program("python3") else { return }
        let terminal = try Terminal()
        let file = terminal.folder.file("catalogue.csv")
        #expect(terminal.run(["catalogue", "export", file], ["STRATA_DB": ""]).status == 0)
        let script = """
            import csv, sys
            rows = list(csv.DictReader(open(sys.argv[1], newline='', encoding='utf-8')))
            assert all(None not in r and None not in r.values() for r in rows)
            assert not any(c[:1] in ('=', '+', '-', '@') for r in rows for c in r.values())
            print(len(rows), sum(r['entity'] == 'skill' for r in rows))
            """
        let (output, status) = try Machine.run(python, ["-c", script, file])
        let catalogue = try Seeds.catalogue()
        #expect(status == 0)
        #expect(
            String(decoding: output, as: UTF8.self)
                == "\(catalogue.skills.count + catalogue.roles.count) \(catalogue.skills.count)\n")
    }

    @Test("a bad row names its line, and no row of its file is taken")
    func badRowsChangeNothing() throws {
        let terminal = try Terminal()
        let csv = try terminal.folder.write(
            "slug,name,kind,layers,summary,reason\nacme,Acme,tool,mlops=1,A tool,So.\nbrill,Brill,tool,mlopss=1,A tool,So.\n",
            to: "bad.csv")
        let outcome = terminal.run("catalogue", "import", csv)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("bad.csv:3:"), "\(outcome.errors)")
        #expect(outcome.errors.contains("mlopss"))
        #expect(try layer(terminal, "Acme")["found"] as? Bool == false)
        let yaml = try terminal.folder.write("skills:\n- slug: acme\n  name: Acme\n  colour: red\n", to: "bad.yaml")
        let other = terminal.run("catalogue", "import", yaml)
        #expect(other.status == 65)
        #expect(other.errors.contains("bad.yaml:2:") && other.errors.contains("colour"), "\(other.errors)")
        let unknown = try terminal.folder.write("slug,colour\nacme,red\n", to: "unknown.csv")
        #expect(terminal.run("catalogue", "import", unknown).status == 65)
    }

    @Test("a changed catalogue puts verdicts out of date, and reclassify renews them")
    func marksVerdictsStale() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        #expect(!terminal.run("jds", "--limit", "1").errors.contains("reclassify"))
        let moved = terminal.run("tools", "move", "Kubernetes", "--layer", "outside")
        #expect(moved.errors.contains("db reclassify"))
        #expect(terminal.run("jds", "--limit", "1").errors.contains("db reclassify"))
        let renewed = try terminal.run("db", "reclassify", "--format", "json").object
        #expect(renewed["reclassified"] as? Int == 60)
        #expect(!terminal.run("jds", "--limit", "1").errors.contains("reclassify"))
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test("gaps of the JDs are offered, taken in and dismissed")
    func gaps() throws {
        let terminal = try Terminal()
        let lines = ["Ada", "Bob", "Cyd"].map { company in
            "{\"title\": \"Data Engineer\", \"company\": \"\(company) Ltd\", \"description\": \"Kafka, Flinkster, Wibbler and Airflow.\"}"
        }
        let file = try terminal.folder.write(lines.joined(separator: "\n") + "\n", to: "jds.jsonl")
        #expect(terminal.run("import", file).status == 0)
        func terms() throws -> [String] {
            let gaps = try terminal.run("catalogue", "gaps", "--format", "json").object["gaps"] as? [[String: Any]]
            return (gaps ?? []).compactMap { $0["term"] as? String }
        }
        #expect(Set(try terms()) == ["Flinkster", "Wibbler"])
        #expect(terminal.run("catalogue", "gaps", "--dismiss", "wibbler").status == 0)
        #expect(try terms() == ["Flinkster"])
        #expect(terminal.run("catalogue", "gaps", "--accept", "Flinkster", "--layer", "de").status == 0)
        #expect(try layer(terminal, "Flinkster")["primary_layer"] as? String == "data-engineering")
        #expect(terminal.run("catalogue", "gaps").status == 1)
        #expect(terminal.run("catalogue", "gaps", "--restore", "Wibbler").status == 0)
        #expect(try terms() == ["Wibbler"])
    }

    @Test("frameworks tie their phases to layers and roles")
    func frameworks() throws {
        let terminal = try Terminal()
        let list = try terminal.run(["frameworks", "CRISP-DM", "--format", "json"], ["STRATA_DB": ""]).object
        let phases = try #require(list["phases"] as? [[String: Any]])
        #expect(
            phases.compactMap { $0["name"] as? String } == [
                "Business Understanding", "Data Understanding", "Data Preparation", "Modeling", "Evaluation",
                "Deployment",
            ])
        for phase in phases {
            #expect((phase["layers"] as? [String])?.isEmpty == false)
            #expect((phase["roles"] as? [String])?.isEmpty == false)
        }
        #expect(terminal.run(["frameworks", "waterfall"], ["STRATA_DB": ""]).status == 1)
    }

    @Test("the binary carries the compiled form of just these seeds")
    func builtInIsCurrent() throws {
        #expect(try BuiltIn.catalogue().bytes == CompiledCatalogue(Seeds.catalogue()).bytes)
    }
}
