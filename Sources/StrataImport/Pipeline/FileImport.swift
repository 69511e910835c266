internal import StrataModel
internal import Dispatch
internal import StrataClassify
internal import StrataStorage

/// Imports one file of a run.
struct FileImport {
    private let input: Input
    private let writer: RunWriter
    private let classifier: Classifier
    private let options: RecordOptions

    /// Rows that go from the reading thread to the writing one at a time.
    private static let chunkRows = 256

    init(_ input: Input, writer: RunWriter, classifier: Classifier, options: RecordOptions) {
        self.input = input
        self.writer = writer
        self.classifier = classifier
        self.options = options
    }

    /// - parameter stream: the input, when it is open already.
    /// - throws: `StoreError`; what is wrong with the file goes into the summary.
    func run(
        stream opened: RecordStream?, report: (Int64, Int64?, ImportCounts) -> Void
    ) throws -> FileSummary {
        var summary = FileSummary(path: input.path, format: nil, counts: ImportCounts(), seconds: 0, error: nil)
        let stream: RecordStream
        do {
            stream = try opened ?? RecordStream(input, options: options)
        } catch let error as InputError {
            summary.error = error.description
            try writer.note(path: input.path, error: error.description)
            return summary
        }
        summary.format = stream.format
        var progress = try writer.begin(
            path: input.path, format: stream.format.rawValue, fingerprint: input.fingerprint, table: stream.table)
        if !progress.isFinished {
            summary.error = try copy(stream, &progress, &summary.repairs, report)
            // The reading thread has ended with the last chunk.
            summary.notes = stream.mapping.notes(of: options.profile)
            try writer.finish(progress, error: summary.error)
        }
        summary.counts = progress.counts
        summary.seconds = progress.seconds
        return summary
    }

    /// Reads on a thread of its own, classifies on as many as there are cores, writes on this one.
    ///
    /// - returns: why the file could not be read to its end.
    private func copy(
        _ stream: RecordStream, _ progress: inout FileProgress, _ repairs: inout Repairs,
        _ report: (Int64, Int64?, ImportCounts) -> Void
    ) throws -> String? {
        let clock = ContinuousClock()
        var last = clock.now
        let channel = Channel<Promise<Chunk>>(capacity: 8)
        let reader = ChunkReader(
            stream, classifier: classifier, indexer: writer.textIndexer, skipping: progress.counts.rows)
        DispatchQueue(label: "strata.read").async { reader.run(into: channel) }
        do {
            while let chunk = channel.receive()?.value() {
                let now = clock.now
                try writer.store(chunk.rows, words: chunk.words, of: &progress, seconds: (now - last).inSeconds)
                last = now
                report(chunk.bytesRead, chunk.totalBytes, progress.counts)
                repairs = chunk.repairs
                if chunk.isLast {
                    try writer.commit(progress)
                    progress.add(seconds: (clock.now - last).inSeconds)
                    return chunk.error
                }
            }
            return nil
        } catch {
            channel.close()
            throw error
        }
    }

    /// Rows on their way to the writer.
    struct Chunk: Sendable {
        var rows: [PreparedRow] = []
        var words: TextRun?
        var bytesRead: Int64 = 0
        var totalBytes: Int64?
        /// What was mended so far.
        var repairs = Repairs()
        var isLast = false
        var error: String?
    }

    /// The reading side. It alone touches the stream once it runs.
    final class ChunkReader: @unchecked Sendable {
        private let stream: RecordStream
        private let classifier: Classifier
        private let indexer: TextIndexer?
        private let skipped: Int
        private let workers = DispatchQueue(label: "strata.classify", attributes: .concurrent)

        init(_ stream: RecordStream, classifier: Classifier, indexer: TextIndexer?, skipping: Int) {
            self.indexer = indexer
            self.stream = stream
            self.classifier = classifier
            skipped = skipping
        }

        func run(into channel: Channel<Promise<Chunk>>) {
            var last = Chunk(isLast: true)
            var readings: [Reading] = []
            do {
                if skipped > 0 { try stream.skip(skipped) }
                while let reading = try stream.next() {
                    readings.append(reading)
                    guard readings.count >= FileImport.chunkRows else { continue }
                    guard channel.send(promise(Chunk(), of: readings)) else { return }
                    readings = []
                }
            } catch {
                last.error = String(describing: error)
            }
            _ = channel.send(promise(last, of: readings))
        }

        /// The chunk with its rows, which a worker makes while the next are read.
        private func promise(_ chunk: Chunk, of readings: [Reading]) -> Promise<Chunk> {
            var chunk = chunk
            chunk.bytesRead = stream.bytesRead
            chunk.totalBytes = stream.totalBytes
            chunk.repairs = stream.repairs
            let promise = Promise<Chunk>()
            workers.async { [chunk] in
                var chunk = chunk
                chunk.rows = readings.map(self.prepare)
                chunk.words = self.indexer?.run(of: chunk.rows)
                promise.keep(chunk)
            }
            return promise
        }

        private func prepare(_ reading: Reading) -> PreparedRow {
            switch reading {
            case .jd(var jd, _):
                // A title that names the step knows better than a board's choice of five levels, and that better than
                // what the text lets one guess.
                if jd.history == nil {
                    jd.seniority = classifier.seniority(ofTitle: jd.title, text: "") ?? jd.seniority
                }
                return .jd(
                    PreparedJD(
                        jd: jd, verdict: classifier.verdict(title: jd.title, company: jd.company, text: jd.text),
                        minima: TextSketch(title: jd.title, company: jd.company, text: jd.text)?.bytes ?? []))
            case .reject(let reject):
                return .rejected(
                    RejectedRow(row: reject.row, line: reject.line, reason: reject.reason, raw: reject.raw))
            }
        }
    }
}

extension Duration {
    fileprivate var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
