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
                        columns: [.init("field", "field"), .init("columns", "taken from")],
                        rows: mapping.feeds.map {
                            [.text($0.field.rawValue), .text($0.columns.joined(separator: ", else "))]
                        })))
        }
        if !mapping.unused.isEmpty {
            let names = mapping.unused.map { $0.isEmpty ? "(unnamed)" : $0 }
            blocks.append(.note("Not used: \(names.joined(separator: ", ")). Use one with --map FIELD=COLUMN."))
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
            ("title", jd.title), ("company", jd.company), ("location", jd.location),
            ("posted on", jd.postedOn?.description ?? jd.postedRaw.map { "undated (\($0))" }),
            ("salary", jd.salary?.text ?? jd.salaryRaw.map { "not read (\($0))" }),
            ("seniority", jd.seniority?.rawValue), ("id", jd.externalID), ("source", jd.source),
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
            ("unused", .array(mapping.unused.map { .string($0) })),
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
            ("company", .string(jd.company)), ("location", .string(jd.location)),
            ("posted_on", .string(jd.postedOn?.description)), ("posted_raw", .string(jd.postedRaw)),
            ("seniority", .string(jd.seniority?.rawValue)),
            (
                "salary",
                jd.salary.map {
                    .object([
                        ("min", .number($0.min)), ("max", .number($0.max)), ("currency", .string($0.currency)),
                        ("period", .string($0.period?.rawValue)),
                    ])
                } ?? .null
            ),
            ("text", .string(jd.text)),
        ])
    }
}
