import Foundation
import StrataTestSupport
import Testing

/// Each was found wrong once.
@Suite("Making the catalogue one's own: where it went wrong")
struct CatalogueEdgeTests {
    private func layer(_ terminal: borrowing Terminal, _ name: String) throws -> [String: Any] {
        let answers = try terminal.run("layer", name, "--format", "json").json as? [[String: Any]]
        return try #require(answers?.first)
    }

    @Test(
        "what is changed or removed must be named as it is",
        arguments: [
            ["tools", "remove", "Snowflake Enterprise"], ["tools", "edit", "PyTorch 3", "--summary", "x"],
            ["tools", "move", "mlflow2", "--layer", "mlops"],
        ])
    func guessesNothing(arguments: [String]) throws {
        let terminal = try Terminal()
        let outcome = terminal.run(arguments)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("did you mean"), "\(outcome.errors)")
        #expect(terminal.run("catalogue", "diff").status == 1)
    }

    @Test("a slug goes before a name or a spelling of another skill")
    func slugsGoFirst() throws {
        let terminal = try Terminal()
        _ = terminal.run(
            "tools", "add", "Wobble Tool", "--slug", "wobble", "--layer", "mlops", "--alias", "wobbler")
        _ = terminal.run("tools", "add", "Wobble", "--slug", "wobble-two", "--layer", "applied-ml", "--force")
        #expect(
            try terminal.run("tools", "show", "wobble", "--format", "json").object["name"] as? String == "Wobble Tool")
        #expect(terminal.run("tools", "remove", "wobble").status == 0)
        #expect(
            try terminal.run("tools", "show", "Wobble", "--format", "json").object["slug"] as? String == "wobble-two")
    }

    @Test("an answer does not depend on what else is asked")
    func layersAreIndependent() throws {
        let terminal = try Terminal()
        for (first, second) in [("Kubernetes", "Google Kubernetes Engine 1.2"), ("SQL", "Microsoft SQL Server 2019")] {
            let both = try terminal.run(["layer", first, second, "--format", "json"], ["STRATA_DB": ""]).json
            let alone = try terminal.run(["layer", second, "--format", "json"], ["STRATA_DB": ""]).json
            let name = ((both as? [[String: Any]])?.last)?["name"] as? String
            #expect(name == ((alone as? [[String: Any]])?.first)?["name"] as? String)
            #expect(name != first)
        }
    }

    @Test("a renamed skill is still found under its old name")
    func renames() throws {
        let terminal = try Terminal()
        #expect(terminal.run("tools", "edit", "Kubernetes", "--name", "Acme Kube").status == 0)
        #expect(try layer(terminal, "Kubernetes")["name"] as? String == "Acme Kube")
        let file = try terminal.folder.write("{\"description\": \"We run Kubernetes.\"}\n", to: "jd.jsonl")
        let evidence = try terminal.run("classify", "--jsonl", file).object["evidence"] as? [[String: Any]]
        #expect(evidence?.first?["skill"] as? String == "kubernetes")
    }

    @Test("a change of words alone leaves verdicts as they are")
    func summariesAreNoNews() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        #expect(terminal.run("tools", "edit", "DVC", "--summary", "Only words").status == 0)
        #expect(!terminal.run("jds", "--limit", "1").errors.contains("reclassify"))
        #expect(terminal.run("tools", "alias", "DVC", "deeveesee").errors.contains("reclassify"))
    }

    @Test("a removed tool or role is not shown where the seeds have it as an example")
    func removedExamples() throws {
        let terminal = try Terminal()
        #expect(terminal.run("tools", "remove", "MLflow").status == 0)
        #expect(terminal.run("layers").output.contains("Kubeflow"))
        #expect(terminal.run("tools", "remove", "Kubeflow").status == 0)
        #expect(!terminal.run("layers").output.lowercased().contains("kubeflow"))
        #expect(terminal.run("roles", "remove", "data-engineer").status == 0)
        #expect(terminal.run("frameworks").output.contains("data-engineer (removed)"))
    }

    @Test("what is removed travels in a file of changes, and can be reset by its name")
    func removalsTravel() throws {
        let one = try Terminal()
        let other = try Terminal()
        #expect(one.run("tools", "remove", "Fiddler AI").status == 0)
        let file = one.folder.file("changes.csv")
        #expect(one.run("catalogue", "export", file, "--only", "changed").status == 0)
        #expect(other.run("catalogue", "import", file).status == 0)
        #expect(try layer(other, "Fiddler AI")["found"] as? Bool == false)
        #expect(other.run("catalogue", "check").status == 0, "the lists that file it are no fault of the user's")
        #expect(other.run("tools", "reset", "Fiddler AI").status == 0)
        #expect(try layer(other, "Fiddler AI")["found"] as? Bool == true)
    }

    @Test(
        "files that say something unclear are refused by line, and change nothing",
        arguments: [
            (
                "a.csv",
                "slug,name,kind,layers,summary,reason\nacme,Acme,tool,mlops=1,A,So\nacme,Acme 2,tool,mlops=1,A,So\n",
                "a.csv:3:"
            ),
            ("b.csv", "entity,slug,mission,responsibilities\nrole,data-engineer,Ours\n", "b.csv:2:"),
            ("c.csv", "slug,layers\ndvc,\"mlops=1,mlops=0.5\"\n", "named twice"),
            ("d.csv", "slug,layers\ndvc,mlops=nan\n", "d.csv:2:"),
            ("e.yaml", "roles:\n- slug: data-engineer\n  responsibilities:\n  - Note: a mapping\n", "e.yaml:4:"),
        ])
    func refusesUnclearFiles(name: String, text: String, place: String) throws {
        let terminal = try Terminal()
        let outcome = terminal.run("catalogue", "import", try terminal.folder.write(text, to: name))
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains(place), "\(outcome.errors)")
        // 66 where not even a database came to be.
        #expect([1, 66].contains(terminal.run("catalogue", "diff").status), "nothing has been changed")
    }

    @Test("a spreadsheet's leavings are no fault: empty columns and rows, an encoding of its own is said")
    func spreadsheets() throws {
        let terminal = try Terminal()
        let padded = try terminal.folder.write("slug,summary,,\ndvc,Ours,,\n,,,\n", to: "padded.csv")
        #expect(terminal.run("catalogue", "import", padded).status == 0)
        let path = terminal.folder.file("latin.csv")
        try Data("slug,mission\ndata-engineer,".utf8 + [0x49, 0x6E, 0x67, 0xE9, 0x6E, 0x69, 0x0A])
            .write(to: URL(fileURLWithPath: path))
        let latin = terminal.run("catalogue", "import", path)
        // Read as what it is, or refused: never with signs of replacement in the place of letters.
        let shown = terminal.run("roles", "show", "data-engineer").output
        #expect(!shown.contains("\u{FFFD}"))
        #expect(latin.status == 65 || shown.contains("Ingéni"), "\(latin.errors)")
    }

    @Test("a thousand rows go in as fast as one by one they would not")
    func largeFiles() throws {
        let terminal = try Terminal()
        let rows = (0..<1000).map { "zq-tool-\($0),Zqtool\($0)x,tool,mlops=1,A tool,So." }
        let file = try terminal.folder.write(
            "slug,name,kind,layers,summary,reason\n" + rows.joined(separator: "\n") + "\n", to: "many.csv")
        let clock = ContinuousClock()
        var status: Int32 = -1
        let time = clock.measure { status = terminal.run("catalogue", "import", file).status }
        #expect(status == 0)
        #expect(time < .seconds(300), "a debug build takes some seconds; quadratic work takes minutes")
        #expect(try layer(terminal, "Zqtool999x")["found"] as? Bool == true)
    }

    @Test("common words, signs and bad slugs are refused", arguments: ["the", "you", "experience", "2024", "/"])
    func commonWords(word: String) throws {
        let outcome = try Terminal().run("tools", "alias", "Kubernetes", word)
        #expect(outcome.status == 65 || outcome.status == 64)
        #expect(!outcome.errors.isEmpty)
    }

    @Test(
        "what makes no sense is a usage error",
        arguments: [
            ["tools", "edit", "DVC"], ["tools", "add", "Acme", "--layer", "mlops", "--slug", "Bad Slug", "--force"],
            ["tools", "add", "Acme", "--layer", "mlops", "--layer", "mlops=0.5"],
            ["tools", "edit", "DVC", "--name", ""], ["roles", "alias", "MLOps Engineer", "x y", "--needs-context"],
            ["tools", "add", "Acme", "--layer", "mlops", "--alias", "a|b"],
            ["catalogue", "gaps", "--layer", "mlops"],
        ])
    func usageErrors(arguments: [String]) throws {
        let terminal = try Terminal()
        #expect(terminal.run(arguments).status == 64)
    }

    @Test("an answer written to a link goes to the file that it names, whose mode stays")
    func writesThroughLinks() throws {
        let terminal = try Terminal()
        let target = try terminal.folder.write("old", to: "target.json")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
        let link = terminal.folder.file("link.json")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        #expect(terminal.run(["layers", "--format", "json", "-o", link, "--force"], ["STRATA_DB": ""]).status == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
        #expect(try String(contentsOfFile: target, encoding: .utf8).contains("mlops"))
        let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }
}
