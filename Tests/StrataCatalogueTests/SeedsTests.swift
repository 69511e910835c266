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
        #expect(catalogue.skills.count >= 265)
        #expect(catalogue.roles.count >= 15)
        for layer in Layer.allCases {
            #expect(catalogue.skills.filter { $0.primaryLayer == layer }.count >= 40, "\(layer.slug)")
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

    @Test func noTermMeansTwoSkillsUnlessTheTextAroundItTellsThemApart() {
        var owners: [String: [(skill: String, needsContext: Bool)]] = [:]
        for skill in catalogue.skills {
            var terms: [String: Bool] = [:]
            for term in skill.terms { terms[TermKey.fold(term.text)] = term.needsContext }
            for (key, needsContext) in terms { owners[key, default: []].append((skill.slug, needsContext)) }
        }
        for (key, meanings) in owners where meanings.count > 1 {
            #expect(meanings.allSatisfy { $0.needsContext }, "\(key) means \(meanings.map { $0.skill })")
        }
    }

    @Test func noAliasNamesTwoSkillsAtOnce() {
        var owner: [String: String] = [:]
        for skill in catalogue.skills { for term in skill.terms { owner[TermKey.fold(term.text)] = skill.slug } }
        for skill in catalogue.skills {
            for term in skill.terms.dropFirst() where term.text.contains("/") {
                let parts = term.text.split(separator: "/").map { owner[TermKey.fold(String($0))] }
                let named = Set(parts.compactMap { $0 })
                #expect(
                    parts.contains(nil) || named.count == 1, "'\(term.text)' of \(skill.slug) hides \(named.sorted())")
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

    @Test func noTitlePhraseMeansTwoRoles() {
        var owners: [String: String] = [:]
        for role in catalogue.roles {
            #expect(!role.titlePhrases.isEmpty, "\(role.slug)")
            for key in role.titlePhrases.map(TermKey.fold) {
                #expect(owners[key] == nil, "'\(key)' means \(role.slug) and \(owners[key] ?? "")")
                owners[key] = role.slug
            }
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
