import StrataLearn
import StrataModel
import Testing

@Suite("Measuring agreement") struct EvaluationTests {
    private static func item(
        _ label: Outcome, _ said: Outcome, _ share: Double = 0.9, needs: [Int]? = nil, needed: [Layer] = [],
        source: String = "a"
    ) -> Evaluation.Case {
        let jd = LabelledJD(
            id: "x", title: nil, company: nil, text: "", source: source, group: "x", label: label, needs: needs,
            grade: .read)
        return Evaluation.Case(
            jd, Prediction(primary: said, shares: OutcomeValues([(said, share)]), needs: LayerSet(needed)))
    }

    private let ml = Outcome.layer(.appliedML)
    private let ops = Outcome.layer(.mlops)

    @Test func countsHitsMissesAndFalseAlarms() {
        let evaluation = Evaluation([
            Self.item(ml, ml), Self.item(ml, ml), Self.item(ml, ops), Self.item(ops, ops), Self.item(.outside, ml),
        ])
        #expect(evaluation.accuracy == 0.6)
        #expect(evaluation.confusion[1] == [0, 2, 1, 0, 0])
        #expect(evaluation.classes[1].precision == 2.0 / 3)
        #expect(evaluation.classes[1].recall == 2.0 / 3)
        #expect(evaluation.classes[2].precision == 0.5)
        #expect(evaluation.classes[2].recall == 1)
        // Three labels occur: F1 2/3, 2/3 and 0.
        #expect(abs(evaluation.macroF1 - (2.0 / 3 + 2.0 / 3) / 3) < 1e-12)
    }

    @Test func agreementBeyondChance() {
        // Expected by chance: 0.5 x 0.5 + 0.5 x 0.5.
        let evaluation = Evaluation([
            Self.item(ml, ml), Self.item(ml, ops), Self.item(ops, ops), Self.item(ops, ml),
        ])
        #expect(evaluation.kappa == 0)
        #expect(Evaluation([Self.item(ml, ml), Self.item(ops, ops)]).kappa == 1)
        #expect(Evaluation([]).kappa == 0)
    }

    @Test func weakNeedsCountNeitherWay() {
        let evaluation = Evaluation([
            Self.item(ml, ml, needs: [2, 2, 1, 0], needed: [.dataEngineering, .mlops, .promptEngineering]),
            Self.item(ml, ml, needs: [2, 2, 1, 0], needed: [.appliedML]), Self.item(ml, ml),
        ])
        let needs = evaluation.needs
        #expect([needs[0].hits, needs[0].misses, needs[0].falseAlarms] == [1, 1, 0])
        #expect([needs[2].hits, needs[2].misses, needs[2].falseAlarms] == [0, 0, 0])
        #expect([needs[3].hits, needs[3].misses, needs[3].falseAlarms] == [0, 0, 1])
    }

    @Test func aShareOfEightTenthsThatIsRightSoOftenIsCalibrated() {
        let right = (0..<8).map { _ in Self.item(ml, ml, 0.8) }
        let wrong = (0..<2).map { _ in Self.item(ops, ml, 0.8) }
        let evaluation = Evaluation(right + wrong)
        #expect(evaluation.bins.count == 1)
        #expect(abs(evaluation.bins[0].meanShare - 0.8) < 1e-12)
        #expect(evaluation.bins[0].accuracy == 0.8)
        #expect(evaluation.calibrationError < 1e-12)
        #expect(abs(Evaluation(wrong).calibrationError - 0.8) < 1e-12)
    }

    @Test func theSurestErrorsComeFirstAndSourcesByTheirSize() {
        let evaluation = Evaluation([
            Self.item(ml, ops, 0.6), Self.item(ml, ml, 1, source: "b"), Self.item(ml, ops, 0.95, source: "b"),
        ])
        #expect(evaluation.worst(5) == [2, 0])
        #expect(evaluation.worst(1) == [2])
        #expect(evaluation.sources.map(\.name) == ["b", "a"])
        #expect(evaluation.sources[0].right == 1)
    }
}
