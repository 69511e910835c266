import StrataModel
import StrataStorage

/// JDs and verdicts made up for the tests of storage.
enum Sample {
    static func jd(
        id: String? = nil, source: String = "default", title: String = "Data Engineer", company: String? = "Acme",
        location: String? = "Berlin", on date: String? = nil, text: String = "We need Airflow and Spark."
    ) -> JobDescription {
        JobDescription(
            externalID: id, source: source, title: title, company: company, location: location,
            postedOn: date.flatMap { CalendarDate(iso: $0) }, text: text)
    }

    static func verdict(needs: [Layer] = [.dataEngineering]) -> Verdict {
        let airflow = Evidence(
            skill: "apache-airflow", name: "Apache Airflow", kind: .tool, requirement: .required, count: 1,
            spans: [Span(start: 8, end: 15)], contributions: OutcomeValues([(.layer(.dataEngineering), 1)]))
        return Verdict(
            role: "data-engineer", seniority: .senior, primary: needs.first, needs: needs, bias: OutcomeValues(),
            scores: OutcomeValues([(.layer(.dataEngineering), 1)]),
            shares: OutcomeValues([(.layer(.dataEngineering), 0.7), (.layer(.mlops), 0.2), (.outside, 0.1)]),
            evidence: [airflow], justification: "Mostly Data Engineering.")
    }

    static func row(_ jd: JobDescription, needs: [Layer] = [.dataEngineering]) -> PreparedRow {
        .jd(PreparedJD(jd: jd, verdict: verdict(needs: needs)))
    }
}

extension Store {
    /// Imports rows as one file of one run.
    ///
    /// - parameter chunk: how many rows have their words turned over together before they are stored, as an import's threads
    ///   do it; nil for leaving that to the writer.
    @discardableResult
    func importFile(
        _ rows: [PreparedRow], named name: String = "jobs.csv", chunk: Int? = nil
    ) throws -> ImportCounts {
        let writer = try RunWriter(store: self, options: name, startedAt: "2026-11-23T00:00:00Z")
        var progress = try writer.begin(path: name, format: "csv", fingerprint: "1")
        for start in stride(from: 0, to: rows.count, by: chunk ?? max(1, rows.count)) {
            let part = Array(rows[start..<min(rows.count, start + (chunk ?? rows.count))])
            let words = chunk == nil ? nil : writer.textIndexer?.run(of: part)
            try writer.store(part, words: words, of: &progress, seconds: 0)
        }
        try writer.commit(progress)
        try writer.finish(progress, error: nil)
        try writer.finish(at: "2026-11-23T00:00:01Z")
        return progress.counts
    }
}
