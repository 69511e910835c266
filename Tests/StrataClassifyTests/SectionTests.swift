import StrataClassify
import StrataModel
import Testing

/// What stands under which heading is asked for, would be nice, or is only mentioned.
@Suite struct SectionTests {
    private func requirements(of skill: String, in text: String) -> [Requirement] {
        Sample.classifier.requirements(of: skill, in: text)
    }

    static let structured = """
        Acme makes anvils.

        Responsibilities
        - Run Airflow every day
        ## **Requirements**
        * Kafka in production
        NICE TO HAVE
        - PyTorch
        **Benefits:**
        - A LangChain course each year
        About us
        We run Kubernetes everywhere.
        """

    @Test(arguments: [
        ("airflow", Requirement.required), ("kafka", .required), ("pytorch", .preferred), ("langchain", .context),
        ("kubernetes", .context),
    ])
    func headingsSayWhatIsAskedFor(skill: String, expected: Requirement) {
        #expect(requirements(of: skill, in: Self.structured) == [expected])
    }

    @Test(arguments: [
        "Nice to have:\nKafka", "### Nice to have\nKafka", "**Nice to have**\nKafka", "🚀 Nice To Have!\nKafka",
        "3) Nice to have:\n- Kafka", "Nice to have: Kafka and more", "NICE TO HAVE\n\nKafka", "- Nice to have: Kafka",
        "We hire. Nice to have: Kafka", "__Nice to have__\r\nKafka", "Nice to have?\nKafka",
    ])
    func knowsHeadingsInTheirManyDresses(text: String) {
        #expect(requirements(of: "kafka", in: text) == [.preferred])
    }

    @Test(arguments: [
        "The requirements are plain: Kafka.", "You will gather requirements, and run Kafka.",
        "Benefits administration runs on Kafka here, and you will extend it.",
    ])
    func sentencesAreNoHeadings(text: String) {
        #expect(requirements(of: "kafka", in: text) == [.required])
    }

    @Test func findsHeadingsInTextsThatLostTheirLines() {
        let filler = String(repeating: "You will work on systems that matter to many people. ", count: 9)
        let text =
            filler + "Minimum Qualifications Bachelor's degree and Kafka. " + filler
            + "Preferred Qualifications Experience with Airflow. " + filler + "Benefits: a PyTorch course."
        #expect(requirements(of: "kafka", in: text) == [.required])
        #expect(requirements(of: "airflow", in: text) == [.preferred])
        #expect(requirements(of: "pytorch", in: text) == [.context])
    }

    @Test func anUnknownHeadingEndsTheTalkAboutTheEmployer() {
        #expect(
            requirements(of: "kafka", in: "About us\nWe are fine.\n\nYour adventure:\n- Kafka all day") == [.required])
        #expect(requirements(of: "kafka", in: "Benefits\n- Cake\n\n**Your adventure**\n- Kafka all day") == [.required])
    }

    @Test func beforeAnyHeadingTalkOfTheCompanyAsksForNothing() {
        let text = "We are a startup that builds on Kafka. You will write Airflow jobs."
        #expect(requirements(of: "kafka", in: text) == [.context])
        #expect(requirements(of: "airflow", in: text) == [.required])
    }

    @Test func readsHeadingsOfOtherLanguages() {
        #expect(requirements(of: "kafka", in: "About us\nKekse.\nAnforderungen\n- Kafka") == [.required])
    }

    @Test func findsHeadingsGluedToWhatTheyHead() {
        let text =
            "You run Airflow.About UsWe run Kubernetes.ResponsibilitiesBuild with Kafka. Preferred QualificationsPyTorch"
        #expect(requirements(of: "airflow", in: text) == [.required])
        #expect(requirements(of: "kubernetes", in: text) == [.context])
        #expect(requirements(of: "kafka", in: text) == [.required])
    }

    @Test func aButtonToApplyAtTheTopHidesNothing() {
        let text = "Sea captain\nHow to apply\n" + String(repeating: "You will run Kafka on ships. ", count: 9)
        #expect(requirements(of: "kafka", in: text) == [.required])
    }
}
