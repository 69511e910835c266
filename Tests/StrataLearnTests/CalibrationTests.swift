import StrataClassify
import StrataModel
import Testing

@testable import StrataLearn

@Suite("Learning weights") struct CalibrationTests {
    @Test func learnsWhatTheLabelsTell() throws {
        let learnt = try #require(Calibration(Made.jds(400), classifier: Made.classifier).learn())
        #expect(learnt.byGroup.hidden.accuracy > 0.98)
        let needs = learnt.byGroup.hidden.needs.map(\.f1)
        #expect(needs.allSatisfy { $0 > 0.95 })
        for (layer, words) in Made.layerWords {
            for word in words {
                let weights = try #require(learnt.weights[.skill(word)])
                #expect(weights.largest.outcome == .layer(layer), "\(word)")
            }
        }
    }

    @Test func theClassifierThatHasLearntSaysWhatTheFiguresPromise() throws {
        let jds = Made.jds(300, noise: 10)
        let learnt = try #require(Calibration(jds, classifier: Made.classifier).learn())
        var catalogue = Made.catalogue
        catalogue.scoring = Scoring(version: 2, parameters: learnt.parameters, weights: learnt.weights)
        catalogue.scoring.parameters["primary.evidence"] = 0
        let classifier = Classifier(catalogue: catalogue)
        let right = jds.count { jd in
            let verdict = classifier.verdict(title: nil, text: HiddenTitle.hiding(jd.title, in: jd.text))
            return Prediction(verdict).primary == jd.label
        }
        #expect(Double(right) / Double(jds.count) >= learnt.byGroup.hidden.accuracy - 0.03)
    }

    @Test func theSameLabelsGiveTheSameNumbersInAnyOrder() throws {
        let jds = Made.jds(120, noise: 20)
        let once = try #require(Calibration(jds, classifier: Made.classifier).learn())
        let again = try #require(Calibration(jds.reversed(), classifier: Made.classifier).learn())
        #expect(once.weights == again.weights)
        #expect(once.parameters == again.parameters)
        #expect(once.byGroup.hidden.accuracy == again.byGroup.hidden.accuracy)
    }

    @Test func noJDIsJudgedByAModelThatHasSeenItsGroup() throws {
        // The labels are dice: who has seen a JD's twin knows its label, who has not cannot do better than chance.
        var dice = Made.Dice(state: 5)
        var jds = Made.jds(200)
        for index in jds.indices where index % 2 == 0 {
            jds[index].label = Outcome.allCases[dice.roll(5)]
            if index + 1 < jds.count {
                jds[index + 1].label = jds[index].label
                jds[index + 1].text = jds[index].text
            }
        }
        let learnt = try #require(Calibration(jds, classifier: Made.classifier).learn())
        #expect(learnt.byGroup.hidden.accuracy < 0.35)
    }

    @Test func aTitleThatTellsIsLearntAsEvidenceOfItsOwn() throws {
        let jds = Made.jds(300).map { jd in
            var jd = jd
            jd.text = "You know python."
            return jd
        }
        let learnt = try #require(Calibration(jds, classifier: Made.classifier).learn())
        #expect(learnt.byGroup.shown.accuracy > learnt.byGroup.hidden.accuracy + 0.1)
        #expect(learnt.weights[.title("baker")]?.largest.outcome == .outside)
    }

    @Test func fewLabelsMoveWeightsLittleAndLeaveThresholdsAlone() throws {
        let learnt = try #require(Calibration(Made.jds(5), classifier: Made.classifier).learn())
        let before = Made.classifier.needsThresholds
        for layer in Layer.allCases {
            #expect(learnt.parameters["needs.threshold.\(layer.slug)"] == before[layer])
        }
        #expect(learnt.weights.values.allSatisfy { weights in Outcome.allCases.allSatisfy { abs(weights[$0]) < 1.5 } })
    }

    @Test func aReadLabelCountsBeforeTheTitlesOfTheSameJD() throws {
        var titled = Made.jds(40)
        for index in titled.indices {
            titled[index].grade = .title
            titled[index].label = .outside
        }
        let learnt = try #require(Calibration(titled + Made.jds(40), classifier: Made.classifier).learn())
        #expect(learnt.counts.read == 40)
        #expect(learnt.counts.title == 0)
    }

    @Test func nothingIsLearntOfNothing() {
        #expect(Calibration([], classifier: Made.classifier).learn() == nil)
    }
}
