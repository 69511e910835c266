internal import ArgumentParser
internal import Foundation
internal import StrataAdvice
internal import StrataCatalogue
internal import StrataImport
internal import StrataModel

struct LearnFilesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files", abstract: "Write the files of the exercises to a folder: briefs, teams, a résumé.",
        discussion: "Example:  strata learn files practice")

    @Argument(help: ArgumentHelp("A folder, made where there is none.", valueName: "folder"))
    var folder: String

    @Flag(help: "Replace files that Strata did not write, or that were changed.")
    var force = false

    @Flag(help: "Nothing on standard error but errors.")
    var quiet = false

    func run() throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(.cannotCreate, "\(folder): cannot be made a folder; give another name")
        }
        let all = try LearnFiles.all()
        let files = all.map { (bytes: $0.bytes, path: "\(folder)/\($0.name)") }
        for (_, path) in files { try AtomicFile.check(path: path, force: force) }
        for (bytes, path) in files {
            let sink = try AtomicFile(path: path, force: force)
            try sink.write(String(decoding: bytes, as: UTF8.self))
            try sink.finish()
        }
        guard !quiet else { return }
        let names = all.map(\.name).joined(separator: ", ")
        Console.current.say(
            "\(files.count) files in \(folder): \(names)\nBegin with 'cd \(folder)' and 'strata learn'.")
    }
}

/// What the exercises work on.
enum LearnFiles {
    private static let folder = "Seeds/learn/"
    /// The sample JDs of this title are read without their verdicts.
    private static let title = "Machine Learning Engineer"

    /// By name, sorted: what the binary carries, and the JDs whose verdicts are to be guessed.
    ///
    /// - throws: `InputError` when HTML is met and libxml2 is missing.
    static func all() throws -> [(name: String, bytes: [UInt8])] {
        let carried = Assets.paths.filter { $0.hasPrefix(folder) }.compactMap { path in
            Assets.bytes(of: path).map { (name: String(path.dropFirst(folder.count)), bytes: $0) }
        }
        let jds = try SampleJDs.numbered().filter { $0.jd.title == title }.map { number, jd in
            "## JD \(number), \(jd.company ?? "no company named")\n\n\(jd.text)\n"
        }
        let text = "# Five Machine Learning Engineers\n\n" + jds.joined(separator: "\n")
        return (carried + [(name: "five-ml-engineers.md", bytes: Array(text.utf8))]).sorted { $0.name < $1.name }
    }

    /// What a file of them tells, as the commands of advice read it.
    ///
    /// - throws: `InputError`, `RequestError`; the tests read them all, so a released binary throws none.
    static func request(_ name: String, words: Request.Words) throws -> Request {
        let text = Assets.text(of: folder + name) ?? ""
        guard name.hasSuffix(".yaml") else { return Request(words: text, as: words) }
        guard case .values(let node) = try WrittenFile.read(yaml: text, named: name) else { return Request() }
        return try Request(node, words: words)
    }
}
