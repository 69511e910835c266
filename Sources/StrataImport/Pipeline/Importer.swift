public import StrataClassify
public import StrataStorage

/// Imports files: reader -> record -> verdict on one thread, the writer on another.
public struct Importer: Sendable {
    private let inputs: [Input]
    private let options: RecordOptions

    /// - parameter inputs: at least one file.
    public init(_ inputs: [Input], options: RecordOptions) {
        // A file named twice is read once.
        var seen: Set<String> = []
        self.inputs = inputs.filter { seen.insert($0.path).inserted }
        self.options = options
    }

    /// Imports all inputs as one run.
    ///
    /// A file that cannot be read does not stop the others; its error stands in the summary.
    ///
    /// - parameter command: the command in a form that is equal for equal commands: a killed run is known by it.
    /// - parameter now: UTC time, ISO 8601; for the run's record only, no date of a JD depends on it.
    /// - parameter open: opens the database, called when the first input has turned out to be readable.
    /// - parameter report: told now and then how far the import is.
    /// - parameter reportGrouping: told how many JDs have been compared with the others, and of how many.
    /// - throws: ``InputError`` when no input can be read, the database then being untouched; `StoreError`.
    public func run(
        command: String, now: () -> String,
        open: () throws -> (Store, Classifier),
        report: (ImportProgress) -> Void = { _ in }, reportGrouping: (Int, Int) -> Void = { _, _ in }
    ) throws -> ImportSummary {
        let first = try openFirst()
        let (store, classifier) = try open()
        let writer = try RunWriter(store: store, options: command, startedAt: now())
        var summary = ImportSummary(run: writer.run, isResumed: writer.isResumed, files: first.failed)
        for failed in first.failed { try writer.note(path: failed.path, error: failed.error ?? "") }
        for index in first.failed.count..<inputs.count {
            summary.files.append(
                try FileImport(inputs[index], writer: writer, classifier: classifier, options: options)
                    .run(stream: index == first.failed.count ? first.stream : nil) { bytes, total, counts in
                        report(
                            ImportProgress(
                                path: inputs[index].path, file: index + 1, files: inputs.count, bytesRead: bytes,
                                totalBytes: total, counts: counts))
                    })
        }
        try group(store, &summary, reportGrouping)
        try writer.finish(at: now())
        if options.redact {
            let masked = try store.masked(inRun: writer.run)
            summary.masked = ImportSummary.Masked(jds: masked.jds, items: masked.items)
        }
        return summary
    }

    private func group(_ store: Store, _ summary: inout ImportSummary, _ report: (Int, Int) -> Void) throws {
        let clock = ContinuousClock()
        summary.groupingSeconds =
            try clock.measure { try DuplicateGrouping(store).run(report: report) } / .seconds(1)
        summary.repeats = try store.repeats(inRun: summary.run)
    }

    /// The first input that opens, and those before it that do not.
    private func openFirst() throws -> (stream: RecordStream, failed: [FileSummary]) {
        var failed: [FileSummary] = []
        var firstError: InputError?
        for input in inputs {
            do {
                return (try RecordStream(input, options: options), failed)
            } catch let error as InputError {
                firstError = firstError ?? error
                failed.append(
                    FileSummary(
                        path: input.path, format: nil, counts: ImportCounts(), seconds: 0, error: error.description))
            }
        }
        throw firstError ?? InputError(.notFound, path: "", "no file to import")
    }
}
