import Foundation
import StrataTestSupport

/// Some hundred JDs that are as mixed as real ones: of several sources and years, some undated, seen again, almost the same as
/// others; with pay in several currencies and periods; asking for skills that come and go.
struct ReportJDs {
    private var generator: RepeatableGenerator
    private var words: PostingMaker
    private var records: [[String: String]] = []

    /// A title with what is asked for under it, each with how often of a hundred: in 2024 and before, and since.
    private struct Job {
        var title: String
        var asks: [(skill: String, early: Int, late: Int)]
    }

    private static let jobs = [
        Job(
            title: "Data Engineer",
            asks: [
                ("Apache Airflow", 80, 60), ("Spark", 75, 40), ("Snowflake", 30, 65), ("dbt", 20, 70), ("SQL", 90, 90),
                ("Python", 70, 75), ("Kafka", 40, 45), ("data pipelines", 85, 85), ("Kubernetes", 15, 25),
            ]),
        Job(
            title: "Machine Learning Engineer",
            asks: [
                ("PyTorch", 70, 80), ("TensorFlow", 80, 25), ("scikit-learn", 60, 50), ("Python", 95, 95),
                ("Kubernetes", 40, 45), ("MLflow", 35, 40), ("Docker", 50, 50), ("feature engineering", 50, 45),
                ("LangChain", 2, 40), ("model training", 80, 80),
            ]),
        Job(
            title: "Data Scientist",
            asks: [
                ("scikit-learn", 75, 70), ("pandas", 80, 75), ("SQL", 80, 85), ("Python", 90, 95), ("R", 50, 20),
                ("A/B testing", 40, 60), ("XGBoost", 40, 45), ("Jupyter Notebooks", 50, 40), ("Tableau", 40, 30),
            ]),
        Job(
            title: "MLOps Engineer",
            asks: [
                ("MLflow", 80, 80), ("Kubeflow", 70, 45), ("Kubernetes", 90, 90), ("Docker", 85, 85),
                ("Prometheus", 50, 60), ("Terraform", 60, 70), ("model monitoring", 60, 75), ("CI/CD", 80, 80),
            ]),
        Job(
            title: "Prompt Engineer",
            asks: [
                ("LangChain", 70, 80), ("LlamaIndex", 40, 55), ("OpenAI API", 70, 65), ("prompt engineering", 95, 95),
                ("RAG", 50, 80), ("Pinecone", 40, 40), ("Python", 80, 80),
            ]),
        Job(
            title: "Data Analyst",
            asks: [("SQL", 90, 90), ("Tableau", 70, 45), ("Power BI", 30, 60), ("Excel", 80, 70)]),
        Job(title: "Accountant", asks: [("Excel", 80, 85), ("bookkeeping", 80, 80), ("SAP", 40, 40)]),
        Job(title: "Warden of the Lighthouse", asks: [("Docker", 10, 30), ("Python", 10, 20)]),
    ]
    // The second and the third are the same letters, written with other scalars.
    private static let companies = [
        "Acme", "Café Labs", "Cafe\u{301} Labs", "GLOBEX", "Ölwerk \"Nord\"", "Initech, Inc.", "日本データ",
        "Umbrella & Sons",
        "", "acme subsidiary",
    ]
    private static let places = [
        "Berlin, Germany", "London, UK", "New York, NY", "Remote (US)", "Bengaluru, India", "Zürich, Switzerland", "",
        "Hybrid, Paris",
    ]
    private static let sources = ["greenhouse", "lever", "brett für stellen", "default"]

    /// - parameter count: records, reposts and near-duplicates among them.
    init(seed: UInt64, count: Int) {
        generator = RepeatableGenerator(seed: seed)
        words = PostingMaker(seed: seed)
        while records.count < count { add() }
    }

    /// JSON Lines, to be imported as they are.
    var lines: String {
        records.map { record in
            let data = (try? JSONSerialization.data(withJSONObject: record, options: [.sortedKeys])) ?? Data()
            return String(decoding: data, as: UTF8.self)
        }.joined(separator: "\n")
    }

    private mutating func happens(_ percent: Int) -> Bool { generator.upTo(99) < percent }

    private mutating func add() {
        let job = generator.pick(Self.jobs)
        let date = day()
        let isLate = (date ?? "2024") >= "2025"
        let step = generator.pick(["", "", "", "Senior ", "Junior ", "Lead ", "Principal "])
        var record = [
            "title": step + job.title, "company": generator.pick(Self.companies),
            "location": generator.pick(Self.places),
            "source": generator.pick(isLate ? Self.sources : Array(Self.sources.prefix(3))),
        ]
        let filler = words.words(30 + generator.upTo(30))
        record["description"] = text(of: job, isLate, filler)
        record["salary"] = pay()
        record["date"] = date
        records.append(record.filter { !$0.value.isEmpty })
        // Seen again: the same elsewhere or later; or almost the same for another company or place.
        if happens(15) { repeated { $0["date"] = $1.day() } }
        if happens(8) { repeated { $0["source"] = $1.generator.pick(Self.sources) } }
        while happens(25) {
            let changed = words.changed(filler, 0.05)
            repeated { copy, maker in
                copy["company"] = maker.generator.pick(Self.companies.filter { !$0.isEmpty })
                copy["location"] = maker.generator.pick(Self.places.filter { !$0.isEmpty })
                copy["title"] = maker.generator.pick(["", "Senior "]) + maker.generator.pick(Self.jobs).title
                copy["date"] = maker.day()
                let old = filler.joined(separator: " ")
                copy["description"] = copy["description"]?
                    .replacingOccurrences(of: old, with: changed.joined(separator: " "))
            }
        }
    }

    private mutating func repeated(_ change: (inout [String: String], inout ReportJDs) -> Void) {
        guard var copy = records.last else { return }
        change(&copy, &self)
        records.append(copy)
    }

    /// From November 2023 to June 2026, the later the more often; nil for undated.
    private mutating func day() -> String? {
        if happens(12) { return nil }
        let month = max(generator.upTo(31), generator.upTo(31)) + 10
        return "\(2023 + month / 12)-\(Self.two(month % 12 + 1))-\(Self.two(1 + generator.upTo(27)))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private mutating func text(of job: Job, _ isLate: Bool, _ filler: [String]) -> String {
        var (required, preferred): ([String], [String]) = ([], [])
        for ask in job.asks + [("Git", 20, 20), ("AWS", 25, 35), ("Hadoop", 45, 3), ("RAG", 1, 40)]
        where happens(isLate ? ask.late : ask.early) {
            if happens(75) { required.append(ask.skill) }
            if required.last != ask.skill || happens(5) { preferred.append(ask.skill) }
        }
        return """
            \(filler.joined(separator: " ")).

            Requirements
            \(required.map { "- Experience with \($0)" }.joined(separator: "\n"))

            Nice to have
            \(preferred.map { "- \($0)" }.joined(separator: "\n"))
            """
    }

    private mutating func pay() -> String? {
        let base = 50 + generator.upTo(120)
        switch generator.upTo(12) {
        case 0...2: return "$\(base),000 - $\(base + 37),500 a year"
        case 3: return "$\(base / 2).25 per hour"
        case 4: return "€\(base * 60) per month"
        case 5: return "£\(base * 5) - £\(base * 6) per day"
        case 6: return "\(base)000 EUR"
        case 7: return "₹\(base)0,000 - ₹\(base + 20)0,000 per year"
        case 8: return "competitive"
        case 9: return "\(base)k"
        default: return nil
        }
    }
}
