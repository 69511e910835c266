import Foundation
import StrataTestSupport
import Testing

@Suite struct HelpTests {
    static let commands: [[String]] =
        [
            [], ["layer"], ["layers"], ["tools"], ["skills"], ["roles"], ["jds"], ["jds", "list"],
            ["jds", "export"], ["jds", "delete"], ["search"], ["show"], ["classify"],
            ["import"], ["profiles"], ["profiles", "list"], ["profiles", "show"], ["profiles", "remove"], ["runs"],
            ["runs", "list"], ["runs", "show"], ["runs", "rejects"], ["runs", "undo"], ["report"],
            ["report", "demand"], ["report", "role"], ["report", "skill"], ["report", "stack"], ["report", "compare"],
            ["raci"], ["diagnose"], ["plan"], ["candidate"], ["rules"], ["rules", "list"], ["rules", "export"],
            ["interview"], ["frameworks"], ["learn"], ["learn", "read"], ["learn", "files"], ["learn", "quiz"],
            ["catalogue"], ["catalogue", "export"], ["catalogue", "import"],
            ["catalogue", "diff"], ["catalogue", "resolve"], ["catalogue", "gaps"], ["catalogue", "check"], ["db"],
            ["db", "info"], ["db", "check"], ["db", "reclassify"], ["db", "optimize"], ["db", "backup"],
            ["db", "restore"], ["label"], ["calibrate"],
            ["evaluate"],
        ]
        + ["tools", "skills", "roles"].flatMap { noun in
            ["list", "show", "add", "edit", "alias", "move", "remove", "reset"].map { [noun, $0] }
        }

    @Test(arguments: commands) func everyCommandExplainsItself(command: [String]) throws {
        let terminal = try Terminal()
        let help = terminal.run(command + ["--help"])
        #expect(help.status == 0)
        #expect(help.output.hasPrefix("OVERVIEW: "))
        #expect(help.output.contains("USAGE: \((["strata"] + command).joined(separator: " "))"))
        #expect(help.errors.isEmpty)
    }

    @Test func theListAboveMissesNoCommand() throws {
        let terminal = try Terminal()
        for command in Self.commands {
            let lines = terminal.run(command + ["--help"]).output.split(
                separator: "\n", omittingEmptySubsequences: false)
            var isListing = false
            for line in lines {
                if line.hasSuffix("SUBCOMMANDS:") { isListing = true } else if line.isEmpty { isListing = false }
                guard isListing, line.hasPrefix("  "), !line.hasPrefix("   ") else { continue }
                let name = line.split(separator: " ")[0]
                #expect(Self.commands.contains(command + [String(name)]), "\(command) \(name) is not tested")
            }
        }
    }

    @Test func theVersionNamesSchemaCatalogueAndWeights() throws {
        let version = try Terminal().run("--version")
        let migrations = Machine.project.appendingPathComponent("Migrations")
        let schema = try FileManager.default.contentsOfDirectory(atPath: migrations.path).count
        #expect(version.status == 0)
        #expect(
            version.output.contains("schema \(schema)") && version.output.contains("catalogue")
                && version.output.contains("weights"))
    }

    @Test(arguments: [
        ["nonsense"], ["jds", "--needs", "frontend"], ["jds", "--since", "soon"], ["import"], ["layer"],
        ["jds", "--since", "2026-02-01", "--until", "2026-01-01"], ["jds", "--limit", "-1"], ["show", "abc"],
        ["report", "demand", "--by", "weather"], ["report", "demand", "--by", "role,month,tool"],
        ["import", "--map", "nonsense", "x.csv"], ["import", "--map", "shoe=size", "x.csv"],
    ])
    func aMistypedCommandExits64AndSaysWhy(arguments: [String]) throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let outcome = terminal.run(arguments)
        #expect(outcome.status == 64)
        #expect(!outcome.errors.isEmpty)
        #expect(outcome.output.isEmpty)
    }
}
