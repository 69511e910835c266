import StrataModel
import Testing

@testable import StrataAdvice

@Suite("What is not sure is asked about, and hires nobody")
struct DoubtTests {
    private let knowledge: Knowledge

    init() throws { knowledge = try Cases.knowledge.get() }

    private func diagnosis(_ symptoms: [String]) throws -> Diagnosis {
        var request = Request()
        request.symptoms = symptoms
        return try Diagnostician(knowledge).diagnose(request, CoverageReader(knowledge).read([]))
    }

    @Test(
        "statements that all is well point to no layer",
        arguments: [
            "the data is always there on time", "Data is in Snowflake and tested", "we deploy every day",
            "We never had trouble deploying", "answers are graded before each release",
        ])
    func praise(text: String) throws {
        let found = try diagnosis([text])
        #expect(found.missing.isEmpty)
        #expect(found.hires.isEmpty)
    }

    @Test(
        "complaints that are none of the stack hire nobody",
        arguments: [
            "The coffee machine is broken", "nobody answers the phone", "the works council blocks overtime",
            "Salaries are below the market", "the web shop is slow on phones",
        ])
    func unrelated(text: String) throws { #expect(try diagnosis([text]).hires.isEmpty) }

    @Test(
        "what was, what is elsewhere, what is asked and plain facts hire nobody",
        arguments: [
            "We used to wait weeks for data, but that is solved.", "Last year nobody monitored the models, now we do.",
            "The assistant no longer hallucinates.", "Our competitor's chatbot makes things up.",
            "We do not have a chatbot.", "Our models never fail in production", "The chatbot answers well.",
            "Is our data good enough?",
        ])
    func elsewhere(text: String) throws { #expect(try diagnosis([text]).hires.isEmpty) }

    @Test(
        "who asks or doubts says not that it is well",
        arguments: ["Is our data good enough?", "Perhaps the model is fine"])
    func asked(text: String) throws { #expect(try diagnosis([text]).praise.isEmpty) }

    @Test("of what may point to a layer one complaint is a doubt, and two are a ground")
    func doubts() throws {
        let reader = try SymptomReader(knowledge)
        let doubtful = try Cases.rows("symptoms", set: "second").compactMap { row -> (text: String, layer: Layer)? in
            let findings = reader.read(row["text"] ?? "")
            guard findings.count == 1, !findings[0].isSure else { return nil }
            return (row["text"] ?? "", findings[0].layer)
        }
        let pairs = Dictionary(grouping: doubtful, by: \.layer).values.filter { $0.count > 1 }
        let pair = try #require(pairs.first)
        let one = try diagnosis([pair[0].text])
        #expect(one.missing.isEmpty && one.hires.isEmpty && one.doubts.map(\.layer) == [pair[0].layer])
        let two = try diagnosis([pair[0].text, pair[1].text])
        #expect(two.missing == [pair[0].layer] && two.doubts.isEmpty)
    }

    @Test("a brief of which nothing is sure is refused, and says what is nearest")
    func briefs() throws {
        let reader = try BriefReader(knowledge, WorkKinds(knowledge))
        for text in ["Summer party with a band for 300 guests", "New hotel prices on the web page"] {
            #expect(reader.read(text).archetype == nil)
        }
        let goals = ["a churn model": "churn", "a chatbot for our customers": "rag-assistant"]
        for (goal, archetype) in goals { #expect(reader.read(goal).archetype == archetype) }
    }

    @Test("what a goal may mean is offered where none is sure")
    func near() throws {
        let reading = try GoalReader(knowledge).read(["something with pictures"])[0]
        #expect(reading.archetype != nil || !reading.near.isEmpty)
    }

    @Test(
        "refusals and answers beside the point are unclear",
        arguments: ["I do not want to say", "ask Bob", "yes", "no comment"])
    func refusals(text: String) throws {
        let reader = try AnswerReader(knowledge)
        for question in reader.questions.prefix(4) {
            #expect(reader.read(text, to: question).verdict == .unclear, "\(question.slug)")
        }
    }
}
