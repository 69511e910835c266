internal import StrataAdvice
internal import StrataImport

/// Reads a team, and the résumés that it names.
enum TeamFile {
    /// - throws: `InputError`, which names file, line and mend.
    static func read(_ path: String, _ knowledge: Knowledge, output: OutputOptions) throws -> TeamReading {
        let request = TeamWords(knowledge).reading(
            try RequestFile.read(path, words: .symptoms, output: output))
        guard !request.team.isEmpty else {
            throw InputError(
                .malformed, path: path,
                "it names no team: write 'team:' with a person or head count a line, such as '- title: Data Engineer'")
        }
        return try reading(request, path: path, knowledge)
    }

    /// The team of a request, whose résumés lie beside its file.
    static func reading(_ request: Request, path: String, _ knowledge: Knowledge) throws -> TeamReading {
        try CoverageReader(knowledge).read(request.team) { resume in
            let folder = path == "-" ? "." : String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
            let place = resume.hasPrefix("/") || folder.isEmpty ? resume : "\(folder)/\(resume)"
            do {
                return try DocumentText(.file(path: place), searchPath: Console.current.environment("PATH")).text
            } catch let error as InputError {
                let line = request.team.first { $0.resume == resume }?.line
                throw InputError(error.kind, path: path, line: line, "the résumé \(place): \(error.message)")
            }
        }
    }
}

/// Names the file in failures that advice itself cannot name.
enum AdviceFailure {
    static func naming<Answer>(_ path: String, _ body: () throws -> Answer) throws -> Answer {
        do { return try body() } catch let error as RequestError {
            throw InputError(.malformed, path: path, line: error.line, error.description)
        } catch let error as NoProject {
            throw CommandFailure(.nothingFound, "\(path == "-" ? "standard input" : path): \(error)")
        }
    }
}
