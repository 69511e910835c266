import Testing

@testable import StrataAdvice

@Suite("A brief's own words for its data stand in the proposed steps")
struct DataWordsTests {
    @Test(
        "whole nouns only, never a part of what is done",
        arguments: [
            (
                "Build a chatbot that answers customer questions about our product catalog using our internal knowledge base",
                "product catalog and internal knowledge base"
            ),
            ("Score three million card payments and block suspicious transactions within a second", nil),
            ("Translate contracts", nil), ("Search all patents of the office", "patents"),
            ("Predict demand from our sales history", "sales history"), ("Do something clever", nil),
        ] as [(String, String?)])
    func names(brief: String, data: String?) throws {
        let vocabulary = try Cases.knowledge.get().vocabulary
        #expect(DataWords.found(in: PhraseText(brief, vocabulary), vocabulary) == data)
    }
}
