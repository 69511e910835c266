import StrataModel
import StrataQuery
import Testing

@Suite("How answers are written out")
struct AnswerDocumentTests {
    @Test("a list shows the share of the layer asked for, and ids as they are typed")
    func listOfJDs() throws {
        let jd = SampleJD(
            title: "A", primary: .mlops, needs: [.mlops, .appliedML], shares: [.mlops: 0.6, .appliedML: 0.3])
        let fixture = try Fixture([jd])
        var filter = JDFilter()
        filter.needs = [.appliedML]
        let document = try JDQuestion(filter).answer(fixture.store).document
        #expect(document.title == "1 JD that needs Applied ML")
        #expect(document.firstTable?.rows.first?.first == .text("1"))
        #expect(document.firstTable?.rows.first?.last == .percent(0.3))
        #expect(try JDQuestion().answer(fixture.store).document.firstTable?.rows.first?.last == .percent(0.6))
    }

    @Test("tables for programs have a cell under each column")
    func tablesAreComplete() throws {
        let fixture = try Fixture.random(10, seed: 3)
        let answers = try SkillQuestion(["k8s", "TF", "accounting", "unheard-of"]).answers(fixture.store)
        let tables = [
            try JDQuestion().answer(fixture.store).table,
            try SearchQuestion("engineer OR scientist OR analyst").answer(fixture.store).table,
            SkillAnswer.table(answers),
        ]
        for table in tables {
            #expect(!table.rows.isEmpty)
            #expect(Set(table.columns.map(\.key)).count == table.columns.count)
            #expect(table.rows.allSatisfy { $0.count == table.columns.count })
        }
    }

    @Test("a layer's reasons are written in full, unknown names with what was perhaps meant")
    func layers() throws {
        let answers = try SkillQuestion(["k8s", "Kubernets"]).answers(Fixture().store)
        let blocks = SkillAnswer.document(answers).blocks
        #expect(
            blocks.contains(
                .list([
                    "Kubernetes in MLOps: Runs what is deployed.", "Kubernetes in Data Engineering: Runs pipelines.",
                ])))
        #expect(
            blocks.contains(.paragraph("No skill goes by the name 'Kubernets': did you mean Kubernetes?")))
    }
}
