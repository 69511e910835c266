internal import StrataModel
public import StrataStorage

/// The records of one input, pulled one by one; memory does not grow with the input.
///
/// Every record of the input comes out as exactly one `Reading`, in the input's order.
public final class RecordStream {
    /// How many records are looked at before the first is handed out, to learn what the columns hold.
    private static let lookahead = 100
    private static let lookaheadBytes = 4 << 20

    public let format: InputFormat
    private let path: String
    private let options: RecordOptions
    private let source: any ByteSource
    private let reader: any RecordReader
    private var cleaner: RecordCleaner
    /// What reads the records of an export of Strata's own; nil where the columns are not an export's.
    private var exported: ExportedRecord?
    /// What reads the records of a file of rejects that was mended; nil where the columns are not those of one.
    private var mended: MendedReject?
    private let record = RawRecord()
    /// Why reading ends behind the records that wait in the queue.
    private var failure: InputError?
    private var row = 0
    private var queue: [Queued] = []
    private var queueHead = 0
    /// Columns whose values look like a role's, learnt from the first records.
    private var values: ValueColumns?

    private enum Queued {
        case record(RawRecord, raw: String)
        case reject(Reject)

        var record: RawRecord? { if case .record(let record, _) = self { record } else { nil } }
    }

    /// Opens an input, finds out its format and its columns.
    ///
    /// - throws: `InputError` when there is nothing that could be read: no such file, no permission, no text, no usable
    ///   column, an unknown column in the map.
    public convenience init(_ input: Input, options: RecordOptions = RecordOptions()) throws {
        try self.init(input, options: options, recordLimit: ByteWindow.recordLimit)
    }

    /// - parameter recordLimit: the largest record that is read, in bytes.
    /// - parameter programSeconds: how long a program may take that turns the input into text.
    init(
        _ input: Input, options: RecordOptions, recordLimit: Int, programSeconds: Int = ProgramRun.seconds
    ) throws {
        let opened = try FormatSniff.open(
            input, options: options, recordLimit: recordLimit, programSeconds: programSeconds)
        path = input.path
        self.options = options
        (format, source, reader) = (opened.format, opened.source, opened.reader)
        cleaner = RecordCleaner(options: options, plan: ColumnPlan(columns: [], mapped: [:]), columns: [])
        try look(ahead: Self.lookahead)
        try replan()
        values = ValueColumns(queue.compactMap(\.record), columns: reader.columns, plan: cleaner.plan)
        try replan()
        try checkProfile()
        learnDateOrders()
        learnCutLengths()
        try checkUsable()
    }

    /// Which column feeds which field; it may grow while JSON brings new keys.
    public var mapping: ColumnMapping { cleaner.plan.mapping }

    /// How the input is laid out, where it is a table of text.
    public var table: TableLayout? { (reader as? DelimitedReader)?.layout }

    /// Bytes read so far of the input, in its own encoding.
    public var bytesRead: Int64 { source.bytesRead }

    /// The input's size, nil for a pipe.
    public var totalBytes: Int64? { source.totalBytes }

    /// What was mended in the texts so far.
    public private(set) var repairs = Repairs()

    /// The next record, nil at the end.
    ///
    /// - throws: `InputError` when reading can't go on: the system fails, or HTML is met and libxml2 is missing.
    public func next() throws -> Reading? {
        if queueHead < queue.count {
            let queued = queue[queueHead]
            queueHead += 1
            if queueHead == queue.count { (queue, queueHead) = ([], 0) }
            switch queued {
            case .record(let record, let raw): return try clean(record, raw: raw)
            case .reject(let reject): return .reject(reject)
            }
        }
        switch try readRecord() {
        case .end: return nil
        case .reject(let reason):
            row += 1
            return .reject(reject(row: row, line: record.line, reason: reason, raw: reader.rawText()))
        case .record:
            row += 1
            record.row = row
            return try clean(record, raw: nil)
        }
    }

    /// Reads past records without cleaning them, to go on where an earlier run stopped.
    public func skip(_ rows: Int) throws {
        var remaining = rows
        while remaining > 0, queueHead < queue.count {
            queueHead += 1
            remaining -= 1
        }
        if queueHead == queue.count { (queue, queueHead) = ([], 0) }
        while remaining > 0 {
            if case .end = try readRecord() { return }
            row += 1
            remaining -= 1
        }
    }

    private func clean(_ record: RawRecord, raw: String?) throws -> Reading {
        if reader.mayGrow, reader.columns.count > cleaner.plan.columnCount { try replan() }
        var record = record
        if let mended {
            switch mended.read(record) {
            case .record(let cells): record = cells
            case .reading(.reject(let reason)):
                return .reject(
                    reject(
                        row: record.row, line: record.line, reason: reason.reason, raw: raw ?? reader.rawText()))
            case .reading(.jd(let jd, _)): return .jd(jd, row: record.row)
            }
        }
        do throws(ExportedRecord.Fault) {
            if let jd = try exported?.read(record) { return .jd(jd, row: record.row) }
        } catch {
            return .reject(
                reject(row: record.row, line: record.line, reason: error.reason, raw: raw ?? reader.rawText()))
        }
        let outcome = cleaner.clean(record)
        repairs += cleaner.cleaner.repairs
        cleaner.cleaner.repairs = Repairs()
        if let failure = cleaner.cleaner.failure {
            cleaner.cleaner.failure = nil
            guard failure != .missingLibrary else {
                throw InputError(.missingProgram, path: path, line: record.line, failure.message)
            }
            let raw = raw ?? reader.rawText()
            return .reject(reject(row: record.row, line: record.line, reason: failure.message, raw: raw))
        }
        switch outcome {
        case .jd(let jd): return .jd(options.redact ? jd.redacted : jd, row: record.row)
        case .unusable(var reason):
            if let part = record.part { reason = "\(part): \(reason)" }
            return .reject(reject(row: record.row, line: record.line, reason: reason, raw: raw ?? reader.rawText()))
        }
    }

    private func reject(row: Int, line: Int?, reason: String, raw: String) -> Reject {
        Reject(row: row, line: line, reason: reason, raw: options.redact ? Redaction.masked(raw).text : raw)
    }

    private func look(ahead count: Int) throws {
        var bytes = 0
        while queue.count < count, bytes < Self.lookaheadBytes {
            let reading: RawReading
            do {
                reading = try readRecord()
            } catch let error as InputError where !queue.isEmpty {
                failure = error
                return
            }
            switch reading {
            case .end: return
            case .reject(let reason):
                row += 1
                let raw = reader.rawText()
                bytes += raw.utf8.count
                queue.append(.reject(reject(row: row, line: record.line, reason: reason, raw: raw)))
            case .record:
                row += 1
                record.row = row
                let raw = reader.rawText()
                bytes += record.bytes.count + raw.utf8.count
                queue.append(.record(record.copy(), raw: raw))
            }
        }
    }

    /// Reads on; an error says behind which row it came.
    private func readRecord() throws -> RawReading {
        if let failure { throw failure }
        do {
            let reading = try reader.read(into: record)
            if case .record = reading { source.noteRecord() }
            return reading
        } catch var error as InputError {
            if row > 0, error.line == nil { error.message = "behind row \(row): \(error.message)" }
            throw error
        }
    }

    /// Plans anew for the columns that are known now.
    private func replan() throws {
        let columns = reader.columns
        let mapped = try mappedColumns(columns)
        let (orders, lengths) = (cleaner.dateOrders, cleaner.cutLengths)
        let plan = ColumnPlan(columns: columns, mapped: mapped, profile: options.profile, values: values)
        cleaner = RecordCleaner(options: options, plan: plan, columns: columns)
        (cleaner.dateOrders, cleaner.cutLengths) = (orders, lengths)
        exported = ExportedRecord(columns: columns, format: format, options: options)
        var wanted = cleaner.plan.wanted
        mended = MendedReject(columns: columns, format: format, options: options)
        for column in (exported?.wanted ?? []) + (mended?.wanted ?? []) { wanted[column] = true }
        reader.wanted = wanted
    }

    private func mappedColumns(_ columns: [String]) throws -> [Field: Int] {
        var mapped: [Field: Int] = [:]
        for (field, name) in options.map {
            guard let column = Self.column(named: name, in: columns) else {
                // In JSON a key may come later than the first records.
                if reader.mayGrow, !columns.isEmpty, cleaner.plan.columnCount > 0 { continue }
                let names = columns.prefix(60).joined(separator: ", ")
                throw InputError(
                    .unknownColumn, path: path,
                    "--map \(field.rawValue)=\(name): there is no such column; there are: \(names)")
            }
            mapped[field] = column
        }
        return mapped
    }

    private static func column(named name: String, in columns: [String]) -> Int? {
        if let found = ColumnLookUp(columns).column(named: name) { return found }
        guard let number = Int(name), columns.indices.contains(number - 1) else { return nil }
        return number - 1
    }

    /// A profile whose columns for title and text are not there is that of another system.
    private func checkProfile() throws {
        guard let profile = options.profile, !queue.isEmpty else { return }
        let missed = cleaner.plan.mapping.missed
        let telling = profile.feeds.map(\.field).filter { $0 == Field.title.rawValue || $0 == Field.text.rawValue }
        let isOther =
            missed.count == profile.feeds.count
            || !telling.isEmpty && telling.allSatisfy { field in missed.contains { $0.field == field } }
        guard isOther else { return }
        throw InputError(
            .unknownColumn, path: path,
            "profile '\(profile.name)' finds no column for \(missed.map(\.field).joined(separator: ", ")): see what it "
                + "looks for with 'strata profiles show \(profile.name)', or import without --profile; there are: "
                + reader.columns.prefix(60).joined(separator: ", "))
    }

    /// Learns from the first records whether a column writes the day or the month first.
    private func learnDateOrders() {
        let columns = cleaner.plan.columns(.postedOn) + cleaner.plan.columns(.scrapedAt)
        let records = queue.compactMap(\.record)
        var texts: [Int: [String]] = [:]
        // A copy: what it mends is mended, and counted, when the records are handed out.
        var scout = cleaner
        for column in columns { texts[column] = records.compactMap { scout.line(column, $0) } }
        cleaner.dateOrders = DateOrder.learnt(from: texts, names: reader.columns)
    }

    /// Learns from the first records whether a column's texts all end at one length.
    private func learnCutLengths() {
        let records = queue.compactMap(\.record)
        var scout = cleaner.cleaner
        for column in cleaner.plan.columns(.text) {
            let texts = records.compactMap { record in
                record.withValue(column, joinedBy: "\n") { scout.text($0) }
            }
            cleaner.cutLengths[column] = Truncation.limit(of: texts)
        }
    }

    private func checkUsable() throws {
        guard !queue.isEmpty else {
            let what = reader.columns.isEmpty ? "no records" : "a header and no rows"
            throw InputError(.empty, path: path, "it holds \(what): there is nothing to import")
        }
        let isTable = queue.contains { if case .record = $0 { true } else { false } }
        guard isTable, !cleaner.plan.isUsable, mended == nil else { return }
        guard !reader.columns.isEmpty else {
            throw InputError(.empty, path: path, "its records hold no values: there is nothing to import")
        }
        let names = reader.columns.prefix(60).joined(separator: ", ")
        throw InputError(
            .noUsableColumn, path: path,
            "no column looks like a title or a description (there are: \(names)): name one, "
                + "for example --map title=\"\(reader.columns.first ?? "COLUMN")\"")
    }
}
