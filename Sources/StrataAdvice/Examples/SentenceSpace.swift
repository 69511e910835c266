#if canImport(Glibc)
internal import Glibc
#endif

/// A sentence as numbers: places in a space and how much of each, its words and its letters each of length 1.
struct SentenceVector: Sendable {
    var places: [Int32] = []
    var values: [Float] = []

    /// The cosine of two vectors, times 2; both have their places in ascending order.
    func likeness(to other: SentenceVector) -> Float {
        var (left, right, sum) = (0, 0, Float(0))
        while left < places.count, right < other.places.count {
            if places[left] < other.places[right] {
                left += 1
            } else if places[left] > other.places[right] {
                right += 1
            } else {
                sum += values[left] * other.values[right]
                left += 1
                right += 1
            }
        }
        return sum
    }
}

/// The features that labelled sentences have, each with how telling it is: the fewer sentences have it, the more (tf-idf).
struct SentenceSpace: Sendable {
    private struct Feature: Sendable {
        var place: Int32
        var rarity: Float
    }

    private let features: [UInt64: Feature]
    var count: Int { features.count }

    /// Runs of letters of one sentence alone say nothing of others.
    private static let leastSentences = 2

    init(_ sentences: [SentenceFeatures]) {
        var (words, letters): ([UInt64: Int], [UInt64: Int]) = ([:], [:])
        for sentence in sentences {
            for word in sentence.distinctWords { words[word, default: 0] += 1 }
            for run in sentence.letters.keys { letters[run, default: 0] += 1 }
        }
        let kept = words.map { ($0, $1) } + letters.filter { $0.value >= Self.leastSentences }.map { ($0, $1) }
        let total = Float(sentences.count)
        var features = [UInt64: Feature](minimumCapacity: kept.count)
        for (place, entry) in kept.sorted(by: { $0.0 < $1.0 }).enumerated() {
            let rarity = logf((1 + total) / (1 + Float(entry.1))) + 1
            features[entry.0] = Feature(place: Int32(place), rarity: rarity)
        }
        self.features = features
    }

    /// A feature's place; nil for one that no labelled sentence has.
    func place(of feature: UInt64) -> Int? { features[feature].map { Int($0.place) } }

    func vector(of sentence: SentenceFeatures) -> SentenceVector {
        let words = sentence.distinctWords.compactMap { features[$0].map { ($0.place, $0.rarity) } }
        let letters = sentence.letters.compactMap { run, count in
            features[run].map { ($0.place, $0.rarity * (1 + logf(Float(count)))) }
        }
        let entries = (Self.ofLengthOne(words) + Self.ofLengthOne(letters)).sorted { $0.0 < $1.0 }
        return SentenceVector(places: entries.map(\.0), values: entries.map(\.1))
    }

    private static func ofLengthOne(_ entries: [(Int32, Float)]) -> [(Int32, Float)] {
        // In one order: sums of floats depend on it, and dictionaries have none.
        let entries = entries.sorted { $0.0 < $1.0 }
        let length = entries.reduce(Float(0)) { $0 + $1.1 * $1.1 }.squareRoot()
        return length > 0 ? entries.map { ($0.0, $0.1 / length) } : entries
    }
}
