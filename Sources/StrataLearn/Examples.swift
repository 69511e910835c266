internal import StrataClassify
internal import StrataModel

/// Labelled JDs as the numbers that are learnt from.
struct Examples {
    /// One view of a JD.
    struct Example {
        /// Places among the columns, ascending by nothing in particular, each with its strength.
        var features: [(column: Int, value: Double)]
        /// How many of them, from the first, stand in the text; the rest are the title's.
        var textCount: Int
        /// Index of the JD among those given.
        var jd: Int
        /// Whether the title is hidden.
        var isHidden: Bool
        var label: Int
        var weight: Double
        /// By layer, what is asked for: 0 to 1, and how much that counts; nil where nobody has said.
        var needs: [(target: Double, weight: Double)]?

        var text: ArraySlice<(column: Int, value: Double)> { features[..<textCount] }
    }

    private(set) var examples: [Example] = []
    /// By column, the place among the classifier's features: those that no JD has are left out.
    private(set) var features: [Int] = []
    /// By JD, the example with its title hidden, and the one with it where the JD has one.
    private(set) var hidden: [Int] = []
    private(set) var shown: [Int?] = []

    /// Reads each JD twice, with its title hidden and with it; what only the title tells is read once, hidden.
    init(_ jds: [LabelledJD], _ classifier: Classifier, options: LearningOptions) {
        var columns: [Int: Int] = [:]
        let hasRead = jds.contains { $0.grade == .read }
        for (index, jd) in jds.enumerated() {
            let views: [(title: String?, text: String)] =
                [(nil, HiddenTitle.hiding(jd.title, in: jd.text))]
                + (jd.title != nil && jd.grade == .read ? [(jd.title, jd.text)] : [])
            let weight = jd.grade == .title && hasRead ? options.titleLabelWeight : 1
            hidden.append(examples.count)
            shown.append(views.count > 1 ? examples.count + 1 : nil)
            for view in views {
                let read = classifier.features(title: view.title, company: jd.company, text: view.text)
                let needs = jd.needs.map { $0.map { (Double($0) / 2, $0 == 1 ? options.weakNeedWeight : 1) } }
                examples.append(
                    Example(
                        features: (read.text + read.title).map { feature, value in
                            let column = columns[feature] ?? self.features.count
                            if column == self.features.count {
                                columns[feature] = column
                                self.features.append(feature)
                            }
                            return (column, value)
                        }, textCount: read.text.count, jd: index, isHidden: view.title == nil, label: jd.label.index,
                        weight: weight / Double(views.count), needs: needs))
            }
        }
    }
}

/// How weights are learnt. The defaults were chosen by cross-validation on some 3,000 JDs that people had read; all of them
/// lie on a plateau: half or twice as much changes the agreement by less than half a point in a hundred.
public struct LearningOptions: Sendable {
    /// How strongly weights are held to those of before: the penalty is half of this times the squared change.
    public var stiffness = 0.5
    /// What a label counts that was taken from a title, where others were read.
    public var titleLabelWeight = 0.02
    /// What agreeing on the needs counts beside agreeing on the first layer.
    public var needsWeight = 0.5
    /// What a layer counts that is only weakly asked for, where one that is clearly asked for, or not, counts 1.
    public var weakNeedWeight = 0.5
    /// How strongly biases and the needs' offsets are held, for which every JD speaks.
    public var biasStiffness = 0.1
    /// Into how many parts JDs are dealt for cross-validation; as many sources are needed to leave whole ones out.
    public var folds = 5

    /// For learning from nothing, as the shipped weights are made.
    public init() {}

    /// For learning on from weights that thousands of labels have made: what few labels say moves few weights a little.
    public static var fromShippedWeights: LearningOptions {
        var options = LearningOptions()
        options.stiffness = 4
        options.biasStiffness = 100
        return options
    }
}
