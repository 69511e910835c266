import Foundation
import GRDB
import StrataTestSupport
import Testing

/// JDs that are made to harm whoever reads a report pass through every report in every format, and do nothing.
@Suite("Reports of hostile JDs", .enabled(if: Machine.program("python3") != nil))
struct HostileReportTests {
    /// As they stand within a JSON string.
    private static let attacks = [
        "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1:A9)", #"\t=1+1"#, #"\r=1+1"#, #"\n@x"#, "  =1+1", "＝1+1",
        "<script>alert(1)</script>", #"\"><svg onload=alert(1)>"#, "]]></style><style>*{display:none}", "<!--", "-->",
        "</title></head><body onload=alert(1)>", "<img src=x onerror=alert(1)>", "{{{style}}}",
        "{{#blocks}}{{/blocks}}",
        "javascript:alert(1)", "[x](javascript:alert(1))", "![x](http://evil.example/x.png)", "| a | b |", "```", "# H",
        #"\u001b[2J\u001b]0;owned\u0007"#, #"\u009b31m"#, #"\u202Egnp.exe"#, #"\u2066\u2067abc\u2069"#,
        #"\u200f\u061c"#,
        String(repeating: #"\u200b"#, count: 500), String(repeating: #"\u200d"#, count: 500),
        "Z" + String(repeating: #"\u0301\u0489"#, count: 500), #"\u0000"#, #"\ud800"#, #"\udfff\ud83d"#, #"a\nb\r\nc"#,
        #"\u2028\u2029\u0085"#, #"\ufeff\ufff9"#, "&lt;b&gt; &#60;script&#62;", "'; DROP TABLE jd_head; --",
        "%s%n$(id)`id`",
        "\u{1F469}\u{200D}\u{1F4BB}", #"\udb40\udc41\udb40\udc7f"#,
    ]
    private static let reports = [
        ["demand", "--by", "company"], ["demand", "--by", "location"], ["demand", "--by", "source"],
        ["demand", "--by", "company,source"], ["demand", "--by", "role", "--since", "2026-01-01"],
        ["demand", "--by", "skill"], ["demand", "--by", "source", "--since", "2026-02-01", "--until", "2026-03-01"],
        ["stack", "--since", "2026-02-01", "--until", "2026-03-01"], ["role", "data-engineer"],
        ["role", "data-engineer", "--since", "2026-02-01"], ["skill", "apache-airflow"],
        ["skill", "python", "--since", "2026-02-01"],
        ["compare", "2026-01", "2026-02"],
    ]
    private static let formats = ["table", "csv", "json", "jsonl", "markdown", "html"]

    /// JDs that differ between a hostile and a harmless set in what an attack is put beside, and in nothing else.
    private static func lines(hostile: Bool) -> String {
        var words = PostingMaker(seed: 3)
        return attacks.indices.flatMap { index in
            (0..<3).map { copy in
                let attack = hostile ? attacks[index] : "Plain"
                let source = hostile ? attacks[index % 7 * 6] : "Plain"
                let day = copy == 2 ? "2026-01-1\(index % 10)" : "2026-02-1\(index % 10)"
                let filler = words.words(40).joined(separator: " ")
                // What comes first counts for a spreadsheet; the number keeps apart what is left of an attack.
                return """
                    {"id": "\(index)-\(copy)", "title": "\(attack) t\(index) Data Engineer", "company": "\(attack) c\(index)", \
                    "location": "\(attack) l\(index)", "source": "\(source) s\(index % 7)", "date": "\(day)", \
                    "currency": "\(attack)", "employment_type": "\(attack)", "url": "\(attack)", \
                    "salary": "$\(90 + index),000 a year \(attack)", "description": "\(filler). Experience with \
                    Apache Airflow, Spark, SQL and Python, data pipelines and Snowflake."}
                    """
            }
        }.joined(separator: "\n")
    }

    private static func filled(hostile: Bool) throws -> Terminal {
        let terminal = try Terminal()
        let file = try terminal.folder.write(lines(hostile: hostile), to: "jds.jsonl")
        let said = terminal.run("import", file, "--format", "json")
        let total = try said.object["total"] as? [String: Any]
        #expect(total?["imported"] as? Int == attacks.count * 3, "\(said.errors) \(said.output)")
        return terminal
    }

    /// An attack in a title may hide the role from Strata, or look like a step: that is not what is compared here.
    private static func level(_ path: String, with other: String) throws {
        let columns = "role, seniority, country, workplace, salary_min, salary_max, salary_currency, salary_period"
        let database = try DatabaseQueue(path: path)
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "ATTACH ? AS other", arguments: [other])
            try db.execute(
                sql: """
                    UPDATE jd_head SET (\(columns)) =
                        (SELECT \(columns) FROM other.jd_head AS twin WHERE twin.id = jd_head.id)
                    """)
        }
        try database.close()
    }

    /// What another program might have put into the file: the import cleans what it reads, and reports rely on nothing.
    private static func writePlainly(_ path: String, hostile: Bool) throws {
        let database = try DatabaseQueue(path: path)
        try database.write { db in
            for (index, attack) in attacks.enumerated() {
                let raw = try? JSONDecoder().decode(String.self, from: Data("\"\(attack)\"".utf8))
                let text = hostile ? raw ?? "\u{FFFF}" : "Plain"
                try db.execute(
                    sql: "UPDATE jd_head SET title = ?, company = ?, location = ?, salary_currency = ? WHERE id = ?",
                    arguments: [
                        "\(text) raw \(index)", "\(text) raw \(index)", "\(text) raw \(index)",
                        hostile ? "\"><svg onload=alert(1)>\u{1B}[31m" : "XXX", index * 3 + 1,
                    ])
            }
            let name = hostile ? "=1+1<script>\u{9B}31m\u{202E}" : "plain"
            try db.execute(sql: "UPDATE source SET name = ? || id WHERE id > 3", arguments: [name])
        }
        try database.close()
    }

    /// Writes every report in every format into a folder.
    private static func write(_ terminal: borrowing Terminal, to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (number, report) in reports.enumerated() {
            for format in formats {
                let file = "\(folder)/\(number)-\(report[0]).\(format)"
                let said = terminal.run(["report"] + report + ["--format", format, "-o", file, "--quiet"])
                #expect(said.status == 0, "\(report): \(said.errors)")
            }
        }
    }

    private static func problems(_ folder: String) throws -> [String] {
        let checker = Machine.project.appendingPathComponent("Tests/Oracles/report_safety.py")
        let python = try #require(Machine.program("python3"))
        let (said, _) = try Machine.run(python, [checker.path, folder])
        return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func everyFormatIsHarmless() throws {
        let folder = try TemporaryFolder()
        let hostile = try Self.filled(hostile: true)
        let harmless = try Self.filled(hostile: false)
        try Self.level(hostile.database, with: harmless.database)
        try Self.writePlainly(hostile.database, hostile: true)
        try Self.writePlainly(harmless.database, hostile: false)
        try Self.write(hostile, to: folder.file("hostile"))
        try Self.write(harmless, to: folder.file("harmless"))
        let problems = try Self.problems(folder.path)
        #expect(problems == ["\(Self.reports.count * Self.formats.count) files"], "\(problems.joined(separator: "\n"))")
    }

    /// What is told of a page must be able to go wrong.
    @Test func aReportThatDoesHarmIsNamed() throws {
        let folder = try TemporaryFolder()
        let bad = [
            "a.html": "<p title=\"x\">one</p><svg onload=alert(1)></svg>", "b.table": "\u{1B}[31m",
            "c.csv": "a\n=1+1\n",
            "d.json": "{", "e.markdown": String(repeating: "x", count: 100_000), "f.table": "\u{202E}",
            "g.csv": "a,b\n1\n",
        ]
        for (name, text) in bad {
            _ = try folder.write(text, to: "hostile/\(name)")
            _ = try folder.write(name.hasSuffix("html") ? "<p>one</p>" : "a\n", to: "harmless/\(name)")
        }
        let problems = try Self.problems(folder.path)
        for name in bad.keys { #expect(problems.contains { $0.hasPrefix(name) }, "\(name): \(problems)") }
    }

    /// A title, a company or a place of a megabyte takes no more room than is needed to know it again.
    @Test func namesOfAMegabyteAreCutShort() throws {
        let terminal = try Terminal()
        let long = [String(repeating: "Data ", count: 200_000), String(repeating: "e\u{301}\u{301}", count: 200_000)]
        var words = PostingMaker(seed: 4)
        let lines = (0..<24).map { index in
            let name = long[index % 2] + "\(index)"
            let filler = words.words(40).joined(separator: " ")
            return """
                {"title": "Data Engineer \(index % 8 == 0 ? name : "")", "company": "\(index % 8 == 1 ? name : "Acme")", \
                "location": "\(index % 8 == 2 ? name : "Berlin, Germany")", "date": "2026-02-0\(1 + index % 9)", \
                "source": "\(index == 3 ? long[0] : "lever")", \
                "description": "\(filler). Experience with Airflow, Spark, SQL, Python, dbt and Snowflake."}
                """
        }
        let file = try terminal.folder.write(lines.joined(separator: "\n"), to: "jds.jsonl")
        let imported = terminal.run("import", file)
        #expect(imported.status == 0, "\(imported.errors)")
        for report in Self.reports {
            for format in Self.formats {
                let said = terminal.run(["report"] + report + ["--format", format, "--quiet"])
                #expect(said.status == 0, "\(report) \(format): \(said.errors.prefix(500))")
                #expect(said.output.utf8.count < 400_000, "\(report) \(format): \(said.output.utf8.count) bytes")
            }
        }
    }
}
