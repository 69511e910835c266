import StrataModel
import Testing

@testable import StrataImport

@Suite("Dates")
struct DateTests {
    @Test(
        "exact dates in every spelling",
        arguments: [
            ("2026-11-23", "2026-11-23"), ("2026-11", "2026-11-01"), ("2026/1/5", "2026-01-05"),
            ("20261123", "2026-11-23"), ("2026-07-10T00:00:00.000Z", "2026-07-10"),
            ("2025-07-02 19:20:12", "2025-07-02"), ("2026-03-28T02:08:24+00:00", "2026-03-28"),
            ("1770053906", "2026-02-02"), ("1770053906000", "2026-02-02"), ("1.770053906E9", "2026-02-02"),
            ("12/25/2024", "2024-12-25"), ("25/12/2024", "2024-12-25"), ("25.12.2024", "2024-12-25"),
            ("03.04.2024", "2024-04-03"), ("6/26/25, 1:29 PM", "2025-06-26"), ("Nov 23, 2026", "2026-11-23"),
            ("23 November 2026", "2026-11-23"), ("November 2026", "2026-11-01"), ("23. März 2026", "2026-03-23"),
            ("Mon, 23 Nov 2026 10:00:00 GMT", "2026-11-23"), ("3 février 2025", "2025-02-03"),
            ("22nd September 2026", "2026-09-22"), ("5 mei 2024", "2024-05-05"), ("1 de enero de 2025", "2025-01-01"),
            ("4 maggio 2025", "2025-05-04"), ("7 de março de 2025", "2025-03-07"),
            ("12 października 2025", "2025-10-12"),
        ])
    func exact(_ text: String, _ date: String) throws {
        #expect(DateText.read(text) == .day(try #require(CalendarDate(iso: date))))
    }

    @Test(
        "relative dates in ten languages",
        arguments: [
            ("3 weeks ago", 21), ("1 week ago", 7), ("30+ days ago", 30), ("a month ago", 30), ("18 hours ago", 0),
            ("Posted 5 days ago", 5), ("yesterday", 1), ("Just posted", 0), ("vor 2 Tagen", 2), ("vor einer Woche", 7),
            ("gestern", 1), ("il y a 3 jours", 3), ("il y a un mois", 30), ("3 dagen geleden", 3),
            ("hace 2 semanas", 14),
            ("30d", 30), ("Active 6 days ago", 6), ("2 years ago", 730), ("3 giorni fa", 3), ("ieri", 1),
            ("há 2 semanas", 14), ("hoje", 0), ("Posted 30+ Days Ago", 30), ("2 dni temu", 2), ("för 3 dagar sedan", 3),
            ("3 dage siden", 3),
        ])
    func relative(_ text: String, _ days: Int) { #expect(DateText.read(text) == .daysAgo(days)) }

    @Test(
        "what is no date is none", arguments: ["", "n/a", "soon", "13/13/2024", "2026-13-01", "12", "Full-time", "-1"])
    func noDates(_ text: String) { #expect(DateText.read(text) == nil) }

    @Test("relative dates count from the record's own scraping date, else from asOf, else stay undated")
    func references() throws {
        let text = "title,postedAt,scrapedAt\nA,1 week ago,2026-03-01T13:27:08.189Z\nB,1 week ago,\n"
        let dated = try readings(
            text, name: "a.csv", options: RecordOptions(asOf: CalendarDate(year: 2026, month: 5, day: 10)))
        #expect(dated.jds.map { $0.postedOn?.description } == ["2026-02-22", "2026-05-03"])
        #expect(dated.jds.map(\.postedRaw) == ["1 week ago", "1 week ago"])
        let undated = try readings(text, name: "a.csv")
        #expect(undated.jds[1].postedOn == nil)
        #expect(undated.jds[1].postedRaw == "1 week ago")
    }

    @Test("a row that proves the order of day and month settles its column")
    func order() throws {
        let european = try readings("title,date\nA,03/04/2024\nB,25/12/2024\n", name: "a.csv")
        #expect(european.jds.map { $0.postedOn?.description } == ["2024-04-03", "2024-12-25"])
        let american = try readings("title,date\nA,03/04/2024\n", name: "a.csv")
        #expect(american.jds.map { $0.postedOn?.description } == ["2024-03-04"])
    }

    @Test(
        "without a proof the day is what changes more, what another column proves, or what the column's language has first"
    )
    func unproven() throws {
        func dates(_ text: String) throws -> [String?] {
            try readings(text, name: "a.csv").jds.map { $0.postedOn?.description }
        }
        let varying = "title,date\nA,03/11/2025\nB,04/11/2025\nC,05/11/2025\nD,06/11/2025\n"
        #expect(try dates(varying).first == "2025-11-03")
        let american = "title,date\nA,11/03/2025\nB,11/04/2025\nC,11/05/2025\nD,11/06/2025\n"
        #expect(try dates(american).first == "2025-11-03")
        #expect(try dates("title,date,scraped_at\nA,03/04/2024,25/12/2024\n") == ["2024-04-03"])
        #expect(try dates("Titel,Datum\nA,03/04/2024\n") == ["2024-04-03"])
    }

    @Test("spreadsheets' serial numbers and ages in days are dates in a column of dates")
    func numbers() throws {
        #expect(try readings("title,date\nA,45658\n", name: "a.csv").jds.first?.postedOn?.description == "2025-01-01")
        let options = RecordOptions(asOf: CalendarDate(year: 2026, month: 3, day: 10))
        let aged = try readings("title,ageInDays\nA,9\n", name: "a.csv", options: options).jds.first
        #expect(aged?.postedOn?.description == "2026-03-01")
    }

    @Test("an exact date wins over a relative one, wherever it stands")
    func best() throws {
        let text = #"[{"title": "A", "job_posted_time": "2 days ago", "job_posted_date": "2025-11-14T14:17:30.778Z"}]"#
        let jd = try #require(try readings(text, name: "a.json").jds.first)
        #expect(jd.postedOn?.description == "2025-11-14")
        #expect(jd.postedRaw == nil)
    }
}
