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
        try upgrade(to: seeds)
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

    @Test("lists keep what the seeds had added when these drop the record, and follow them when it is back")
    func droppedAndBack() throws {
        let seeds = Self.seeds(version: 2)
        var kafka = try #require(seeds.record(.skill, "kafka"))
        kafka["terms"] = "ours"
        try edit(kafka, seed: seeds.record(.skill, "kafka"), "kafka")
        func newer(_ version: Int, _ terms: [Term]?) -> Catalogue {
            var catalogue = Self.seeds(version: version, hasKafka: terms != nil)
            if let terms, let place = catalogue.skills.firstIndex(where: { $0.slug == "kafka" }) {
                catalogue.skills[place].terms = [Term("Kafka")] + terms
            }
            return catalogue
        }
        try upgrade(to: newer(3, [Term("theirs")]))
        #expect(Set(try skill("kafka")?.terms.map(\.text) ?? []) == ["Kafka", "theirs", "ours"])
        try upgrade(to: newer(4, nil))
        #expect(Set(try skill("kafka")?.terms.map(\.text) ?? []) == ["Kafka", "theirs", "ours"])
        var back = newer(5, [Term("theirs"), Term("new")])
        if let place = back.skills.firstIndex(where: { $0.slug == "kafka" }) { back.skills[place].summary = "Log" }
        try upgrade(to: back)
        #expect(try skill("kafka")?.summary == "Log", "never touched by the user")
        #expect(Set(try skill("kafka")?.terms.map(\.text) ?? []).isSuperset(of: ["Kafka", "ours"]))
    }

    @Test("a record of one's own that the seeds come up with later is a conflict")
    func sameSlug() throws {
        let own = CatalogueRecord(
            .skill, slug: "newtool", fields: ["name": "Ours", "kind": "tool", "layers": "mlops=1"])
        try edit(own, seed: nil, "newtool")
        let seed = CatalogueRecord(
            .skill, slug: "newtool", fields: ["name": "Theirs", "kind": "tool", "layers": "mlops=1"])
        let edits = try store.catalogueEdits()
        #expect(edits.contains { $0.field == "name" && CatalogueMerge.isConflict($0, seed: seed) })
        #expect(!edits.contains { $0.field == "kind" && CatalogueMerge.isConflict($0, seed: seed) })
    }
}

@Suite("Two who change the catalogue at once")
struct CatalogueEditorTests {
    @Test("the second waits, and sees what the first has done")
    func oneAfterTheOther() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("strata.db")
        let first = try Store(path: path, access: .write)
        let second = try Store(path: path, access: .write, busySeconds: 0.2)
        func addAlias(_ alias: String, _ editor: CatalogueEditor) throws {
            var record = try #require(editor.record(.skill, "apache-kafka"))
            record["terms"] += "|" + alias
            try editor.set(record, .skill, record.slug)
        }
        let editor = try CatalogueEditor(first)
        try addAlias("kafkaone", editor)
        do {
            _ = try CatalogueEditor(second)
            Issue.record("both write")
        } catch {
            #expect((error as? StoreError)?.kind == .busy)
        }
        try editor.commit { _ in KeptCatalogue(bytes: [], maker: 0) }
        let later = try CatalogueEditor(second)
        try addAlias("kafkatwo", later)
        try later.commit { _ in KeptCatalogue(bytes: [], maker: 0) }
        let terms = try first.catalogue().skills.first { $0.slug == "apache-kafka" }?.terms.map(\.text) ?? []
        #expect(Set(terms).isSuperset(of: ["kafkaone", "kafkatwo"]))
    }

    @Test("one who gives up leaves the file as it was, and free")
    func givingUp() throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("strata.db"), access: .write)
        do {
            let editor = try CatalogueEditor(store)
            try editor.set(nil, .skill, "docker")
        }
        #expect(try store.catalogueEdits().isEmpty)
        #expect(try CatalogueEditor(store).edits.isEmpty)
    }

    @Test("an edit that cannot be read leaves its record as the seeds have it")
    func survivesUnreadableEdits() throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("strata.db"), access: .write)
        try store.write { db in
            try db.execute(
                sql:
                    "INSERT INTO catalogue_edit VALUES ('skill', 'docker', 'kind', 'gizmo', 'tool', '2026-01-01T00:00:00Z')"
            )
        }
        #expect(try store.catalogue().skills.first { $0.slug == "docker" }?.kind == .tool)
        let editor = try CatalogueEditor(store)
        editor.reset(.skill, "docker")
        try editor.commit { _ in KeptCatalogue(bytes: [], maker: 0) }
        #expect(try store.catalogueEdits().isEmpty)
    }
}
