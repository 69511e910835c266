public import StrataModel

extension RunCounts {
    var members: [(key: String, value: JSONValue)] {
        [
            ("rows", .integer(rows)), ("imported", .integer(imported)), ("updated", .integer(updated)),
            ("duplicates", .integer(duplicates)), ("rejected", .integer(rejected)), ("sightings", .integer(sightings)),
        ]
    }
}

extension RunList {
    /// What `runs --format json` prints.
    public var json: JSONValue { .object([("total", .integer(total)), ("runs", .array(items))]) }

    /// What JSON Lines holds: a run a line.
    public var items: [JSONValue] { runs.map { .object($0.members) } }
}

extension RunDetail {
    /// What `runs show --format json` prints.
    public var json: JSONValue {
        .object(summary.members + [("contents", .array(files.map(\.json))), ("rejects", .array(rejectItems))])
    }

    /// The rejects alone, one a line.
    public var rejectItems: [JSONValue] { rejects.map(\.json) }
}

extension RunSummary {
    fileprivate var members: [(key: String, value: JSONValue)] {
        [
            ("id", .integer(Int(id))), ("started_at", .string(startedAt)), ("finished_at", .string(finishedAt)),
            ("undone_at", .string(undoneAt)),
            ("files", .integer(files)),
        ] + counts.members + [("seconds", .number(seconds))]
    }
}

extension RunFile {
    fileprivate var json: JSONValue {
        .object(
            [("path", .string(path)), ("format", .string(format))] + counts.members + [
                ("seconds", .number(seconds)), ("finished", .bool(isFinished)), ("error", .string(error)),
            ])
    }
}

extension RejectedRecord {
    fileprivate var json: JSONValue {
        .object([
            ("path", .string(path)), ("row", .integer(row)), ("line", .integer(line)), ("reason", .string(reason)),
            ("raw", .string(raw)),
        ])
    }
}
