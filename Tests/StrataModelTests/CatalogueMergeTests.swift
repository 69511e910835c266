import StrataModel
import StrataTestSupport
import Testing

@Suite("A user's changes over seeds that change too")
struct CatalogueMergeTests {
    private func skill(_ fields: [String: String]) -> CatalogueRecord {
        CatalogueRecord(.skill, slug: "kafka", fields: fields)
    }

    private func merged(seed: CatalogueRecord?, _ edits: [CatalogueEdit]) -> CatalogueRecord? {
        CatalogueMerge.record(.skill, slug: "kafka", seed: seed, edits: edits)
    }

    private func edits(_ user: CatalogueRecord?, seed: CatalogueRecord?, _ existing: [CatalogueEdit] = [])
        -> [CatalogueEdit]
    {
        CatalogueMerge.edits(user: user, seed: seed, existing: existing, .skill, slug: "kafka")
    }

    @Test("what the user has not touched follows the seeds")
    func untouchedFollows() {
        let old = skill(["name": "Kafka", "summary": "Event log", "terms": "kafka"])
        let own = edits(skill(["name": "Our Kafka", "summary": "Event log", "terms": "kafka"]), seed: old)
        let new = skill(["name": "Kafka", "summary": "Distributed event log", "terms": "kafka|=AK"])
        let result = merged(seed: new, own)
        #expect(result?["name"] == "Our Kafka")
        #expect(result?["summary"] == "Distributed event log")
        #expect(result?["terms"] == "kafka|=AK")
    }

    @Test("a list keeps what either side has added, and loses what either has removed")
    func listsAreJoined() {
        let old = skill(["terms": "a|b|c"])
        let own = edits(skill(["terms": "a|c|mine"]), seed: old)
        #expect(merged(seed: skill(["terms": "a|b|theirs"]), own)?["terms"] == "a|theirs|mine")
    }

    @Test("a text that both have changed stays the user's, and is a conflict")
    func bothChanged() {
        let own = edits(skill(["summary": "mine"]), seed: skill(["summary": "old"]))
        let new = skill(["summary": "new"])
        #expect(merged(seed: new, own)?["summary"] == "mine")
        #expect(own.filter { CatalogueMerge.isConflict($0, seed: new) }.map(\.field) == ["summary"])
        #expect(!own.contains { CatalogueMerge.isConflict($0, seed: skill(["summary": "old"])) })
        #expect(
            !own.contains { CatalogueMerge.isConflict($0, seed: skill(["summary": "mine"])) }, "the seeds came round")
    }

    @Test("editing another field does not settle a conflict")
    func conflictsStay() {
        let old = skill(["name": "Kafka", "summary": "old"])
        let new = skill(["name": "Kafka", "summary": "new"])
        let first = edits(skill(["name": "Kafka", "summary": "mine"]), seed: old)
        let second = edits(skill(["name": "Our Kafka", "summary": "mine"]), seed: new, first)
        #expect(second.contains { $0.field == "summary" && CatalogueMerge.isConflict($0, seed: new) })
    }

    @Test("a removed record stays away, one that is back as it was has no changes")
    func removedAndBack() {
        let seed = skill(["name": "Kafka"])
        let gone = edits(nil, seed: seed)
        #expect(merged(seed: skill(["name": "Kafka, newer"]), gone) == nil)
        #expect(edits(seed, seed: seed, gone).isEmpty)
        #expect(edits(nil, seed: nil).isEmpty, "one's own that is removed leaves nothing")
    }

    @Test("editing, then reading back, gives what was written, whatever it is", arguments: 0..<30 as Range<UInt64>)
    func roundTrip(seed: UInt64) {
        var random = RepeatableGenerator(seed: seed)
        func record() -> CatalogueRecord {
            var fields: [String: String] = [:]
            for field in CatalogueRecord.Entity.skill.fields {
                let items = (0..<random.upTo(4)).map { _ in random.pick(["a", "b", "c", "=D", "?e"]) }
                fields[field] = CatalogueRecord.list(
                    items.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, in: field)
            }
            return skill(fields)
        }
        for _ in 0..<50 {
            let (old, user, new) = (record(), record(), record())
            let own = edits(user, seed: old)
            for field in CatalogueRecord.Entity.skill.fields {
                #expect(merged(seed: old, own)?[field] == user[field])
            }
            // Twice upgraded is upgraded once: the user's additions are never lost on the way.
            let added = Set(CatalogueRecord.items(user["terms"])).subtracting(CatalogueRecord.items(old["terms"]))
            for version in [new, record()] {
                #expect(added.isSubset(of: CatalogueRecord.items(merged(seed: version, own)?["terms"] ?? "")))
            }
        }
    }
}
