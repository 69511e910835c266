public import StrataCatalogue
public import StrataModel
internal import StrataQuery

/// What lessons show of the catalogue and of the sample JDs, made anew at each reading: no table of a lesson goes stale.
public final class CourseFigures {
    let catalogue: Catalogue
    let references: References
    let firstRoles: [FirstRole]
    private let files: RuleFiles
    private let readSamples: () throws -> [SampleJD]
    private let advise: (CourseAdvice, String) throws -> [Block]
    private var samples: [SampleJD]?
    /// The tools of the stack that public lists know, in the catalogue's order.
    private(set) lazy var tallies = Self.tallies(catalogue, references)

    /// - parameters:
    ///   - files: the rules that lessons show.
    ///   - samples: reads the sample JDs; asked only where a lesson shows some.
    ///   - advise: gives advice on a file of the exercises, by its name.
    public init(
        catalogue: Catalogue, references: References, firstRoles: [FirstRole], files: RuleFiles,
        samples: @escaping () throws -> [SampleJD], advise: @escaping (CourseAdvice, String) throws -> [Block]
    ) {
        self.catalogue = catalogue
        self.references = references
        self.firstRoles = firstRoles
        self.files = files
        readSamples = samples
        self.advise = advise
    }

    /// The sample JDs; read once, and only where a lesson shows some.
    private func sampleJDs() throws -> [SampleJD] {
        if let samples { return samples }
        let read = try readSamples()
        samples = read
        return read
    }

    /// The pieces as they are drawn.
    ///
    /// - throws: what reading the samples throws.
    func blocks(_ pieces: [CoursePiece]) throws -> [Block] {
        var blocks: [Block] = []
        for piece in pieces {
            switch piece {
            case .heading(let text): blocks.append(.heading(try filled(text)))
            case .paragraph(let text): blocks.append(.paragraph(try filled(text)))
            case .remark(let text): blocks.append(.note(try filled(text)))
            case .item(let text): blocks.append(item: try filled(text))
            case .command(let command): blocks.append(command: command)
            case .figure(let figure, let argument): blocks += try self.blocks(figure, argument)
            }
        }
        return blocks
    }

    private func filled(_ text: [CourseText]) throws -> String {
        try text.map { part in
            switch part {
            case .words(let words): words
            case .number(let number): Figures.grouped(try value(number))
            }
        }.joined()
    }

    private func value(_ number: CourseNumber) throws -> Int {
        switch number {
        case .skills: catalogue.skills.count
        case .tools: catalogue.skills.filter { $0.kind == .tool }.count
        case .roles: catalogue.roles.count
        case .disputed: tallies.filter(\.isDisputed).count
        case .shared: tallies.filter { $0.lists >= 2 }.count
        case .lists: references.sources.filter { $0.kind == .list }.count
        case .samples: try sampleJDs().count
        }
    }

    private func blocks(_ figure: CourseFigure, _ argument: String) throws -> [Block] {
        switch figure {
        case .layers: [.table(layers)]
        case .kinds: [.table(kinds)]
        case .roles: [.table(roles)]
        case .firstRoles: [.table(firstRoleTable)]
        case .disputed: [.table(disputed)]
        case .phases: [.table(phases(of: argument))]
        case .rrc: rrc(argument)
        case .raci: try advise(.raci, argument)
        case .diagnosis: try advise(.diagnosis, argument)
        case .plan: try advise(.plan, argument)
        case .handOvers: try advise(.handOvers, argument)
        case .symptoms: [.table(try Self.symptoms(files))]
        case .precedence: [.table(try Self.precedence(files))]
        case .verdicts: Self.verdicts(try sampleJDs().filter { $0.title == argument }, hasTitles: false)
        case .outside: Self.verdicts(try sampleJDs().filter { $0.verdict.primary == nil })
        case .titles: [.table(Self.titles(try sampleJDs()))]
        case .needs: [.table(Self.needs(try sampleJDs()))]
        case .sum: try sampleJDs().first { $0.id == Int(argument) }.map(Self.sum) ?? []
        }
    }

    // MARK: Of the catalogue

    private var skillNames: [String: String] {
        Dictionary(catalogue.skills.map { ($0.slug, $0.name) }) { first, _ in first }
    }

    private var roleNames: [String: String] {
        Dictionary(catalogue.roles.map { ($0.slug, $0.name) }) { first, _ in first }
    }

    private var layers: Table {
        let names = skillNames
        return Table(
            columns: [
                .init("layer", "Layer"), .init("goal", "Goal"),
                .init("signature_tools", "Signature tools", wraps: true),
            ],
            rows: catalogue.layers.map { profile in
                [
                    .layer(profile.layer), .text(profile.goal),
                    .text(profile.signature.compactMap { names[$0] }.joined(separator: ", ")),
                ]
            })
    }

    private var kinds: Table {
        let kinds: [(kind: Skill.Kind, title: String)] = [
            (.tool, "Tools"), (.practice, "Practices"), (.concept, "Concepts"), (.language, "Languages"),
        ]
        let rows = Outcome.allCases.map { outcome -> [Table.Cell] in
            let own = catalogue.skills.filter { $0.primaryLayer == outcome.layer }
            let head: Table.Cell = outcome.layer.map { .layer($0) } ?? .text("Outside the stack")
            return [head] + kinds.map { kind in .integer(own.filter { $0.kind == kind.kind }.count) }
        }
        return Table(
            columns: [.init("layer", "Layer")] + kinds.map { .init($0.kind.rawValue, $0.title, .trailing) },
            rows: rows)
    }

    private var roles: Table {
        Table(
            columns: [
                .init("layer", "Layer"), .init("count", "Roles", .trailing), .init("roles", "Such as", wraps: true),
            ],
            rows: Layer.allCases.map { layer in
                let own = catalogue.roles.filter { $0.layer == layer }.map(\.name).sorted()
                return [.layer(layer), .integer(own.count), .text(own.joined(separator: ", "))]
            })
    }

    private var firstRoleTable: Table {
        let names = roleNames
        return Table(
            columns: [.init("layer", "Layer"), .init("role", "Role"), .init("why", "Why it comes first", wraps: true)],
            rows: firstRoles.compactMap { first in
                names[first.role].map { [.layer(first.layer), .text($0), .text(first.why)] }
            })
    }

    private func phases(of framework: String) -> Table {
        let names = roleNames
        return Table(
            columns: [
                .init("phase", "Phase"), .init("layers", "Layers", wraps: true),
                .init("role", "Answers for it"),
            ],
            rows: references.phases.filter { $0.framework == framework }.map { phase in
                [
                    .text("\(phase.position). \(phase.name)"),
                    .text(phase.layers.map(\.name).joined(separator: ", ")),
                    .text(phase.roles.first.flatMap { names[$0] }),
                ]
            })
    }

    private func rrc(_ slug: String) -> [Block] {
        guard let role = catalogue.roles.first(where: { $0.slug == slug }) else { return [] }
        return [
            .facts([
                Fact("Role", role.name), Fact("Home layer", role.layer?.name ?? "outside the stack"),
                Fact("Mission", role.mission),
            ]),
            .heading("Responsibilities"), .list(role.responsibilities),
            .heading("Capabilities"), .list(role.capabilities),
        ]
    }
}

extension [Block] {
    /// An item goes to the list that stands last, if one does.
    mutating func append(item: String) {
        if case .list(let items) = last { self[count - 1] = .list(items + [item]) } else { append(.list([item])) }
    }

    /// A command goes under the commands that stand last, if any do.
    mutating func append(command: String) {
        if case .preformatted(let text) = last {
            self[count - 1] = .preformatted("\(text)\n$ \(command)")
        } else {
            append(.preformatted("$ \(command)"))
        }
    }
}
