import StrataClassify
import StrataModel

/// A small catalogue of made-up breadth: enough of each layer to tell them apart.
enum Sample {
    static let classifier = Classifier(catalogue: catalogue)

    static let catalogue = Catalogue(
        version: 1, layers: [], skills: skills, roles: roles, headings: headings, cues: cues,
        scoring: scoring)

    /// As few skills as these must weigh more than those of thousands.
    private static let scoring = Scoring(
        version: 1,
        parameters: [
            "bias.data-engineering": 0, "bias.applied-ml": 0, "bias.mlops": 0, "bias.prompt-engineering": 0,
            "bias.outside": 0.6, "kind.tool": 2, "kind.practice": 3, "kind.concept": 3, "kind.language": 1,
            "outside.factor": 1,
        ])

    static let skills: [Skill] = [
        skill("airflow", "Airflow", .tool, [(.dataEngineering, 1)]),
        skill("kafka", "Kafka", .tool, [(.dataEngineering, 1)]),
        skill("snowflake", "Snowflake", .tool, [(.dataEngineering, 1)]),
        skill(
            "spark", "Spark", .tool, [(.dataEngineering, 0.9)],
            terms: [Term("Spark", needsContext: true), Term("PySpark")], context: ["cluster", "big data", "jobs"]),
        skill("data-pipelines", "data pipelines", .practice, [(.dataEngineering, 1)]),
        skill("pytorch", "PyTorch", .tool, [(.appliedML, 1)]),
        skill("feature-engineering", "feature engineering", .practice, [(.appliedML, 1)]),
        skill("model-training", "model training", .practice, [(.appliedML, 1)]),
        skill("kubernetes", "Kubernetes", .tool, [(.mlops, 0.8)], terms: [Term("Kubernetes"), Term("k8s")]),
        skill("mlflow", "MLflow", .tool, [(.mlops, 1)]),
        skill("model-monitoring", "model monitoring", .practice, [(.mlops, 1)]),
        skill("langchain", "LangChain", .tool, [(.promptEngineering, 1)]),
        skill("rag", "RAG", .concept, [(.promptEngineering, 1)], terms: [Term("RAG", isCaseSensitive: true)]),
        skill("prompt-design", "prompt design", .practice, [(.promptEngineering, 1)]),
        skill("python", "Python", .language, [(.appliedML, 0.2), (.dataEngineering, 0.2)]),
        skill(
            "r", "R", .language, [(.appliedML, 0.5)],
            terms: [Term("R", isCaseSensitive: true, needsContext: true)], context: ["statistics", "statistical"]),
        skill(
            "go", "Go", .language, [], outside: 0.4,
            terms: [Term("Go", isCaseSensitive: true, needsContext: true)], context: ["language", "languages"]),
        skill(
            "excel", "Excel", .tool, [], outside: 0.8,
            terms: [Term("Excel", needsContext: true)], context: ["spreadsheets", "Microsoft"]),
        skill("react", "React", .tool, [], outside: 1, terms: [Term("React", isCaseSensitive: true)]),
        skill("accounting", "accounting", .practice, [], outside: 1),
    ]

    static let roles: [Role] = [
        Role(
            slug: "data-engineer", name: "Data Engineer", layer: .dataEngineering, titlePhrases: ["data engineer"],
            lean: OutcomeValues([(.layer(.dataEngineering), 1)])),
        Role(
            slug: "ml-engineer", name: "ML Engineer", layer: .appliedML,
            titlePhrases: ["machine learning engineer", "ml engineer"],
            lean: OutcomeValues([(.layer(.appliedML), 0.5), (.layer(.mlops), 0.3)])),
        Role(
            slug: "mlops-engineer", name: "MLOps Engineer", layer: .mlops,
            titlePhrases: ["mlops engineer", "machine learning operations engineer"],
            lean: OutcomeValues([(.layer(.mlops), 1)])),
        Role(
            slug: "accountant", name: "Accountant", layer: nil, titlePhrases: ["accountant"],
            lean: OutcomeValues([(.outside, 1)])),
    ]

    static let headings: [Heading] = [
        Heading(phrase: "responsibilities", section: .responsibilities),
        Heading(phrase: "what you will do", section: .responsibilities),
        Heading(phrase: "requirements", section: .requirements),
        Heading(phrase: "minimum qualifications", section: .requirements),
        Heading(phrase: "preferred qualifications", section: .preferred),
        Heading(phrase: "nice to have", section: .preferred),
        Heading(phrase: "about us", section: .about),
        Heading(phrase: "about", section: .about),
        Heading(phrase: "benefits", section: .benefits),
        Heading(phrase: "how to apply", section: .apply),
        Heading(phrase: "anforderungen", section: .requirements),
    ]

    static let cues: [Cue] = [
        Cue(phrase: "is a plus", effect: .preferred), Cue(phrase: "a plus", effect: .preferred),
        Cue(phrase: "nice to have", effect: .preferred), Cue(phrase: "preferred", effect: .preferred),
        Cue(phrase: "ideally", effect: .preferred), Cue(phrase: "must have", effect: .required),
        Cue(phrase: "required", effect: .required), Cue(phrase: "collaborate with", effect: .context),
        Cue(phrase: "work with our", effect: .context), Cue(phrase: "not required", effect: .notAsked),
        Cue(phrase: "we are a", effect: .employer), Cue(phrase: "our customers", effect: .employer),
        Cue(phrase: "you will", effect: .hire), Cue(phrase: "we are looking for", effect: .hire),
        Cue(phrase: "not needed", effect: .notAsked), Cue(phrase: "no experience with", effect: .notAsked),
    ]

    private static func skill(
        _ slug: String, _ name: String, _ kind: Skill.Kind, _ layers: [(Layer, Double)], outside: Double = 0,
        terms: [Term]? = nil, context: [String] = []
    ) -> Skill {
        Skill(
            slug: slug, name: name, kind: kind, memberships: layers.map { Membership(layer: $0.0, weight: $0.1) },
            outsideWeight: outside, terms: terms ?? [Term(name)], context: context.map(TermKey.fold))
    }
}

extension Classifier {
    /// How the text asks for the skill, in the order of ``Requirement``; empty when it is not found.
    func requirements(of skill: String, in text: String, company: String? = nil) -> [Requirement] {
        verdict(title: nil, company: company, text: text).mentions
            .filter { $0.skill == skill }.map(\.requirement).sorted()
    }
}
