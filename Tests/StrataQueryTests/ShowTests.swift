import StrataModel
import StrataQuery
import Testing

@Suite("One JD deconstructed")
struct ShowTests {
    private static let jd = SampleJD(
        title: "ML Engineer", company: "Acme", location: "Berlin", text: "k8s and pytorch, if you like.",
        role: "ml-engineer", seniority: .senior, primary: .mlops, needs: [.mlops], shares: [.mlops: 0.75],
        asked: [
            .init(skill: "kubernetes", requirement: .required), .init(skill: "pytorch", requirement: .preferred),
            .init(skill: "accounting", requirement: .context),
        ],
        salary: Salary(min: 60000, max: 80000.5, currency: "EUR", period: .year),
        seen: [.init(source: "board", on: "2024-01-02"), .init(source: "other", on: nil)])

    /// As a classifier would give it.
    private static let verdict: Verdict = {
        func item(
            _ skill: String, _ name: String, _ requirement: Requirement, _ span: Span, _ values: [(Outcome, Double)]
        )
            -> Evidence
        {
            Evidence(
                skill: skill, name: name, kind: .tool, requirement: requirement, count: 1, spans: [span],
                contributions: OutcomeValues(values))
        }
        return Verdict(
            role: "ml-engineer", seniority: .senior, primary: .mlops, needs: [.mlops],
            bias: OutcomeValues([(.outside, 0.5)]), scores: OutcomeValues([(.layer(.mlops), 2)]),
            shares: OutcomeValues([(.layer(.mlops), 0.75), (.outside, 0.25)]),
            evidence: [
                item("kubernetes", "Kubernetes", .required, Span(start: 0, end: 3), [(.layer(.mlops), 2)]),
                item("pytorch", "PyTorch", .preferred, Span(start: 8, end: 15), [(.layer(.appliedML), 1)]),
                item("python", "Python", .required, Span(start: 8, end: 15), []),
            ], justification: "Because of Kubernetes.")
    }()

    private func detail() throws -> JDDetail {
        try #require(try ShowQuestion(id: 1).answer(Fixture([Self.jd]).store))
    }

    @Test("what was stored comes back")
    func reads() throws {
        let detail = try detail()
        #expect(detail.text == Self.jd.text)
        #expect(detail.justification == "Because ML Engineer.")
        #expect(detail.mentions.map(\.skill) == ["kubernetes", "pytorch", "accounting"])
        #expect(detail.mentions.map(\.requirement) == [.required, .preferred, .context])
        #expect(detail.mentions[0].spans == [Span(start: 0, end: 2)])
        #expect(detail.mentions[0].layer == .mlops)
        #expect(detail.seen.map(\.postedOn) == [nil, "2024-01-02"])
        #expect(detail.summary.sightings == 2)
        #expect(!detail.isStale)
        #expect(detail.summary.isThin)
    }

    @Test("an id that does not exist is none")
    func unknownID() throws {
        #expect(try ShowQuestion(id: 99).answer(Fixture().store) == nil)
    }

    @Test("an old verdict is said to be old")
    func stale() throws {
        let fixture = try Fixture([Self.jd])
        try fixture.raiseRevision()
        let detail = try #require(try ShowQuestion(id: 1).answer(fixture.store))
        #expect(detail.isStale)
        #expect(try DatabaseInfo(fixture.store).staleVerdicts == 1)
    }

    @Test("a JD's JSON has the keys of the contract")
    func jsonShape() throws {
        let json = try detail().json(Self.verdict)
        #expect(json["id"] == .integer(1))
        #expect(json["title"] == .string("ML Engineer"))
        #expect(json["posted_on"] == .string("2024-01-02"))
        #expect(json["role"] == .string("ml-engineer"))
        #expect(json["seniority"] == .string("senior"))
        #expect(json["primary_layer"] == .string("mlops"))
        #expect(json["needs"] == .array([.string("mlops")]))
        #expect(json["sightings"] == .integer(2))
        #expect(json["salary"]?["max"] == .number(80000.5))
        #expect(json["salary"]?["period"] == .string("year"))
        #expect(json["layers"]?["mlops"] == .number(0.75))
        #expect(json["layers"]?["outside"] == nil)
        #expect(json["outside"] == .number(0.25))
        #expect(json["text"] == .string(Self.jd.text))
        #expect(json["justification"] != nil)
        #expect(json["scores"]?["outside"] == .number(0))
        guard case .array(let evidence)? = json["evidence"] else {
            Issue.record("no evidence")
            return
        }
        #expect(evidence.count == 3)
        #expect(evidence[0]["layer"] == .string("mlops"))
        #expect(evidence[0]["spans"] == .array([.array([.integer(0), .integer(3)])]))
        #expect(evidence[0]["contributions"] == .object([("mlops", .number(2))]))
        #expect(evidence[2]["layer"] == .null)
        #expect(try JDQuestion().answer(Fixture([Self.jd]).store).json["total"] == .integer(1))
    }

    @Test("a verdict's JSON leaves the evidence out on request and carries the input through")
    func verdictJSON() {
        let json = Self.verdict.json(id: .string("a"), withEvidence: false, input: .object([("x", .null)]))
        #expect(json["id"] == .string("a"))
        #expect(json["evidence"] == nil)
        #expect(json["bias"]?["outside"] == .number(0.5))
        #expect(json["input"] == .object([("x", .null)]))
    }

    @Test("the document puts each keyword under its layer and names what stands for none")
    func document() throws {
        let document = try detail().document(Self.verdict, withText: true)
        #expect(document.title == "ML Engineer")
        #expect(document.subtitle == "MLOps")
        #expect(document.firstTable?.columns.map(\.title) == Layer.allCases.map(\.name))
        let tables = document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        #expect(tables.map(\.title) == ["Required", "Nice to have"])
        #expect(
            tables.map(\.rows) == [
                [[.text(""), .text(""), .text("Kubernetes"), .text("")]],
                [[.text(""), .text("PyTorch"), .text(""), .text("")]],
            ])
        #expect(document.blocks.contains(.note("For no layer in particular: Python.")))
        #expect(document.blocks.contains(.paragraph("Because of Kubernetes.")))
        let marks = document.blocks.compactMap { if case .markedText(let text) = $0 { text.marks } else { nil } }
        #expect(
            marks == [
                [
                    .init(span: Span(start: 0, end: 3), layer: .mlops),
                    .init(span: Span(start: 8, end: 15), layer: .appliedML),
                ]
            ])
        guard case .facts(let facts) = document.blocks[0] else {
            Issue.record("no facts")
            return
        }
        #expect(facts.contains(Fact("Salary", "60,000 to 80,000.50 EUR a year")))
        #expect(facts.contains(Fact("Seen", "2 times, 2024-01-02 to 2024-01-02")))
    }

    @Test("without a verdict the stored mentions stand in")
    func documentFromTheDatabase() throws {
        let document = try detail().document(nil, withText: false)
        let tables = document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        #expect(tables.map(\.title) == ["Required", "Nice to have"])
        #expect(
            tables.map(\.rows) == [
                [[.text(""), .text(""), .text("Kubernetes"), .text("")]],
                [[.text(""), .text("PyTorch"), .text(""), .text("")]],
            ])
        #expect(document.blocks.contains(.note("Mentioned, not asked for: Accounting.")))
    }
}
