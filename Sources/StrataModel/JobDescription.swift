/// One job description as it is stored: clean values, the text with its structure.
public struct JobDescription: Sendable, Hashable {
    /// The id that its source gave it, scoped to the source.
    public var externalID: String?
    public var source: String
    public var title: String
    public var company: String?
    public var location: String?
    /// What the location is read as.
    public var place: Place
    /// When it was posted.
    public var postedOn: CalendarDate?
    /// The date as the source wrote it, kept when it could not be read exactly.
    public var postedRaw: String?
    public var seniority: Seniority?
    public var salary: Salary?
    /// The salary as the source wrote it.
    public var salaryRaw: String?
    public var employmentType: String?
    public var url: String?
    /// The description as plain text; empty when only a title is known.
    public var text: String
    /// ISO 639-1 code of the text's language; nil when unsure.
    public var language: String?
    /// Whether the source cut the text off.
    public var isTruncated: Bool
    /// How many e-mail addresses, phone numbers and names are masked in it.
    public var masked: Int
    /// What came along from an export of Strata's; nil for any other record.
    public var history: JDHistory?

    public init(
        externalID: String? = nil, source: String = "default", title: String, company: String? = nil,
        location: String? = nil, place: Place = Place(), postedOn: CalendarDate? = nil, postedRaw: String? = nil,
        seniority: Seniority? = nil, salary: Salary? = nil, salaryRaw: String? = nil,
        employmentType: String? = nil, url: String? = nil, text: String, language: String? = nil,
        isTruncated: Bool = false, masked: Int = 0
    ) {
        self.externalID = externalID
        self.source = source
        self.title = title
        self.company = company
        self.location = location
        self.place = place
        self.postedOn = postedOn
        self.postedRaw = postedRaw
        self.seniority = seniority
        self.salary = salary
        self.salaryRaw = salaryRaw
        self.employmentType = employmentType
        self.url = url
        self.text = text
        self.language = language
        self.isTruncated = isTruncated
        self.masked = masked
    }

    /// Fewer letters than this, and a text says too little for a verdict that one would trust.
    public static let thinLength = 200

    /// Whether the text is too short to carry a verdict.
    public var isThin: Bool { text.utf8.count < Self.thinLength }
}

/// A day of the Gregorian calendar; a month given without a day counts as its first.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var year: Int
    public var month: Int
    public var day: Int

    /// - returns: nil when the three are no date of the years 1900 to 2200.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...2200).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-11-23`, and `2026-11` as the month's first day.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts[0].utf8.count == 4,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
            let year = Int(parts[0]), let month = Int(parts[1])
        else { return nil }
        guard let day = parts.count == 3 ? Int(parts[2]) : 1 else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day that lies this many days after 1970-01-01.
    public init?(daysSinceEpoch days: Int) {
        // Howard Hinnant's civil_from_days.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Days since 1970-01-01.
    public var daysSinceEpoch: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date this many days later, or earlier when negative; nil beyond the years that are dates here.
    public func adding(days: Int) -> CalendarDate? { CalendarDate(daysSinceEpoch: daysSinceEpoch + days) }

    /// `2026-11-23`.
    public var description: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
