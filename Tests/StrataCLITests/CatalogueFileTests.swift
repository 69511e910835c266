import Foundation
import StrataTestSupport
import Testing

@Suite("What a user's file of the catalogue says, and does not say")
struct CatalogueFileTests {
    private func change(_ terminal: borrowing Terminal, _ text: String, _ name: String = "ours.csv") throws
        -> (status: Int32, errors: String)
    {
        let outcome = terminal.run("catalogue", "import", try terminal.folder.write(text, to: name))
        return (outcome.status, outcome.errors)
    }

    @Test("layers without reasons: each that was there keeps its reason and source, a new one is the user's")
    func reasonsFollowTheirLayers() throws {
        let terminal = try Terminal()
        let text = "slug,layers\ndvc,\"prompt-engineering=0.9,data-engineering=0.5,mlops=0.4\"\n"
        #expect(try change(terminal, text).status == 0)
        let shown = terminal.run("layer", "DVC", "--format", "csv").output.split(separator: "\n")
        #expect(shown.contains { $0.contains("prompt-engineering") && $0.contains("Filed here by you.") })
        #expect(shown.contains { $0.contains("data-engineering") && $0.contains("Keeps versions of data sets.") })
        #expect(shown.contains { $0.contains("mlops") && $0.contains("Ties models to the data they saw.") })
    }

    @Test("a tool added by a file is the user's")
    func addedByTheUser() throws {
        let terminal = try Terminal()
        let text = "slug,name,kind,layers,summary,reason\nour-x,Ourxtool,tool,mlops=1,A tool,We run it\n"
        #expect(try change(terminal, text).status == 0)
        #expect(terminal.run("layer", "Ourxtool", "--format", "csv").output.contains(",user,We run it"))
    }

    @Test(
        "a removal that is none, and what cannot be kept as it stands, is refused",
        arguments: [
            ("entity,slug,removed\nskill,mlfow,yes\n", "no skill 'mlfow' to remove"),
            ("entity,slug,removed\nskill,mlflow,x\n", "'removed' is 'x'"),
            ("slug,layers,reason\ndvc,mlops=1,a | b | c\n", "more reasons than layers"),
            ("slug,name\ndvc,D|VC\n", "holds '|'"),
            ("slug,name\ndvc,?DVC\n", "a mark of spellings"),
        ])
    func refused(text: String, reason: String) throws {
        let terminal = try Terminal()
        let outcome = try change(terminal, text)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("ours.csv:2:") && outcome.errors.contains(reason), "\(outcome.errors)")
    }

    @Test("a text that begins like a formula, or with an apostrophe before one, comes back as it was")
    func formulas() throws {
        let terminal = try Terminal()
        for text in ["'=foo", "=foo", "''-x"] {
            #expect(terminal.run("tools", "edit", "MLflow", "--summary=\(text)").status == 0)
            let file = terminal.folder.file("\(UUID().uuidString).csv")
            #expect(terminal.run("catalogue", "export", file, "--only", "changed").status == 0)
            let again = terminal.run("catalogue", "import", file)
            #expect(again.status == 0 && again.output.contains("Nothing has changed"), "\(again.output)")
        }
    }

    @Test("YAML with a byte-order mark is read; an item that would fall into two is refused by its line")
    func yaml() throws {
        let terminal = try Terminal()
        #expect(try change(terminal, "\u{FEFF}skills:\n- slug: mlflow\n  summary: bom\n", "bom.yaml").status == 0)
        let parted = try change(
            terminal, "roles:\n- slug: data-engineer\n  responsibilities:\n  - a | b\n", "parted.yaml")
        #expect(parted.status == 65)
        #expect(parted.errors.contains("parted.yaml:4:"), "\(parted.errors)")
    }

    @Test("moving a tool to where it is first already changes nothing, and keeps the reason that it has")
    func moves() throws {
        let terminal = try Terminal()
        #expect(terminal.run("tools", "move", "DVC", "--layer", "mlops").output.contains("Nothing has changed"))
        #expect(terminal.run("tools", "move", "DVC", "--layer", "data-engineering").status == 0)
        #expect(terminal.run("layer", "DVC").output.contains("Keeps versions of data sets."))
        #expect(terminal.run("roles", "move", "Data Analyst", "--layer", "mlops", "--reason", "So").status == 64)
    }
}
