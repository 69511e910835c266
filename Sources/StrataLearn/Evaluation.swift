public import StrataModel

/// What is said of a JD, to be compared with its label.
public struct Prediction: Sendable {
    /// The first layer, or outside.
    public var primary: Outcome
    /// Of the five outcomes; they add up to 1.
    public var shares: OutcomeValues
    public var needs: LayerSet

    /// - parameter shares: of the five outcomes, adding up to 1.
    public init(primary: Outcome, shares: OutcomeValues, needs: LayerSet) {
        self.primary = primary
        self.shares = shares
        self.needs = needs
    }

    /// What a verdict says; no primary layer counts as outside.
    public init(_ verdict: Verdict) {
        self.init(
            primary: verdict.primary.map(Outcome.layer) ?? .outside, shares: verdict.shares,
            needs: LayerSet(verdict.needs))
    }
}

/// How well predictions agree with labels.
public struct Evaluation: Sendable {
    /// A labelled JD and what is said of it.
    public struct Case: Sendable {
        /// What a reader, or the title, says.
        public var label: Outcome
        /// By layer's index: 2, 1 or 0, as in ``LabelledJD/needs``.
        public var needs: [Int]?
        public var source: String
        public var prediction: Prediction

        /// Takes from the JD what is compared and by what it is grouped; its text is not kept.
        public init(_ jd: LabelledJD, _ prediction: Prediction) {
            label = jd.label
            needs = jd.needs
            source = jd.source
            self.prediction = prediction
        }

        /// Whether the first layer, or none, is the label's.
        public var isRight: Bool { label == prediction.primary }
    }

    /// How many are right, missed, and claimed without being so.
    public struct Counts: Sendable {
        /// Those that are so and are claimed.
        public var hits = 0
        /// Those that are so and are not claimed.
        public var misses = 0
        /// Those that are claimed and are not so.
        public var falseAlarms = 0

        /// Of those claimed, the part that is so; 0 where none is claimed.
        public var precision: Double { Self.ratio(hits, hits + falseAlarms) }
        /// Of those that are so, the part that is claimed; 0 where there are none.
        public var recall: Double { Self.ratio(hits, hits + misses) }
        /// The harmonic mean of both.
        public var f1: Double { Self.ratio(2 * hits, 2 * hits + misses + falseAlarms) }
        /// How many are so.
        public var total: Int { hits + misses }

        static func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
    }

    /// JDs whose largest share lies in one range.
    public struct Bin: Sendable {
        /// Of the largest share, 0 to 1.
        public var range: Range<Double>
        /// How many JDs.
        public var count = 0
        /// How many of them have the label's first layer.
        public var right = 0
        var shares = 0.0

        /// The mean of the largest shares, and how many are right: the same, where 0.8 means 0.8.
        public var meanShare: Double { count == 0 ? 0 : shares / Double(count) }
        public var accuracy: Double { Counts.ratio(right, count) }
    }

    /// In the order given.
    public let cases: [Case]

    /// Figures are computed when asked for, each over all of the cases.
    public init(_ cases: [Case]) { self.cases = cases }

    /// The part whose first layer, or none, is the label's.
    public var accuracy: Double { Counts.ratio(cases.count { $0.isRight }, cases.count) }

    /// By the indices of label and prediction, how many.
    public var confusion: [[Int]] {
        cases.reduce(into: Array(repeating: Array(repeating: 0, count: 5), count: 5)) {
            $0[$1.label.index][$1.prediction.primary.index] += 1
        }
    }

    /// By outcome.
    public var classes: [Counts] {
        let confusion = confusion
        return Outcome.allCases.map { outcome in
            let hits = confusion[outcome.index][outcome.index]
            return Counts(
                hits: hits, misses: confusion[outcome.index].reduce(0, +) - hits,
                falseAlarms: confusion.reduce(0) { $0 + $1[outcome.index] } - hits)
        }
    }

    /// The mean F1 of the outcomes that any label names.
    public var macroF1: Double {
        let known = classes.filter { $0.total > 0 }
        return known.isEmpty ? 0 : known.reduce(0) { $0 + $1.f1 } / Double(known.count)
    }

    /// Cohen's kappa: agreement beyond what chance would give.
    public var kappa: Double {
        guard !cases.isEmpty else { return 0 }
        let confusion = confusion
        let total = Double(cases.count)
        let chance = Outcome.allCases.reduce(0.0) { sum, outcome in
            let labels = Double(confusion[outcome.index].reduce(0, +)) / total
            return sum + labels * Double(confusion.reduce(0) { $0 + $1[outcome.index] }) / total
        }
        return chance < 1 ? (accuracy - chance) / (1 - chance) : 1
    }

    /// By layer, whether it is needed, over the JDs that clearly ask for it or clearly do not.
    public var needs: [Counts] {
        Layer.allCases.map { layer in
            cases.reduce(into: Counts()) { counts, item in
                guard let code = item.needs?[layer.index], code != 1 else { return }
                switch (code == 2, item.prediction.needs.contains(layer)) {
                case (true, true): counts.hits += 1
                case (true, false): counts.misses += 1
                case (false, true): counts.falseAlarms += 1
                case (false, false): break
                }
            }
        }
    }

    /// By tenths of the largest share, from 0.2: five shares of one sum cannot all be less.
    public var bins: [Bin] {
        let edges = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
        var bins = zip(edges, edges.dropFirst()).map { Bin(range: $0..<$1) }
        for item in cases {
            let share = item.prediction.shares.largest.value
            let place = min(max(Int(share * 10) - 2, 0), bins.count - 1)
            bins[place].count += 1
            bins[place].shares += share
            if item.isRight { bins[place].right += 1 }
        }
        return bins.filter { $0.count > 0 }
    }

    /// How far shares and accuracy lie apart, on average over the JDs.
    public var calibrationError: Double {
        guard !cases.isEmpty else { return 0 }
        return bins.reduce(0) { $0 + abs($1.meanShare - $1.accuracy) * Double($1.count) } / Double(cases.count)
    }

    /// By source, the largest first: how many JDs, and how many of them are right.
    public var sources: [(name: String, count: Int, right: Int)] {
        Dictionary(grouping: cases, by: \.source)
            .map { ($0.key, $0.value.count, $0.value.count { $0.isRight }) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    /// The places among ``cases`` of those that are wrong, the surest first.
    public func worst(_ limit: Int) -> [Int] {
        let wrong = cases.indices.filter { !cases[$0].isRight }
        func excess(_ index: Int) -> Double {
            let shares = cases[index].prediction.shares
            return shares[cases[index].prediction.primary] - shares[cases[index].label]
        }
        return Array(wrong.sorted { (excess($1), $0) < (excess($0), $1) }.prefix(limit))
    }
}
