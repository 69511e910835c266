import StrataModel
import StrataQuery
import Testing

/// Asked of a database and of a catalogue in memory: the answers must be the same.
@Suite("Which layer does a tool belong to?")
struct SkillQuestionTests {
    private func ask(_ name: String) throws -> SkillAnswer {
        let stored = try SkillQuestion([name]).answers(Fixture().store)[0]
        let catalogue = Catalogue(
            version: 1, layers: [], skills: Fixture.skills, roles: [], headings: [], cues: [],
            scoring: Scoring(version: 1))
        let inMemory = SkillQuestion.answer(name, in: catalogue)
        #expect(stored == inMemory)
        return stored
    }

    @Test(
        "a name in any case, an alias, hyphens or none, and the slug all find the skill",
        arguments: [
            ("Kubernetes", "Kubernetes"), ("KUBERNETES", "Kubernetes"), ("k8s", "Kubernetes"),
            ("Scikit Learn", "scikit-learn"), ("scikit_learn", "scikit-learn"), ("sklearn", "scikit-learn"),
            ("c++", "C++"), ("cpp", "C++"), (" feature-engineering ", "Feature engineering"),
        ])
    func findsByAnySpelling(query: String, name: String) throws {
        let answer = try ask(query)
        #expect(answer.found)
        #expect(answer.query == query)
        #expect(answer.name == name)
        #expect(answer.suggestions.isEmpty)
    }

    @Test("the layers come with weight, reason and source, the primary one first")
    func namesTheLayers() throws {
        let answer = try ask("k8s")
        #expect(answer.primaryLayer == .mlops)
        #expect(answer.layers.map(\.membership.layer) == [.mlops, .dataEngineering])
        #expect(answer.layers.map(\.isPrimary) == [true, false])
        #expect(answer.layers[0].membership.reason == "Runs what is deployed")
        #expect(answer.layers[0].membership.source == "cncf")
        #expect(answer.aliases == ["k8s"])
    }

    @Test("a known skill outside the stack is found, without a layer")
    func findsOutsideTheStack() throws {
        let answer = try ask("accounting")
        #expect(answer.found)
        #expect(answer.primaryLayer == nil)
        #expect(answer.layers.isEmpty)
    }

    @Test("a term with two meanings gives the likelier and names the other")
    func namesAlternatives() throws {
        let answer = try ask("TF")
        #expect(answer.name == "TensorFlow")
        #expect(answer.alternatives.map(\.name) == ["Terraform"])
    }

    @Test(
        "a near miss gets the name that was meant first",
        arguments: [
            ("Kubernets", "Kubernetes"), ("pytorh", "PyTorch"), ("Kuberentes", "Kubernetes"),
            ("tensorflw", "TensorFlow"),
            ("kube", "Kubernetes"), ("sikit learn", "scikit-learn"), ("Kubernetes Engine", "Kubernetes"),
        ])
    func suggests(query: String, name: String) throws {
        let answer = try ask(query)
        #expect(!answer.found)
        #expect(answer.suggestions.first == name)
    }

    @Test("what resembles nothing gets no suggestion", arguments: ["", "   ", "zzzzzzzz", "-", "🦖"])
    func suggestsNothing(query: String) throws {
        let answer = try ask(query)
        #expect(!answer.found)
        #expect(answer.suggestions.isEmpty)
    }

    @Test("several names are answered in their order")
    func answersInOrder() throws {
        let answers = try SkillQuestion(["torch", "nothing-of-the-kind", "k8s"]).answers(Fixture().store)
        #expect(answers.map(\.name) == ["PyTorch", nil, "Kubernetes"])
    }

    @Test("the JSON has the keys of the contract")
    func jsonShape() throws {
        let json = try ask("TF").json
        #expect(json["query"] == .string("TF"))
        #expect(json["found"] == .bool(true))
        #expect(json["primary_layer"] == .string("applied-ml"))
        #expect(json["alternatives"] != nil)
        let unknown = try ask("Kubernets").json
        #expect(unknown["found"] == .bool(false))
        #expect(unknown["name"] == .null)
        #expect(unknown["primary_layer"] == .null)
        #expect(unknown["layers"] == .array([]))
        #expect(unknown["suggestions"] == .array([.string("Kubernetes")]))
        #expect(unknown["alternatives"] == nil)
    }
}
