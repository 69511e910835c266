internal import StrataAdvice
internal import StrataImport

/// Reads what a user tells of a project, a team or a plan.
enum RequestFile {
    /// - parameter words: what plain words stand for.
    /// - throws: `InputError`, which names file, line and mend.
    static func read(_ path: String, words: Request.Words, output: OutputOptions) throws -> Request {
        var request: Request
        do {
            switch try WrittenFile.read(path, keys: Request.keys, searchPath: Console.current.environment("PATH")) {
            case .values(let node): request = try Request(node, words: words)
            case .words(let text): request = Request(words: text, as: words)
            }
        } catch let error as RequestError {
            throw InputError(.malformed, path: path, line: error.line, error.description)
        }
        for unread in request.unread {
            let place = unread.line.map { ":\($0)" } ?? ""
            let mend = unread.suggestion.map { "; did you mean '\($0)'?" } ?? ""
            output.hint("strata: \(path == "-" ? "standard input" : path)\(place): '\(unread.key)' is not read\(mend)")
        }
        guard !request.isEmpty else {
            throw InputError(
                .empty, path: path,
                "nothing in it can be read; it has the keys \(Request.keys.joined(separator: ", ")), or plain words")
        }
        if let code = WrittenLanguage.code(of: request.prose), code != "en" {
            output.hint(
                "strata: \(path == "-" ? "standard input" : path): it reads as another language than English ('\(code)'); "
                    + "advice reads English, so translate it before you rely on this")
        }
        return request
    }
}
