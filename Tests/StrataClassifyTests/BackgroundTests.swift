import StrataClassify
import StrataModel
import Testing

/// A person's text is no JD: everything that it names counts, under whatever heading, but for what the caller puts aside.
@Suite struct BackgroundTests {
    private func background(
        _ text: String, _ weight: (NamedSkill) -> Background.Weight = { _ in .full }
    ) -> Background {
        Sample.classifier.background(of: Sample.classifier.namedSkills(in: text), counting: weight)
    }

    static let resume = "About\nKafka and Airflow\nBenefits\nModel monitoring. We are a Kubernetes user.\nRAG is a plus"

    @Test func headingsAndCuesOfJDsMeanNothing() {
        let background = background(Self.resume)
        let skills = Set(background.evidence.map(\.skill))
        #expect(skills == ["kafka", "airflow", "model-monitoring", "kubernetes", "rag"])
        #expect(background.evidence.allSatisfy { $0.requirement == .required && $0.weight > 0 })
    }

    @Test(arguments: VerdictTests.texts + [resume, "Data Engineer\nAirflow. Data Engineer and MLOps Engineer"])
    func biasAndContributionsAddUpToTheScores(_ text: String) {
        for weight in [Background.Weight.double, .full, .part, .none, .title] {
            let background = background(text) { _ in weight }
            let sum = background.evidence.reduce(background.bias) { $0 + $1.contributions }
            for outcome in Outcome.allCases { #expect(abs(sum[outcome] - background.scores[outcome]) < 1e-9) }
            #expect(abs(Outcome.allCases.reduce(0) { $0 + background.shares[$1] } - 1) < 1e-9)
        }
    }

    @Test func whatCountsMoreWeighsMore() {
        let text = "Airflow and PyTorch"
        func weight(_ weight: Background.Weight) -> Double {
            background(text) { $0.skill == "airflow" ? weight : .full }.evidence.first { $0.skill == "airflow" }?.weight
                ?? 0
        }
        #expect(weight(.double) > weight(.full) && weight(.full) > weight(.part) && weight(.part) > 0)
        #expect(weight(.none) == 0)
        // Counting twice is no second mention.
        #expect(background(text) { _ in .double }.evidence.allSatisfy { $0.count == 1 })
    }

    @Test func titlesCountTogetherAsOne() throws {
        let one = background("Data Engineer") { _ in .title }
        let two = background("Data Engineer. Data Engineer") { _ in .title }
        #expect(one.scores == two.scores && one.evidence.map(\.kind) == [.title])
        let mixed = background("Data Engineer, MLOps Engineer") { _ in .title }
        let evidence = try #require(mixed.evidence.first { $0.skill == "data-engineer" })
        #expect(abs(evidence.weight * 2 - (one.evidence.first?.weight ?? 0)) < 1e-9)
    }

    @Test func ambiguousNamesCountWhereAPersonSpeaksOfKnowingThem() {
        func names(_ text: String) -> [String] { Sample.classifier.namedSkills(in: text).map(\.skill) }
        #expect(names("12 years of R.") == ["r"])
        #expect(names("Some exposure to Spark.") == ["spark"])
        #expect(names("I like to Go out. A spark of joy.") == [])
        // Amid a text that names tools, but not beside another name, nor where a sentence begins.
        let tools =
            "Kafka, MLflow, PyTorch.\n\nA line about nothing in particular, so that no tool stands near the next.\n"
        #expect(names(tools + "Nightly loads, later with Spark on call").contains("spark"))
        #expect(!names(tools + "Talked about it to Anna Spark on monday").contains("spark"))
        #expect(!names(tools + "Spark interest in all you meet").contains("spark"))
    }

    @Test func spansAreTheBytesOfTheNames() {
        let bytes = Array(Self.resume.utf8)
        let words = Sample.classifier.namedSkills(in: Self.resume).map {
            String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self)
        }
        #expect(words == ["Kafka", "Airflow", "Model monitoring", "Kubernetes", "RAG"])
    }
}
