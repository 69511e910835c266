public import StrataClassify
public import StrataModel

/// Learns from labelled JDs how much each skill says of each layer.
///
/// The same JDs, in any order of their files, give the same numbers to the last digit.
public struct Calibration: Sendable {
    private let jds: [LabelledJD]
    private let classifier: Classifier
    private let options: LearningOptions

    /// - parameter jds: those with the same id count once, the read one before the one labelled by its title.
    /// - parameter classifier: its weights are where learning begins; they hold where the labels say nothing.
    public init(_ jds: [LabelledJD], classifier: Classifier, options: LearningOptions = LearningOptions()) {
        var best: [String: LabelledJD] = [:]
        for jd in jds where best[jd.id] == nil || (jd.grade == .read && best[jd.id]?.grade == .title) {
            best[jd.id] = jd
        }
        self.jds = best.values.sorted { $0.id < $1.id }
        self.classifier = classifier
        self.options = options
    }

    /// What was learnt, and how well the way of learning does on JDs that it has not seen.
    public struct Outcome: Sendable {
        /// By feature of the labelled JDs; the others keep what they had.
        public var weights: [Feature: OutcomeValues]
        /// `bias.*` and `needs.threshold.*`.
        public var parameters: [String: Double]
        /// Read JDs, each judged by a model that had seen no JD of its group: title hidden, and shown.
        public var byGroup: (hidden: Evaluation, shown: Evaluation)
        /// The same by models that had seen no JD of its source; nil where there are too few sources.
        public var bySource: (hidden: Evaluation, shown: Evaluation)?
        /// By read JD in the order of their ids, what models said that had seen no JD of its group.
        public var cases: [(jd: LabelledJD, hidden: Prediction, shown: Prediction?)]
        /// How many JDs people had read, and how many were labelled by their titles.
        public var counts: (read: Int, title: Int)
    }

    /// Learns, and checks by cross-validation.
    ///
    /// - returns: nil where no JD has a label.
    public func learn() -> Outcome? {
        guard !jds.isEmpty else { return nil }
        let examples = Examples(jds, classifier, options: options)
        let trainer = Trainer(examples, classifier, options: options)
        let validation = CrossValidation(jds: jds, trainer: trainer)
        let byGroup = validation.run { $0.group }
        let hasSources = Set(jds.map(\.source)).count >= options.folds
        let bySource = hasSources ? validation.run { $0.source } : nil
        var model = trainer.model { _ in true }
        // Evidence by a model that has seen the JD is too sure of itself: thresholds come from those that had not.
        model.thresholds = Thresholds.best(
            byGroup.evidence.sorted { $0.key < $1.key }.compactMap { index, evidence in
                jds[index].needs.map { (evidence, $0.map { Double($0) / 2 }) }
            }, otherwise: trainer.thresholds)
        return Outcome(
            weights: weights(model, examples), parameters: parameters(model), byGroup: evaluations(byGroup),
            bySource: bySource.map(evaluations),
            cases: byGroup.hidden.sorted { $0.key < $1.key }.map { (jds[$0], $1, byGroup.shown[$0]) },
            counts: (jds.count { $0.grade == .read }, jds.count { $0.grade == .title }))
    }

    private func weights(_ model: Model, _ examples: Examples) -> [Feature: OutcomeValues] {
        let features = classifier.features
        let before = classifier.weights.features
        var weights: [Feature: OutcomeValues] = [:]
        for (column, place) in examples.features.enumerated() {
            let learnt = OutcomeValues(
                StrataModel.Outcome.allCases.map { ($0, Self.rounded(model.point.values[column * 5 + $0.index])) })
            // What hardly moved keeps following the catalogue.
            let hasMoved = StrataModel.Outcome.allCases.contains { abs(learnt[$0] - before[place][$0]) >= 0.01 }
            if hasMoved { weights[features[place]] = learnt }
        }
        return weights
    }

    private func parameters(_ model: Model) -> [String: Double] {
        var parameters: [String: Double] = [:]
        for outcome in StrataModel.Outcome.allCases {
            parameters["bias.\(outcome.slug)"] = Self.rounded(
                model.point.values[model.point.biasStart + outcome.index])
        }
        for layer in Layer.allCases {
            parameters["needs.threshold.\(layer.slug)"] = Self.rounded(model.thresholds[layer.index])
        }
        return parameters
    }

    private func evaluations(_ result: CrossValidation.Result) -> (hidden: Evaluation, shown: Evaluation) {
        func evaluation(_ predictions: [Int: Prediction]) -> Evaluation {
            Evaluation(predictions.sorted { $0.key < $1.key }.map { Evaluation.Case(jds[$0], $1) })
        }
        return (evaluation(result.hidden), evaluation(result.shown))
    }

    /// Three digits say all that so many labels can.
    private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
