internal import ArgumentParser
internal import StrataAdvice
internal import StrataImport
internal import StrataModel
internal import StrataStorage

struct CandidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "candidate",
        abstract:
            "What a résumé shows: background by layer, depth, years, gaps, and what to ask. No score; a person decides.",
        discussion: """
            FILE is text, Markdown, HTML, PDF, DOCX or ODT, or '-' for standard input. Several files give separate profiles, in
            the order given; people are not compared. Nothing is stored unless --keep is given.

            Examples:
              strata candidate cv.pdf
              strata candidate cv.docx --jd 42 --as-of 2026-11-01
              strata candidate a.pdf b.pdf --role "Data Engineer" --format html -o profiles.html
              strata candidate cv.pdf --keep
              strata candidate --forget 3
            """)

    @Argument(help: ArgumentHelp("Résumés; '-' for standard input.", valueName: "file"))
    var files: [String] = []

    @Option(help: ArgumentHelp("Hold them against what a JD of the database asks for.", valueName: "id"))
    var jd: Int64?

    @Option(help: ArgumentHelp("Hold them against a role: what its JDs ask for, and its duties.", valueName: "name"))
    var role: String?

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "What 'present' means in them: 2026-11-23 or 2026-11; else the latest date in each.", valueName: "date"))
    var asOf: CalendarDate?

    @OptionGroup(title: "Keeping") var keeping: KeepingOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try keeping.check(files: files, hasOthers: jd != nil || role != nil || asOf != nil)
        if jd != nil, role != nil { throw ValidationError("give --jd or --role, not both") }
        if files.count(where: { $0 == "-" }) > 1 {
            throw ValidationError("standard input can be read once: give '-' once")
        }
    }

    func run() throws {
        if keeping.isAsked { return try keeping.run(database, output) }
        try output.check(hasTable: true)
        let advisor = try CandidateAdvisor(rules.files(), database, jd: jd, role: role, keeps: keeping.keep)
        let (profiles, failures) = read(advisor)
        if let first = failures.first, profiles.isEmpty { throw CommandFailure(first.status, "") }
        if keeping.keep {
            let ids = try KeptProfiles.keep(profiles, on: asOf, database)
            output.hint(
                "Kept as \(ids.map(String.init).joined(separator: ", ")); 'strata candidate --forget ID' removes a profile."
            )
        }
        try output.write(profiles)
        if let first = failures.first { throw CommandFailure(first.status, "") }
    }

    /// The profiles of those files that can be read; what is wrong with the others is said at once.
    private func read(_ advisor: CandidateAdvisor) -> (profiles: [CandidateProfile], failures: [CommandFailure]) {
        var (profiles, failures): ([CandidateProfile], [CommandFailure]) = ([], [])
        for file in files {
            do {
                profiles.append(try advisor.profile(of: file, asOf: asOf))
            } catch let error as InputError {
                failures.append(CommandFailure(error.status, "\(error)"))
                Console.current.say("strata: \(error)")
            } catch let failure as CommandFailure {
                failures.append(failure)
                Console.current.say("strata: \(failure)")
            } catch {
                failures.append(CommandFailure(.bug, ""))
                Console.current.say("strata: \(file): \(error)")
            }
        }
        return (profiles, failures)
    }
}

extension OutputOptions {
    /// Writes profiles one after the other, in their order.
    func write(_ profiles: [CandidateProfile]) throws {
        let items = profiles.map(\.json)
        try write(
            document: CandidateProfile.document(of: profiles), json: items.count == 1 ? items[0] : .array(items),
            items: items, table: CandidateProfile.table(of: profiles))
    }
}
