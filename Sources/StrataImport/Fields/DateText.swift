import StrataModel

/// In which order a column writes day and month where only numbers stand.
enum DateOrder: Sendable {
    case monthFirst, dayFirst

    /// The order in each of a file's date columns, where one can be told.
    ///
    /// A number over 12 proves it, in the column or in another of the file. Else the part that changes more from row to
    /// row is the day, and a column that bears a name in another language than English has the day first.
    ///
    /// - parameters:
    ///   - texts: values by column.
    ///   - names: of all columns.
    static func learnt(from texts: [Int: [String]], names: [String]) -> [Int: DateOrder] {
        var orders: [Int: DateOrder] = [:]
        for (column, values) in texts {
            orders[column] = values.lazy.compactMap(DateText.provenOrder).first
        }
        let proven = Set(orders.values)
        for (column, values) in texts where orders[column] == nil {
            orders[column] = proven.count == 1 ? proven.first : varying(values)
            if orders[column] == nil, isForeign(names[column]) { orders[column] = .dayFirst }
        }
        return orders
    }

    private static func varying(_ values: [String]) -> DateOrder? {
        let parts = values.compactMap(DateText.smallNumbers)
        let (first, second) = (Set(parts.map(\.0)).count, Set(parts.map(\.1)).count)
        if first >= 4, first >= second * 2 { return .dayFirst }
        if second >= 4, second >= first * 2 { return .monthFirst }
        return nil
    }

    private static func isForeign(_ name: String) -> Bool {
        ColumnNames.normalisedWords(name).contains { word in
            [
                "datum", "fecha", "data", "veroffentlicht", "publie", "publicado", "pubblicato", "geplaatst",
                "eingestellt",
            ]
            .contains { word.hasPrefix($0) }
        }
    }
}

/// Reads a date from the many ways in which exports write it.
enum DateText {
    enum Reading: Equatable {
        case day(CalendarDate)
        /// Day and month could be either way round.
        case ambiguous(monthFirst: CalendarDate, dayFirst: CalendarDate)
        /// So many days before the day of reading.
        case daysAgo(Int)
    }

    /// The date that a text names; nil when it names none.
    static func read(_ text: String) -> Reading? {
        let trimmed = text.trimmingWhitespace()
        guard !trimmed.isEmpty, trimmed.utf8.count <= 80 else { return nil }
        if let date = iso(trimmed) ?? epoch(trimmed) { return .day(date) }
        if let days = RelativeDate.daysAgo(trimmed) { return .daysAgo(days) }
        return numeric(trimmed) ?? named(trimmed).map { .day($0) }
    }

    /// The order of day and month that a text proves: a number over 12 can be no month.
    static func provenOrder(_ text: String) -> DateOrder? {
        guard let (first, second, _) = numbers(text.trimmingWhitespace()) else { return nil }
        if first > 12, first <= 31, second <= 12 { return .dayFirst }
        if second > 12, second <= 31, first <= 12 { return .monthFirst }
        return nil
    }

    /// The two small numbers of a date in numbers, of which neither proves the order.
    static func smallNumbers(_ text: String) -> (Int, Int)? {
        guard let (first, second, _) = numbers(text.trimmingWhitespace()), first <= 12, second <= 12 else { return nil }
        return (first, second)
    }

    /// `2026-11-23`, `2026-11`, `2026/11/23`, `20261123`, each perhaps with a time behind it.
    private static func iso(_ text: String) -> CalendarDate? {
        let bytes = Array(text.utf8)
        func number(_ start: Int, _ count: Int) -> Int? {
            guard start + count <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[start..<start + count] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0, 4) else { return nil }
        if bytes.count == 8, let month = number(4, 2), let day = number(6, 2) {
            return CalendarDate(year: year, month: month, day: day)
        }
        guard bytes.count > 4, bytes[4] == 0x2D || bytes[4] == 0x2F || bytes[4] == 0x2E else { return nil }
        let monthDigits = number(5, 2) == nil ? 1 : 2
        guard let month = number(5, monthDigits) else { return nil }
        let rest = 5 + monthDigits
        guard rest < bytes.count else { return CalendarDate(year: year, month: month, day: 1) }
        guard bytes[rest] == bytes[4] else { return nil }
        let dayDigits = number(rest + 1, 2) == nil ? 1 : 2
        guard let day = number(rest + 1, dayDigits) else { return nil }
        let tail = rest + 1 + dayDigits
        guard tail == bytes.count || !(0x30...0x39).contains(bytes[tail]) else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// Seconds, milliseconds or microseconds since 1970, between 1990 and 2100.
    private static func epoch(_ text: String) -> CalendarDate? {
        guard let number = Double(text), number.isFinite else { return nil }
        for unit in [1.0, 1e3, 1e6] {
            let seconds = number / unit
            if (631_152_000...4_102_444_800).contains(seconds) {
                return CalendarDate(daysSinceEpoch: Int(seconds / 86400))
            }
        }
        return nil
    }

    /// The date that a spreadsheet's serial number names: days since 1899-12-30, for 2000 to 2049.
    static func serial(_ text: String) -> CalendarDate? {
        guard text.utf8.count == 5 || text.hasSuffix(".0"), let number = Double(text),
            (36_526..<54_789).contains(number)
        else { return nil }
        return CalendarDate(daysSinceEpoch: Int(number) - 25_569)
    }

    /// `11/23/2026`, `23.11.2026`, `23/11/26`, perhaps with a time behind it. Points mean that the day comes first.
    private static func numeric(_ text: String) -> Reading? {
        guard let (first, second, year) = numbers(text) else { return nil }
        let monthFirst = CalendarDate(year: year, month: first, day: second)
        let dayFirst = CalendarDate(year: year, month: second, day: first)
        if text.prefix(6).contains("."), let dayFirst { return .day(dayFirst) }
        switch (monthFirst, dayFirst) {
        case (let a?, let b?): return a == b ? .day(a) : .ambiguous(monthFirst: a, dayFirst: b)
        case (let date?, nil), (nil, let date?): return .day(date)
        case (nil, nil): return nil
        }
    }

    /// The two small numbers and the year of a date in numbers.
    private static func numbers(_ text: String) -> (Int, Int, Int)? {
        guard let date = text.split(whereSeparator: { $0 == " " || $0 == "T" || $0 == "," }).first else { return nil }
        let parts = date.split(whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" })
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let first = Int(parts[0]), let second = Int(parts[1]), let last = Int(parts[2]),
            parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4 || parts[2].count == 2
        else { return nil }
        return (first, second, last < 100 ? 2000 + last : last)
    }

    /// `Nov 23, 2026`, `23 November 2026`, `November 2026`, `23. März 2026`, `Mon, 23 Nov 2026 10:00:00 GMT`.
    private static func named(_ text: String) -> CalendarDate? {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        var month: Int?
        var numbers: [Int] = []
        for word in words {
            if month == nil, let found = MonthName.month(String(word)) {
                month = found
            } else if numbers.count < 3, let number = Int(word.prefix { $0.isNumber }), word.count <= 4 {
                numbers.append(number)
            }
        }
        guard let month, let yearIndex = numbers.firstIndex(where: { (1990...2100).contains($0) }) else { return nil }
        let day = numbers[..<yearIndex].last ?? numbers[(yearIndex + 1)...].first.flatMap { yearIndex == 0 ? $0 : nil }
        return CalendarDate(year: numbers[yearIndex], month: month, day: day ?? 1)
            ?? CalendarDate(year: numbers[yearIndex], month: month, day: 1)
    }
}

/// Months by name in English, German, French, Dutch, Spanish, Italian, Portuguese, Polish, Swedish and Danish.
enum MonthName {
    /// 1 to 12, for a name in lower case or its first letters.
    static func month(_ word: String) -> Int? {
        if let index = names[word] { return index }
        guard word.count >= 3 else { return nil }
        return names[String(word.prefix(3))].flatMap { month in full.contains { $0.hasPrefix(word) } ? month : nil }
    }

    private static let full: [String] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "sept",
    ]

    private static let names: [String: Int] = {
        let all: [[String]] = [
            [
                "jan", "january", "januar", "jänner", "janvier", "januari", "enero", "ene", "janv", "gennaio", "gen",
                "janeiro", "stycznia", "styczeń",
            ],
            [
                "feb", "february", "februar", "février", "februari", "febrero", "févr", "fev", "fevrier", "febbraio",
                "fevereiro", "lutego", "luty",
            ],
            [
                "mar", "march", "märz", "mrz", "mars", "maart", "mrt", "marzo", "maerz", "março", "marco", "marca",
                "marzec", "marts",
            ],
            ["apr", "april", "avril", "avr", "abril", "abr", "aprile", "kwietnia", "kwiecień"],
            ["may", "mai", "mei", "mayo", "maggio", "mag", "maio", "maja", "maj"],
            ["jun", "june", "juni", "juin", "junio", "giugno", "giu", "junho", "czerwca"],
            ["jul", "july", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho", "lipca"],
            ["aug", "august", "août", "aout", "augustus", "agosto", "ago", "sierpnia", "augusti"],
            ["sep", "sept", "september", "septembre", "septiembre", "settembre", "set", "setembro", "września"],
            [
                "oct", "october", "okt", "oktober", "octobre", "octubre", "ottobre", "ott", "outubro", "out",
                "października",
            ],
            ["nov", "november", "novembre", "noviembre", "novembro", "listopada"],
            [
                "dec", "december", "dez", "dezember", "décembre", "diciembre", "dic", "decembre", "déc", "dicembre",
                "dezembro", "grudnia",
            ],
        ]
        var names: [String: Int] = [:]
        for (index, month) in all.enumerated() { for name in month { names[name] = index + 1 } }
        return names
    }()
}
