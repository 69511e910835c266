import StrataModel
import Testing

@testable import StrataQuery

@Suite("Stretches of time in reports")
struct PeriodsTests {
    private func periods(_ first: String, _ last: String) throws -> Periods {
        try Periods(from: #require(CalendarDate(iso: first)), through: #require(CalendarDate(iso: last)))
    }

    @Test("months as long as they are few, then quarters, then years, none left out")
    func lengths() throws {
        let months = try periods("2024-11-05", "2025-02-01")
        #expect(months.dimension == .month)
        #expect(months.names == ["2024-11", "2024-12", "2025-01", "2025-02"])
        let quarters = try periods("2023-02-01", "2025-06-30")
        #expect(quarters.dimension == .quarter)
        #expect(quarters.names.first == "2023-Q1" && quarters.names.last == "2025-Q2" && quarters.names.count == 10)
        let years = try periods("2010-02-01", "2025-06-30")
        #expect(years.names == (2010...2025).map(String.init))
        #expect(try periods("2024-01-01", "2025-12-31").names.count == 24)
    }

    @Test("a month is over when a JD was seen on its last day, and not before")
    func ends() throws {
        #expect(try periods("2025-01-01", "2025-02-27").endsEarly)
        #expect(try !periods("2025-01-01", "2025-02-28").endsEarly)
        #expect(try periods("2010-01-01", "2025-11-30").endsEarly)
    }
}

@Suite("Sides of a comparison")
struct ComparedSideTests {
    private func window(_ text: String) throws -> String {
        let filter = try ComparedSide(spelled: text).filter
        return "\(filter.since?.description ?? "-") \(filter.until?.description ?? "-")"
    }

    @Test("a year, a quarter, a month and two days are windows")
    func windows() throws {
        #expect(try window("2025") == "2025-01-01 2026-01-01")
        #expect(try window("2025-Q4") == "2025-10-01 2026-01-01")
        #expect(try window("2025-q1") == "2025-01-01 2025-04-01")
        #expect(try window("2025-12") == "2025-12-01 2026-01-01")
        #expect(try window("2025-01-15..2025-03-01") == "2025-01-15 2025-03-01")
    }

    @Test("a source, a company, a place or a country, alone or with others")
    func others() throws {
        let side = try ComparedSide(spelled: "2025-Q1, company=Acme")
        #expect(side.filter.company == "Acme" && side.filter.since?.description == "2025-01-01")
        #expect(try ComparedSide(spelled: "source=a=b").filter.source == "a=b")
        #expect(try ComparedSide(spelled: "country=de").filter.country == "DE")
        #expect(try ComparedSide(spelled: "location=Berlin").filter.location == "Berlin")
    }

    @Test(
        "what is asked for twice is refused", arguments: ["2025,2026", "source=a,source=b", "country=DE, country=de"])
    func twice(_ text: String) {
        #expect { try ComparedSide(spelled: text) } throws: { "\($0)".contains("twice; give 2025") }
    }

    @Test(
        "what says nothing is refused with what would",
        arguments: ["", ",", "acme", "company=", "colour=red", "2025-13", "2025-Q5", "2025-02-01..2025-01-01", "25"])
    func refused(_ text: String) {
        #expect(throws: ComparedSideError.self) { try ComparedSide(spelled: text) }
    }
}

@Suite("The mix of sources")
struct SourceMixTests {
    @Test("half the sum of what the shares differ by; from a tenth on it is notable")
    func shifts() {
        let mix = SourceMix(now: ["a": 50, "b": 50], before: ["a": 80, "c": 20])
        #expect(abs(mix.shift - 0.5) < 1e-12)
        #expect(mix.hasChanged)
        #expect(mix.rows.map(\.source) == ["a", "b", "c"])
        #expect(!SourceMix(now: ["a": 50, "b": 50], before: ["a": 11, "b": 9]).hasChanged)
        // Where there were no JDs there was no other mix.
        #expect(!SourceMix(now: ["a": 50], before: [:]).hasChanged && !SourceMix(now: [:], before: ["a": 9]).hasChanged)
    }
}
