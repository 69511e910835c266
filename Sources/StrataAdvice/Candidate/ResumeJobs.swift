internal import StrataModel

/// The dated jobs of a résumé.
struct ResumeJobs {
    struct Job {
        /// The blocks that tell of it, its own line first.
        var blocks: Range<Int>
        var range: ResumeRange
    }

    let jobs: [Job]
    /// By block, the number of its job.
    private let jobOfBlock: [Int?]
    /// What "present" means.
    let present: ResumePresent

    init(_ text: ResumeText, _ sections: ResumeSections, _ rules: CandidateRules, asOf: CalendarDate?) {
        let dates = ResumeDates(text: text, vocabulary: rules.words)
        var words = [[ResumeText.Word]](repeating: [], count: text.blocks.count)
        for sentence in text.sentences { words[sentence.block] += sentence.words }
        let present = Self.present(text, dates, rules, asOf)
        var jobs: [Job] = []
        var jobOfBlock = [Int?](repeating: nil, count: text.blocks.count)
        var current: Int?
        for block in text.blocks.indices {
            if sections.isHeading[block] || block > 0 && sections.sections[block] != sections.sections[block - 1] {
                current = nil
            }
            guard Self.mayWork(sections.sections[block], words[block], rules.words) else {
                current = nil
                continue
            }
            if let range = dates.range(in: words[block]), !text.blocks[block].isBullet || current == nil {
                guard Self.isSound(range, present) else { continue }
                jobs.append(Job(blocks: block..<block + 1, range: range))
                current = jobs.count - 1
            }
            guard let current else { continue }
            jobOfBlock[block] = current
            jobs[current].blocks = jobs[current].blocks.lowerBound..<block + 1
        }
        (self.jobs, self.jobOfBlock, self.present) = (jobs, jobOfBlock, present)
    }

    func job(ofBlock block: Int) -> Int? { jobOfBlock[block] }

    /// The job that goes on or ended last, of several the first in the document.
    var latest: Int? {
        jobs.indices.max { left, right in
            let (a, b) = (interval(jobs[left].range).end, interval(jobs[right].range).end)
            return a != b ? a < b : left > right
        }
    }

    /// How long some jobs took together, in years: what lies in several counts once.
    func years(of numbers: some Sequence<Int>) -> Double {
        let spans = numbers.map { interval(jobs[$0].range) }.sorted { $0.start < $1.start }
        var (total, end) = (0.0, -Double.infinity)
        for span in spans where span.end > end {
            total += span.end - max(span.start, end)
            end = span.end
        }
        return total / 12
    }

    /// When the earliest of them began that go on, whose length hangs on what "present" means.
    func ongoing(_ numbers: some Sequence<Int>) -> ResumeMonth? {
        numbers.map { jobs[$0].range }.filter { $0.end == nil }.map(\.start).min { $0.position < $1.position }
    }

    private func interval(_ range: ResumeRange) -> (start: Double, end: Double) {
        let start = range.start.position
        let end = range.end?.end ?? present.month?.end ?? start
        // Within one year of which no month is given: half of it, about.
        return (start, end > start ? end : range.end == nil ? start : start + 6)
    }

    /// Whether a block of the section can tell of a job.
    private static func mayWork(
        _ section: ResumeSection?, _ words: [ResumeText.Word], _ vocabulary: ResumeVocabulary
    ) -> Bool {
        switch section {
        case .experience: true
        case nil, .summary: !vocabulary.isFound("school", in: words)
        default: false
        }
    }

    private static func isSound(_ range: ResumeRange, _ present: ResumePresent) -> Bool {
        guard let month = present.month, range.end == nil else { return true }
        return range.start.position <= month.end
    }

    /// The date given, else the latest of the document that does not lie in its future.
    private static func present(
        _ text: ResumeText, _ dates: ResumeDates, _ rules: CandidateRules, _ asOf: CalendarDate?
    ) -> ResumePresent {
        if let asOf { return ResumePresent(month: ResumeMonth(year: asOf.year, month: asOf.month), isGiven: true) }
        let months = text.sentences.filter { !rules.words.isFound("future", in: $0.words) }
            .flatMap { dates.months(in: $0.words) }
        return ResumePresent(month: months.max { $0.end < $1.end }, isGiven: false)
    }
}

/// What "present" means in a résumé.
struct ResumePresent: Sendable, Hashable {
    /// Nil where the document names no date.
    var month: ResumeMonth?
    /// Whether it was given from outside, rather than read in the document.
    var isGiven: Bool
}
