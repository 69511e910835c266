internal import ArgumentParser
internal import StrataCatalogue
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct ProfilesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profiles",
        abstract: "Mappings of columns for 'import --profile': those that ship with Strata, and your own.",
        discussion: """
            Examples:
              strata import jobs.json --profile greenhouse
              strata import export.csv --map title=Rolle --map description=Text --save-profile ours
              strata profiles show ours
            """,
        subcommands: [ProfileListCommand.self, ProfileShowCommand.self, ProfileRemoveCommand.self],
        defaultSubcommand: ProfileListCommand.self)
}

struct ProfileListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List them; what 'profiles' alone does.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let list = try database.profiles()
        try output.write(document: list.document, json: list.json, items: list.items)
    }
}

struct ProfileShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", _superCommandName: StrataCommand.name, abstract: "Which column feeds which field.")

    @Argument(help: "The profile.")
    var name: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let profile = try database.profiles().profile(named: name)
        try output.write(document: profile.document, json: profile.json)
    }
}

struct ProfileRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", _superCommandName: StrataCommand.name,
        abstract: "Forget a profile of your own; what was imported with it stays.")

    @Argument(help: "The profile.")
    var name: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let profile = try database.profiles().profile(named: name)
        guard profile.origin == .own else {
            throw CommandFailure(.usage, "profile '\(profile.name)' ships with Strata and cannot be removed")
        }
        let store = try database.openForWriting()
        defer { try? store.close() }
        try store.removeImportProfile(profile.name)
        let text = "Profile \(profile.name) is removed."
        try output.write(
            document: Document(title: text),
            json: .object([("removed", .string(profile.name))]),
            table: Table(columns: [.init("removed", "Removed")], rows: [[.text(profile.name)]]))
    }
}

extension DatabaseOptions {
    /// All profiles.
    fileprivate func profiles() throws -> ProfileList {
        ProfileList(shipped: try Seeds.profiles(), own: try ownProfiles())
    }
}
