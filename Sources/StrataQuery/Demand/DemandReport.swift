public import StrataModel

/// How much is asked for, by one dimension or two.
public struct DemandReport: Sendable, Hashable {
    /// A row's place in a dimension.
    public struct Value: Sendable, Hashable {
        /// For machines: a slug, a date's part, or the text as it stands; nil for JDs that have none.
        public var key: String?
        /// For people.
        public var name: String

        public init(key: String?, name: String) {
            self.key = key
            self.name = name
        }

        /// JDs without a role, a company, ...
        public static let none = Value(key: nil, name: "(none)")
    }

    public struct Row: Sendable, Hashable {
        /// One for each dimension, in their order.
        public var values: [Value]
        /// Distinct JDs.
        public var jds: Int
        /// Their distinct texts: JDs of almost the same text count once.
        public var distinct: Int
        /// How often they were seen.
        public var sightings: Int
        /// Its part of all JDs of the report, 0 to 1. Rows may add up to more where a JD counts in several.
        public var share: Double
        /// Distinct JDs in the window before; nil where there is none to compare with.
        public var jdsBefore: Int?
        /// Relative change of `jds` against the window before; nil when that had none.
        public var change: Double?
        /// What it is counted by.
        var keys: [DemandKey] = []
    }

    public struct Totals: Sendable, Hashable {
        /// Distinct JDs under the filters and within the window.
        public var jds: Int
        /// Their distinct texts: JDs of almost the same text count once.
        public var distinctTexts: Int
        /// How often they were seen.
        public var sightings: Int
        /// Distinct JDs under the filters that no sighting dates; with bounds they are not among `jds`.
        public var undated: Int
        /// Of `jds`, those without a primary layer.
        public var outsideStack: Int
        /// Of `outsideStack`, those where a layer has more of the share than outside has, but too little evidence.
        public var undecided: Int
        /// Distinct JDs in the window before; nil where there is none.
        public var jdsBefore: Int?
    }

    public var dimensions: [Dimension]
    public var filter: JDFilter
    /// Day of the latest sighting of any JD, or of the source asked for.
    var latest: CalendarDate?
    /// The window before, of the same length; nil where the report has no beginning.
    public var before: DateWindow?
    public var totals: Totals
    /// How many rows there are in all.
    public var totalRows: Int
    /// The part asked for, in order.
    public var rows: [Row]
    /// Of the rows that have a name the one with the most JDs, whether it is shown or not; nil where rows are crossed.
    public var top: Row?
    /// What it says beyond counts; nil where that was not asked for, or there are no JDs.
    public var insights: DemandInsights?
    /// How its rows have gone, where it crosses a dimension with time; nil where that was not asked for.
    public var overTime: DemandOverTime?
    /// What it rests on; nil where only counts were asked for.
    public var basis: Basis?
}

/// Days from one, inclusive, to another, exclusive.
public struct DateWindow: Sendable, Hashable {
    public var since: CalendarDate
    public var until: CalendarDate

    public init(since: CalendarDate, until: CalendarDate) {
        self.since = since
        self.until = until
    }

    /// The window of the same length just before: as many months where both ends are the first of one, else as many days.
    ///
    /// Nil when it is empty or lies beyond the calendar.
    public var before: DateWindow? {
        if since.day == 1, until.day == 1 {
            let first = since.year * 12 + since.month - 1
            let start = first - (until.year * 12 + until.month - 1 - first)
            guard start < first, let day = CalendarDate(year: start / 12, month: start % 12 + 1, day: 1) else {
                return nil
            }
            return DateWindow(since: day, until: since)
        }
        let days = until.daysSinceEpoch - since.daysSinceEpoch
        guard days > 0, let start = since.adding(days: -days) else { return nil }
        return DateWindow(since: start, until: since)
    }
}
