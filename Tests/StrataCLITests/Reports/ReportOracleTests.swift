import Foundation
import GRDB
import StrataTestSupport
import Testing

/// Every figure of every report is what an independent program makes of the same rows: `Tests/Oracles/report_oracle.py`.
@Suite("Reports against an independent computation", .enabled(if: Machine.program("python3") != nil))
struct ReportOracleTests {
    private static let commands = [
        "demand --by role", "demand --by layer", "demand --by primary", "demand --by company", "demand --by location",
        "demand --by seniority --since 2025-01-01 --until 2026-01-01", "demand --by skill --since 2025-07",
        "demand --by tool --needs mlops --since 2024-03-11 --until 2025-03-20",
        "demand --by country --until 2025-06-15",
        "demand --by workplace --source lever --since 2024-06-01 --until 2025-06-01", "demand --by language",
        "demand --by month --since 2025-01", "demand --by role --since 2020-06-01 --until 2026-06-01",
        "demand --by year --since 2020-08-01 --until 2026-06-15", "demand --by quarter --role data-engineer",
        "demand --by year",
        "demand --by source --since 2025-01-01 --until 2025-09-01", "demand --by source,layer --country DE",
        "demand --by role,month --since 2025-01", "demand --by quarter,source", "demand --by tool,seniority --limit 30",
        "demand --by layer,month --source greenhouse", "demand --by month,year", "demand --by layer,primary",
        "demand --by role --limit 3 --offset 1 --since 2025-06-01", "demand --by layer --company acme",
        "demand --by layer --skill kubernetes --since 2025-01", "demand --by role --primary none",
        "demand --by primary --seniority senior --workplace remote", "demand --by role --alike 3",
        "demand --by role --since 2030-01", "demand --by layer --since 2019-01 --until 2019-07",
        "demand --by layer --company Nobody", "demand --by layer --location berlin --language en --since 2025-02-28",
        "stack", "stack --since 2025-01-01 --until 2026-01-01", "stack --since 2025-11-05", "stack --needs mlops",
        "stack --source lever --since 2025-01", "stack --role accountant", "stack --country IN --until 2024-09-09",
        "stack --since 2019-01 --until 2019-07", "stack --company Nobody --since 2025-01 --until 2026-01",
        "role machine-learning-engineer", "role machine-learning-engineer --since 2025-01-01 --until 2026-01-01",
        "role 'data scientist' --since 2025-06", "role mlops-engineer --country US", "role data-engineer --needs mlops",
        "role prompt-engineer --source lever --since 2024-10-10 --until 2025-12-12", "role accountant",
        "role 'machine learning engineer' --skill kubernetes", "role data-engineer --company Nobody",
        "skill python", "skill kubernetes --since 2025-01-01 --until 2026-01-01", "skill LangChain --since 2025-01",
        "skill sql --role data-engineer", "skill tensorflow --source greenhouse --since 2025-03-03",
        "skill dbt --needs data-engineering --until 2025-05-05", "skill docker --country GB", "skill python --alike 1",
        "skill zenml", "compare 2025 2024", "compare 2026-Q1 2025-Q1", "compare country=US country=GB",
        "compare source=lever source=greenhouse --since 2025-01", "compare company=acme company=globex",
        "compare 2025-01-15..2025-09-01 2025-09-01..2026-02-03", "compare location=berlin,2025 location=london,2025",
        "compare 2025,country=DE 2025,source=lever --skill python", "compare 2031 2030",
        "compare 2025 country=DE",
    ]

    @Test func everyFigureAgrees() throws {
        let terminal = try Self.filled()
        let answers = Self.commands.map { command in
            (command, terminal.run(["report"] + Self.words(command) + ["--format", "json"]))
        }
        for (command, answer) in answers {
            #expect(answer.status == 0 || answer.status == 1, "\(command): \(answer.errors)")
        }
        let told = try Self.compare(terminal, answers.map { ($0.0, $0.1.output) })
        #expect(told.count == Self.commands.count)
        for line in told { #expect(line.hasSuffix(": same")) }
        // What is compared is not all empty.
        for part in [
            #""confused_with": {"#, #""probability": 0"#, #""median":"#, #""lift": 1"#, #""layers": {"#,
            #""undecided": 1"#,
        ] {
            #expect(answers.contains { $0.1.output.contains(part) }, "\(part)")
        }
        for list in ["rising", "falling", "more", "less"] {
            #expect(answers.contains { $0.1.output.contains("\"\(list)\": [\n") }, "\(list)")
        }
    }

    /// A comparison that finds nothing must be able to.
    @Test func aFigureThatIsWrongIsNamed() throws {
        let terminal = try Self.filled(count: 150)
        var generator = RepeatableGenerator(seed: 7)
        for command in ["demand --by role", "stack", "role data-engineer", "skill python", "compare 2025 2024"] {
            let answer = terminal.run(["report"] + Self.words(command) + ["--format", "json"]).output
            let figure = try #require(
                answer.ranges(of: /"(texts|median|jds|sightings)": [1-9][0-9.]*/).randomElement(using: &generator))
            let wrong = answer.replacingCharacters(in: figure, with: "\(answer[figure])7")
            let told = try Self.compare(terminal, [(command, answer), (command, wrong)])
            #expect(told.first?.hasSuffix(": same") == true, "\(told)")
            #expect(told.last?.contains(": expected") == true, "\(told) \(answer[figure])")
        }
    }

    /// A terminal whose database holds JDs of which some have a person's label.
    private static func filled(count: Int = 600) throws -> Terminal {
        let terminal = try Terminal()
        let jds = ReportJDs(seed: 6, count: count)
        let file = try terminal.folder.write(jds.lines, to: "jds.jsonl")
        #expect(terminal.run("import", file, "--quiet").status == 0)
        let without = try terminal.run("jds", "--primary", "none", "--limit", "12", "--format", "json").object
        let ids = (without["jds"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? Int }
        for (index, id) in ids.enumerated() {
            let label = index.isMultiple(of: 4) ? "mlops" : "none"
            #expect(terminal.run("label", "\(id)", label, "--quiet").status == 0)
        }
        try makeUndecided(terminal.database)
        return terminal
    }

    /// Weights that are in force decide nearly always; with others some JDs have too little evidence. People have said that
    /// some of these are outside the stack.
    private static func makeUndecided(_ path: String) throws {
        let database = try DatabaseQueue(path: path)
        try database.write { db in
            let some = "primary_layer IS NULL AND id % 5 = 0"
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO label (jd, layer, labelled_at)
                    SELECT id, NULL, '2026-01-01T00:00:00Z' FROM jd_head WHERE \(some) AND id % 2 = 0;
                    UPDATE jd_head SET share_outside = 0, primary_layer = NULL WHERE \(some);
                    """)
        }
        try database.close()
    }

    /// What the program says of each answer, a line each.
    private static func compare(_ terminal: borrowing Terminal, _ answers: [(command: String, output: String)]) throws
        -> [String]
    {
        let lines = try answers.map { command, output in
            let arguments = try JSONSerialization.data(withJSONObject: ["report"] + words(command))
            // A line feed within a string would be written as \n.
            let output = output.replacingOccurrences(of: "\n", with: "")
            return "{\"arguments\": \(String(decoding: arguments, as: UTF8.self)), \"output\": \(output)}"
        }
        let oracle = Machine.project.appendingPathComponent("Tests/Oracles/report_oracle.py")
        let python = try #require(Machine.program("python3"))
        let (said, _) = try Machine.run(
            python, [oracle.path, terminal.database, "--answers"], input: Data(lines.joined(separator: "\n").utf8))
        return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// A command's words; those between apostrophes are one.
    private static func words(_ command: String) -> [String] {
        command.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
            index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
        }
    }
}
