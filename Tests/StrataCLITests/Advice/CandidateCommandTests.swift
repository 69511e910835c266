import Foundation
import StrataTestSupport
import Testing

@Suite("candidate: profiles of résumés, and no scores") struct CandidateCommandTests {
    private static let engineer = """
        Petra Muster
        petra.muster@example.org, +49 30 1234567

        Profile
        Data engineer with 5 years of Airflow.

        Experience
        Data Engineer, Acme (01/2019 - 12/2022)
        - Built pipelines in Airflow and Spark that load into Snowflake
        - Led the introduction of dbt

        Skills
        Python, SQL, Docker (basic), no experience with Terraform
        """

    private static let other = """
        Resume

        Experience
        Prompt Engineer, Beta (2021 - 2023)
        - Wrote system prompts and built RAG with LangChain and Chroma
        """

    private func keys(_ outcome: Terminal.Outcome) throws -> Set<String> { Set(try outcome.object.keys) }

    @Test func tellsWhatOneDocumentShows() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write(Self.engineer, to: "cv.txt")
        let told = terminal.run("candidate", file, "--format", "json", environment: ["STRATA_DB": ""])
        #expect(told.status == 0, "\(told.errors)")
        let profile = try told.object
        #expect(
            try keys(told).isSuperset(of: [
                "file", "layers", "outside", "primary_layer", "evidence", "years", "gaps", "questions", "note",
            ]))
        #expect(profile["primary_layer"] as? String == "data-engineering")
        #expect((profile["note"] as? String)?.contains("a person decides") == true)
        let layers = try #require(profile["layers"] as? [String: Double])
        let sum = layers.values.reduce(profile["outside"] as? Double ?? 0, +)
        #expect(layers.count == 4 && abs(sum - 1) < 1e-6)
        let evidence = try #require(profile["evidence"] as? [[String: Any]])
        let dbt = evidence.first { $0["skill"] as? String == "dbt" }
        #expect(dbt?["depth"] as? String == "led")
        let terraform = try #require(evidence.first { $0["skill"] as? String == "terraform" })
        #expect(terraform["depth"] is NSNull && terraform["count"] as? Int == 0)
        // Nothing is created.
        #expect(!FileManager.default.fileExists(atPath: terminal.folder.file(".local")))
    }

    @Test(arguments: ["table", "json", "jsonl", "csv", "markdown", "html"])
    func everyFormatSaysThatAPersonDecides(_ format: String) throws {
        let terminal = try Terminal()
        let files = try [
            terminal.folder.write(Self.engineer, to: "a.txt"), terminal.folder.write(Self.other, to: "b.txt"),
        ]
        let told = terminal.run(
            ["candidate"] + files + ["--format", format], ["STRATA_DB": "", "HOME": terminal.folder.path])
        #expect(told.status == 0, "\(told.errors)")
        let words = told.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("a person decides"))
        for word in ["Petra", "petra", "1234567", "rank", "hire", "lacks"] {
            #expect(!told.output.contains(word), "\(word)")
        }
        // In the order given, one after the other.
        let (first, second) = try (
            #require(told.output.range(of: "a.txt")), #require(told.output.range(of: "LangChain"))
        )
        #expect(first.lowerBound < second.lowerBound)
        if format == "json" { #expect((try told.json as? [Any])?.count == 2) }
        if format == "jsonl" { #expect(told.output.split(separator: "\n").count == 2) }
        let turned = terminal.run(
            ["candidate"] + files.reversed() + ["--format", "jsonl"], ["STRATA_DB": "", "HOME": terminal.folder.path])
        let straight = terminal.run(
            ["candidate"] + files + ["--format", "jsonl"], ["STRATA_DB": "", "HOME": terminal.folder.path])
        #expect(Array(turned.output.split(separator: "\n").reversed()) == straight.output.split(separator: "\n"))
    }

    @Test func gapsAgainstAJDAndARole() throws {
        let terminal = try Terminal()
        let jd = """
            {"id": "1", "title": "Data Engineer", "description": "Requirements\\n- Airflow and Python\\n- Docker\\n- Amazon \
            Redshift\\n- Terraform and Kafka\\nNice to have\\n- dbt"}
            """
        #expect(terminal.run("import", try terminal.folder.write(jd, to: "jd.jsonl")).status == 0)
        let file = try terminal.folder.write(Self.engineer, to: "cv.txt")
        let told = terminal.run("candidate", file, "--jd", "1", "--format", "json")
        #expect(told.status == 0, "\(told.errors)")
        let gaps = try #require(try told.object["gaps"] as? [[String: Any]])
        func standing(_ skill: String) -> String? {
            gaps.first { $0["skill"] as? String == skill }?["standing"] as? String
        }
        #expect(standing("apache-airflow") == "shown" && standing("dbt") == "shown")
        #expect(standing("amazon-redshift") == "related")
        #expect(standing("terraform") == "not shown")
        let terraform = gaps.first { $0["skill"] as? String == "terraform" }
        #expect(terraform?["denied"] as? Bool == true)
        let questions = try #require(try told.object["questions"] as? [[String: Any]])
        #expect(questions.first?["rule"] as? String == "gap-denied")
        #expect(questions.contains { $0["rule"] as? String == "gap-familiar" && $0["skill"] as? String == "docker" })
        let drawn = terminal.run("candidate", file, "--jd", "1").output
        #expect(drawn.contains("not shown in this document") && !drawn.contains("lacks"))
        let role = terminal.run("candidate", file, "--role", "Data Engineer", "--format", "json")
        #expect(((try role.object["duties"]) as? [Any])?.isEmpty == false)
        #expect(
            ((try role.object["gaps"]) as? [[String: Any]])?.map { $0["skill"] as? String }.contains("snowflake")
                == true)
        #expect(terminal.run("candidate", file, "--jd", "99").status == 1)
        let unknown = terminal.run("candidate", file, "--role", "Data Enginer")
        #expect(unknown.status == 64 && unknown.errors.contains("Data Engineer"))
    }

    @Test func nothingIsKeptUnlessAskedAndForgettingIsForGood() throws {
        let terminal = try Terminal()
        #expect(terminal.importSamples().status == 0)
        let folder = try terminal.folder.write(
            Self.engineer + "\n- Ran Qwertilda with Kafka", to: "Petra Muster/cv.txt")
        #expect(terminal.run("candidate", folder).status == 0)
        #expect(terminal.run("candidate", "--kept").status == 1)
        let kept = terminal.run("candidate", folder, "--keep", "--as-of", "2026-11-20", "--format", "json")
        #expect(kept.status == 0 && kept.errors.contains("--forget"))
        let list = terminal.run("candidate", "--kept", "--format", "json")
        let first = ((try list.object["kept"]) as? [[String: Any]])?.first
        #expect(first?["file"] as? String == "cv.txt" && first?["kept_on"] as? String == "2026-11-20")
        let shown = terminal.run("candidate", "--show", "1", "--format", "json")
        #expect(
            shown.output
                == kept.output.replacingOccurrences(of: "\"file\": \"\(folder)\"", with: "\"file\": \"cv.txt\""))
        #expect(terminal.run("candidate", "--show", "1").output.contains("Data Engineering"))
        #expect(terminal.run("candidate", "--show", "7").status == 1)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: terminal.database))
        #expect(bytes.range(of: Data("Qwertilda".utf8)) != nil)
        #expect(bytes.range(of: Data("Petra".utf8)) == nil)
        #expect(terminal.run("candidate", "--forget", "1", "7").status == 1)
        #expect(terminal.run("candidate", "--forget", "1").status == 0)
        bytes = try Data(contentsOf: URL(fileURLWithPath: terminal.database))
        #expect(bytes.range(of: Data("Qwertilda".utf8)) == nil)
        #expect(terminal.run("candidate", "--forget", "all").status == 1)
        #expect(terminal.run("candidate", folder, "--keep", "--quiet").status == 0)
        // An id is never given again.
        #expect(terminal.run("candidate", "--kept", "--format", "csv").output.contains("\n2,cv.txt,"))
        #expect(terminal.run("candidate", "--forget", "all").status == 0)
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test func keepingMakesADatabaseWhereThereIsNone() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write(Self.engineer, to: "cv.txt")
        #expect(terminal.run("candidate", file).status == 66)
        #expect(terminal.run("candidate", terminal.folder.file("none.txt"), "--keep").status == 66)
        #expect(!FileManager.default.fileExists(atPath: terminal.database))
        #expect(terminal.run("candidate", file, "--keep").status == 0)
        #expect(terminal.run("candidate", "--show", "1").status == 0)
    }

    @Test func whatCannotBeReadIsSaidAndTheOthersAreShown() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let good = try terminal.folder.write(Self.engineer, to: "cv.txt")
        let empty = try terminal.folder.write("", to: "empty.txt")
        let binary = try terminal.folder.write(Data([0, 1, 2, 0, 0, 3]), to: "b.bin")
        let json = try terminal.folder.write("[{\"name\": \"Petra\"}]", to: "cv.json")
        let large = try terminal.folder.write(String(repeating: "Airflow. ", count: 200_000), to: "large.txt")
        let huge = try terminal.folder.write(String(repeating: "Airflow. ", count: 2_300_000), to: "huge.txt")
        for (file, status, word) in [
            (empty, 65, "empty"), (binary, 65, "binary"), (json, 65, "JSON"), (large, 65, "1 MB"), (huge, 65, "16 MB"),
            (terminal.folder.file("none.pdf"), 66, "no such file"), (terminal.folder.path, 66, "folder"),
        ] {
            let told = terminal.run("candidate", file, good)
            #expect(told.status == Int32(status), "\(file)")
            #expect(told.errors.contains(word) && !told.errors.contains("Petra"), "\(told.errors)")
            #expect(told.output.contains("Profile of cv.txt"))
            #expect(terminal.run("candidate", file).output == "")
        }
    }

    @Test func whatIsNoResumeIsSaidAndNotDrawn() throws {
        let terminal = try Terminal()
        let bill = try terminal.folder.write(
            "INVOICE No. 7\nBill to: Nordlicht AG\nOffice chairs 447.00\nPayable within 14 days\n", to: "bill.txt")
        let nurse = try terminal.folder.write(
            "Nurse\n\nExperience\nStaff nurse, Clinic (2015 - 2019)\n\nEducation\nDiploma\n", to: "nurse.txt")
        let told = terminal.run(["candidate", bill], ["STRATA_DB": ""])
        #expect(told.status == 1 && told.output.isEmpty && told.errors.contains("cannot be read as a résumé"))
        #expect(told.errors.contains("bill.txt"))
        let other = terminal.run(["candidate", nurse], ["STRATA_DB": ""])
        #expect(other.status == 0 && other.output.contains("names no skill of the four layers"))
        #expect(!other.output.contains("%") && !other.output.contains("Data Engineering"))
        let both = terminal.run(["candidate", bill, nurse], ["STRATA_DB": ""])
        #expect(both.status == 1 && both.output.contains("Profile of nurse.txt"))
    }

    @Test(arguments: [
        [], ["cv", "--kept"], ["--kept", "--forget", "1"], ["--show", "1", "--kept"], ["--forget", "all", "1"],
        ["--forget", "x"], ["--forget", "1", "--keep"], ["cv", "--jd", "1", "--role", "Data Engineer"],
        ["--kept", "--as-of", "2026-01"], ["-", "-"], ["--show", "x"], ["cv", "--as-of", "yesterday"], ["--keep"],
    ])
    func nonsenseIsRefused(_ arguments: [String]) throws {
        let terminal = try Terminal()
        #expect(terminal.run(["candidate"] + arguments).status == 64)
        #expect(!FileManager.default.fileExists(atPath: terminal.database))
    }

    @Test func manyFilesAreReadOneByOne() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let files = try (0..<60).map { try terminal.folder.write(Self.other, to: "cv-\($0).txt") }
        let told = terminal.run(["candidate"] + files + ["--format", "jsonl"])
        #expect(told.status == 0 && told.output.split(separator: "\n").count == 60)
    }

    @Test func ownRulesAreRead() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let file = try terminal.folder.write(Self.engineer, to: "cv.txt")
        _ = try terminal.folder.write(
            "depth\treach\tphrases\tnote\nfamiliar\ton\tbuilt|led\tx\n", to: "rules/depth.tsv")
        let told = terminal.run(
            "candidate", file, "--rules", terminal.folder.file("rules"), "--format", "json")
        let evidence = try #require(try told.object["evidence"] as? [[String: Any]])
        #expect(evidence.first { $0["skill"] as? String == "dbt" }?["depth"] as? String == "familiar")
        _ = try terminal.folder.write("depth\treach\tphrases\nmade\ton\tbuilt\n", to: "rules/depth.tsv")
        let wrong = terminal.run("candidate", file, "--rules", terminal.folder.file("rules"))
        #expect(wrong.status == 65 && wrong.errors.contains("depth.tsv, line 2"))
    }
}
