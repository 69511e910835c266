import Foundation
import StrataCatalogue
import StrataModel
import Testing

@Suite("The catalogue's own check")
struct CatalogueLintTests {
    @Test("finds nothing in the seeds")
    func seedsAreSound() throws {
        let findings = CatalogueLint(
            try Seeds.catalogue(), references: try Seeds.references(), ambiguousWords: try Seeds.ambiguousWords()
        ).findings
        for finding in findings.prefix(60) { Issue.record("\(finding.rule.rawValue): \(finding)") }
        #expect(findings.count == 0)
    }

    @Test("the seeds' files are sorted, so that changes show as such")
    func filesAreSorted() throws {
        for path in Assets.paths where path.hasPrefix("Seeds/") && path.hasSuffix(".tsv") {
            // Where the order says something: the stack's, the blocks of places, what is shown first of profiles, rules of
            // advice and the path on which somebody learns.
            let ordered = [
                "Seeds/layers.tsv", "Seeds/samples", "Seeds/places.tsv", "Seeds/profiles.tsv", "Seeds/advice/",
            ]
            guard !ordered.contains(where: path.hasPrefix) else { continue }
            let lines = (Assets.text(of: path) ?? "").split(separator: "\n").dropFirst()
            let keys = lines.map { line in
                line.split(separator: "\t", omittingEmptySubsequences: false).prefix(3).map(String.init)
            }
            let columns = path.hasSuffix("filings.tsv") ? 3 : path.hasSuffix("frameworks.tsv") ? 1 : 1
            for (one, next) in zip(keys, keys.dropFirst()) {
                let (left, right) = (Array(one.prefix(columns)), Array(next.prefix(columns)))
                #expect(
                    !Array(right.joined(separator: "\t").utf8).lexicographicallyPrecedes(
                        Array(left.joined(separator: "\t").utf8)), "\(path): \(right) after \(left)")
            }
        }
    }

    // MARK: What it finds

    private func rules(
        _ skills: [Skill], roles: [Role] = [], filings: [Filing] = [], ambiguous: Set<String> = []
    ) -> [CatalogueLint.Finding.Rule] {
        let catalogue = Catalogue(
            version: 1, layers: [], skills: skills, roles: roles, headings: [], cues: [], scoring: Scoring(version: 1))
        let references = References(
            sources: [
                ClaimSource(slug: "editorial", name: "Editors", kind: .editorial),
                ClaimSource(slug: "one", name: "One", kind: .list), ClaimSource(slug: "two", name: "Two", kind: .list),
            ], filings: filings, occupations: [], phases: [])
        return CatalogueLint(catalogue, references: references, ambiguousWords: ambiguous).findings.map(\.rule)
    }

    private func tool(_ name: String, terms: [Term] = [], context: [String] = []) -> Skill {
        Skill(
            slug: Slug.of(name), name: name, kind: .tool,
            memberships: [Membership(layer: .mlops, weight: 1, reason: "Because.")],
            terms: (terms.first?.text == name ? [] : [Term(name)]) + terms, context: context, summary: "A tool")
    }

    @Test("a term of two skills, unless the words around or the case tell them apart")
    func clashes() {
        let plain = tool("Terraform", terms: [Term("TF")])
        #expect(rules([plain, tool("TensorFlow", terms: [Term("TF")])]) == [.clash])
        let marked = [Term("TF", needsContext: true)]
        #expect(
            rules([
                tool("Terraform", terms: marked, context: ["cloud"]),
                tool("TensorFlow", terms: marked, context: ["model"]),
            ]).isEmpty)
        #expect(
            rules([
                tool("Hugging", terms: [Term("HF", isCaseSensitive: true)]),
                tool("Hadoop", terms: [Term("hf", isCaseSensitive: true)]),
            ]).isEmpty)
        #expect(rules([plain, tool("TensorFlow", terms: [Term("TF", isNeverAlone: true)])]).isEmpty)
    }

    @Test("a spelling that hides two others")
    func hides() {
        let pair = tool("Widgets", terms: [Term("Kafka/Spark"), Term("A/B widgets")])
        #expect(rules([pair, tool("Kafka"), tool("Spark")]) == [.clash])
        #expect(rules([pair, tool("Kafka")]).isEmpty)
    }

    @Test("a common word that would count wherever it stands")
    func commonWords() {
        let words: Set<String> = ["spark", "dash"]
        #expect(rules([tool("Spark")], ambiguous: words) == [.ambiguous])
        #expect(
            rules([tool("Spark", terms: [Term("Spark", needsContext: true)], context: ["Kafka"])], ambiguous: words)
                .isEmpty)
        #expect(rules([tool("Dash", terms: [Term("Dash", isCaseSensitive: true)])], ambiguous: words) == [.ambiguous])
        #expect(
            rules([tool("Acme", terms: [Term("DASH", isCaseSensitive: true)])], ambiguous: words).isEmpty,
            "capitals tell it from the word")
    }

    @Test("what needs context without any, what is missing, unknown or too small")
    func incomplete() {
        #expect(rules([tool("Acme", terms: [Term("Flow", needsContext: true)])]) == [.noContext])
        var skill = tool("Acme")
        skill.summary = ""
        skill.memberships = [Membership(layer: .mlops, weight: 0.05, source: "nobody")]
        #expect(Set(rules([skill])) == [.missing, .weight, .unknown])
        #expect(
            rules([tool("Acme")], filings: [Filing(source: "one", category: "X", layer: .mlops, skills: ["gone"])]) == [
                .unknown
            ])
    }

    @Test("the same skill twice, and spellings that follow by rule")
    func doubles() {
        #expect(rules([tool("Data Hub"), tool("DataHub")]).contains(.duplicate))
        #expect(rules([tool("Power BI", terms: [Term("PowerBI")])]) == [.derived])
        var practice = tool("modelling")
        practice.kind = .practice
        practice.terms += [Term("modeling")]
        #expect(rules([practice]) == [.derived])
    }

    @Test("a layer under which two lists file a skill that does not have it")
    func listsKnowBetter() {
        let filings = ["one", "two"].map {
            Filing(source: $0, category: "Data", layer: .dataEngineering, skills: ["acme"])
        }
        #expect(rules([tool("Acme")], filings: filings) == [.lists])
        #expect(rules([tool("Acme")], filings: [filings[0]]).isEmpty)
    }
}
