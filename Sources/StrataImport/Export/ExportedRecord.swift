internal import StrataModel

/// Reads records of an export of Strata's own, known by its keys: values as they stand, where other files' are cleaned.
struct ExportedRecord {
    /// What an export's record cannot be.
    struct Fault: Error {
        /// What is wrong and how to mend it.
        var reason: String
    }

    private let columns: [String: Int]
    private let isTable: Bool
    private let source: String?

    /// - parameter format: cells of a table are kept from running as formulas.
    /// - returns: nil when the columns are not those of an export.
    init?(columns names: [String], format: InputFormat, options: RecordOptions) {
        guard options.map.isEmpty, format == .csv || format == .json || format == .jsonl else { return nil }
        isTable = format == .csv
        source = options.source
        columns = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        let sightings = isTable ? ["sightings_seen"] : ["sightings_seen.date", "sightings_seen.source"]
        guard
            (["source", "title", "text", "external_id", "primary_layer"] + sightings).allSatisfy({ columns[$0] != nil })
        else { return nil }
    }

    /// The columns that are wanted for it.
    var wanted: [Int] {
        let keys = Self.keys + (isTable ? ["sightings_seen"] : Self.seenKeys.map { "sightings_seen.\($0)" })
        return keys.compactMap { columns[$0] }
    }

    /// - returns: nil for a record that is none of an export's.
    /// - throws: ``Fault``.
    func read(_ record: RawRecord) throws(Fault) -> JobDescription? {
        let seen = isTable ? columns["sightings_seen"] : columns["sightings_seen.date"]
        guard let seen, record.holds(seen) else { return nil }
        var jd = JobDescription(
            externalID: text("external_id", record), source: source ?? text("source", record) ?? "default",
            title: text("title", record) ?? "", company: text("company", record), location: text("location", record),
            place: Place(
                city: text("city", record), region: text("region", record), country: text("country", record),
                workplace: try value("workplace", record) { Workplace(rawValue: $0) }),
            postedOn: try value("posted_on", record) { CalendarDate(iso: $0) }, postedRaw: text("posted_raw", record),
            seniority: try value("seniority", record) { Seniority(rawValue: $0) }, salary: try salary(record),
            salaryRaw: text("salary_raw", record), employmentType: text("employment_type", record),
            url: text("url", record), text: text("text", record) ?? "",
            language: text("language", record),
            isTruncated: try value("truncated", record) { Bool($0) } ?? false,
            masked: try value("masked", record) { Int($0) } ?? 0)
        guard !jd.title.isEmpty || !jd.text.isEmpty else {
            throw Fault(reason: "neither title nor text: an export's record has one of them")
        }
        jd.history = JDHistory(
            seen: try isTable ? seenInTable(record) : seenInJSON(record),
            label: try value("label", record) { Outcome(label: $0) }, labelledAt: text("labelled_at", record))
        return jd
    }

    private static let keys = [
        "source", "external_id", "title", "company", "location", "city", "region", "country", "workplace", "posted_on",
        "posted_raw", "seniority", "salary_min",
        "salary_max", "salary_currency", "salary_period", "salary_raw", "employment_type", "url", "language",
        "truncated", "masked", "label",
        "labelled_at", "text",
    ]
    private static let seenKeys = ["date", "source", "content", "counted"]

    private func text(_ key: String, _ record: RawRecord) -> String? {
        guard let column = columns[key], let text = record.withValue(column, { TextDecoding.string($0) }) else {
            return nil
        }
        return isTable ? SpreadsheetText.unguarded(text) : text
    }

    private func value<Value>(
        _ key: String, _ record: RawRecord, _ read: (String) -> Value?
    ) throws(Fault) -> Value? {
        guard let text = text(key, record) else { return nil }
        guard let value = read(text) else {
            throw Fault(reason: "\(key) is not what an export of Strata's says there: put it right, or leave it empty")
        }
        return value
    }

    private func salary(_ record: RawRecord) throws(Fault) -> Salary? {
        let ends = (
            try value("salary_min", record) { Double($0) }, try value("salary_max", record) { Double($0) }
        )
        guard ends.0 != nil || ends.1 != nil else { return nil }
        return Salary(
            min: ends.0, max: ends.1, currency: text("salary_currency", record),
            period: try value("salary_period", record) { Salary.Period(rawValue: $0) })
    }

    // MARK: Sightings

    private func seenInJSON(_ record: RawRecord) throws(Fault) -> [JDHistory.Seen] {
        let parts = Self.seenKeys.map { key in
            columns["sightings_seen.\(key)"].map { record.cells(of: $0).map { TextDecoding.string($0.bytes) } } ?? []
        }
        guard parts.allSatisfy({ $0.count == parts[0].count }) else { throw Self.brokenSighting }
        var seen: [JDHistory.Seen] = []
        for index in parts[0].indices { seen.append(try Self.seen(parts.map { $0[index] })) }
        return seen
    }

    private func seenInTable(_ record: RawRecord) throws(Fault) -> [JDHistory.Seen] {
        guard let text = text("sightings_seen", record), case .array(let values) = JSONTree.read(text) else {
            throw Self.brokenSighting
        }
        var seen: [JDHistory.Seen] = []
        for value in values {
            seen.append(
                try Self.seen(
                    Self.seenKeys.map { key in
                        if case .string(let part) = value[key] { part } else { "" }
                    }))
        }
        return seen
    }

    /// - parameter parts: date, source, content, counted.
    private static func seen(_ parts: [String]) throws(Fault) -> JDHistory.Seen {
        let date = CalendarDate(iso: parts[0])
        guard date != nil || parts[0] == JDHistory.undated, !parts[1].isEmpty,
            let content = UInt64(parts[2], radix: 16), ["true", "false"].contains(parts[3])
        else { throw brokenSighting }
        return JDHistory.Seen(
            source: parts[1], postedOn: date, content: Int64(bitPattern: content), isCounted: parts[3] == "true")
    }

    private static let brokenSighting = Fault(
        reason:
            "sightings_seen: each has a date (or \"\(JDHistory.undated)\"), a source, a content and counted, as exported"
    )
}
