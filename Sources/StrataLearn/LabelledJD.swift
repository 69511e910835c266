public import StrataModel

/// A JD together with what somebody says of it.
public struct LabelledJD: Sendable {
    /// Where a label comes from, which tells how far it is to be trusted.
    public enum Grade: String, Sendable {
        /// Somebody has read the JD.
        case read
        /// Taken from the title alone: many and noisy.
        case title
    }

    /// Tells it from the other JDs given.
    public var id: String
    /// Nil where it has none, which is otherwise than an empty one.
    public var title: String?
    public var company: String?
    /// The description, as the classifier is to read it.
    public var text: String
    /// Where the JD comes from: a source's style of writing leaks, so whole sources are left out to check.
    public var source: String
    /// JDs of one group are as good as the same: they are never learnt from and checked at once.
    public var group: String
    /// The layer in which most of the work lies, or outside.
    public var label: Outcome
    /// By layer's index: 2 clearly asked for, 1 weak, 0 not asked for; nil where nobody has said.
    public var needs: [Int]?
    public var grade: Grade

    /// - parameter needs: four codes in the order of the layers' indices, each 0, 1 or 2.
    public init(
        id: String, title: String?, company: String?, text: String, source: String, group: String, label: Outcome,
        needs: [Int]?, grade: Grade
    ) {
        self.id = id
        self.title = title
        self.company = company
        self.text = text
        self.source = source
        self.group = group
        self.label = label
        self.needs = needs
        self.grade = grade
    }
}
