internal import StrataCatalogue

/// A piece of a lesson as the rule files write it, `|` between pieces.
///
/// `# ` begins a heading, `- ` an item of a list, `> ` a remark, `$ ` a command to type; `@name` and what follows it stands for
/// a figure that is made of the catalogue or of the sample JDs; anything else is a paragraph. Within texts `{name}` stands
/// for a number.
enum CoursePiece: Sendable, Hashable {
    case heading([CourseText])
    case paragraph([CourseText])
    case item([CourseText])
    case remark([CourseText])
    case command(String)
    case figure(CourseFigure, argument: String)

    /// The pieces of a cell.
    ///
    /// - throws: `SeedTable.Malformed` at a figure or number that there is none of.
    static func pieces(_ cell: SeedText, of row: SeedTable.Row) throws -> [CoursePiece] {
        try cell.list.map { part in
            switch part.prefix(2) {
            case "# ": return .heading(try CourseText.parts(part.dropFirst(2), of: row))
            case "- ": return .item(try CourseText.parts(part.dropFirst(2), of: row))
            case "> ": return .remark(try CourseText.parts(part.dropFirst(2), of: row))
            case "$ ": return .command(String(part.dropFirst(2)))
            case _ where part.hasPrefix("@"): return try figure(part.dropFirst(), of: row)
            default: return .paragraph(try CourseText.parts(part[...], of: row))
            }
        }
    }

    private static func figure(_ text: Substring, of row: SeedTable.Row) throws -> CoursePiece {
        let words = text.split(separator: " ", maxSplits: 1)
        guard let name = words.first, let figure = CourseFigure(rawValue: String(name)) else {
            let known = CourseFigure.allCases.map { "@\($0.rawValue)" }.joined(separator: ", ")
            throw row.malformed("no figure '@\(text)'; there are \(known)")
        }
        return .figure(figure, argument: words.count > 1 ? String(words[1]) : "")
    }
}

/// A stretch of a text: words, or a number to be filled in.
enum CourseText: Sendable, Hashable {
    case words(String)
    case number(CourseNumber)

    static func parts(_ text: Substring, of row: SeedTable.Row) throws -> [CourseText] {
        var parts: [CourseText] = []
        var rest = text
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            guard let number = CourseNumber(rawValue: String(name)) else {
                let known = CourseNumber.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
                throw row.malformed("no number '{\(name)}'; there are \(known)")
            }
            if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
            parts.append(.number(number))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        return parts
    }
}

/// Tables that lessons show, made anew of what is known now.
enum CourseFigure: String, CaseIterable, Sendable {
    /// The four layers with goals and signature tools.
    case layers
    /// How many skills of each kind each layer has.
    case kinds
    /// The roles at home in each layer.
    case roles
    /// The roles that each layer needs first, and why.
    case firstRoles = "first-roles"
    /// Tools that public lists file under different layers.
    case disputed
    /// What Strata says of the sample JDs of a title.
    case verdicts
    /// What it says of those that lie outside the stack.
    case outside
    /// To which layers the sample JDs of the same title belong.
    case titles
    /// The sum that makes the verdict on a sample JD, by its number.
    case sum
    /// How many sample JDs need a layer, and of how many it is the primary one.
    case needs
    /// The phases of a framework, by its slug.
    case phases
    /// A role's responsibilities and capabilities, by its slug.
    case rrc
    /// What `raci`, `diagnose` and `plan` say of a file of the exercises.
    case raci, diagnosis, plan
    /// What passes between the roles of a file of the exercises.
    case handOvers = "hand-overs"
    /// The complaints that rules know, by the layer to which they point.
    case symptoms
    /// What has to be there before what.
    case precedence
}

/// Numbers that texts name.
enum CourseNumber: String, CaseIterable, Sendable {
    /// Skills of all kinds, and tools among them.
    case skills, tools
    case roles
    /// Tools that public lists file under different layers.
    case disputed
    /// Tools that two public lists or more file under a layer.
    case shared
    /// Public lists.
    case lists
    /// Sample JDs.
    case samples
}
