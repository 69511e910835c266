import StrataClassify
import StrataModel
import StrataTestSupport
import Testing

/// The fast matcher and the plain one find the same, whatever the text.
@Suite struct MatcherOracleTests {
    static let letters = ["a", "b", "A", "B", "é", "É", "ß", "Ω", "ж", "中", "𝒳", "1", "3", "\u{212A}", "İ"]
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

    /// Texts are looked at 64 bytes at a time, and words of 512 bytes together.
    @Test(arguments: 0..<4 as Range<UInt64>)
    func findsInLongTextsWhatTheOracleFinds(seed: UInt64) {
        var random = RepeatableGenerator(seed: seed &+ 2000)
        let names = ["Python", ".NET", "C++", "naïve Bayes", "machine learning", "scikit-learn", "Go"]
        let fillers = ["experience", "with", "é", "•", "9", String(repeating: "x", count: 70), "und", "’", "\r\n"]
        let matcher = Matcher(names.map { Term($0) })
        let oracle = NaiveMatcher(terms: names.map { Term($0) })
        let text = random.text(of: names + fillers + [" ", " ", " ", ", ", "\n"], upTo: 1500)
        #expect(matcher.matches(in: text) == oracle.matches(in: text), "\(text.debugDescription)")
    }

    @Test func findsATermWhereverItStandsInALongText() {
        let matcher = Matcher([Term("data pipelines"), Term("über")])
        for offset in 0..<140 {
            let before = String(repeating: "a", count: offset) + " "
            for text in [before, String(repeating: "- ", count: 2020) + before] {
                let start = text.utf8.count
                #expect(
                    matcher.matches(in: text + "Data  Pipelines über") == [
                        Matcher.Match(term: 0, span: start..<start + 15),
                        Matcher.Match(term: 1, span: start + 16..<start + 21),
                    ])
            }
        }
    }

    @Test func findsATermOfAnyLength() {
        let long = (0..<300).map { "word\($0)" }.joined(separator: " ")
        let matcher = Matcher([Term(long), Term("word0 word1"), Term(long + " more")])
        #expect(matcher.matches(in: "a " + long).map(\.term) == [0])
        #expect(matcher.matches(in: long.uppercased() + " more").map(\.term) == [2])
        #expect(matcher.matches(in: String(long.dropLast(9))).map(\.term) == [1])
    }

    /// KELVIN SIGN folds to k, the Turkish capital to an i with a dot: two bytes ahead is not far enough to see that.
    @Test func findsTermsWhoseLettersFoldIntoASCII() {
        let matcher = Matcher([Term("data ak"), Term("go.k")])
        #expect(matcher.matches(in: "Data A\u{212A}").map(\.term) == [0])
        #expect(matcher.matches(in: "Go.\u{212A}").map(\.term) == [1])
    }

    @Test func findsNothingBeyondItsRange() {
        let matcher = Matcher([Term("data é"), Term("data")])
        let bytes = Array("data é, and".utf8)
        bytes.withUnsafeBufferPointer { bytes in
            for end in 0...bytes.count {
                var matches: [Matcher.Match] = []
                matcher.find(in: bytes, range: 0..<end, into: &matches)
                #expect(matches.map(\.term) == (end < 4 ? [] : end < 7 ? [1] : [0]), "range 0..<\(end)")
            }
        }
    }

    @Test func neverFindsATermThatHoldsANUL() {
        let matcher = Matcher([Term("kafka\0"), Term("Go\0Lang", isCaseSensitive: true), Term("spark")])
        #expect(matcher.matches(in: "kafka\0 Go\0LANG Go\0Lang kafka").isEmpty)
        #expect(matcher.matches(in: "spark\0").map(\.term) == [2])
    }

    @Test func findsAllOfManyTermsThatAreSpeltAlike() {
        let matcher = Matcher((0..<400).map { _ in Term("Kafka") }, mode: .all)
        #expect(matcher.matches(in: "Kafka").map(\.term) == Array(0..<400))
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
