import StrataCatalogue
import StrataModel
import Testing

@Suite struct SeedsTests {
    let catalogue: Catalogue

    init() throws { catalogue = try Seeds.catalogue() }

    private var bySlug: [String: Skill] {
        Dictionary(catalogue.skills.map { ($0.slug, $0) }) { first, _ in first }
    }

    @Test(arguments: [
        (Layer.dataEngineering, ["Apache Airflow", "Apache Spark", "Snowflake"]),
        (.appliedML, ["PyTorch", "TensorFlow", "scikit-learn", "Jupyter Notebooks"]),
        (.mlops, ["MLflow", "Kubeflow", "Docker", "Kubernetes", "Prometheus"]),
        (.promptEngineering, ["LangChain", "LlamaIndex", "OpenAI API"]),
    ])
    func signatureToolsStandInTheirLayers(layer: Layer, names: [String]) throws {
        let profile = try #require(catalogue.layers.first { $0.layer == layer })
        let tools = profile.signature.compactMap { bySlug[$0] }
        #expect(tools.map(\.name) == names)
        for tool in tools {
            #expect(tool.primaryLayer == layer, "\(tool.name)")
            #expect(tool.kind == .tool, "\(tool.name)")
        }
    }

    @Test func layersAreTheFourWithTheirGoals() {
        #expect(catalogue.layers.map(\.layer) == Layer.allCases)
        for profile in catalogue.layers {
            #expect(profile.name == profile.layer.name)
            #expect(profile.goal == profile.layer.goal)
        }
    }

    @Test func thereAreAsManySkillsAndRolesAsPromised() {
        #expect(catalogue.skills.count >= 1500)
        #expect(catalogue.skills.reduce(0) { $0 + $1.terms.count } >= 3500)
        #expect(catalogue.skills.count { $0.kind == .tool && $0.primaryLayer != nil } >= 800)
        #expect(catalogue.skills.count { $0.primaryLayer == nil } >= 300)
        #expect(catalogue.roles.count { $0.layer != nil } >= 40)
        for layer in Layer.allCases {
            #expect(catalogue.skills.count { $0.primaryLayer == layer } >= 300, "\(layer.slug)")
        }
    }

    @Test func slugsAreUniqueAndWellFormed() {
        for slugs in [catalogue.skills.map(\.slug), catalogue.roles.map(\.slug)] {
            #expect(Set(slugs).count == slugs.count)
            for slug in slugs {
                #expect(slug.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }, "\(slug)")
            }
        }
    }

    @Test func everySkillHasALayerOrIsOutsideAndEveryLayerAReason() {
        for skill in catalogue.skills {
            for membership in skill.memberships {
                #expect(membership.weight > 0 && membership.weight <= 1, "\(skill.slug)")
                #expect(!membership.reason.isEmpty, "\(skill.slug) in \(membership.layer.slug)")
            }
            #expect((0...1).contains(skill.outsideWeight), "\(skill.slug)")
        }
    }

    @Test func rolesOfTheStackSayWhatTheirHoldersDoAndCanDo() {
        for role in catalogue.roles where role.layer != nil {
            #expect(role.responsibilities.count >= 3, "\(role.slug)")
            #expect(role.capabilities.count >= 3, "\(role.slug)")
            #expect(!role.mission.isEmpty, "\(role.slug)")
        }
    }
}
