public import StrataCatalogue
public import StrataModel

/// All questions: those of the rule files, and those that are made of the catalogue.
public struct QuizBank: Sendable {
    /// By stage; within one those of the files first, in their order.
    public let questions: [QuizQuestion]

    /// - throws: `SeedTable.Malformed`, which names file and line.
    public init(_ files: RuleFiles, catalogue: Catalogue, references: References) throws {
        let course = try Course(files)
        let lessons = Set(course.lessons.map(\.slug))
        let written = try QuizQuestion.read(files, lessons: lessons)
        let tools = lessons.contains(Self.toolLesson) ? Self.tools(catalogue, references) : []
        let roles = lessons.contains(Self.roleLesson) ? Self.roles(catalogue, course.firstRoles) : []
        let all = written + tools + roles
        questions = CourseStage.allCases.flatMap { stage in all.filter { $0.stage == stage } }
    }

    // MARK: Made of the catalogue

    private static let (toolLesson, roleLesson) = ("skills", "roles")
    /// Tools of each layer that are asked about.
    private static let toolsOfALayer = 6
    /// A tool is beyond dispute where so many lists know it and all say the same.
    private static let agreeing = 3

    /// Which layer does a tool belong to? Only of tools that three public lists or more file under one and the same layer,
    /// which is Strata's too: the best known of each.
    private static func tools(_ catalogue: Catalogue, _ references: References) -> [QuizQuestion] {
        let tallies = CourseFigures.tallies(catalogue, references).filter { tally in
            tally.layers.count == 1 && tally.lists >= agreeing && tally.layers[0].layer == tally.skill.primaryLayer
        }
        return Layer.allCases.flatMap { layer in
            tallies.filter { $0.skill.primaryLayer == layer }
                .sorted { ($1.lists, $0.skill.slug) < ($0.lists, $1.skill.slug) }.prefix(toolsOfALayer)
                .map { tool($0, layer) }
        }
    }

    private static func tool(_ tally: ListTally, _ layer: Layer) -> QuizQuestion {
        let reason = tally.skill.memberships.first?.reason ?? ""
        return QuizQuestion(
            slug: "tool-\(tally.skill.slug)", stage: .beginner, layer: layer, lesson: toolLesson,
            question: "Which layer does \(tally.skill.name) belong to?", options: Layer.allCases.map(\.name),
            answer: layer.index,
            why: "\(tally.skill.summary). All \(tally.lists) public lists that know it file it there. \(reason)")
    }

    /// Whose mission is it? The other roles to choose from are those that other layers need at the same place.
    private static func roles(_ catalogue: Catalogue, _ firstRoles: [FirstRole]) -> [QuizQuestion] {
        let roles = Dictionary(catalogue.roles.map { ($0.slug, $0) }) { first, _ in first }
        let byLayer = Layer.allCases.map { layer in
            firstRoles.filter { $0.layer == layer }.compactMap { roles[$0.role] }
        }
        return byLayer.indices.flatMap { own in
            byLayer[own].enumerated().compactMap { place, role -> QuizQuestion? in
                let options = byLayer.compactMap { $0.isEmpty ? nil : $0[min(place, $0.count - 1)].name }
                guard let answer = options.firstIndex(of: role.name), Set(options).count == options.count,
                    options.count > 1, !role.mission.isEmpty
                else { return nil }
                return QuizQuestion(
                    slug: "role-\(role.slug)", stage: .beginner, layer: Layer.allCases[own], lesson: roleLesson,
                    question: "Whose mission is this? “\(role.mission)”", options: options, answer: answer,
                    why: "It is that of the \(role.name), at home in \(Layer.allCases[own].name).")
            }
        }
    }
}
