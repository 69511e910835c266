internal import ArgumentParser
internal import StrataModel
internal import StrataStorage

/// `tools move`, `skills move`, `roles move`.
struct MoveCommand<Noun: CatalogueNoun>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "move", abstract: "Make a layer the first one of a \(Noun.word).",
            discussion: """
                \(Noun.entity == .role
                    ? "What else it leans to is forgotten; set it again by 'roles edit --lean'." : "Its other layers stay behind it.")
                'outside' takes it out of the stack.

                Example:  strata \(Noun.command) move \(Noun.entity == .role ? "\"Data Analyst\"" : "DVC") --layer data-engineering
                """)
    }

    @Argument(help: ArgumentHelp("Its name, an alias or its slug.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("The layer, with a weight up to 1; or 'outside'.", valueName: "layer[=weight]"))
    var layer: LayerWeight

    @Option(help: ArgumentHelp("Why; roles have no reasons.", valueName: "text"))
    var reason: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard Noun.entity == .skill || reason == nil else {
            throw ValidationError("A role's layer has no reason: leave --reason out.")
        }
    }

    func run() throws {
        try CatalogueChange.perform(database, output, force: .never) { editor in
            var record = try editor.record(named: name, Noun.entity)
            if Noun.entity == .role {
                let before = record["layer"]
                record["layer"] = layer.outcome.slug
                if record["layer"] != before || layer.weight != nil {
                    record["lean"] = "\(layer.outcome.slug)=\(layer.weight ?? 1)"
                }
            } else if let skill = editor.catalogue.skills.first(where: { $0.slug == record.slug }) {
                record = moved(skill).record
            }
            try editor.set(record, Noun.entity, record.slug)
        }
    }

    private func moved(_ skill: Skill) -> Skill {
        var skill = skill
        guard let target = layer.outcome.layer else {
            skill.memberships = []
            skill.outsideWeight = layer.weight ?? 0.6
            return skill
        }
        let own = skill.memberships.first { $0.layer == target }
        if skill.primaryLayer == target, layer.weight == nil, reason == nil { return skill }
        let why = reason ?? own.flatMap { $0.reason.isEmpty ? nil : $0.reason } ?? CatalogueRecord.filedByUser
        let weight = layer.weight ?? max(own?.weight ?? 0, skill.memberships.first?.weight ?? 0.5)
        let others = skill.memberships.filter { $0.layer != target }
        skill.memberships =
            [
                Membership(
                    layer: target, weight: weight, reason: why,
                    source: "user")
            ] + others
        skill.outsideWeight = 0
        return skill
    }
}
