internal import StrataAdvice
internal import StrataClassify
internal import StrataImport
internal import StrataModel

extension SampleJDs {
    /// The sample JDs with the numbers that an import into an empty database gives them.
    ///
    /// - throws: `InputError` when HTML is met and libxml2 is missing.
    static func numbered() throws -> [(number: Int, jd: JobDescription)] {
        var jds: [JobDescription] = []
        for input in inputs {
            let stream = try RecordStream(input)
            while let reading = try stream.next() {
                if case .jd(let jd, _) = reading { jds.append(jd) }
            }
        }
        return jds.enumerated().map { ($0 + 1, $1) }
    }

    /// The sample JDs with what is said of them now.
    ///
    /// - parameter database: whose catalogue they are read by.
    static func read(by database: DatabaseOptions) throws -> [SampleJD] {
        let classifier = try database.classifier()
        return try numbered().map { number, jd in
            SampleJD(
                id: number, title: jd.title, company: jd.company,
                verdict: classifier.verdict(title: jd.title, company: jd.company, text: jd.text))
        }
    }
}
