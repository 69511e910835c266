import StrataCatalogue
import StrataModel
import Testing

@testable import StrataAdvice

@Suite("dates of résumés")
struct ResumeDateTests {
    private func range(_ line: String) throws -> String? {
        let text = ResumeText(line)
        let dates = ResumeDates(text: text, vocabulary: try ResumeVocabulary(.builtIn))
        return dates.range(in: text.sentences.flatMap(\.words)).map { "\($0.start.text)/\($0.end?.text ?? "")" }
    }

    @Test(
        "stretches of time are read as people write them",
        arguments: [
            ("Data Engineer, Acme (09/2018 – 02/2021)", "2018-09/2021-02"), ("2015-2020", "2015/2020"),
            ("2020-now   Scientist", "2020/"), ("(Jan 2022 – present)", "2022-01/"), ("since May 2023", "2023-05/"),
            ("(June 2021 to till date)", "2021-06/"), ("Feb 2019 - today", "2019-02/"), ("2022 to date", "2022/"),
            ("MLOps Engineer, 2021-", "2021/"), ("AB (Mar 2020 –)", "2020-03/"), ("Oct 2022 – now", "2022-10/"),
            ("07/2020 – now: Alpenbank", "2020-07/"), ("01/2009 – 06/2020: Voral", "2009-01/2020-06"),
            ("03.2015 - 08.2019", "2015-03/2019-08"), ("2019-03 – 2021-11", "2019-03/2021-11"),
            ("01.03.2015 bis 31.08.2019", "2015-03/2019-08"), ("seit 2019", "2019/"), ("2018 – heute", "2018/"),
            ("depuis janvier 2020", "2020-01/"), ("From 2014 to 2020, I was", "2014/2020"),
            ("Aug 2018 to May 2021", "2018-08/2021-05"), ("Sept. 2019 — Dec. 2020", "2019-09/2020-12"),
            ("2017–2021 · Acme", "2017/2021"), ("de 2016 à 2019", "2016/2019"),
        ])
    func ranges(_ line: String, _ expected: String) throws {
        #expect(try range(line) == expected)
    }

    @Test(
        "single dates, versions and numbers are no stretches",
        arguments: [
            "MSc, 2018", "Talk at PyData 2024", "Python 3.11, 4 trillion events a year", "renewed 2024", "3–5 years",
            "2,000 clauses", "12/24 hours", "cut from 2020 to 70 ms",
        ])
    func noRanges(_ line: String) throws {
        #expect(try range(line) == nil)
    }
}
