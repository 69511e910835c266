public import StrataModel
internal import StrataQuery

/// What every answer about interviews says.
enum InterviewNotes {
    static let person = "A person decides: Strata gives no candidate a score, and no answer decides by itself."

    static let structured = """
        A structured interview puts the same questions in the same order to every candidate for the job and judges the answers by \
        what was said beforehand about good and bad ones. Such interviews tell more of later work than talks that go as they go: \
        Schmidt and Hunter, "The validity and utility of selection methods in personnel psychology", Psychological Bulletin \
        124(2), 1998; Sackett, Zhang, Berry and Lievens, "Revisiting meta-analytic estimates of validity in personnel \
        selection", Journal of Applied Psychology 107(11), 2022.
        """
}

extension InterviewQuestion {
    var members: [(key: String, value: JSONValue)] {
        [
            ("slug", .string(slug)), ("name", .string(name)), ("layer", .string(layer.slug)),
            ("question", .string(question)), ("kind", .string(kind.rawValue)), ("level", .string(levelText)),
            ("levels", .array(levels.map { .string($0.rawValue) })), ("roles", .array(roles.map { .string($0) })),
            ("skills", .array(skills.map { .string($0) })), ("good", .array(good.map { .string($0) })),
            ("bad", .array(bad.map { .string($0) })), ("follow_up", .string(followUp)), ("minutes", .integer(minutes)),
        ]
    }

    /// A question as the bank prints it.
    public var json: JSONValue { .object(members) }
}

extension QuestionList {
    /// What `interview` prints without a JD or a role.
    public var json: JSONValue {
        .object([
            ("total", .integer(questions.count)), ("questions", .array(items)),
            ("note", .string(InterviewNotes.person)),
        ])
    }

    /// What JSON Lines holds: a question a line.
    public var items: [JSONValue] { questions.map(\.json) }
}

extension InterviewPlan {
    /// What `interview --jd` and `--role` print. `layers` are the shares as they were given, `parts` the seats that follow.
    public var json: JSONValue {
        let target: [(key: String, value: JSONValue)] =
            switch subject.target {
            case .jd(let id): [("kind", .string("jd")), ("id", .integer(Int(id)))]
            case .role(let slug): [("kind", .string("role")), ("role", .string(slug))]
            }
        return .object([
            ("for", .object(target + [("title", .string(subject.title))])),
            ("levels", .array(subject.levels.map { .string($0.rawValue) })), ("layers", subject.shares.layersJSON),
            ("outside", .number(subject.shares[.outside])),
            (
                "parts",
                .array(
                    parts.map {
                        .object([
                            ("layer", .string($0.layer.slug)), ("share", .number($0.share)),
                            ("questions", .integer($0.questions)),
                        ])
                    })
            ),
            ("minutes", .integer(items.isEmpty ? 0 : minutes + Self.frame)), ("questions", .array(lines)),
            ("uncovered", .array(uncovered.map(\.json))),
            ("remarks", .array(remarks.map { .string($0) })),
            ("note", .string("\(InterviewNotes.person) \(InterviewNotes.structured)")),
        ])
    }

    /// What JSON Lines holds: a question a line, in the order in which they are asked.
    public var lines: [JSONValue] { items.enumerated().map { $1.json(number: $0 + 1) } }
}

extension InterviewPlan.Item {
    func json(number: Int) -> JSONValue {
        let members = question.members.filter { $0.key != "minutes" }
        return .object(
            [("number", .integer(number))] + members + [
                ("minutes", .integer(minutes)), ("why", .string(why)),
                ("covers", .array(covers.map { .string($0.slug) })),
            ])
    }
}

extension InterviewPlan.Uncovered {
    var json: JSONValue {
        let question: String? =
            switch reason {
            case .noQuestion: nil
            case .noRoom(let slug), .otherLayer(let slug, _), .otherLevel(let slug): slug
            }
        return .object([
            ("skill", .string(skill.slug)), ("name", .string(skill.name)), ("layer", .string(skill.layer?.slug)),
            ("question", .string(question)), ("why", .string(words)),
        ])
    }
}
