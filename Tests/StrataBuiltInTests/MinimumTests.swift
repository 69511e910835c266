import StrataClassify
import StrataModel
import Testing

/// What no reader would argue about.
@Suite("Plain JDs") struct MinimumTests {
    @Test(arguments: Postings.data + Postings.models + Postings.operations + Postings.prompts + Postings.outside)
    func landWhereAReaderPutsThem(posting: Posting) throws {
        try check(posting)
    }

    @Test(arguments: Postings.sameTitle) func withOneTitleLandByTheirText(posting: Posting) throws {
        try check(posting)
    }

    @Test(arguments: Postings.data + Postings.models + Postings.operations + Postings.prompts)
    func needTheirFirstLayer(posting: Posting) throws {
        let verdict = try #require(Reading.verdict(posting.text, title: posting.title))
        if let primary = verdict.primary { #expect(verdict.needs.contains(primary)) }
    }

    private func check(_ posting: Posting) throws {
        let verdict = try #require(Reading.verdict(posting.text, title: posting.title))
        let said = verdict.primary?.slug ?? "none"
        #expect(said == posting.primary, "\(verdict.justification)")
        #expect(posting.needs.isSubset(of: verdict.needs), "needs \(verdict.needs)")
        #expect(posting.needsNot.isDisjoint(with: verdict.needs), "needs \(verdict.needs)")
    }
}
