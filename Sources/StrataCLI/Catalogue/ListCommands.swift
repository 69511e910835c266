internal import ArgumentParser
internal import StrataCatalogue
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

/// Options of the commands that list the catalogue.
struct CatalogueListOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Only those whose name, alias or summary holds the text.", valueName: "text"))
    var text: String?

    @Option(help: ArgumentHelp("Only those of the layer, or 'none' for those outside the stack.", valueName: "layer"))
    var layer: LayerOrNone?

    @Option(help: ArgumentHelp("How many are shown.", valueName: "n"))
    var limit: Int?

    @Option(help: ArgumentHelp("How many are passed over first.", valueName: "n"))
    var offset = 0

    func validate() throws {
        guard (limit ?? 0) >= 0, offset >= 0 else { throw ValidationError("--limit and --offset are not below 0.") }
    }

    var page: Page { Page(limit: limit, offset: offset) }

    var outcome: Outcome? {
        switch layer {
        case .layer(let layer): .layer(layer)
        case .some(.none): .outside
        case nil: nil
        }
    }
}

/// Answers a list of skills, from the database where there is one.
private func list(
    kind: Skill.Kind?, sort: SkillListQuestion.Sort, title: String, _ options: CatalogueListOptions,
    _ database: DatabaseOptions, _ output: OutputOptions
) throws {
    let question = SkillListQuestion(
        kind: kind, outcome: options.outcome, text: options.text, sort: sort, page: options.page)
    let store = try database.openIfPresent()
    defer { try? store?.close() }
    let list = try store.map(question.answer) ?? question.answer(in: Seeds.catalogue())
    try output.write(document: list.document(title: title), json: list.json, items: list.items)
    if list.total == 0 { throw CommandFailure.nothingFound }
}

struct ToolsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tools", _superCommandName: StrataCommand.name,
        abstract: "The tools of the catalogue, with their layers; adding and changing them.",
        discussion: """
            Example:  strata tools --layer mlops
            """,
        subcommands: [
            ListToolsCommand.self, DescribeCommand<ToolNoun>.self, AddSkillCommand<ToolNoun>.self,
            EditSkillCommand<ToolNoun>.self,
            AliasCommand<ToolNoun>.self, MoveCommand<ToolNoun>.self, RemoveCommand<ToolNoun>.self,
            ResetCommand<ToolNoun>.self,
        ],
        defaultSubcommand: ListToolsCommand.self)
}

struct ListToolsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List them; what 'tools' alone does.")

    @OptionGroup var options: CatalogueListOptions

    @Option(help: "name, layer or jds: how many JDs ask for it.")
    var sort: SkillListQuestion.Sort = .name

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws { try list(kind: .tool, sort: sort, title: "Tools", options, database, output) }
}

struct SkillsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "skills", _superCommandName: StrataCommand.name,
        abstract: "The skills of the catalogue: tools, practices, concepts and languages; adding and changing them.",
        discussion: """
            Example:  strata skills --kind practice --layer applied-ml
            """,
        subcommands: [
            ListSkillsCommand.self, DescribeCommand<SkillNoun>.self, AddSkillCommand<SkillNoun>.self,
            EditSkillCommand<SkillNoun>.self,
            AliasCommand<SkillNoun>.self, MoveCommand<SkillNoun>.self, RemoveCommand<SkillNoun>.self,
            ResetCommand<SkillNoun>.self,
        ],
        defaultSubcommand: ListSkillsCommand.self)
}

struct ListSkillsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List them; what 'skills' alone does.")

    @OptionGroup var options: CatalogueListOptions

    @Option(help: ArgumentHelp("tool, practice, concept or language.", valueName: "kind"))
    var kind: Skill.Kind?

    @Option(help: "name, layer or jds: how many JDs ask for it.")
    var sort: SkillListQuestion.Sort = .name

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws { try list(kind: kind, sort: sort, title: "Skills", options, database, output) }
}

struct RolesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roles", _superCommandName: StrataCommand.name,
        abstract: "The roles of the catalogue, with what their holders do and can do; adding and changing them.",
        discussion: """
            Example:  strata roles --layer mlops
            """,
        subcommands: [
            ListRolesCommand.self, DescribeCommand<RoleNoun>.self, AddRoleCommand.self, EditRoleCommand.self,
            AliasCommand<RoleNoun>.self, MoveCommand<RoleNoun>.self, RemoveCommand<RoleNoun>.self,
            ResetCommand<RoleNoun>.self,
        ],
        defaultSubcommand: ListRolesCommand.self)
}

struct ListRolesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List them; what 'roles' alone does.")

    @OptionGroup var options: CatalogueListOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let question = RoleListQuestion(outcome: options.outcome, text: options.text, page: options.page)
        let store = try database.openIfPresent()
        defer { try? store?.close() }
        let list = try store.map(question.answer) ?? question.answer(in: Seeds.catalogue())
        try output.write(document: list.document, json: list.json, items: list.items)
        if list.total == 0 { throw CommandFailure.nothingFound }
    }
}
