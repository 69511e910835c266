import GRDB
import StrataCatalogue
import StrataModel
import StrataTestSupport
import Testing

@testable import StrataStorage

@Suite("Upgrades of the seeds under a user's changes")
struct CatalogueUpgradeTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(path: folder.file("strata.db"), access: .write)
        try upgrade(to: Self.seeds(version: Seeds.version))
    }

    /// A small catalogue in the place of the real one.
    private static func seeds(
        version: Int, docker: String = "Packs software", dockerTerms: [Term] = [Term("Docker")], hasKafka: Bool = true
    ) -> Catalogue {
        func tool(_ slug: String, _ name: String, _ summary: String, _ terms: [Term]) -> Skill {
            Skill(
                slug: slug, name: name, kind: .tool,
                memberships: [Membership(layer: .mlops, weight: 0.5, reason: "So.")], terms: terms, summary: summary)
        }
        let kafka = hasKafka ? [tool("kafka", "Kafka", "Event log", [Term("Kafka")])] : []
        return Catalogue(
            version: version, layers: [], skills: [tool("docker", "Docker", docker, dockerTerms)] + kafka, roles: [],
            headings: [], cues: [], scoring: Scoring(version: version))
    }

    private func upgrade(to seeds: Catalogue) throws {
        let none = References(sources: [], filings: [], occupations: [], phases: [])
        try store.write { db in try Seeding.apply(seeds, none, db) }
    }

    private func edit(_ user: CatalogueRecord?, seed: CatalogueRecord?, _ slug: String) throws {
        let edits = CatalogueMerge.edits(user: user, seed: seed, existing: [], .skill, slug: slug)
        try store.write { db in try CatalogueEdits.replace(edits, of: .skill, slug, db) }
    }

    private func skill(_ slug: String) throws -> Skill? {
        try store.read { db in try Store.tables(db).skills.first { $0.slug == slug } }
    }

    @Test("what the user has changed survives two upgrades, and the rest follows the seeds")
    func survivesTwoUpgrades() throws {
        let seeds = Self.seeds(version: 2)
        var docker = try #require(seeds.record(.skill, "docker"))
        docker["name"] = "Our Docker"
        docker["terms"] = "dockah"
        try edit(docker, seed: seeds.record(.skill, "docker"), "docker")
        try edit(
            CatalogueRecord(
                .skill, slug: "inhouse", fields: ["name": "Inhouse", "kind": "tool", "layers": "mlops=1"]), seed: nil,
            "inhouse")
        try edit(nil, seed: seeds.record(.skill, "kafka"), "kafka")
        for (version, summary, term) in [(3, "Packs it", "moby"), (4, "Packs it well", "containerd")] {
            try upgrade(
                to: Self.seeds(version: version, docker: summary, dockerTerms: [Term("Docker"), Term(term)]))
            let docker = try #require(try skill("docker"))
            #expect(docker.name == "Our Docker")
            #expect(docker.summary == summary, "not touched by the user")
            #expect(Set(docker.terms.map(\.text)) == ["Our Docker", "dockah", term])
            #expect(try skill("inhouse")?.name == "Inhouse")
            #expect(try skill("kafka") == nil, "removed by the user")
        }
        let origins = try store.read { db in
            try String.fetchAll(db, sql: "SELECT slug || ' ' || origin FROM skill WHERE NOT retired ORDER BY slug")
                .filter { ["docker user", "inhouse user"].contains($0) }
        }
        #expect(origins == ["docker user", "inhouse user"])
    }

    @Test("a seed that changes under a user's change is reported, not overwritten")
    func reportsConflicts() throws {
        let seeds = Self.seeds(version: 2)
        var docker = try #require(seeds.record(.skill, "docker"))
        docker["summary"] = "Ours"
        try edit(docker, seed: seeds.record(.skill, "docker"), "docker")
        let newer = Self.seeds(version: 3, docker: "Packs software, newly said")
        try upgrade(to: newer)
        #expect(try skill("docker")?.summary == "Ours")
        let edits = try store.catalogueEdits()
        #expect(edits.map { CatalogueMerge.isConflict($0, seed: newer.record(.skill, "docker")) } == [true])
    }

    @Test("what the seeds drop after the user has changed it stays, whole, and is reported")
    func keepsWhatSeedsDrop() throws {
        let seeds = Self.seeds(version: 2)
        var kafka = try #require(seeds.record(.skill, "kafka"))
        kafka["summary"] = "Our event log"
        try edit(kafka, seed: seeds.record(.skill, "kafka"), "kafka")
        for version in [3, 4] {
            try upgrade(to: Self.seeds(version: version, hasKafka: false))
            let kept = try #require(try skill("kafka"))
            #expect((kept.name, kept.summary) == ("Kafka", "Our event log"))
            #expect(kept.memberships.map(\.layer) == [.mlops])
        }
        #expect(try store.catalogueEdits().contains { CatalogueMerge.isConflict($0, seed: nil) })
    }

    @Test("each upgrade and each change puts verdicts out of date")
    func raisesTheRevision() throws {
        let before = try store.read { db in try Meta.integer(.revision, db) ?? 0 }
        try upgrade(to: Self.seeds(version: 9))
        #expect(try store.read { db in try Meta.integer(.revision, db) } == before + 1)
    }
}
