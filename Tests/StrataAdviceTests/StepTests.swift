import StrataModel
import Testing

@testable import StrataAdvice

@Suite("A step of a project goes to the layer whose work it is")
struct StepTests {
    @Test(
        "steps as people write them in plans",
        arguments: [("dev", 0.9), ("second", 0.8), ("held", 0.85), ("third", 0.9)])
    func steps(set: String, floor: Double) throws {
        let reader = try StepReader(Cases.knowledge.get())
        let accuracy = try Cases.accuracy(Cases.rows("steps", set: set)) { row in
            let label = reader.read(row["text"] ?? "").layer?.slug ?? "none"
            let accepted = [row["layer"] ?? ""] + (row["accept"] ?? "").split(separator: ",").map(String.init)
            return (accepted.contains(label), label)
        }
        #expect(accuracy >= floor)
    }

    @Test("briefs as people write them", arguments: [("dev", 0.9), ("second", 0.8), ("held", 0.85), ("third", 0.85)])
    func briefs(set: String, floor: Double) throws {
        let knowledge = try Cases.knowledge.get()
        let reader = try BriefReader(knowledge, WorkKinds(knowledge))
        let accuracy = try Cases.accuracy(Cases.rows("briefs", set: set)) { row in
            let label = reader.read(row["text"] ?? "").archetype ?? "none"
            // What is like none of the sorts may be refused too.
            let accepted =
                [row["archetype"] ?? ""] + (row["archetype"] == "other" ? ["none"] : [])
                + (row["accept"] ?? "").split(separator: ",").map(String.init)
            return (accepted.contains(label), label)
        }
        #expect(accuracy >= floor)
    }

    @Test("each step that a proposed workflow consists of reads as the layer that its kind of work has")
    func workflows() throws {
        let knowledge = try Cases.knowledge.get()
        let reader = try StepReader(knowledge)
        for archetype in try Archetypes(knowledge).all {
            for step in archetype.steps {
                let name = step.name.replacing("{data}", with: archetype.data)
                #expect(reader.read(name).layer == reader.kinds[step.work]?.layer, "\(archetype.slug): \(name)")
            }
        }
    }
}
