/// Rows of cells under named columns.
public struct Table: Sendable, Hashable {
    public var title: String?
    public var columns: [Column]
    public var rows: [[Cell]]

    /// - parameter rows: each as long as `columns`.
    public init(title: String? = nil, columns: [Column], rows: [[Cell]] = []) {
        self.title = title
        self.columns = columns
        self.rows = rows
    }

    public struct Column: Sendable, Hashable {
        public enum Alignment: Sendable { case leading, trailing }
        /// Name for machines: a CSV header, a JSON key.
        public var key: String
        /// Name for people.
        public var title: String
        public var alignment: Alignment
        /// Whether what does not fit goes on below; else it is cut where nothing can be drawn but characters.
        public var wraps: Bool

        public init(_ key: String, _ title: String, _ alignment: Alignment = .leading, wraps: Bool = false) {
            self.key = key
            self.title = title
            self.alignment = alignment
            self.wraps = wraps
        }
    }

    public enum Cell: Sendable, Hashable {
        case text(String)
        case integer(Int)
        case number(Double, digits: Int)
        /// 0.25 is drawn as 25%.
        case percent(Double)
        /// A relative change: 0.25 is drawn as +25%.
        case change(Double)
        case layer(Layer)
        /// A small line over time, drawn without numbers: the figures of a few periods, the earliest first.
        case trend([Double])
        case missing

        /// The text, or missing.
        public static func text(_ value: String?) -> Cell { value.map { .text($0) } ?? .missing }

        /// The figure, or missing.
        public static func number(_ value: Double?, digits: Int) -> Cell {
            value.map { .number($0, digits: digits) } ?? .missing
        }

        /// The part, or missing.
        public static func percent(_ value: Double?) -> Cell { value.map { .percent($0) } ?? .missing }

        /// The change, or missing.
        public static func change(_ value: Double?) -> Cell { value.map { .change($0) } ?? .missing }

        /// What it says where it names its row.
        var word: String {
            switch self {
            case .text(let text): text
            case .layer(let layer): layer.slug
            case .integer(let number): String(number)
            default: ""
            }
        }
    }
}
