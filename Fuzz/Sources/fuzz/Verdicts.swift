import StrataBuiltIn
import StrataModel

@testable import StrataClassify

/// The classifier and the matcher: shares add up, the sum that a verdict is holds, spans lie within the text.
enum Verdicts {
    private static let classifier: Classifier? = try? Classifier(BuiltIn.catalogue())

    static func check(_ target: FuzzTarget, _ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if target == .matcher { return checkMatcher(text) }
        guard let classifier else { preconditionFailure("the built-in catalogue opens") }
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let body = lines.count > 1 ? String(lines[1]) : text
        let verdict = classifier.verdict(title: String(lines[0]), company: "Acme", text: body)
        precondition(classifier.verdict(title: String(lines[0]), company: "Acme", text: body) == verdict, "one answer")
        var scores = Outcome.allCases.map { verdict.bias[$0] }
        for evidence in verdict.evidence {
            for (index, outcome) in Outcome.allCases.enumerated() { scores[index] += evidence.contributions[outcome] }
            for span in evidence.spans {
                precondition(
                    span.start >= 0 && span.start < span.end && span.end <= body.utf8.count, "a span lies in the text")
            }
        }
        for (index, outcome) in Outcome.allCases.enumerated() {
            precondition(abs(scores[index] - verdict.scores[outcome]) < 1e-6, "the evidence adds up to the scores")
        }
        let sum = Outcome.allCases.reduce(0) { $0 + verdict.shares[$1] }
        precondition(abs(sum - 1) < 1e-6, "the shares add up to 1")
        precondition(!verdict.justification.isEmpty, "a verdict is justified")
    }

    /// The first line holds terms with bars between them, the rest is the text.
    private static func checkMatcher(_ input: String) {
        let lines = input.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let terms = lines[0].split(separator: "|").prefix(50).map { Term(String($0)) }
        // One table for both modes: laying it out takes longer than the searches.
        var builder = TermTrieBuilder(capacity: terms.count)
        for term in terms { builder.add(term) }
        var writer = ImageWriter()
        TermTable.write(builder, into: &writer)
        let memory = writer.finish().withUnsafeBytes(ImageMemory.init(copying:))
        let text = lines.count > 1 ? String(lines[1]) : ""
        for mode in [Matcher.Mode.leftmostLongest, .all] {
            var end = 0
            var reader = ImageReader(trusted: memory)
            for match in Matcher(&reader, mode: mode).matches(in: text) {
                precondition(terms.indices.contains(match.term), "a term of the list")
                precondition(match.span.upperBound <= text.utf8.count && !match.span.isEmpty, "a span within the text")
                if mode == .leftmostLongest {
                    precondition(match.span.lowerBound >= end, "matches do not overlap")
                    end = match.span.upperBound
                }
            }
        }
    }
}
