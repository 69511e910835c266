import StrataClassify
import StrataModel
import StrataTestSupport
import Testing

/// What fuzzing has found is read again, and held to what `Fuzz/` holds it to.
@Suite("Inputs that fuzzing has kept: the classifier")
struct FuzzCorpusTests {
    @Test("a verdict is one answer, and the sum of its evidence")
    func verdicts() throws {
        let classifier = try #require(Reading.classifier)
        for (name, title, text) in try inputs(of: "classify") {
            let verdict = classifier.verdict(title: title, company: "Acme", text: text)
            #expect(classifier.verdict(title: title, company: "Acme", text: text) == verdict, name)
            #expect(!verdict.justification.isEmpty, name)
            #expect(abs(Outcome.allCases.reduce(0) { $0 + verdict.shares[$1] } - 1) < 1e-6, name)
            for outcome in Outcome.allCases {
                let sum = verdict.evidence.reduce(verdict.bias[outcome]) { $0 + $1.contributions[outcome] }
                #expect(abs(sum - verdict.scores[outcome]) < 1e-6, name)
            }
            for span in verdict.evidence.flatMap(\.spans) {
                #expect(span.start >= 0 && span.start < span.end && span.end <= text.utf8.count, name)
            }
        }
    }

    @Test("matches lie in the text, and those that must not overlap do not")
    func matches() throws {
        for (name, line, text) in try inputs(of: "matcher") {
            let terms = line.split(separator: "|").prefix(50).map { Term(String($0)) }
            for mode in [Matcher.Mode.leftmostLongest, .all] {
                var end = 0
                for match in Matcher(terms, mode: mode).matches(in: text) {
                    #expect(terms.indices.contains(match.term), name)
                    #expect(!match.span.isEmpty && match.span.upperBound <= text.utf8.count, name)
                    if mode == .leftmostLongest {
                        #expect(match.span.lowerBound >= end, name)
                        end = match.span.upperBound
                    }
                }
            }
        }
    }

    /// The first line of each input, and what stands below it.
    private func inputs(of target: String) throws -> [(name: Comment, line: String, text: String)] {
        let inputs = try FuzzCorpus.inputs(of: target)
        #expect(!inputs.isEmpty)
        return inputs.map { name, bytes in
            let input = String(decoding: bytes, as: UTF8.self)
            let lines = input.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            // As in fuzzing: a title alone is a text too, terms alone have none to be found in.
            return ("\(name)", lines[0], lines.count > 1 ? lines[1] : target == "classify" ? input : "")
        }
    }
}
