import StrataModel

extension RecordCleaner {
    /// When the JD was posted, and how the source wrote it where that is not the same.
    struct Posted: Equatable {
        var date: CalendarDate?
        var raw: String?
    }

    /// The date of the first column that gives one exactly, else what a relative one comes to.
    ///
    /// Relative dates count from the record's own scraping date, else from `asOf`; never from today.
    mutating func posted(_ record: RawRecord) -> Posted {
        var fallback: Posted?
        for column in plan.columns(.postedOn) {
            guard let text = line(column, record), text.utf8.count <= 80 else { continue }
            switch DateText.read(text) {
            case .day(let date): return Posted(date: date, raw: nil)
            case .ambiguous(let monthFirst, let dayFirst):
                // Month first where no row of the column proves the other: most such exports are American.
                let order = dateOrders[column] ?? .monthFirst
                return Posted(date: order == .monthFirst ? monthFirst : dayFirst, raw: text)
            case .daysAgo(let days):
                let resolved = reference(record).flatMap { $0.adding(days: -days) }
                if fallback?.date == nil { fallback = Posted(date: resolved, raw: text) }
            case nil:
                if let date = DateText.serial(text) { return Posted(date: date, raw: text) }
                if agesInDays.contains(column), let days = Int(text), (0...3650).contains(days) {
                    let resolved = reference(record).flatMap { $0.adding(days: -days) }
                    if fallback?.date == nil { fallback = Posted(date: resolved, raw: "\(days) days ago") }
                    continue
                }
                if fallback == nil, text.contains(where: \.isNumber) { fallback = Posted(date: nil, raw: text) }
            }
        }
        return fallback ?? Posted()
    }

    /// The day that relative dates count from.
    private mutating func reference(_ record: RawRecord) -> CalendarDate? {
        for column in plan.columns(.scrapedAt) {
            guard let text = line(column, record) else { continue }
            switch DateText.read(text) {
            case .day(let date): return date
            case .ambiguous(let monthFirst, let dayFirst):
                return dateOrders[column] == .dayFirst ? dayFirst : monthFirst
            default: continue
            }
        }
        return options.asOf
    }
}
