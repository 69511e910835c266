import StrataClassify
import StrataModel
import Testing

/// Words that are names of tools only in some company.
@Suite struct AmbiguityTests {
    private func finds(_ skill: String, in text: String) -> Bool {
        !Sample.classifier.requirements(of: skill, in: text).isEmpty
    }

    @Test(arguments: [
        ("spark", "We hope to spark interest in Python among the young"), ("spark", "Spark joy, and write Python"),
        ("excel", "You excel at communication"), ("excel", "Excel at what you do with Python"),
        ("go", "Go above and beyond"), ("go", "Go-to-market with Python and Kafka"), ("r", "R&D of Python tools"),
        ("r", "Strong R & D in Python"), ("spark", "A spark of genius"),
    ])
    func plainWordsAreNoTools(skill: String, text: String) {
        #expect(!finds(skill, in: text))
    }

    @Test(arguments: [
        ("spark", "Spark jobs on a cluster"), ("spark", "Kafka, Spark and Airflow"), ("spark", "Python/Spark"),
        ("spark", "You know PySpark. Also, you tune Spark."), ("go", "Python, Go or Kafka"),
        ("r", "statistical work in R"),
        ("r", "R/Python"), ("r", "Python or R."), ("excel", "Microsoft Excel"),
        ("spark", "- Python\n- Spark\n- Airflow"),
        ("go", "Go is our language"),
    ])
    func companyOfTheRightSortMakesThemTools(skill: String, text: String) {
        #expect(finds(skill, in: text))
    }
}
