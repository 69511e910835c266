import StrataCatalogue
import StrataModel
import Testing

@Suite("Records as text")
struct RecordTests {
    @Test("every skill and role of the seeds, written and read again, is the same")
    func roundTrip() throws {
        let catalogue = try Seeds.catalogue()
        for skill in catalogue.skills { #expect(try Skill(record: skill.record) == skill) }
        for role in catalogue.roles { #expect(try Role(record: role.record) == role) }
    }

    @Test(
        "what cannot be read is named",
        arguments: [
            ("layers", "mlopss=1", "'mlopss=1' is no layer with a weight"), ("layers", "", "neither a layer"),
            ("kind", "gadget", "no kind 'gadget'"), ("summary", "two\nlines", "'summary' holds a tab or a line break"),
            ("layers", "mlops=much", "'mlops=much' is no layer with a weight"),
        ])
    func namesWhatIsWrong(field: String, value: String, reason: String) {
        var record = CatalogueRecord(
            .skill, slug: "acme", fields: ["name": "Acme", "kind": "tool", "layers": "mlops=1"])
        record[field] = value
        do {
            _ = try Skill(record: record)
            Issue.record("'\(value)' was taken")
        } catch {
            #expect("\(error)".contains(reason), "\(error)")
            #expect("\(error)".contains("'acme'"))
        }
    }

    @Test("a reason stays with its layer, also where another has none")
    func reasonsKeepTheirPlaces() throws {
        let skill = try Skill(
            record: CatalogueRecord(
                .skill, slug: "acme",
                fields: [
                    "name": "Acme", "kind": "tool", "layers": "mlops=1,applied-ml=0.5", "reason": " | Second.",
                    "source": "vendor",
                ]))
        #expect(skill.memberships.map(\.reason) == ["", "Second."])
        #expect(skill.memberships.map(\.source) == ["vendor", "vendor"])
    }
}
