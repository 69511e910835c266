internal import StrataImport
internal import StrataModel
internal import StrataQuery

/// How files would be read: the mapping of their columns and their first records.
struct DryRun {
    private let inputs: [Input]
    private let options: RecordOptions

    /// Records shown of each file.
    private static let shown = 5
    /// Files of a folder that are looked into.
    private static let files = 5

    init(_ inputs: [Input], options: RecordOptions) {
        self.inputs = inputs
        self.options = options
    }

    func write(_ output: OutputOptions) throws {
        let looks = try inputs.prefix(Self.files).map(look)
        var document = Document(title: "Dry run: nothing is stored")
        for look in looks { document.blocks += look.blocks }
        if inputs.count > looks.count {
            document.blocks.append(.note("\(inputs.count - looks.count) more files are not shown."))
        }
        try output.write(document: document, json: .object([("files", .array(looks.map(\.json)))]))
    }

    fileprivate struct Look {
        var path: String
        var format: InputFormat
        var mapping: ColumnMapping
        var jds: [JobDescription]
        var rejects: [Reject]
    }

    private func look(_ input: Input) throws -> Look {
        let stream = try RecordStream(input, options: options)
        var look = Look(path: input.path, format: stream.format, mapping: stream.mapping, jds: [], rejects: [])
        while look.jds.count < Self.shown, look.rejects.count < Self.shown, let reading = try stream.next() {
            switch reading {
            case .jd(let jd, _): look.jds.append(jd)
            case .reject(let reject): look.rejects.append(reject)
            }
        }
        look.mapping = stream.mapping
        return look
    }
}

extension DryRun.Look {
    fileprivate var blocks: [Block] {
        var blocks: [Block] = [.heading("\(path) (\(format.rawValue))")]
        if !mapping.feeds.isEmpty {
            blocks.append(
                .table(
                    Table(
                        columns: [
                            .init("field", "field"), .init("columns", "taken from"), .init("why", "because of its"),
                        ],
                        rows: mapping.feeds.map { feed in
                            [
                                .text(feed.field.rawValue), .text(feed.columns.joined(separator: ", else ")),
                                .text(feed.why),
                            ]
                        })))
        }
        if !mapping.missed.isEmpty {
            let fields = mapping.missed.map(\.field).joined(separator: ", ")
            blocks.append(.note("The profile found no column for \(fields); its columns: 'strata profiles show NAME'."))
        }
        let unused = mapping.unused.filter { !mapping.contacts.contains($0) }
        if !unused.isEmpty {
            let names = unused.map { $0.isEmpty ? "(unnamed)" : $0 }
            blocks.append(.note("Not used: \(names.joined(separator: ", ")). Use one with --map FIELD=COLUMN."))
        }
        if !mapping.contacts.isEmpty {
            blocks.append(
                .note(
                    "Not imported, as they may hold people's contacts: \(mapping.contacts.joined(separator: ", ")). "
                        + "Only --map FIELD=COLUMN takes one."))
        }
        for jd in jds {
            blocks.append(.facts(Self.facts(jd)))
        }
        for reject in rejects {
            let place = reject.line.map { "line \($0)" } ?? "row \(reject.row)"
            blocks.append(.note("Would be rejected, \(place): \(reject.reason)"))
        }
        return blocks
    }

    private static func facts(_ jd: JobDescription) -> [Fact] {
        let text = jd.text.prefix(160).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let facts: [(String, String?)] = [
            ("title", jd.title), ("company", jd.company), ("location", jd.location), ("city", jd.place.city),
            ("region", jd.place.region), ("country", jd.place.country), ("workplace", jd.place.workplace?.rawValue),
            ("posted on", jd.postedOn?.description ?? jd.postedRaw.map { "undated (\($0))" }),
            ("salary", jd.salary?.textWithYear ?? jd.salaryRaw.map { "not read (\($0))" }),
            ("seniority", jd.seniority?.rawValue), ("employment", jd.employmentType), ("id", jd.externalID),
            ("source", jd.source), ("url", jd.url), ("language", jd.language),
            ("truncated", jd.isTruncated ? "yes: the source cut the text off" : nil),
            ("masked", jd.masked > 0 ? "\(jd.masked) addresses, numbers and names" : nil),
            ("text", jd.text.isEmpty ? "none: a title alone" : "\(text)… (\(jd.text.utf8.count) bytes)"),
        ]
        return facts.compactMap { name, value in value.map { Fact(name, $0) } }
    }

    fileprivate var json: JSONValue {
        .object([
            ("path", .string(path)), ("format", .string(format.rawValue)),
            (
                "mapping",
                .object(mapping.feeds.map { ($0.field.rawValue, .array($0.columns.map { .string($0) })) })
            ),
            (
                "reasons",
                .object(mapping.feeds.map { ($0.field.rawValue, .array($0.reasons.map { .string($0.rawValue) })) })
            ),
            ("unused", .array(mapping.unused.map { .string($0) })),
            ("contacts", .array(mapping.contacts.map { .string($0) })),
            (
                "missed",
                .object(mapping.missed.map { ($0.field, .array($0.columns.map { .string($0) })) })
            ),
            ("jds", .array(jds.map(Self.json))),
            (
                "rejects",
                .array(
                    rejects.map {
                        .object([
                            ("row", .integer($0.row)), ("line", .integer($0.line)), ("reason", .string($0.reason)),
                        ])
                    })
            ),
        ])
    }

    private static func json(_ jd: JobDescription) -> JSONValue {
        .object([
            ("external_id", .string(jd.externalID)), ("source", .string(jd.source)), ("title", .string(jd.title)),
            ("company", .string(jd.company)), ("location", .string(jd.location)), ("city", .string(jd.place.city)),
            ("region", .string(jd.place.region)), ("country", .string(jd.place.country)),
            ("workplace", .string(jd.place.workplace?.rawValue)), ("employment_type", .string(jd.employmentType)),
            ("url", .string(jd.url)), ("language", .string(jd.language)), ("truncated", .bool(jd.isTruncated)),
            ("masked", .integer(jd.masked)),
            ("posted_on", .string(jd.postedOn?.description)), ("posted_raw", .string(jd.postedRaw)),
            ("seniority", .string(jd.seniority?.rawValue)),
            (
                "salary",
                jd.salary.map {
                    .object([
                        ("min", .number($0.min)), ("max", .number($0.max)), ("currency", .string($0.currency)),
                        ("period", .string($0.period?.rawValue)), ("yearly_min", .number($0.yearlyMin)),
                        ("yearly_max", .number($0.yearlyMax)),
                    ])
                } ?? .null
            ),
            ("text", .string(jd.text)),
        ])
    }
}

extension ColumnMapping.Feed {
    /// Why its columns are taken, each reason once.
    fileprivate var why: String {
        var seen: [String] = []
        for reason in reasons where !seen.contains(reason.rawValue) { seen.append(reason.rawValue) }
        return seen.joined(separator: ", ")
    }
}
