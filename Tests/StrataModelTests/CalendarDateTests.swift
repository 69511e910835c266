import Foundation
import StrataModel
import StrataTestSupport
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: ["2024-02-29", "1900-01-01", "2026-11-23", "2200-12-31"])
    func aDateReadsAsItIsWritten(text: String) {
        #expect(CalendarDate(iso: text)?.description == text)
    }

    @Test(arguments: ["2023-02-29", "2024-13-01", "2024-00-10", "2024-1-5", "24-01-05", "", "soon", "2024-04-31"])
    func whatIsNoDateIsRefused(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test func aMonthIsItsFirstDay() {
        #expect(CalendarDate(iso: "2026-11")?.description == "2026-11-01")
    }

    @Test func daysSinceTheEpochAgreeWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        var generator = RepeatableGenerator(seed: 7)
        for _ in 0..<2000 {
            let days = Int.random(in: -25_000...80_000, using: &generator)
            let date = try #require(CalendarDate(daysSinceEpoch: days))
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(days) * 86400))
            #expect(parts.year == date.year && parts.month == date.month && parts.day == date.day)
            #expect(date.daysSinceEpoch == days)
        }
    }
}
