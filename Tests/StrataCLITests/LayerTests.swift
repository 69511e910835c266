import Foundation
import StrataTestSupport
import Testing

@Suite struct LayerTests {
    @Test(arguments: [
        ("Kubernetes", "mlops"), ("k8s", "mlops"), ("KUBERNETES", "mlops"), ("Airflow", "data-engineering"),
        ("apache-airflow", "data-engineering"), ("PySpark", "data-engineering"), ("Snowflake", "data-engineering"),
        ("sklearn", "applied-ml"), ("scikit learn", "applied-ml"), ("PyTorch", "applied-ml"), ("TF", "applied-ml"),
        ("Jupyter", "applied-ml"), ("MLflow", "mlops"), ("Kubeflow", "mlops"), ("Docker", "mlops"),
        ("Prometheus", "mlops"),
        ("LangChain", "prompt-engineering"), ("Llama Index", "prompt-engineering"),
        ("OpenAI's API", "prompt-engineering"),
    ])
    func aToolIsFoundByNameAndAliasWithAndWithoutADatabase(name: String, layer: String) throws {
        let terminal = try Terminal()
        for isImported in [false, true] {
            if isImported { _ = terminal.importSamples() }
            let environment = isImported ? [:] : ["STRATA_DB": ""]
            let outcome = terminal.run(["layer", name, "--format", "json"], environment)
            let answers = try #require(try outcome.json as? [[String: Any]])
            #expect(outcome.status == 0)
            #expect(answers.count == 1)
            #expect(answers[0]["found"] as? Bool == true)
            #expect(answers[0]["primary_layer"] as? String == layer)
        }
    }

    @Test func namesAloneAreAnsweredAsWithAnyOption() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        for arguments in [
            ["Kubernetes"], ["Kubernetes", "TF", "scikit learn"], ["Kubernettys"], ["Docker", "--quiet"], [],
            ["--db", terminal.folder.file("none.db"), "Docker"], ["Docker", "--db"], [""], ["--db", "-", "Docker"],
        ] {
            let (plain, parsed) = (
                terminal.run(["layer"] + arguments), terminal.run(["layer"] + arguments + ["--format", "table"])
            )
            #expect(plain.status == parsed.status, "\(arguments)")
            if plain.status != 64 {
                #expect(plain.output == parsed.output && plain.errors == parsed.errors, "\(arguments)")
            }
        }
    }

    @Test func anAnswerHasTheKeysOfTheContract() throws {
        let outcome = try Terminal().run(
            ["layer", "Spark", "Kubernettys", "React", "--format", "json"], ["STRATA_DB": ""])
        let answers = try #require(try outcome.json as? [[String: Any]])
        #expect(outcome.status == 1, "one of them is unknown")
        #expect(answers.map { $0["query"] as? String } == ["Spark", "Kubernettys", "React"])
        for answer in answers {
            for key in ["query", "found", "name", "kind", "primary_layer", "layers", "aliases", "suggestions"] {
                #expect(answer.keys.contains(key), "\(key)")
            }
        }
        let layers = try #require(answers[0]["layers"] as? [[String: Any]])
        #expect(layers.count > 1)
        #expect(layers.filter { $0["primary"] as? Bool == true }.count == 1)
        for layer in layers {
            for key in ["layer", "weight", "primary", "reason", "source"] {
                #expect(layer.keys.contains(key), "\(key)")
            }
        }
        #expect((answers[1]["suggestions"] as? [String])?.contains("Kubernetes") == true)
        #expect(answers[2]["found"] as? Bool == true)
        #expect(answers[2]["primary_layer"] is NSNull)
        #expect((answers[2]["layers"] as? [Any])?.isEmpty == true)
    }

    @Test func askingWithoutADatabaseCreatesNone() throws {
        let terminal = try Terminal()
        for command in [["layer", "Docker"], ["layers"], ["tools"], ["roles"], ["skills", "--kind", "practice"]] {
            #expect(terminal.run(command, ["STRATA_DB": ""]).status == 0, "\(command)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: terminal.folder.path).isEmpty)
    }

    @Test func aNamedDatabaseThatIsNotThereIsAnError() throws {
        let outcome = try Terminal().run("layer", "Docker")
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("strata.db"))
    }

    @Test func theStackIsDrawnWithGoalsAndSignatureTools() throws {
        let text = try Terminal().run(["layers"], ["STRATA_DB": ""]).output
        for part in [
            "data reliability", "model training and evaluation", "deployment and monitoring", "LLM interaction", "┌",
            "Kubeflow",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }
}
