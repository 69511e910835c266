/// A JD in a word processor's document, through `pandoc`.
enum OfficeDocument {
    /// Its readers reach no file and no network in the sandbox.
    ///
    /// - parameter format: pandoc's name of the format.
    static func arguments(_ format: String) -> [String] {
        [
            "--sandbox", "--from=\(format)", "--to=html", "--standalone", "--wrap=none", "--metadata=pagetitle:-",
            "--quiet",
        ]
    }

    /// - parameter output: what the program wrote.
    /// - throws: `InputError` where libxml2 is missing.
    static func entries(_ output: [UInt8], path: String) throws(InputError) -> [DocumentEntry] {
        let text = try text(output, path: path)
        guard !text.isEmpty else {
            return [.reject(reason: "the document holds no text", line: nil, raw: "")]
        }
        return PlainTextDocument.entries(text)
    }

    /// The whole text, empty where there is none.
    ///
    /// - parameter output: what the program wrote.
    /// - throws: `InputError` where libxml2 is missing.
    static func text(_ output: [UInt8], path: String) throws(InputError) -> String {
        let html = String(decoding: output, as: UTF8.self)
        let body = html.split(separator: "<body>", maxSplits: 1).last.map { Array($0.utf8) } ?? output
        return try HTMLDocument.wholeText(body, path: path)
    }
}
