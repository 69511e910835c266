import StrataClassify
import StrataModel
import Testing

@testable import StrataLearn

@Suite("What learning makes small") struct ObjectiveTests {
    private let objective: Objective = {
        let data = Examples(Made.jds(30, noise: 30), Made.classifier, options: LearningOptions())
        let trainer = Trainer(data, Made.classifier, options: LearningOptions())
        return Objective(
            examples: data.examples, columnCount: data.features.count, start: trainer.start, options: LearningOptions())
    }()

    @Test func theSlopesAreThoseOfTheValue() {
        var point = objective.start
        var dice = Made.Dice(state: 3)
        for index in point.values.indices { point.values[index] += Double(dice.roll(200) - 100) / 100 }
        var gradient = [Double](repeating: 0, count: point.values.count)
        var ignored = gradient
        _ = objective.evaluate(point, gradient: &gradient)
        let step = 1e-5
        for index in point.values.indices {
            var (up, down) = (point, point)
            up.values[index] += step
            down.values[index] -= step
            let rise = objective.evaluate(up, gradient: &ignored) - objective.evaluate(down, gradient: &ignored)
            #expect(abs(rise / (2 * step) - gradient[index]) < 1e-4, "\(index)")
        }
    }

    @Test func theLowestPointIsFlatAndLowerThanAnyNeighbour() {
        let lowest = Descent.minimum(of: objective)
        var gradient = [Double](repeating: 0, count: lowest.values.count)
        let value = objective.evaluate(lowest, gradient: &gradient)
        #expect(gradient.allSatisfy { abs($0) < 0.02 })
        var dice = Made.Dice(state: 9)
        for _ in 0..<50 {
            var near = lowest
            for index in near.values.indices { near.values[index] += Double(dice.roll(200) - 100) / 500 }
            #expect(objective.evaluate(near, gradient: &gradient) > value)
        }
    }

    @Test func aThresholdLiesBetweenUnequalsAndAboveNothing() {
        let cases =
            (0..<25).map { _ in (evidence: [2.0, 0, 0, 0], targets: [1.0, 0, 0, 0]) }
            + (0..<20).map { _ in (evidence: [0.0, 0, 0, 0], targets: [1.0, 0, 0, 0]) }
            + (0..<200).map { _ in (evidence: [0.0, 0, 0, 0], targets: [0.0, 0, 0, 0]) }
        let threshold = Thresholds.best(cases, otherwise: [9, 9, 9, 9])
        #expect(threshold[0] > 0 && threshold[0] < 2)
        #expect(Array(threshold.dropFirst()) == [9, 9, 9])
    }

    @Test(arguments: [-690.0, -30, -1, -0.3, -1e-9, 0, 1e-9, 0.5, 1, 10, 300])
    func theExponentialIsTheOneOfTheBooks(x: Double) {
        // By halving: e^x = (e^(x / 2^20))^(2^20), with a series for the small number.
        let small = x / 1_048_576
        var expected = 1 + small + small * small / 2 + small * small * small / 6 + small * small * small * small / 24
        for _ in 0..<20 { expected *= expected }
        #expect(abs(Maths.exp(x) - expected) <= 1e-9 * expected)
        if x > -600, x < 300 { #expect(abs(Maths.log(Maths.exp(x)) - x) < 1e-12 * max(1, abs(x))) }
    }
}
