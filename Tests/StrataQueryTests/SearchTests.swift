import StrataModel
import StrataQuery
import Testing

@Suite("Searching the JDs")
struct SearchTests {
    private static let jds = [
        SampleJD(
            title: "Data Engineer", company: "Acme",
            text: "You build pipelines in C++ and C#.\nYou   like a feature store, and scikit-learn."),
        SampleJD(
            title: "Kubernetes Administrator", company: "Zoë Café", location: "São Paulo", text: "You run servers.",
            needs: [.mlops]),
        SampleJD(title: "ML Engineer", text: "You know Kubernetes, and you store features.", needs: [.appliedML]),
        SampleJD(title: "Cook", location: "Lyon", text: "You cook in C minor."),
    ]

    private func titles(_ query: String, filter: JDFilter = JDFilter()) throws -> [String] {
        try SearchQuestion(query, filter: filter).answer(Fixture(Self.jds).store).hits.map(\.jd.title)
    }

    @Test(
        "all words must be there, phrases as they stand",
        arguments: [
            ("feature store", ["Data Engineer"]), ("\"feature store\"", ["Data Engineer"]),
            ("stor* featur*", ["Data Engineer", "ML Engineer"]), ("\"store features\"", ["ML Engineer"]),
            ("kubernetes -title:kubernetes", ["ML Engineer"]), ("engineer NOT pipelines", ["ML Engineer"]),
            ("cook OR servers", ["Cook", "Kubernetes Administrator"]),
            ("location:lyon", ["Cook"]), ("company:acme", ["Data Engineer"]), ("text:acme", []),
        ])
    func finds(query: String, expected: [String]) throws {
        #expect(Set(try titles(query)) == Set(expected))
    }

    @Test(
        "C++ and C# are words of their own; accents and case are not",
        arguments: [
            ("C++", ["Data Engineer"]), ("c#", ["Data Engineer"]), ("C", ["Cook"]),
            ("sao", ["Kubernetes Administrator"]),
            ("cafe", ["Kubernetes Administrator"]), ("ZOE", ["Kubernetes Administrator"]),
            ("scikit-learn", ["Data Engineer"]), ("\"scikit learn\"", ["Data Engineer"]),
        ])
    func foldsWhatIsAlike(query: String, expected: [String]) throws {
        #expect(try titles(query) == expected)
    }

    @Test("a word in the title counts more than one in the text")
    func ranks() throws {
        #expect(try titles("kubernetes") == ["Kubernetes Administrator", "ML Engineer"])
    }

    @Test("filters hold for a search too, and the total counts before the limit")
    func filters() throws {
        var filter = JDFilter()
        filter.needs = [.appliedML]
        #expect(try titles("kubernetes", filter: filter) == ["ML Engineer"])
        let fixture = try Fixture(Self.jds)
        let page = try SearchQuestion("you", page: Page(limit: 1, offset: 1)).answer(fixture.store)
        #expect(page.total == 4)
        #expect(page.hits.count == 1)
        #expect(try SearchQuestion("you", filter: filter).count(fixture.store) == 1)
    }

    @Test("the passage is one line and marks the words found")
    func marksThePassage() throws {
        let hit = try #require(try SearchQuestion("feature c++").answer(Fixture(Self.jds).store).hits.first)
        let bytes = Array(hit.snippet.text.utf8)
        let words = hit.snippet.marks.map { String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self) }
        #expect(words == ["C++", "feature"])
        #expect(hit.snippet.text.contains("You like a feature store"))
    }

    @Test("where only the title matches, the passage is the text's beginning")
    func passageWithoutMarks() throws {
        let hit = try #require(try SearchQuestion("administrator").answer(Fixture(Self.jds).store).hits.first)
        #expect(hit.snippet == MarkedText(text: "You run servers.", marks: []))
    }
}
