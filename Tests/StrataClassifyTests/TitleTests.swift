import StrataClassify
import StrataModel
import Testing

/// What a title says of role and seniority.
@Suite struct TitleTests {
    @Test(arguments: [
        ("Senior Data Engineer (m/w/d)", "data-engineer"), ("Data-Engineer, Platform", "data-engineer"),
        ("Machine Learning Operations Engineer", "mlops-engineer"), ("ML ENGINEER II", "ml-engineer"),
        ("Data Engineer / Machine Learning Engineer", "ml-engineer"), ("Sea captain", nil), ("", nil),
    ])
    func theLongestPhraseOfATitleNamesTheRole(title: String, slug: String?) {
        #expect(Sample.classifier.role(ofTitle: title) == slug)
    }

    @Test(arguments: [
        ("Senior Data Engineer", Seniority.senior), ("Sr. Data Engineer", .senior), ("Data Engineer III", .senior),
        ("Staff Engineer", .staff), ("Member of Technical Staff", nil), ("Principal Scientist", .principal),
        ("Lead Data Scientist", .lead), ("Engineering Manager", .manager), ("Product Manager", nil),
        ("Senior Product Manager", .senior), ("Director of Data", .director), ("Head of AI", .director),
        ("VP, Data", .executive), ("Junior Analyst", .junior), ("Data Science Intern", .intern),
        ("Internal Tools Engineer", nil), ("Entry-Level Data Analyst", .junior), ("Mid-level Data Engineer", .mid),
        ("Data Engineer", nil), ("Senior Manager, Data", .manager),
    ])
    func theTitleNamesTheSeniority(title: String, expected: Seniority?) {
        #expect(Sample.classifier.seniority(ofTitle: title, text: "") == expected)
    }

    @Test(arguments: [
        ("You have 5+ years of experience", Seniority.senior), ("3-5 years with Python", .mid),
        ("1 year of work", .junior),
        ("This internship lasts a summer", .intern), ("Founded 150 years ago", nil), ("We care.", nil),
        ("0-2 years experience", .junior), ("Entry level position", .junior),
    ])
    func aSilentTitleLeavesItToTheText(text: String, expected: Seniority?) {
        #expect(Sample.classifier.seniority(ofTitle: "Data Engineer", text: text) == expected)
    }

    @Test func theTitleIsEvidenceOfItsOwn() throws {
        let text = "Requirements\n- PyTorch"
        let shown = Sample.classifier.verdict(title: "MLOps Engineer (MLflow)", text: text)
        let hidden = Sample.classifier.verdict(title: nil, text: text)
        let item = try #require(shown.evidence.first { $0.kind == .title })
        #expect(item.skill == "mlops-engineer")
        #expect(shown.role == "mlops-engineer")
        #expect(shown.shares[.mlops] > hidden.shares[.mlops])
        #expect(shown.mentions == hidden.mentions)
        #expect(!hidden.evidence.contains { $0.kind == .title })
        #expect(hidden.role == nil)
    }
}
