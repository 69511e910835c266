internal import StrataClassify
internal import StrataModel

/// Weights, biases and thresholds that were learnt.
struct Model {
    var point: Objective.Point
    /// By layer's index, the evidence from which it is needed.
    var thresholds: [Double]

    func scores(_ example: Examples.Example) -> OutcomeValues {
        var scores = OutcomeValues()
        for outcome in Outcome.allCases { scores[outcome] = point.values[point.biasStart + outcome.index] }
        for (column, value) in example.features {
            for outcome in Outcome.allCases { scores[outcome] += point.values[column * 5 + outcome.index] * value }
        }
        return scores
    }

    /// By layer, what the text's contributions add up to.
    func evidence(_ example: Examples.Example) -> [Double] {
        Layer.allCases.map { layer in
            example.text.reduce(0) { $0 + point.values[$1.column * 5 + layer.index] * $1.value }
        }
    }

    /// What the model says of an example, by the rules by which verdicts are given.
    func prediction(_ example: Examples.Example) -> Prediction {
        let scores = scores(example)
        let primary = scores.largest.outcome
        let evidence = evidence(example)
        let needs = Layer.allCases.filter { .layer($0) == primary || evidence[$0.index] >= thresholds[$0.index] }
        return Prediction(primary: primary, shares: Maths.softmax(scores), needs: LayerSet(needs))
    }
}

/// Learns a model from examples.
struct Trainer {
    let data: Examples
    /// The classifier's own weights and biases: where learning begins, and what it is held to.
    let start: Objective.Point
    /// The thresholds of before, kept where too few labels speak of needs.
    let thresholds: [Double]
    let options: LearningOptions

    init(_ data: Examples, _ classifier: Classifier, options: LearningOptions) {
        self.data = data
        self.options = options
        var start = Objective.Point(columnCount: data.features.count)
        let (weights, bias) = classifier.weights
        for (column, feature) in data.features.enumerated() {
            for outcome in Outcome.allCases { start.values[column * 5 + outcome.index] = weights[feature][outcome] }
        }
        for outcome in Outcome.allCases { start.values[start.biasStart + outcome.index] = bias[outcome] }
        thresholds = Layer.allCases.map { classifier.needsThresholds[$0] }
        for layer in Layer.allCases {
            start.values[start.slopeStart + layer.index] = 2
            start.values[start.offsetStart + layer.index] = -2 * thresholds[layer.index]
        }
        self.start = start
    }

    /// - parameter isUsed: by JD, whether it is learnt from.
    func model(_ isUsed: (Int) -> Bool) -> Model {
        let used = data.examples.filter { isUsed($0.jd) }
        let objective = Objective(
            examples: used, columnCount: data.features.count, start: start, options: options)
        let point = Descent.minimum(of: objective)
        var model = Model(point: point, thresholds: thresholds)
        model.thresholds = Thresholds.best(
            used.filter { $0.isHidden }.compactMap { example in
                example.needs.map { (model.evidence(example), $0.map(\.target)) }
            }, otherwise: thresholds)
        return model
    }
}

/// Finds the evidence from which a layer counts as needed.
enum Thresholds {
    /// Fewer JDs than this that clearly ask for a layer, or clearly do not, and the threshold of before stays.
    private static let least = 20

    /// By layer, the threshold at which those that clearly ask for it and those that do not are told apart best, by F1;
    /// the weak ones count neither way.
    static func best(_ cases: [(evidence: [Double], targets: [Double])], otherwise: [Double]) -> [Double] {
        Layer.allCases.map { layer in
            let told = cases.filter { $0.targets[layer.index] != 0.5 }
                .map { (evidence: $0.evidence[layer.index], isNeeded: $0.targets[layer.index] == 1) }
                .sorted { ($0.evidence, $0.isNeeded ? 1 : 0) > ($1.evidence, $1.isNeeded ? 1 : 0) }
            let needed = told.count { $0.isNeeded }
            guard needed >= least, told.count - needed >= least else { return otherwise[layer.index] }
            var best = (f1: -1.0, threshold: otherwise[layer.index])
            var hits = 0.0
            for (index, item) in told.enumerated() {
                hits += item.isNeeded ? 1 : 0
                let f1 = 2 * hits / Double(index + 1 + needed)
                let below = index + 1 < told.count ? told[index + 1].evidence : 0
                // Between equals there is no threshold, and what asks for nothing needs nothing.
                guard f1 > best.f1, below < item.evidence, item.evidence > 0 else { continue }
                best = (f1, (item.evidence + max(below, 0)) / 2)
            }
            return best.threshold
        }
    }
}
