import Foundation
import GRDB
import StrataTestSupport
import Testing

/// Mappings that are kept, and what is read of places, languages and people, from the user's terminal.
@Suite struct ProfilesTests {
    @Test func aMappingIsKeptUnderANameAndUsedAgain() throws {
        let terminal = try Terminal()
        let first = try terminal.folder.write("Rolle,Inhalt\nData Engineer,Wir bauen mit Spark.\n", to: "a.csv")
        let save = terminal.run(
            "import", first, "--map", "title=Rolle", "--map", "description=Inhalt", "--save-profile", "ours")
        #expect(save.status == 0 && save.errors.contains("--profile ours"))
        let list = try terminal.run("profiles", "--format", "json").object
        let profiles = try #require(list["profiles"] as? [[String: Any]])
        #expect(profiles.compactMap { $0["name"] as? String }.contains("greenhouse"))
        #expect(profiles.last?["name"] as? String == "ours" && profiles.last?["origin"] as? String == "own")
        let second = try terminal.folder.write("Inhalt,Rolle\nWir lesen Logs.,SRE\n", to: "b.csv")
        #expect(terminal.run("import", second, "--profile", "OURS").status == 0)
        let jds = try #require(
            try terminal.run("jds", "--source", "ours", "--format", "json").object["jds"] as? [[String: Any]])
        #expect(jds.compactMap { $0["title"] as? String } == ["SRE"])
        let show = try terminal.run("profiles", "show", "ours", "--format", "json").object
        #expect((show["fields"] as? [String: [String]]) == ["title": ["Rolle"], "description": ["Inhalt"]])
        #expect(terminal.run("profiles", "remove", "ours").status == 0)
        #expect(terminal.run("import", second, "--profile", "ours").status == 64)
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test func whatCannotBeDoneWithAProfileSaysWhyAndChangesNothing() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write("Rolle,Inhalt\nData Engineer,Text.\n", to: "a.csv")
        for (arguments, word) in [
            (["import", file, "--profile", "grenhouse"], "greenhouse"),
            (["import", file, "--profile", "lever"], "Rolle"),
            (["import", file, "--save-profile", "x"], "--map"),
            (["import", file, "--map", "title=Rolle", "--save-profile", "lever"], "ships with Strata"),
            (["import", file, "--map", "title=Rolle", "--save-profile", "a b"], "letters"),
            (["profiles", "show", "nobody"], "greenhouse"), (["profiles", "remove", "indeed"], "ships with Strata"),
        ] {
            let outcome = terminal.run(arguments)
            #expect(outcome.status == 64, "\(arguments)")
            #expect(outcome.errors.contains(word), "\(arguments): \(outcome.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: terminal.database))
        #expect(terminal.run("profiles").status == 0)
        #expect(!FileManager.default.fileExists(atPath: terminal.database))
    }

    @Test func theDryRunSaysWhyAColumnIsTakenAndWhichAreNot() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write(
            "Titel,X,Ort,Recruiter,Sparte\nData Engineer,2026-01-02,Graz,Somebody,IT\nML Engineer,2026-01-03,Linz,Somebody,IT\n",
            to: "a.csv")
        let dry = try terminal.run("import", file, "--dry-run", "--map", "seniority=Sparte", "--format", "json").object
        let look = try #require((dry["files"] as? [[String: Any]])?.first)
        #expect(
            look["reasons"] as? [String: [String]] == [
                "title": ["name"], "location": ["name"], "date": ["values"], "seniority": ["--map"],
            ])
        #expect(look["contacts"] as? [String] == ["Recruiter"])
        let jd = try #require((look["jds"] as? [[String: Any]])?.first)
        #expect(jd["city"] as? String == "Graz" && jd["country"] as? String == "AT")
        let table = terminal.run("import", file, "--dry-run").output
        #expect(table.contains("values") && table.contains("people's contacts: Recruiter"))
        #expect(!FileManager.default.fileExists(atPath: terminal.database))
        let profiled = terminal.run("import", file, "--dry-run", "--profile", "workday")
        #expect(profiled.status == 64)
    }

    @Test func jdsAreFilteredAndCountedByCountryWorkplaceAndLanguage() throws {
        let terminal = try Terminal()
        let german =
            "Du baust mit uns die Plattform und bist für die Qualität der Daten in unserem Team verantwortlich."
        let english = "You will build the platform with us and you are the one who cares for the quality of our data."
        let file = try terminal.folder.write(
            "title,location,description,salary\nA,Graz,\(german),\nB,Remote - US,\(english),$50 an hour\nC,\"Lyon, France (hybride)\",\(english),\n",
            to: "a.csv")
        #expect(terminal.run("import", file).status == 0)
        func titles(_ filter: String...) throws -> [String] {
            let jds =
                try terminal.run(["jds", "--format", "json", "--sort", "title"] + filter).object["jds"]
                as? [[String: Any]]
            return (jds ?? []).compactMap { $0["title"] as? String }
        }
        #expect(try titles("--country", "Österreich") == ["A"] && titles("--country", "us") == ["B"])
        #expect(try titles("--workplace", "remote") == ["B"] && titles("--workplace", "hybrid") == ["C"])
        #expect(try titles("--language", "en") == ["B", "C"] && titles("--language", "german") == ["A"])
        for bad in [["--country", "Atlantis"], ["--workplace", "moon"], ["--language", "xx"]] {
            #expect(terminal.run(["jds"] + bad).status == 64)
        }
        let report = try terminal.run("report", "demand", "--by", "country", "--language", "en", "--format", "json")
            .object
        let rows = try #require(report["rows"] as? [[String: Any]])
        #expect(Set(rows.compactMap { $0["country"] as? String }) == ["US", "FR"])
        let hourly = try #require(
            (try terminal.run("jds", "--country", "US", "--format", "json").object["jds"] as? [[String: Any]])?.first)
        let salary = try #require(hourly["salary"] as? [String: Any])
        #expect(salary["min"] as? Double == 50 && salary["yearly_min"] as? Double == 104_000)
        let queue = try DatabaseQueue(path: terminal.database)
        let view = try queue.read { db in
            try Row.fetchOne(
                db, sql: "SELECT country, workplace, language, salary_yearly_max FROM jd WHERE title = 'B'")
        }
        let row = try #require(view)
        #expect(row == ["country": "US", "workplace": "remote", "language": "en", "salary_yearly_max": 104_000.0])
    }

    @Test func redactedTextsHoldNoContactsAndTheSummaryCountsThem() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write(
            "id,title,description\n1,A,Contact Laura Mendez at laura@acme.io or (440) 555-6000.\n2,B,Nothing to hide.\n3\n",
            to: "a.csv")
        let outcome = terminal.run("import", file, "--redact")
        #expect(outcome.output.contains("1 JD with 3 e-mail addresses, phone numbers and names masked."))
        let total = try #require(
            try terminal.run("import", file, "--redact", "--format", "json").object["total"] as? [String: Any])
        #expect(total["duplicates"] as? Int == 2 && total["masked"] as? Int == 0)
        let text = try #require(try terminal.run("show", "1", "--format", "json").object["text"] as? String)
        #expect(text == "Contact [name] at [email] or [phone].")
        #expect(terminal.run("search", "laura").status == 1)
        // The evidence's places fit the masked text.
        #expect(terminal.run("db", "check").status == 0)
        let queue = try DatabaseQueue(path: terminal.database)
        let options = try queue.read { db in try String.fetchAll(db, sql: "SELECT options FROM import_run") }
        #expect(options.allSatisfy { $0.contains("--redact") })
        // Without it the same file is another import: the text under the id changes.
        let plain = try #require(
            try terminal.run("import", file, "--format", "json").object["total"] as? [String: Any])
        #expect(plain["updated"] as? Int == 1)
    }
}
