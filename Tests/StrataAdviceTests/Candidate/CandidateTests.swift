import StrataBuiltIn
import StrataCatalogue
import StrataClassify
import StrataModel
import Testing

@testable import StrataAdvice

@Suite("what a résumé says of a skill")
struct CandidateTests {
    private let reader: CandidateReader

    init() throws {
        reader = CandidateReader(
            Classifier(try BuiltIn.catalogue()), rules: try CandidateRules(.builtIn), catalogue: try Seeds.catalogue())
    }

    private func profile(_ lines: String, asOf: String? = nil) -> CandidateProfile {
        // A résumé that names some tools besides, so that Airflow is one as well.
        let tools = "\n\nTools\nMySQL, NumPy, TypeScript"
        return reader.profile(
            of: "Jo Example\n\n\(lines)\(tools)", file: "cv.txt", asOf: asOf.flatMap { CalendarDate(iso: $0) })
    }

    private static let job = "Experience\nEngineer, Acme (2019 - 2021)\n- "

    @Test(
        "verbs near the words tell how deep it goes",
        arguments: [
            ("Led the migration to Airflow", "apache-airflow", Depth.led),
            ("Headed a team of four who built pipelines in Airflow", "apache-airflow", .led),
            ("Built 120 Airflow DAGs", "apache-airflow", .built),
            ("Built dashboards in Grafana, images in Docker and all infrastructure in Terraform", "terraform", .built),
            ("Airflow: designed and wrote 40 DAGs", "apache-airflow", .built),
            ("Used Airflow and built dashboards in Looker", "apache-airflow", .used),
            ("Nightly loads with Airflow", "apache-airflow", .used),
            ("Exposure to Airflow and Docker from coursework", "docker", .familiar),
            ("Basic knowledge of Docker", "docker", .familiar),
            ("Have seen Kubernetes from afar", "kubernetes", .familiar),
            ("Built Helm charts; some exposure to Airflow", "apache-airflow", .familiar),
            ("Led the team, wrote Spark jobs with PySpark", "apache-spark", .built),
            ("On call for the build of the Airflow pipelines", "apache-airflow", .used),
        ])
    func depth(_ bullet: String, _ skill: String, _ depth: Depth) {
        #expect(profile(Self.job + bullet).item(skill)?.depth == depth, "\(bullet)")
    }

    @Test(
        "a list of skills says no more than that; marks behind a name do",
        arguments: [
            ("Python, Docker, Airflow", "docker", Depth.listed),
            ("Python, Docker (basic), Airflow", "docker", .familiar),
            ("Python, Docker (basic), Airflow", "apache-airflow", .listed),
            ("Python. Basic Docker.", "docker", .familiar),
            ("Python, some Docker", "docker", .familiar), ("Python, some Docker", "python", .listed),
            ("Airflow – basics", "apache-airflow", .familiar),
            ("Airflow (beginner), Docker", "apache-airflow", .familiar),
            ("Python, enough Docker to read a file", "docker", .familiar),
            ("Strong in Python. Rusty Docker.", "docker", .familiar),
        ])
    func lists(_ line: String, _ skill: String, _ depth: Depth) {
        #expect(profile("Skills\n\(line)").item(skill)?.depth == depth, "\(line)")
        #expect(profile("Skills: \(line)").item(skill)?.depth == depth, "\(line)")
    }

    @Test("a label speaks of all behind it", arguments: ["Familiar", "Basic", "Some exposure", "Learning"])
    func labels(_ label: String) {
        let profile = profile("Skills\nStrong: Python, Snowflake\n\(label): Docker, Airflow, dbt")
        #expect(
            ["docker", "apache-airflow", "dbt"].map { profile.item($0)?.depth } == [.familiar, .familiar, .familiar])
        #expect(profile.item("snowflake")?.depth == .listed)
    }

    @Test(
        "what is denied, wished for or somebody else's does not count",
        arguments: [
            ("Skills\nPython, no experience with Kubernetes", "kubernetes", SetAside.denied),
            ("Skills\nKubernetes: none. Python", "kubernetes", .denied),
            ("Skills\nNever used Kubernetes or Terraform, I write Python", "terraform", .denied),
            ("Kenntnisse\nPython. Keine Erfahrung mit Kubernetes.", "kubernetes", .denied),
            ("Profile\nEager to learn Kubernetes and Terraform", "terraform", .wished),
            ("What I look for\nA team that runs Kubernetes", "kubernetes", .wished),
            ("References\nDr. Foo, who knows Kubernetes", "kubernetes", .others),
            ("Experience\nEngineer at Databricks (2019 - 2021)\n- Built Airflow DAGs", "databricks", .others),
            ("Experience\nDatabricks, Engineer, 2019 - 2021\n- Built Airflow DAGs", "databricks", .others),
            (
                "Experience\nEngineer, Acme (2019 - 2021)\n- Acme is a provider of Snowflake hosting", "snowflake",
                .others
            ),
            (
                "Experience\nEngineer, Acme (2019 - 2021)\n- Wrote models; the platform team runs Kubernetes",
                "kubernetes", .others
            ),
        ])
    func aside(_ text: String, _ skill: String, _ reason: SetAside) {
        let item = profile(text).item(skill)
        #expect(item?.places.map(\.setAside) == [reason], "\(text)")
        #expect(item?.isShown == false && item?.contributions == OutcomeValues())
    }

    @Test("what another team does is not this person's, be it a tool or the work itself")
    func otherTeams() {
        let profile = profile(Self.job + "Trained models in PyTorch; the DevOps team deploys with Kubernetes")
        #expect(profile.item("kubernetes")?.isShown == false && profile.item("deployment")?.isShown != true)
        #expect(profile.item("pytorch")?.depth == .built)
    }

    @Test(
        "to deny trouble denies no skill",
        arguments: [
            "Migrated 600 jobs to Kafka, no missed report", "No downtime of Kafka in three years",
            "Kafka without data loss",
            "Never missed a deadline; Kafka in production", "No incident on Kafka went unanswered",
        ])
    func trouble(_ bullet: String) {
        #expect(profile(Self.job + bullet).item("apache-kafka")?.isShown == true, "\(bullet)")
    }

    @Test("a denial ends with its list: what follows counts", arguments: ["Kubernetes, but much Docker"])
    func denialEnds(_ rest: String) {
        let profile = profile("Skills\nNo experience with \(rest)")
        #expect(profile.item("kubernetes")?.isShown == false)
        #expect(profile.item("docker")?.isShown == true)
    }

    @Test(
        "years count where they are stated",
        arguments: [
            ("5 years of Airflow and 4 years of Spark", ["apache-airflow": 5.0, "apache-spark": 4]),
            ("Airflow (3 yrs), Python, Docker (18 months)", ["apache-airflow": 3, "docker": 1.5]),
            ("10+ years of hands-on experience with SQL and Python", ["sql": 10, "python": 10]),
            ("I have worked with SQL for ten years", ["sql": 10]),
            ("11 years Oracle, 9 years Informatica", ["oracle-database": 11, "informatica": 9]),
            ("3-5 years of Airflow", ["apache-airflow": 3]), ("Airflow: 4 years", ["apache-airflow": 4]),
            ("5 years of Airflow, Python (2 years)", ["apache-airflow": 5, "python": 2]),
            ("Moved to Airflow 3 years ago", [:]), ("Three years as an engineer using Airflow", [:]),
            ("Built Airflow with a team of 5, over 3 years old", [:]), ("No experience with Airflow for 3 years", [:]),
        ] as [(String, [String: Double])])
    func years(_ line: String, _ expected: [String: Double]) {
        let stated = profile("Profile\n\(line)").items.compactMap { item in item.years.stated.map { (item.skill, $0) } }
        #expect(Dictionary(stated, uniquingKeysWith: { $0 + $1 }) == expected, "\(line)")
    }

    private static let career = """
        Experience
        Data Engineer, Acme (01/2021 - present)
        - Built Airflow DAGs
        Data Engineer, Beta (01/2018 - 12/2020)
        - Built Airflow DAGs and Kafka topics
        Consultant, Gamma (07/2020 - 06/2021)
        - Kafka on Kubernetes

        Education
        MSc, 2012 - 2016
        - Airflow in a course
        """

    @Test("time in dated jobs: overlaps count once, schools not at all, the present is what was given")
    func tenure() throws {
        let given = profile(Self.career, asOf: "2022-12-31")
        #expect(given.jobs == 3)
        #expect(given.item("apache-airflow")?.years.inJobs == 5)
        #expect(given.item("apache-kafka")?.years.inJobs == 3.5)
        #expect(
            given.item("apache-airflow")?.years.stated == nil && given.item("apache-airflow")?.years.ongoingSince == nil
        )
        #expect(given.present == "2022-12" && given.presentIsGiven)
        let own = profile(Self.career)
        #expect(own.present == "2021-06" && !own.presentIsGiven)
        #expect(own.item("apache-airflow")?.years.inJobs == 3.5)
        #expect(own.item("apache-airflow")?.years.ongoingSince == "2021-01")
    }

    @Test("gaps between dates, names, age, gender and nationality change nothing")
    func unseen() {
        let plain = profile(Self.career, asOf: "2022-12-31").background.scores
        let gapped = Self.career.replacing("01/2018 - 12/2020", with: "01/2008 - 12/2010")
        for text in [
            gapped, Self.career + "\n\nPersonal details\nBorn 1961, female, Peruvian, married, three children",
        ] { #expect(profile(text, asOf: "2022-12-31").background.scores == plain) }
        let other = reader.profile(
            of: "Dr. Ngozi Müller\n\n\(Self.career)\n\nTools\nMySQL, NumPy, TypeScript", file: "cv.txt",
            asOf: CalendarDate(iso: "2022-12-31"))
        #expect(other.background.scores == plain)
    }

    @Test("quotes hold no name, school or age")
    func quotes() {
        let text = """
            Petra Muster

            Profile
            Petra Muster has 5 years of Airflow. I am 34 years old and write Kafka consumers. Built Spark jobs.
            Education
            MSc Machine Learning at the University of Nowhere
            """
        let found = reader.profile(of: text, file: "cv.txt")
        #expect(found.item("apache-airflow")?.places.map(\.quote) == ["Airflow"])
        #expect(found.item("apache-kafka")?.places.map(\.quote) == ["Kafka consumers"])
        #expect(found.item("apache-spark")?.places.map(\.quote) == ["Built Spark jobs"])
        #expect(found.item("machine-learning")?.places.map(\.quote) == ["Machine Learning"])
    }

    @Test("a résumé heavy in Airflow, Spark and Snowflake is a data engineer's")
    func dataEngineer() {
        let profile = profile("Experience\nEngineer, Acme (2018 - 2023)\n- Airflow, Spark and Snowflake in production")
        #expect(profile.background.primary == .dataEngineering)
        #expect(profile.justification.contains("Data Engineering"))
    }

    @Test("a month is no tool; what is ambiguous counts behind years of it")
    func ambiguous() {
        let profile = profile("Profile\n12 years of R.\n\n\(Self.job)Docker since Jan 2020")
        #expect(profile.items.first { $0.name == "R" }?.years.stated == 12)
        #expect(!profile.items.contains { $0.name.hasPrefix("Jan") })
    }

    @Test("a JD is read as one, and said to be; a document in another language too")
    func remarks() {
        let jd = """
            We are looking for a data engineer to join our team.
            You will build pipelines with Airflow. You have 3 years of experience with Snowflake. We offer a bonus.
            """
        #expect(reader.profile(of: jd, file: "a").remarks.contains { $0.contains("job description") })
        #expect(profile(Self.career).remarks.isEmpty)
        #expect(reader.profile(of: Self.career, file: "a", language: "de").remarks.contains { $0.contains("(de)") })
        #expect(reader.profile(of: "Airflow, Spark", file: "a").remarks.contains { $0.contains("is it a résumé?") })
    }

    @Test("questions: a skill is asked about once, unclear things first, no more than twelve")
    func questions() throws {
        let text = Self.career + "\n\nSkills\nPython, dbt, Snowflake, Fivetran, 9 years of Kubernetes"
        var profile = profile(text, asOf: "2022-12-31")
        profile.questions = try CandidateQuestions(.builtIn).questions(for: profile)
        let skills = profile.questions.compactMap(\.skill)
        #expect(Set(skills).count == skills.count && profile.questions.count <= 12)
        #expect(profile.questions.first?.rule == "years-differ" && profile.questions.first?.skill == "kubernetes")
        #expect(profile.questions.contains { $0.rule == "listed-only" && $0.question.contains("no job names it") })
        #expect(!profile.questions.contains { $0.question.contains("{") || $0.why.contains("{") })
        let undated = try CandidateQuestions(.builtIn).questions(for: self.profile("Skills\nAirflow, dbt"))
        #expect(undated.first?.rule == "no-dates")
    }

    private static let nurse = """
        Maria Gruber
        Registered Nurse

        Experience
        Staff nurse, St. Anna Hospital (2015 - present)
        - Care for up to eight patients in intensive care; trained new colleagues

        Education
        Diploma in Nursing, 2011
        """

    @Test("a résumé of another trade names none of the four layers: no layer, no bars")
    func otherTrade() {
        let profile = reader.profile(of: Self.nurse, file: "a")
        #expect(profile.isResume && !profile.namesStack && profile.background.primary == nil)
        #expect(profile.justification.contains("names no skill of the four layers"))
        let hasBars = profile.document.blocks.contains { if case .bars = $0 { true } else { false } }
        #expect(!hasBars && profile.document.subtitle == "None of the four layers")
        #expect(profile.json["layers"] == .object([]) && profile.json["outside"] == .null)
        #expect(CandidateProfile(json: profile.json)?.json == profile.json)
        #expect(self.profile(Self.career).namesStack)
    }

    @Test(
        "bills, minutes and the like are no résumés, also where they name tools; a plain list of skills may be one",
        arguments: [
            (
                "INVOICE No. 2024-117\n\nBill to: Nordlicht AG\nDate: 12 March 2024\n\n3 Office chairs 447.00\nTotal 486.90\n"
                    + "Payable within 14 days. IBAN DE00", false
            ),
            (
                "INVOICE\nBill to: Nordlicht AG\nConsulting on Kubernetes and Airflow, 01/2024 - 03/2024\nSubtotal 9000\nVAT "
                    + "1710\nIBAN DE00", false
            ),
            (
                "Minutes of the board meeting, 4 May 2023\nPresent: Mr Huber, Ms Lang\n1. The minutes of the last meeting were "
                    + "approved.\n2. The budget for the new roof was discussed.\n3. Next meeting: 6 July 2023.", false
            ),
            ("The quick brown fox jumps over the lazy dog.", false),
            (nurse, true), ("Airflow, Spark and Snowflake", true),
            ("Jo Example\nI have been a teacher for 12 years. My degree is in history.", true),
            (
                "Jo Example\nExperience\nEngineer, Acme (2019 - 2021)\n- Read 2m invoices with LangChain; VAT, IBAN and total "
                    + "are checked", true
            ),
        ])
    func isResume(_ text: String, _ isOne: Bool) {
        #expect(reader.profile(of: text, file: "a").isResume == isOne, "\(text)")
    }
}
