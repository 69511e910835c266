import StrataModel
import Testing

@Suite struct WordsTests {
    @Test(arguments: [
        ("data-engineering", Layer.dataEngineering), ("Data Engineering", .dataEngineering), ("de", .dataEngineering),
        ("ML", .appliedML), ("applied ml", .appliedML), ("ops", .mlops), ("MLOps", .mlops),
        ("prompt", .promptEngineering),
        ("Prompt_Engineering", .promptEngineering),
    ])
    func aLayerIsKnownBySlugNameAndShortForm(spelling: String, layer: Layer) {
        #expect(Layer(spelled: spelling) == layer)
    }

    @Test func anUnknownLayerIsRefused() {
        #expect(Layer(spelled: "frontend") == nil)
        #expect(Layer(spelled: "") == nil)
    }

    @Test(arguments: [
        ("Scikit-Learn", "scikit learn"), ("scikit_learn", "scikit learn"), ("  CI / CD ", "ci / cd"), ("C++", "c++"),
        ("Überwachung", "überwachung"), ("OpenAI’s API", "openai's api"), ("A\u{A0}B", "a b"), ("--", ""),
    ])
    func spellingsOfATermShareAKey(text: String, key: String) {
        #expect(TermKey.fold(text) == key)
    }

    @Test func aSetOfLayersKeepsTheirOrder() {
        let set = LayerSet([Layer.promptEngineering, .dataEngineering])
        #expect(set.layers == [.dataEngineering, .promptEngineering])
        #expect(set.rawValue == 0b1001)
    }

    @Test func theLargestOfFiveIsTheFirstOfEquals() {
        let values = OutcomeValues([(.layer(.mlops), 0.4), (.outside, 0.4), (.layer(.appliedML), 0.1)])
        #expect(values.largest.outcome == .layer(.mlops))
        #expect((values * 2)[.outside] == 0.8)
    }
}
