import StrataBuiltIn
import StrataCatalogue
import StrataClassify
import StrataModel
import StrataQuery
import StrataTestSupport
import Testing

@testable import StrataAdvice

@Suite("Who covers the phases of a framework and the roles of the matrix")
struct TeamCoverTests {
    private let catalogue: Catalogue
    private let phases: [FrameworkPhase]
    private let reader: CoverageReader

    init() throws {
        catalogue = try Seeds.catalogue()
        phases = try Seeds.references().phases.filter { $0.framework != "rrc" }
        reader = try CoverageReader(Knowledge(catalogue: catalogue, classifier: Classifier(BuiltIn.catalogue())))
    }

    private func cover(_ titles: [String]) throws -> TeamCover {
        TeamCover(try reader.read(titles.map { Request.Member(title: $0) }), catalogue: catalogue)
    }

    private func state(_ phase: String, _ cover: TeamCover) -> Cover.State? {
        phases.first { $0.slug == phase }.map { cover.cover(of: $0).state }
    }

    @Test("modellers alone leave ingestion, deployment and monitoring open")
    func modellers() throws {
        let team = try cover(["Research Scientist", "Data Scientist"])
        for (phase, expected) in [
            ("modeling", Cover.State.covered), ("training-and-experiment-tracking", .covered),
            ("data-collection-and-ingestion", .open), ("packaging-and-deployment", .open),
            ("monitoring-and-feedback", .open), ("deployment", .partial), ("data-preparation", .partial),
        ] { #expect(state(phase, team) == expected, "\(phase)") }
    }

    @Test("nobody covers nothing, and one of each leading role covers everything")
    func extremes() throws {
        let nobody = try cover([])
        for phase in phases { #expect(nobody.cover(of: phase).state == .open) }
        let leads = try cover(
            Set(phases.compactMap(\.roles.first)).sorted().compactMap { slug in
                catalogue.roles.first { $0.slug == slug }?.name
            })
        for phase in phases { #expect(leads.cover(of: phase).state == .covered, "\(phase.slug)") }
    }

    @Test("another person never makes a cover worse, and order changes nothing")
    func monotone() throws {
        let titles = catalogue.roles.filter { $0.layer != nil }.map(\.name)
        var generator = RepeatableGenerator(seed: 7)
        func rank(_ state: Cover.State) -> Int { state == .covered ? 2 : state == .partial ? 1 : 0 }
        for _ in 0..<60 {
            let team = (0...generator.upTo(4)).map { _ in generator.pick(titles) }
            let (less, more) = (try cover(team), try cover(team + [generator.pick(titles)]))
            let other = try cover(team.shuffled(using: &generator))
            for phase in phases {
                #expect(rank(less.cover(of: phase).state) <= rank(more.cover(of: phase).state))
                #expect(less.cover(of: phase) == other.cover(of: phase))
            }
            for role in catalogue.roles {
                #expect(rank(less.cover(of: role).state) <= rank(more.cover(of: role).state))
            }
        }
    }

    @Test("a role is covered by who has it, in part by who works in its layer, and else open")
    func roles() throws {
        let team = try cover(["MLOps Engineer"])
        func state(_ slug: String) throws -> Cover.State {
            team.cover(of: try #require(catalogue.roles.first { $0.slug == slug })).state
        }
        #expect(try state("mlops-engineer") == .covered)
        #expect(try state("ml-platform-engineer") == .partial)
        #expect(try state("data-engineer") == .open)
    }

    @Test("the matrix has the rows that are asked for, once each, and names what nobody answers for")
    func matrix() throws {
        let first = RRCMatrix(try FirstRole.read(.builtIn), catalogue: catalogue, team: try cover(["Data Engineer"]))
        #expect(Set(first.roles.compactMap(\.layer)).count == 4)
        #expect(first.open.map(\.slug).contains("mlops-engineer") && !first.open.map(\.slug).contains("data-engineer"))
        let chosen = RRCMatrix(roles: ["prompt-engineer", "mlops-engineer"], layers: [.mlops], catalogue: catalogue)
        #expect(chosen.roles.prefix(2).map(\.slug) == ["prompt-engineer", "mlops-engineer"])
        #expect(Set(chosen.roles.map(\.slug)).count == chosen.roles.count)
        #expect(chosen.roles.count == 1 + catalogue.roles.filter { $0.layer == .mlops }.count)
        for item in chosen.items { #expect(item["cover"] == nil && item["responsibilities"] != nil) }
        #expect(chosen.table.columns.count == 6 && first.table.columns.count == 8)
    }
}
