import StrataClassify
import StrataModel
import StrataTestSupport
import Testing

/// The fast matcher and the plain one find the same, whatever the text.
@Suite struct MatcherOracleTests {
    static let letters = ["a", "b", "A", "B", "é", "É", "ß", "Ω", "ж", "中", "𝒳", "1", "3"]
    static let marks = [
        " ", " ", "-", "_", "\n", "\r\n", "\u{A0}", "\u{AD}", "–", ".", "+", "#", "/", "&", "'", "’", "(", ")", ",",
        "²", "•", "✔\u{FE0F}", "\u{301}", "\t",
    ]

    @Test(arguments: 0..<24 as Range<UInt64>)
    func findsWhatTheOracleFinds(seed: UInt64) {
        var random = RepeatableGenerator(seed: seed)
        let alphabet = seed % 2 == 0 ? Self.letters + Self.marks : ["a", "b", "B", "r", "R", "3"] + Self.marks
        let terms = (0..<30).map { _ in
            Term(random.text(of: alphabet, upTo: 7), isCaseSensitive: Bool.random(using: &random))
        }
        let matcher = Matcher(terms)
        let oracle = NaiveMatcher(terms: terms)
        for _ in 0..<25 {
            var text = random.text(of: alphabet, upTo: 80)
            for _ in 0..<6 {
                text += random.text(of: alphabet, upTo: 4) + terms[Int.random(in: 0..<30, using: &random)].text
            }
            let found = matcher.matches(in: text)
            let expected = oracle.matches(in: text)
            #expect(found == expected, "text: \(text.debugDescription) terms: \(terms.map(\.text))")
            if found != expected { return }
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func findsRealNamesInProseAsTheOracleDoes(seed: UInt64) {
        var random = RepeatableGenerator(seed: seed &+ 1000)
        let names = [
            "C", "C++", "C#", "R", "Go", ".NET", "ASP.NET", "node.js", "node", "CI/CD", "A/B testing", "AI/ML", "ML",
            "AI",
            "scikit-learn", "GPT-4", "W&B", "Python", "machine learning", "Machine Learning Engineer", "kubernetes",
            "Objective-C", "naïve Bayes", "TensorFlow", "S3", "über-modell",
        ]
        let glue = [
            " ", " ", " ", "\n", "/", "-", "&", ". ", ".", ", ", "'s ", "3", "+", "#", " & ", " D ", "(", ")", "is ",
        ]
        let terms = names.map { Term($0, isCaseSensitive: ["R", "Go", "C"].contains($0)) }
        let matcher = Matcher(terms)
        let oracle = NaiveMatcher(terms: terms)
        for _ in 0..<30 {
            let text = random.text(of: names + names.map { $0.uppercased() } + glue + glue + glue, upTo: 60)
            #expect(matcher.matches(in: text) == oracle.matches(in: text), "\(text.debugDescription)")
        }
    }

    @Test func findsNothingInAnEmptyTextOrWithoutTerms() {
        #expect(Matcher([]).matches(in: "Python").isEmpty)
        #expect(Matcher([Term("Python")]).matches(in: "").isEmpty)
        #expect(Matcher([Term(""), Term("-"), Term("...")]).matches(in: "a - b ... c").isEmpty)
    }

    @Test func findsEveryTermAtEveryStartWhenAskedForAll() {
        let matcher = Matcher([Term("not required"), Term("required"), Term("not")], mode: .all)
        let found = matcher.matches(in: "is not required")
        #expect(found.map(\.term) == [2, 0, 1])
    }
}
