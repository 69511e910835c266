/// For each label a weight a feature, learnt from labelled sentences: their sum over a sentence says whether it has the label.
///
/// A linear support vector machine a label, against all sentences that have it not, with squared hinge loss, by dual
/// coordinate descent (Hsieh, Chang, Lin, Keerthi and Sundararajan 2008, algorithm 1). Deterministic: the sentences are gone
/// through in an order that a fixed seed gives.
struct LinearWeights: Sendable {
    let labels: [String]
    /// A row of one weight a feature for each label, its last one the label's own.
    private let weights: [Float]
    private let width: Int

    /// What a sentence on the wrong side costs. By five-fold cross-validation over the sentences that ship.
    private static let cost: Float = 0.5
    /// It ends when no sentence asks for more than this, or after so many rounds.
    private static let (tolerance, rounds): (Float, Int) = (0.1, 30)

    /// - parameters:
    ///   - rows: a vector a sentence.
    ///   - given: the labels of each, one, several or none.
    ///   - features: how many places vectors have.
    init(_ rows: [SentenceVector], given: [Set<String>], labels: [String], features: Int) {
        self.labels = labels
        width = features + 1
        let squares = rows.map { row in row.values.reduce(Float(1)) { $0 + $1 * $1 } }
        weights = labels.flatMap { label in
            Self.weights(rows, squares, given.map { $0.contains(label) }, width: features + 1)
        }
    }

    private static func weights(
        _ rows: [SentenceVector], _ squares: [Float], _ isOfLabel: [Bool], width: Int
    ) -> [Float] {
        let slack = 1 / (2 * cost)
        var weights = [Float](repeating: 0, count: width)
        var multipliers = [Float](repeating: 0, count: rows.count)
        var order = Array(rows.indices)
        var random = UInt64(0x9E37_79B9_7F4A_7C15)
        weights.withUnsafeMutableBufferPointer { weights in
            for _ in 0..<rounds {
                shuffle(&order, &random)
                var most = Float(0)
                for row in order {
                    let side: Float = isOfLabel[row] ? 1 : -1
                    let old = multipliers[row]
                    let gradient = side * product(rows[row], weights) - 1 + old * slack
                    let asked = old > 0 ? gradient : min(gradient, 0)
                    if asked == 0 { continue }
                    most = max(most, abs(asked))
                    multipliers[row] = max(old - gradient / (squares[row] + slack), 0)
                    add((multipliers[row] - old) * side, rows[row], to: weights)
                }
                if most < tolerance { break }
            }
        }
        return weights
    }

    private static func shuffle(_ order: inout [Int], _ random: inout UInt64) {
        for last in stride(from: order.count - 1, to: 0, by: -1) {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            order.swapAt(last, Int((random >> 33) % UInt64(last + 1)))
        }
    }

    private static func product(_ row: SentenceVector, _ weights: UnsafeMutableBufferPointer<Float>) -> Float {
        row.places.withUnsafeBufferPointer { places in
            row.values.withUnsafeBufferPointer { values in
                var sum = weights[weights.count - 1]
                var index = 0
                while index < places.count {
                    sum += weights[Int(places[index])] * values[index]
                    index += 1
                }
                return sum
            }
        }
    }

    private static func add(_ step: Float, _ row: SentenceVector, to weights: UnsafeMutableBufferPointer<Float>) {
        row.places.withUnsafeBufferPointer { places in
            row.values.withUnsafeBufferPointer { values in
                var index = 0
                while index < places.count {
                    weights[Int(places[index])] += step * values[index]
                    index += 1
                }
            }
        }
        weights[weights.count - 1] += step
    }

    /// How far a sentence lies on a label's side, by the label's number: above 0 it has it, from 1 on surely.
    func margins(of vector: SentenceVector) -> [Float] {
        labels.indices.map { label in
            let row = label * width
            return zip(vector.places, vector.values).reduce(weights[row + width - 1]) {
                $0 + weights[row + Int($1.0)] * $1.1
            }
        }
    }

    /// What a feature weighs for a label.
    func weight(of place: Int, for label: Int) -> Float { weights[label * width + place] }
}
