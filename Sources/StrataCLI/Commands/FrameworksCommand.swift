internal import ArgumentParser
internal import StrataAdvice
internal import StrataCatalogue
internal import StrataModel
internal import StrataQuery

struct FrameworksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frameworks",
        abstract:
            "CRISP-DM, the ML lifecycle and the RRC matrix: each phase with its layers and roles, and who covers it.",
        discussion: """
            'frameworks rrc' is the matrix of roles, responsibilities and capabilities: of the roles that the four layers need
            first, with the method; or of those that --role and --layer choose. With --team each phase and role says who
            covers it: by the role that their titles name, or by working in the layer.

            Examples:
              strata frameworks crisp-dm
              strata frameworks rrc --role "Data Engineer" --role "MLOps Engineer"
              strata frameworks rrc --layer mlops --format html -o mlops-roles.html
              strata frameworks ml-lifecycle --team team.yaml
            """)

    @Argument(help: ArgumentHelp("crisp-dm, ml-lifecycle or rrc; else all.", valueName: "framework"))
    var framework: String?

    @Option(
        name: .customLong("role"),
        help: ArgumentHelp("A row of the RRC matrix, by name, slug or title; several are allowed.", valueName: "role"))
    var roles: [String] = []

    @Option(
        name: .customLong("layer"),
        help: ArgumentHelp("The roles at home in a layer as rows; several are allowed.", valueName: "layer"))
    var layers: [Layer] = []

    @Option(help: ArgumentHelp("A file with the team, to say who covers what.", valueName: "file"))
    var team: String?

    @OptionGroup var rules: RuleOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    private var isMatrix: Bool { framework.map(Slug.of) == "rrc" }

    func validate() throws {
        guard roles.isEmpty && layers.isEmpty || isMatrix else {
            throw ValidationError(
                "--role and --layer choose rows of the RRC matrix: 'strata frameworks rrc --role ...'.")
        }
    }

    func run() throws {
        let references = try Seeds.references()
        let catalogue: Catalogue
        var cover: TeamCover?
        if let team {
            let basis = try AdviceBasis(database, rules, output)
            defer { basis.close() }
            catalogue = basis.knowledge.catalogue
            cover = TeamCover(try TeamFile.read(team, basis.knowledge, output: output), catalogue: catalogue)
        } else {
            catalogue = try database.catalogue()
        }
        let list = FrameworkList(
            framework, references: references, catalogue: catalogue, cover: cover.map { $0.cover(of:) })
        guard !list.phases.isEmpty else {
            let known = FrameworkList(nil, references: references, catalogue: catalogue).frameworks
            throw CommandFailure(
                .nothingFound, "no framework '\(framework ?? "")'; there are \(known.joined(separator: ", "))")
        }
        guard isMatrix else {
            var document = list.document
            document.footer += Self.footer(cover)
            return try output.write(document: document, json: list.json, items: list.items, table: list.table)
        }
        try write(try matrix(catalogue, cover), list, cover)
    }

    private func matrix(_ catalogue: Catalogue, _ cover: TeamCover?) throws -> RRCMatrix {
        guard roles.isEmpty && layers.isEmpty else {
            let names = CatalogueNames(catalogue)
            let slugs = try roles.map { try names.slug(of: $0, .role) }
            return RRCMatrix(roles: slugs, layers: layers, catalogue: catalogue, team: cover)
        }
        return RRCMatrix(try FirstRole.read(try rules.files()), catalogue: catalogue, team: cover)
    }

    private func write(_ matrix: RRCMatrix, _ list: FrameworkList, _ cover: TeamCover?) throws {
        var document = list.document
        document.blocks = matrix.blocks
        // Whoever has chosen rows knows the method.
        if matrix.choice == .first { document.blocks += [.heading("The method")] + list.summary(of: "rrc") }
        document.footer += Self.footer(cover)
        try output.write(
            document: document, json: .object([("roles", .array(matrix.items)), ("phases", .array(list.items))]),
            items: matrix.items, table: matrix.table)
    }

    private static func footer(_ cover: TeamCover?) -> [String] {
        guard let cover else { return [] }
        return [
            """
            \(cover.people) people. A phase or role is covered where somebody has the role by title, or works in the layer that \
            carries most of the phase; in part where somebody could do some of it. People decide what that means.
            """
        ]
    }
}
