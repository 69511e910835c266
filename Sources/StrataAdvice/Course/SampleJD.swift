public import StrataModel

/// A sample JD as the course speaks of it.
public struct SampleJD: Sendable {
    /// The number that it has in a database into which nothing but the samples is imported.
    public var id: Int
    public var title: String
    public var company: String?
    public var verdict: Verdict

    public init(id: Int, title: String, company: String?, verdict: Verdict) {
        self.id = id
        self.title = title
        self.company = company
        self.verdict = verdict
    }
}
