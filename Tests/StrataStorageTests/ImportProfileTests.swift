import GRDB
import StrataCatalogue
import StrataModel
import StrataTestSupport
import Testing

@testable import StrataStorage

@Suite("Import profiles and what is read of a place")
struct ImportProfileTests {
    private func profile(_ name: String, _ column: String) -> ImportProfile {
        ImportProfile(
            name: name, summary: "", source: "desk",
            feeds: [
                ImportProfile.Feed(field: "description", columns: ["Body", "Teaser"]),
                ImportProfile.Feed(field: "title", columns: [column]),
            ], origin: .own)
    }

    @Test("a profile is kept with the order of its columns, replaced by one of its name, and removed whole")
    func kept() throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("a.db"), access: .write)
        try store.saveImportProfile(profile("ours", "Rolle"))
        try store.saveImportProfile(profile("theirs", "Titel"))
        try store.saveImportProfile(profile("ours", "Job"))
        let kept = try store.importProfiles()
        #expect(kept.map(\.name) == ["ours", "theirs"])
        #expect(kept[0].feeds == profile("ours", "Job").feeds && kept[0].source == "desk" && kept[0].origin == .own)
        #expect(try store.removeImportProfile("ours") && !store.removeImportProfile("ours"))
        #expect(try store.importProfiles().map(\.name) == ["theirs"])
        let fields = try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM import_profile_field") }
        #expect(fields == 3)
    }

    @Test("what a JD's place and text are read as is stored, updated, and seen in the view")
    func columns() throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("a.db"), access: .write)
        var jd = Sample.jd(id: "1", on: "2026-01-02")
        jd.place = Place(city: "Graz", region: "Styria", country: "AT", workplace: .hybrid)
        jd.language = "de"
        jd.salary = Salary(min: 20, max: 30, currency: "EUR", period: .hour)
        jd.masked = 3
        try store.importFile([Sample.row(jd)])
        let sql = """
            SELECT city, region, country, workplace, language, is_truncated, salary_yearly_min, salary_yearly_max FROM jd
            """
        let first = try store.read { db in try Row.fetchOne(db, sql: sql) }
        #expect(
            first == [
                "city": "Graz", "region": "Styria", "country": "AT", "workplace": "hybrid", "language": "de",
                "is_truncated": 0, "salary_yearly_min": 41_600.0, "salary_yearly_max": 62_400.0,
            ])
        #expect(try store.masked(inRun: 1) == (1, 3) && store.masked(inRun: 2) == (0, 0))
        (jd.place, jd.language, jd.salary, jd.isTruncated, jd.text) = (Place(), nil, nil, true, "Cut…")
        try store.importFile([Sample.row(jd)], named: "b.csv")
        let second = try store.read { db in try Row.fetchOne(db, sql: sql) }
        #expect(second?["city"] == nil && second?["language"] == nil && second?["is_truncated"] == 1)
        #expect(second?["salary_yearly_max"] == nil)
    }
}
