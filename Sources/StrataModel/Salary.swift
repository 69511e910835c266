/// What a JD offers, as given.
public struct Salary: Sendable, Hashable {
    /// What an amount is paid for.
    public enum Period: String, Sendable, CaseIterable, Codable {
        case hour, day, week, month, year

        /// By how much an amount for the period is to be multiplied to be one for a year of full work: 52 weeks of five days
        /// and 40 hours, without leave.
        public var perYear: Double {
            switch self {
            case .hour: 2080
            case .day: 260
            case .week: 52
            case .month: 12
            case .year: 1
            }
        }
    }

    /// In whole or broken units of the currency; nil when only the other end is given.
    public var min: Double?
    /// The upper end, in the same units; nil when only the lower is given.
    public var max: Double?
    /// ISO 4217, nil when the source names none.
    public var currency: String?
    public var period: Period?

    public init(min: Double?, max: Double?, currency: String?, period: Period?) {
        self.min = min
        self.max = max
        self.currency = currency
        self.period = period
    }

    /// The lower end over a year of full work; nil where it or the period is not known.
    public var yearlyMin: Double? { period.flatMap { period in min.map { $0 * period.perYear } } }

    /// The upper end over a year of full work; nil where it or the period is not known.
    public var yearlyMax: Double? { period.flatMap { period in max.map { $0 * period.perYear } } }
}
