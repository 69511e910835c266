/// Which columns feed which field of a JD.
public struct ColumnMapping: Sendable, Equatable {
    /// A field and the columns it is taken from: the first that has a value counts, the others stand in.
    public struct Feed: Sendable, Equatable {
        public var field: Field
        public var columns: [String]
    }

    /// In the fields' order; a place that is put together names its parts' columns.
    public internal(set) var feeds: [Feed] = []
    /// Columns that nothing is taken from.
    public internal(set) var unused: [String] = []

    /// The columns that feed a field, best first.
    public subscript(field: Field) -> [String] { feeds.first { $0.field == field }?.columns ?? [] }
}

/// The mapping as the cleaner uses it: columns by number.
struct ColumnPlan {
    /// Candidates of each role, best first.
    private(set) var candidates: [ColumnRole: [Int]] = [:]
    /// How many columns there were when this was made.
    private(set) var columnCount = 0
    private(set) var mapping = ColumnMapping()

    /// Plans for the columns that are known so far.
    ///
    /// - parameter mapped: columns that the user named for fields.
    init(columns: [String], mapped: [Field: Int]) {
        columnCount = columns.count
        var found: [ColumnRole: [(rank: Int, column: Int)]] = [:]
        for (index, name) in columns.enumerated() {
            guard let recognition = ColumnNames.recognise(name) else { continue }
            found[recognition.role, default: []].append((recognition.rank, index))
        }
        for (role, columns) in found {
            candidates[role] = columns.sorted { ($0.rank, $0.column) < ($1.rank, $1.column) }.map(\.column)
        }
        // From where one may apply stands in for where the job is, and only then.
        let (jobs, applicants) = self.columns(.country).reduce(into: ([Int](), [Int]())) { split, column in
            if columns[column].lowercased().hasPrefix("applicant") {
                split.1.append(column)
            } else {
                split.0.append(column)
            }
        }
        if !applicants.isEmpty { candidates[.country] = jobs + applicants }
        settleTitle(columns)
        for (field, column) in mapped {
            for role in candidates.keys { candidates[role]?.removeAll { $0 == column } }
            candidates[.field(field)] = [column]
            if field == .location { for role in [ColumnRole.city, .region, .country] { candidates[role] = nil } }
        }
        candidates = candidates.filter { !$0.value.isEmpty }
        describe(columns)
    }

    /// The candidates for a field, best first.
    @inline(__always)
    func columns(_ field: Field) -> [Int] { candidates[.field(field)] ?? [] }

    @inline(__always)
    func columns(_ role: ColumnRole) -> [Int] { candidates[role] ?? [] }

    /// Whether there is a title or a text at all.
    var isUsable: Bool { !columns(.title).isEmpty || !columns(.text).isEmpty }

    /// Which columns are used, by number.
    var wanted: [Bool] {
        var wanted = [Bool](repeating: false, count: columnCount)
        for columns in candidates.values { for column in columns { wanted[column] = true } }
        return wanted
    }

    /// Lever calls the title `text` and the text `description`.
    private mutating func settleTitle(_ columns: [String]) {
        guard candidates[.field(.title)] == nil, let texts = candidates[.field(.text)], texts.count > 1,
            let text = texts.first(where: { columns[$0].lowercased() == "text" })
        else { return }
        candidates[.field(.title)] = [text]
        candidates[.field(.text)] = texts.filter { $0 != text }
    }

    private mutating func describe(_ columns: [String]) {
        for field in Field.allCases {
            var feeding = self.columns(field)
            if field == .location {
                for role in [ColumnRole.city, .region, .country, .remote] { feeding += self.columns(role) }
            }
            if field == .text { feeding += self.columns(.moreText) }
            if !feeding.isEmpty {
                mapping.feeds.append(ColumnMapping.Feed(field: field, columns: feeding.map { columns[$0] }))
            }
        }
        let wanted = wanted
        mapping.unused = columns.indices.filter { !wanted[$0] }.map { columns[$0] }
    }
}
