internal import ArgumentParser
internal import StrataCatalogue
internal import StrataImport
internal import StrataQuery
internal import StrataStorage

#if canImport(Glibc)
internal import Glibc
#endif

/// The command line, apart from the process that it runs in.
public enum StrataCommandLine {
    /// Runs one command.
    ///
    /// - parameter arguments: without the program's name.
    /// - parameter console: where its words go.
    /// - returns: the exit status.
    public static func run(_ arguments: [String], console: Console = .standard) -> Int32 {
        let (parser, rest) = StrataCommand.parser(of: arguments)
        return Console.$current.withValue(console) {
            do {
                var command = try LayerCommand.plain(arguments) ?? parser.parseAsRoot(rest)
                try command.run()
                return ExitStatus.done.rawValue
            } catch {
                return status(of: error, parser, console)
            }
        }
    }

    /// Runs the process's own arguments and ends it.
    public static func main() -> Never {
        // A closed pipe or a full quota shows as an error of the write that meets it.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        exit(run(Array(CommandLine.arguments.dropFirst())))
    }

    private static func status(
        of error: any Error, _ parser: any ParsableCommand.Type, _ console: Console
    ) -> Int32 {
        switch error {
        case is Console.ClosedPipe:
            return ExitStatus.done.rawValue
        case let failure as CommandFailure:
            if !failure.description.isEmpty { console.say("strata: \(failure)") }
            return failure.status.rawValue
        case let error as StoreError:
            console.say("strata: \(error)")
            return error.status.rawValue
        case is UnknownName, is SearchSyntaxError, is DimensionError, is ComparedSideError:
            console.say("strata: \(error)")
            if let error = error as? SearchSyntaxError { console.say(error.pointer) }
            return ExitStatus.usage.rawValue
        case let error as SeedTable.Malformed:
            console.say("strata: \(error)")
            return ExitStatus.badInput.rawValue
        case let error as InputError:
            console.say("strata: \(error)")
            return error.status.rawValue
        default:
            return parserStatus(of: error, parser, console)
        }
    }

    /// Help and version are asked for, usage errors are not: the parser has a message for each.
    private static func parserStatus(
        of error: any Error, _ parser: any ParsableCommand.Type, _ console: Console
    ) -> Int32 {
        let code = parser.exitCode(for: error)
        let message = parser.fullMessage(for: error)
        if code == .success {
            do { try console.write(message + "\n") } catch { return status(of: error, parser, console) }
            return ExitStatus.done.rawValue
        }
        // What an argument's own check has said already.
        if message.isEmpty, code != .failure { return code.rawValue }
        guard code == .validationFailure else {
            console.say("strata: \(message.isEmpty ? String(describing: error) : message)")
            return ExitStatus.bug.rawValue
        }
        console.say(message)
        return ExitStatus.usage.rawValue
    }
}

/// The root of the command line.
struct StrataCommand: ParsableCommand {
    static let name = "strata"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "A hiring knowledge base for AI/ML teams: which layer does a tool, a role or a JD belong to?",
        discussion: """
            Everything runs on this machine, over one SQLite file: --db FILE, else $STRATA_DB, else
            ~/.local/share/strata/strata.db.
            """,
        version: VersionText.line,
        groupedSubcommands: [
            CommandGroup(name: "Ask", subcommands: ask),
            CommandGroup(name: "Load", subcommands: [ImportCommand.self, ProfilesCommand.self, RunsCommand.self]),
            CommandGroup(name: "Report", subcommands: [ReportCommand.self]),
            CommandGroup(name: "Advise", subcommands: advise),
            CommandGroup(
                name: "Maintain",
                subcommands: [
                    CatalogueCommand.self, DBCommand.self, LabelCommand.self, CalibrateCommand.self,
                    EvaluateCommand.self,
                ]),
        ])

    private static let ask: [any ParsableCommand.Type] = [
        LayerCommand.self, LayersCommand.self, ToolsCommand.self, SkillsCommand.self, RolesCommand.self,
        JDsCommand.self, SearchCommand.self, ShowCommand.self, ClassifyCommand.self,
    ]

    private static let advise: [any ParsableCommand.Type] = [
        RACICommand.self,
        DiagnoseCommand.self,
        PlanCommand.self,
        InterviewCommand.self,
        CandidateCommand.self,
        FrameworksCommand.self,
        LearnCommand.self,
        RulesCommand.self,
    ]

    /// The command that reads the arguments, and those left for it.
    ///
    /// A question answers in the time that a process needs to start, and looking for it through all commands takes a
    /// fifth of that: one that is named first reads its arguments itself. Everything else goes by the root.
    static func parser(of arguments: [String]) -> (any ParsableCommand.Type, [String]) {
        guard let first = arguments.first,
            let command = ask.first(where: { $0.configuration.commandName == first })
        else { return (StrataCommand.self, arguments) }
        return (command, Array(arguments.dropFirst()))
    }
}
