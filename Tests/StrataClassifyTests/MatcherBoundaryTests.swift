import StrataClassify
import StrataModel
import Testing

/// Which words of a text are the term, and which only look like it.
@Suite struct MatcherBoundaryTests {
    /// What is found of the terms in the text, as written there.
    private func found(_ names: [String], in text: String, caseSensitive: Bool = false) -> [String] {
        let matcher = Matcher(names.map { Term($0, isCaseSensitive: caseSensitive) })
        let bytes = Array(text.utf8)
        return matcher.matches(in: text).map { String(decoding: bytes[$0.span], as: UTF8.self) }
    }

    @Test(arguments: [
        ("C", "C++ and C# and Objective-C", []),
        ("C", "C, C++ or C/C++", ["C", "C"]),
        ("R", "R&D, R & D, Q&R", []),
        ("R", "Python/R, R/Python, SQL and R.", ["R", "R", "R"]),
        ("R", "a good R² of Intel(R) chips", []),
        ("Go", "Go-to-market, Go/No-Go, on-Go", []),
        ("Go", "Go, Python and Go.", ["Go", "Go"]),
        ("ML", "AI/ML, ML/DL but not ML-driven or I/ML", ["ML", "ML"]),
        ("node", "node.js, node.org and a node.", ["node"]),
        ("Python", "Python.You will write python. Use PYTHON!", ["Python", "python", "PYTHON"]),
        ("Python", "Python's Python’s pythonic cpython", ["Python", "Python"]),
        ("Python", "Python 3.11, Python3, Python3.11, Python3x", ["Python", "Python", "Python"]),
        ("TensorFlow", "TensorFlow 2.x TensorFlow2 tensorflow", ["TensorFlow", "TensorFlow", "tensorflow"]),
        ("C++", "C++17, C++. C++11/14 Visual C++-like C++s", ["C++", "C++", "C++", "C++"]),
        ("C#", "C#/.NET, C# 8, C#8", ["C#", "C#", "C#"]),
        (".NET", "C#/.NET, .net core, ASP.NET, a .NET", [".NET", ".net", ".NET"]),
        ("CI/CD", "CI/CD, ci/cd-pipelines, CI/CDs", ["CI/CD", "ci/cd"]),
        ("A/B testing", "A/B testing, a/b-testing, A/B\ntesting", ["A/B testing", "a/b-testing", "A/B\ntesting"]),
        ("scikit-learn", "Scikit-Learn scikit_learn scikit learn", ["Scikit-Learn", "scikit_learn", "scikit learn"]),
        ("GPT-4", "GPT-4, gpt 4, GPT-4o, GPT-45", ["GPT-4", "gpt 4"]),
        ("W&B", "W&B (weights)", ["W&B"]),
        ("S3", "AWS S3/EC2, s3:, S33", ["S3", "s3"]),
        ("k8s", "K8s/k8s-based", ["K8s", "k8s"]),
    ])
    func findsTheTermOnlyWhereItStandsWhole(term: String, text: String, expected: [String]) {
        #expect(found([term], in: text) == expected)
    }

    @Test(arguments: [
        ("machine\nlearning", true), ("machine \r\n  learning", true), ("machine\u{A0}learning", true),
        ("machine\u{2011}learning", true), ("machine\u{AD}learning", true), ("machine – learning", true),
        ("machine\n\nlearning", false), ("machine\n \nlearning", false), ("machine, learning", false),
        ("machinelearning", false), ("machine. learning", false),
    ])
    func readsOnOverALineBreakButNotOverAnEmptyLine(text: String, isFound: Bool) {
        #expect(found(["machine learning"], in: text).isEmpty == !isFound)
    }

    @Test func prefersTheLongestTermAndGoesOnBehindIt() {
        let names = ["learning", "machine learning", "machine learning engineer", "engineer"]
        #expect(
            found(names, in: "Machine Learning Engineers, machine learning engineer") == [
                "Machine Learning", "machine learning engineer",
            ])
    }

    @Test func comparesTheCaseOfTermsThatNeedIt() {
        #expect(
            found(["Go", "Ray"], in: "go above, GO, Go; a ray of hope, Ray", caseSensitive: true) == ["Go", "Ray"])
    }

    @Test func letsTheExactSpellingWinOverTheLooseOne() {
        let matcher = Matcher([Term("go"), Term("Go", isCaseSensitive: true)])
        #expect(matcher.matches(in: "go, Go").map(\.term) == [0, 1])
    }

    @Test func foldsCaseBeyondASCII() {
        #expect(found(["Datenqualität", "ЯНДЕКС"], in: "DATENQUALITÄT bei Яндекс") == ["DATENQUALITÄT", "Яндекс"])
    }

    @Test func takesLettersOfEveryScriptForPartsOfWords() {
        #expect(found(["R", "bert"], in: "éR Rж bertß").isEmpty)
        #expect(found(["R", "bert"], in: "•R ✔️R “bert”") == ["R", "R", "bert"])
    }

    @Test func offsetsAreUTF8BytesOfTheText() throws {
        let match = try #require(Matcher([Term("Spark")]).matches(in: "über – Spark").first)
        #expect(match.span == 10..<15)
    }

    @Test func findsTermsAcrossTheBlocksInWhichTextIsRead() {
        for shift in 0..<130 {
            let text =
                String(repeating: "x ", count: shift / 2) + (shift % 2 == 1 ? "." : "") + "Ünïcode Kubernetes Engine"
            #expect(found(["ünïcode kubernetes engine"], in: text).count == 1, "shift \(shift)")
        }
    }
}
