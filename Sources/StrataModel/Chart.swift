/// A picture of figures, and the table that says the same to those who cannot see it or want the numbers.
public struct Chart: Sendable, Hashable {
    /// What is shown: `JDs a month, by role`.
    public var title: String
    /// What a reader should see in it, as a sentence.
    public var summary: String
    public var figure: Figure
    /// All of its figures.
    public var table: Table

    public init(title: String, summary: String, figure: Figure, table: Table) {
        self.title = title
        self.summary = summary
        self.figure = figure
        self.table = table
    }

    /// What is drawn, in the order given.
    public enum Figure: Sendable, Hashable {
        case lines(Lines)
        case bars([Bar])
        case ranges(Ranges)
        case shares([ShareRow])
        case grid(Grid)
    }

    /// Figures over time.
    public struct Lines: Sendable, Hashable {
        /// Names of the periods, the earliest first: `2026-01`, `2026-Q1` or `2026`; at least one.
        public var periods: [String]
        public var series: [Series]
        /// Whether the last period is not counted to its end: it had not ended when the latest JD was seen, or the window ends in it.
        public var endsEarly: Bool
        /// Whether figures are parts, 0 to 1, drawn as percentages.
        public var isShare: Bool

        public init(periods: [String], series: [Series], endsEarly: Bool = false, isShare: Bool = false) {
            self.periods = periods
            self.series = series
            self.endsEarly = endsEarly
            self.isShare = isShare
        }
    }

    /// One line.
    public struct Series: Sendable, Hashable {
        public var name: String
        /// One figure for each period.
        public var values: [Double]
        public var layer: Layer?

        public init(name: String, values: [Double], layer: Layer? = nil) {
            self.name = name
            self.values = values
            self.layer = layer
        }
    }

    /// Middles with what lies around them, on one scale.
    public struct Ranges: Sendable, Hashable {
        /// What the scale counts: `USD a year`.
        public var unit: String
        public var rows: [Range]

        public init(unit: String, rows: [Range]) {
            self.unit = unit
            self.rows = rows
        }
    }

    /// The middle half of some figures: lower quartile, median, upper quartile.
    public struct Range: Sendable, Hashable {
        public var label: String
        public var low: Double
        public var middle: Double
        public var high: Double
        /// Of how many figures.
        public var count: Int
        public var layer: Layer?

        public init(label: String, low: Double, middle: Double, high: Double, count: Int, layer: Layer? = nil) {
            self.label = label
            self.low = low
            self.middle = middle
            self.high = high
            self.count = count
            self.layer = layer
        }
    }

    /// A whole and its parts.
    public struct ShareRow: Sendable, Hashable {
        public var label: String
        /// Of how many.
        public var count: Int
        public var parts: [Part]

        public init(label: String, count: Int, parts: [Part]) {
            self.label = label
            self.count = count
            self.parts = parts
        }

        public struct Part: Sendable, Hashable {
            public var name: String
            /// 0 to 1; those of a row add up to 1.
            public var fraction: Double
            /// Nil for a part outside the stack, or undecided.
            public var layer: Layer?

            public init(name: String, fraction: Double, layer: Layer? = nil) {
                self.name = name
                self.fraction = fraction
                self.layer = layer
            }
        }
    }

    /// Parts by row and column, each 0 to 1.
    public struct Grid: Sendable, Hashable {
        public var columns: [String]
        public var rows: [GridRow]

        public init(columns: [String], rows: [GridRow]) {
            self.columns = columns
            self.rows = rows
        }
    }

    public struct GridRow: Sendable, Hashable {
        public var label: String
        public var layer: Layer?
        /// One for each column; nil where there is nothing to say.
        public var values: [Double?]

        public init(label: String, layer: Layer? = nil, values: [Double?]) {
            self.label = label
            self.layer = layer
            self.values = values
        }
    }
}
