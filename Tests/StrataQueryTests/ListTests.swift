import StrataModel
import StrataQuery
import Testing

@Suite("Lists of skills and roles")
struct ListTests {
    private func names(_ question: SkillListQuestion) throws -> [String] {
        try question.answer(Fixture().store).rows.map(\.name)
    }

    @Test("skills come in the stack's order, then by name")
    func orders() throws {
        #expect(
            try names(SkillListQuestion(kind: .tool)) == [
                "PyTorch", "scikit-learn", "TensorFlow", "Kubernetes", "Terraform",
            ])
    }

    @Test("a layer's skills are those that belong to it at all, outside's those that belong to none")
    func filtersByLayer() throws {
        let question = SkillListQuestion(outcome: .layer(.dataEngineering))
        #expect(try names(question) == ["Feature engineering", "Kubernetes"])
        #expect(try names(SkillListQuestion(outcome: .outside)) == ["Accounting", "C++"])
    }

    @Test("a text finds names, aliases and summaries")
    func filtersByText() throws {
        #expect(try names(SkillListQuestion(text: "K8S")) == ["Kubernetes"])
        #expect(try names(SkillListQuestion(text: "containers")) == ["Kubernetes"])
        #expect(try names(SkillListQuestion(text: "learn")) == ["scikit-learn"])
    }

    @Test("each skill says how many JDs ask for it; a page leaves the total as it is")
    func counts() throws {
        let fixture = try Fixture.random(40, seed: 2)
        let list = try SkillListQuestion(page: Page(limit: 3, offset: 1)).answer(fixture.store)
        #expect(list.total == Fixture.skills.count)
        #expect(list.rows.count == 3)
        let most = try SkillListQuestion(sort: .jds).answer(fixture.store)
        for row in list.rows + most.rows {
            #expect(row.jds == fixture.jds.filter { $0.asks(for: row.slug) }.count)
        }
        #expect(most.rows.compactMap(\.jds) == most.rows.compactMap(\.jds).sorted(by: >))
    }

    @Test("without a database there are no counts, and no column for them")
    func withoutDatabase() {
        let catalogue = Catalogue(
            version: 1, layers: [], skills: Fixture.skills, roles: Fixture.roles, headings: [], cues: [],
            scoring: Scoring(version: 1))
        let list = SkillListQuestion().answer(in: catalogue)
        #expect(list.total == Fixture.skills.count)
        #expect(list.document(title: "Skills").firstTable?.columns.contains { $0.key == "jds" } == false)
        #expect(list.items.first?["jds"] == .null)
        #expect(RoleListQuestion(outcome: .outside).answer(in: catalogue).rows.map(\.role.slug) == ["accountant"])
    }

    @Test("roles say how many JDs have them")
    func roles() throws {
        let fixture = try Fixture.random(40, seed: 2)
        let list = try RoleListQuestion().answer(fixture.store)
        #expect(list.rows.map(\.role.slug) == ["data-engineer", "ml-engineer", "prompt-engineer", "accountant"])
        for row in list.rows { #expect(row.jds == fixture.jds.filter { $0.role == row.role.slug }.count) }
        #expect(try RoleListQuestion(text: "etl").answer(fixture.store).rows.map(\.role.slug) == ["data-engineer"])
    }
}
