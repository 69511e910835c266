internal import StrataModel

/// The mapping as the cleaner uses it: columns by number.
struct ColumnPlan {
    /// Candidates of each role, best first.
    private(set) var candidates: [ColumnRole: [Int]] = [:]
    /// How many columns there were when this was made.
    private(set) var columnCount = 0
    private(set) var mapping = ColumnMapping()
    private var reasons: [ColumnRole: [Int: ColumnMapping.Reason]] = [:]

    /// Plans for the columns that are known so far.
    ///
    /// What the user says goes before the profile, that before a column's name, and that before its values.
    ///
    /// - parameters:
    ///   - mapped: columns that the user named for fields.
    ///   - values: what the first records' values look like.
    init(
        columns: [String], mapped: [Field: Int], profile: ImportProfile? = nil, values: ValueColumns? = nil
    ) {
        columnCount = columns.count
        takeNames(columns)
        takeValues(values?.found ?? [:])
        if let profile { take(profile, columns) }
        for (field, column) in mapped {
            release(column)
            put([column], for: .field(field), .map)
            if field == .location { for role in [ColumnRole.city, .region, .country] { candidates[role] = nil } }
        }
        candidates = candidates.filter { !$0.value.isEmpty }
        describe(columns, contacts: values?.contacts ?? [])
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

    // MARK: Where candidates come from

    private mutating func takeNames(_ columns: [String]) {
        var found: [ColumnRole: [(rank: Int, column: Int)]] = [:]
        for (index, name) in columns.enumerated() {
            guard let recognition = ColumnNames.recognise(name) else { continue }
            found[recognition.role, default: []].append((recognition.rank, index))
        }
        for (role, columns) in found {
            put(columns.sorted { ($0.rank, $0.column) < ($1.rank, $1.column) }.map(\.column), for: role, .name)
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
    }

    /// Lever calls the title `text` and the text `description`.
    private mutating func settleTitle(_ columns: [String]) {
        guard candidates[.field(.title)] == nil, let texts = candidates[.field(.text)], texts.count > 1,
            let text = texts.first(where: { columns[$0].lowercased() == "text" })
        else { return }
        put([text], for: .field(.title), .name)
        candidates[.field(.text)] = texts.filter { $0 != text }
    }

    private mutating func takeValues(_ found: [ColumnRole: [Int]]) {
        for (role, columns) in found {
            let known = candidates[role] ?? []
            // A long text stands beside what is called a description and is a teaser; else names are enough.
            guard known.isEmpty || role == .field(.text) else { continue }
            candidates[role] = known + columns
            for column in columns { reasons[role, default: [:]][column] = .values }
        }
    }

    private mutating func take(_ profile: ImportProfile, _ columns: [String]) {
        let lookUp = ColumnLookUp(columns)
        for feed in profile.feeds {
            guard let role = ColumnRole(named: feed.field) else { continue }
            var found: [Int] = []
            for name in feed.columns {
                if let column = lookUp.column(named: name), !found.contains(column) { found.append(column) }
            }
            // What no table of the kind has to have is not missed.
            guard !found.isEmpty else {
                mapping.missed.append(ColumnMapping.Missed(field: feed.field, columns: feed.columns))
                continue
            }
            for column in found where reasons[role]?[column] != .profile { release(column, keeping: .profile) }
            put(found, for: role, .profile)
            if role == .field(.location) {
                let parts: [ColumnRole] = [.city, .region, .country]
                for part in parts where reasons[part]?.values.contains(.profile) != true { candidates[part] = nil }
            }
        }
    }

    private mutating func put(_ columns: [Int], for role: ColumnRole, _ reason: ColumnMapping.Reason) {
        candidates[role] = columns
        reasons[role] = Dictionary(columns.map { ($0, reason) }) { first, _ in first }
    }

    /// Takes a column from all roles but those that it has for a reason that is kept.
    private mutating func release(_ column: Int, keeping kept: ColumnMapping.Reason? = nil) {
        for role in Array(candidates.keys) where kept == nil || reasons[role]?[column] != kept {
            candidates[role]?.removeAll { $0 == column }
        }
    }

    // MARK: Telling

    private mutating func describe(_ columns: [String], contacts: Set<Int>) {
        for field in Field.allCases {
            let roles = [.field(field)] + ColumnRole.parts(of: field)
            let feeding = roles.flatMap { role in self.columns(role).map { (role: role, column: $0) } }
            guard !feeding.isEmpty else { continue }
            mapping.feeds.append(
                ColumnMapping.Feed(
                    field: field, columns: feeding.map { columns[$0.column] },
                    reasons: feeding.map { reasons[$0.role]?[$0.column] ?? .name }))
        }
        let wanted = wanted
        let unused = columns.indices.filter { !wanted[$0] }
        mapping.unused = unused.map { columns[$0] }
        mapping.contacts = unused.filter { contacts.contains($0) || ContactColumn.isOne(columns[$0]) }.map {
            columns[$0]
        }
    }
}

/// Finds columns that a user or a profile names.
struct ColumnLookUp {
    private let columns: [String]
    private var byWords: [String: Int] = [:]

    init(_ columns: [String]) {
        self.columns = columns
        for (index, name) in columns.enumerated() {
            // Keys that only wrap a record: `job.title` is `title`.
            var parts = name.split(separator: ".")[...]
            while parts.count > 1, let first = parts.first, ColumnNames.wrappers.contains(first.lowercased()) {
                parts = parts.dropFirst()
            }
            for key in [Self.key(name), Self.key(parts.joined(separator: "."))] where byWords[key] == nil {
                byWords[key] = index
            }
        }
    }

    /// The column of this name, case and signs between words aside.
    func column(named name: String) -> Int? {
        if let exact = columns.firstIndex(of: name) { return exact }
        let key = Self.key(name)
        return key.isEmpty ? nil : byWords[key]
    }

    private static func key(_ name: String) -> String { ColumnNames.normalisedWords(name).joined(separator: " ") }
}
