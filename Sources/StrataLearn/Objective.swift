internal import StrataClassify
internal import StrataModel

/// What is made as small as can be: how surprised the model is by the labels, and how far it strays from where it began.
///
/// The first layer is a multinomial logit over the five outcomes; each need is a logit of its own over the text's
/// contributions to that layer, `slope * evidence + offset`, with the same weights: a verdict stays one sum.
struct Objective {
    let examples: [Examples.Example]
    let columnCount: Int
    /// Where weights, biases, slopes and offsets begin, and what they are held to.
    let start: Point
    let options: LearningOptions

    /// The numbers that are sought, in one array: by column five weights; five biases; four slopes; four offsets.
    struct Point {
        var values: [Double]
        let columnCount: Int

        init(columnCount: Int) {
            self.columnCount = columnCount
            values = [Double](repeating: 0, count: columnCount * 5 + 13)
        }

        var biasStart: Int { columnCount * 5 }
        var slopeStart: Int { columnCount * 5 + 5 }
        var offsetStart: Int { columnCount * 5 + 9 }
    }

    /// The value at a point, and its slope in every direction.
    func evaluate(_ point: Point, gradient: inout [Double]) -> Double {
        var total = 0.0
        for index in gradient.indices { gradient[index] = 0 }
        gradient.withUnsafeMutableBufferPointer { gradient in
            point.values.withUnsafeBufferPointer { values in
                for example in examples {
                    total += surpriseAtLabel(example, point, values, gradient)
                    if let needs = example.needs { total += surpriseAtNeeds(example, needs, point, values, gradient) }
                }
            }
        }
        return total + strain(point, &gradient)
    }

    private func surpriseAtLabel(
        _ example: Examples.Example, _ point: Point, _ values: UnsafeBufferPointer<Double>,
        _ gradient: UnsafeMutableBufferPointer<Double>
    ) -> Double {
        var scores = OutcomeValues()
        for outcome in Outcome.allCases { scores[outcome] = values[point.biasStart + outcome.index] }
        for (column, value) in example.features {
            for outcome in Outcome.allCases { scores[outcome] += values[column * 5 + outcome.index] * value }
        }
        let shares = Maths.softmax(scores)
        let label = Outcome.allCases[example.label]
        var slope = shares * example.weight
        slope[label] -= example.weight
        for outcome in Outcome.allCases { gradient[point.biasStart + outcome.index] += slope[outcome] }
        for (column, value) in example.features {
            for outcome in Outcome.allCases { gradient[column * 5 + outcome.index] += slope[outcome] * value }
        }
        return -Maths.log(max(shares[label], 1e-300)) * example.weight
    }

    private func surpriseAtNeeds(
        _ example: Examples.Example, _ needs: [(target: Double, weight: Double)], _ point: Point,
        _ values: UnsafeBufferPointer<Double>, _ gradient: UnsafeMutableBufferPointer<Double>
    ) -> Double {
        var total = 0.0
        for (layer, need) in needs.enumerated() {
            var evidence = 0.0
            for (column, value) in example.text { evidence += values[column * 5 + layer] * value }
            let slope = values[point.slopeStart + layer]
            let logit = slope * evidence + values[point.offsetStart + layer]
            // log(1 + e^logit), and the share that it is the logarithm of.
            let surplus = logit > 0 ? logit + Maths.log(1 + Maths.exp(-logit)) : Maths.log(1 + Maths.exp(logit))
            let share = logit > 0 ? 1 / (1 + Maths.exp(-logit)) : 1 - 1 / (1 + Maths.exp(logit))
            let weight = need.weight * example.weight * options.needsWeight
            total += weight * (surplus - need.target * logit)
            let push = weight * (share - need.target)
            gradient[point.slopeStart + layer] += push * evidence
            gradient[point.offsetStart + layer] += push
            for (column, value) in example.text { gradient[column * 5 + layer] += push * slope * value }
        }
        return total
    }

    /// The cost of leaving the start: biases and offsets are held loosely, for every example speaks for them.
    private func strain(_ point: Point, _ gradient: inout [Double]) -> Double {
        var total = 0.0
        for index in point.values.indices {
            let stiffness =
                index < point.biasStart
                ? options.stiffness
                : (point.slopeStart..<point.offsetStart).contains(index) ? 1 : options.biasStiffness
            let change = point.values[index] - start.values[index]
            total += stiffness * change * change / 2
            gradient[index] += stiffness * change
        }
        return total
    }
}
