import StrataModel
import Testing

@testable import StrataAdvice

@Suite("A team told in plain words is read as people")
struct TeamWordsTests {
    private let words: TeamWords
    private let coverage: CoverageReader

    init() throws {
        let knowledge = try Cases.knowledge.get()
        words = TeamWords(knowledge)
        coverage = try CoverageReader(knowledge)
    }

    private func told(_ text: String) -> Request { words.reading(Request(words: text, as: .symptoms)) }

    @Test(
        "head counts with titles are people, and no complaints",
        arguments: [
            ("We are 4 data scientists and one data engineer.", ["4 data scientist", "1 data engineer"]),
            ("2 data scientists, 1 machine learning engineer", ["2 data scientist", "1 machine learning engineer"]),
            ("data engineer x2, data scientist x3", ["2 data engineer", "3 data scientist"]),
            ("I am the only data scientist", ["1 data scientist"]),
            ("My crew is a statistician and some analysts", ["1 statistician", "2 analyst"]),
            ("We have twenty-two developers and a dozen testers", ["22 developer", "12 tester"]),
        ])
    func heads(text: String, people: [String]) {
        let request = told(text)
        #expect(request.team.map { "\($0.count) \($0.title)" } == people)
        #expect(request.symptoms.isEmpty)
    }

    @Test(
        "whom somebody wants, lost or lacks is nobody who is there",
        arguments: [
            "We need a data engineer and two MLOps engineers", "Two of our data engineers left last month",
            "We have no MLOps engineer", "A data engineer would help", "The data scientists wait weeks for data",
        ])
    func absent(text: String) {
        let request = told(text)
        #expect(request.team.isEmpty)
        #expect(request.symptoms == [text])
    }

    @Test("what a sentence says besides its people stays a complaint")
    func both() {
        let request = told("We have ten modelling PhDs whose models never ship. Nobody deploys anything.")
        #expect(request.team.map(\.count) == [10])
        #expect(request.symptoms == ["We have ten modelling PhDs whose models never ship. Nobody deploys anything."])
        let other = told("We are 4 data scientists. Nobody deploys anything.")
        #expect(other.symptoms == ["Nobody deploys anything."])
    }

    @Test("what they do is told of them, and not of the next")
    func duties() {
        let team = told("two prompt engineers, and one backend developer who builds the pipelines").team
        #expect(team.map(\.text) == ["", "who builds the pipelines"])
    }

    @Test("headings say which part of a page is the team, and which the problems")
    func headings() {
        let page = """
            # Our team
            - 3 data scientists
            - 1 data engineer

            ## Problems
            - nobody notices when the model degrades
            """
        let request = told(page)
        #expect(request.team.map { "\($0.count) \($0.title)" } == ["3 data scientists", "1 data engineer"])
        #expect(request.symptoms == ["nobody notices when the model degrades"])
    }

    @Test("a heading's last word says whose part it is; other headings and titles are text")
    func otherHeadings() {
        let page = """
            ## Data problems
            - the tables are wrong
            ## Data team
            ### Backend
            - 2 data engineers
            """
        let request = told(page)
        #expect(request.symptoms == ["the tables are wrong"] && request.data == nil)
        #expect(request.team.map { "\($0.count) \($0.title)" } == ["2 data engineers"])
        #expect(told("Our data is late:\nit arrives on Fridays").symptoms.count == 2)
    }

    @Test("people who are given are not counted once more where complaints speak of them")
    func once() {
        var request = Request()
        request.team = [Request.Member(title: "Data Scientist", count: 10)]
        request.symptoms = ["We have ten data scientists whose models never ship"]
        #expect(words.reading(request).team == request.team)
        let twice = told(
            "Our data scientist waits for data\nOur data scientist is leaving in May and nobody knows the code")
        #expect(twice.team.count <= 1)
    }

    @Test("what is known of a person stays, however the title is put")
    func details() {
        var request = Request()
        request.team = [Request.Member(title: "Our data engineer", count: 3, skills: ["Airflow"], resume: "cv.pdf")]
        #expect(words.reading(request).team == request.team)
    }

    @Test(
        "lists of vacancies, and numbers below one, are nobody",
        arguments: [
            "We need data engineer x2, MLOps engineer x1", "Hire data engineer x2, data scientist x3",
        ])
    func vacancies(text: String) {
        #expect(told(text).team.isEmpty)
        #expect(told("# Team\n-3 data engineers").team.isEmpty)
    }

    @Test("what is to be built is no person, though it may be called one")
    func goals() {
        let goals = ["An LLM assistant that answers staff questions", "A recommender for our shop"]
        var request = Request()
        request.goals = goals
        let read = words.reading(request)
        #expect(read.team.isEmpty && read.goals == goals)
    }

    @Test("teams as people tell them, heads by layer", arguments: [("second", 0.7), ("third", 0.6)])
    func cases(set: String, floor: Double) throws {
        let accuracy = try Cases.accuracy(Cases.rows("prose", set: set)) { row in
            let team = try coverage.read(told(row["text"] ?? "").team)
            let heads = Dictionary(
                uniqueKeysWithValues: Layer.allCases.map { ($0.slug, team.people(in: $0)) }
            ).filter { $0.value > 0 }
            var wanted: [String: Int] = [:]
            for part in (row["counts"] ?? "").split(separator: ",") where !part.hasPrefix("outside") {
                let pair = part.split(separator: "=")
                wanted[String(pair[0])] = Int(pair[1])
            }
            return (heads == wanted, heads.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: ","))
        }
        #expect(accuracy >= floor)
    }
}
