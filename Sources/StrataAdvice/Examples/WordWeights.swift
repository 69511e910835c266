#if canImport(Glibc)
internal import Glibc
#endif

/// What words say of labels, counted in labelled sentences: for each (word, label) a weight, whose sum over a sentence says
/// how well the label fits.
///
/// Complement naive Bayes (Rennie, Shih, Teevan and Karger 2003): a word weighs for a label what it is rare among all other
/// labels' sentences, which fits labels with few sentences and short texts better than the plain form.
struct WordWeights: Sendable {
    /// Labels by their number.
    let labels: [String]
    private let places: [String: Int]
    /// A row of one weight a label for each word.
    private let weights: [Double]

    /// What is added to each count: a word of a single sentence should not decide alone.
    private static let smoothing = 0.3
    /// Sums of a whole sentence are too sure of themselves, since its words come together: divided by this they agree with
    /// how often they are right, by five-fold cross-validation over the sentences that ship.
    private static let temperature = 2.5

    /// - parameter examples: features of a sentence, and its label.
    init(_ examples: [(features: Set<String>, label: String)]) {
        labels = Set(examples.map(\.label)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
        let words = Set(examples.map(\.features).joined()).sorted()
        places = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
        let width = labels.count
        var counts = [Double](repeating: 0, count: words.count * width)
        for example in examples {
            guard let label = numbers[example.label] else { continue }
            for feature in example.features { if let place = places[feature] { counts[place * width + label] += 1 } }
        }
        weights = Self.weights(of: counts, words: words.count, labels: width)
    }

    private static func weights(of counts: [Double], words: Int, labels: Int) -> [Double] {
        var weights = counts
        let totals = (0..<labels).map { label in
            (0..<words).reduce(0.0) { sum, word in
                sum + (0..<labels).reduce(smoothing) { $1 == label ? $0 : $0 + counts[word * labels + $1] }
            }
        }
        for word in 0..<words {
            let row = counts[word * labels..<(word + 1) * labels]
            let all = row.reduce(smoothing, +)
            let logs = (0..<labels).map { log(totals[$0] / (all - row[row.startIndex + $0])) }
            // What a word says of all labels alike says nothing.
            let mean = logs.reduce(0, +) / Double(max(labels, 1))
            for label in 0..<labels { weights[word * labels + label] = logs[label] - mean }
        }
        return weights
    }

    /// The share of each label, by its number; they add up to 1.
    func shares(of features: Set<String>) -> [Double] {
        let known = features.compactMap { places[$0] }.sorted()
        let scores = labels.indices.map { label in
            known.reduce(0.0) { $0 + weights[$1 * labels.count + label] } / Self.temperature
        }
        let largest = scores.max() ?? 0
        let powers = scores.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// The features that speak for a label, the strongest first.
    func telling(_ features: Set<String>, for label: String) -> [String] {
        guard let number = labels.firstIndex(of: label) else { return [] }
        let weighed = features.compactMap { feature in
            places[feature].map { (feature: feature, weight: weights[$0 * labels.count + number]) }
        }
        return weighed.filter { $0.weight > 0.2 }.sorted { ($1.weight, $0.feature) < ($0.weight, $1.feature) }.map(
            \.feature)
    }
}
