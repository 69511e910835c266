public import StrataModel

extension Request {
    /// The keys at the top of a file, and those that mean the same.
    public static let keys = ["brief", "steps", "team", "symptoms", "goals", "data", "answers"]
    private static let others = [
        "project": "brief", "workflow": "steps", "people": "team", "problems": "symptoms", "complaints": "symptoms",
        "goal": "goals", "symptom": "symptoms", "step": "steps", "data_readiness": "data", "interview": "answers",
    ]

    /// The key that a heading names: "Our team", "Goals for 2026", "Data problems:" (which are problems); nil for none.
    static func key(ofHeading heading: String) -> String? {
        let words = TermKey.fold(heading).split { " :".contains($0) }.map(String.init)
        let name = words.prefix { !["for", "with", "of", "in", "at", "to", "on"].contains($0) }
        guard name.count <= 3, let last = name.last else { return nil }
        return keys.contains(last) ? last : others[last]
    }

    /// Reads values as a file has them.
    ///
    /// - parameter words: what a list of texts, or one text, stands for.
    /// - throws: ``RequestError``.
    public init(_ node: InputNode, words: Words) throws(RequestError) {
        self.init()
        switch node.content {
        case .none: break
        case .scalar(let text): self.init(words: text, as: words)
        case .list(let items):
            if items.contains(where: { if case .mapping = $0.content { true } else { false } }) {
                // A table, or a list of people; of steps where they have a name and no title.
                if words == .brief, !items.contains(where: { $0.member("title") != nil || $0.member("role") != nil }) {
                    steps = try Self.steps(node)
                } else {
                    team = try TeamReader.team(node, &unread)
                }
            } else {
                let texts = try node.texts("the list")
                switch words {
                case .brief: steps = texts.map { Step(name: $0) }
                case .symptoms: symptoms = texts
                case .goals: goals = texts
                }
            }
        case .mapping(let members):
            for member in members { try take(member) }
        }
    }

    private mutating func take(_ member: InputNode.Member) throws(RequestError) {
        let key = TermKey.fold(member.key).replacing(" ", with: "_")
        let value = member.value
        switch Self.keys.contains(key) ? key : Self.others[key] ?? "" {
        case "brief": brief = try value.text("brief")
        case "steps": steps = try Self.steps(value)
        case "team": team += try TeamReader.team(value, &unread)
        case "symptoms": symptoms += try value.texts("symptoms")
        case "goals": goals += try value.texts("goals")
        case "data": data = try value.texts("data").joined(separator: "\n")
        case "answers": answers += try Self.answers(value)
        default:
            let suggestion = EditDistance.nearest(to: key, of: Self.keys)
            unread.append(Unread(key: member.key, line: value.line, suggestion: suggestion))
        }
    }

    private static func steps(_ node: InputNode) throws(RequestError) -> [Step] {
        guard case .list(let items) = node.content else { return try node.texts("steps").map { Step(name: $0) } }
        var steps: [Step] = []
        for item in items {
            if case .mapping(let members) = item.content {
                steps.append(try step(item, members))
            } else if let text = try item.text("a step") {
                steps.append(Step(name: text, line: item.line))
            }
        }
        return steps.filter { $0.name.contains { !$0.isWhitespace } }
    }

    /// The keys of a step.
    private static let stepKeys = ["name", "step", "text", "layer", "responsible", "accountable"]

    private static func step(_ item: InputNode, _ members: [InputNode.Member]) throws(RequestError) -> Step {
        func text(_ key: String) throws(RequestError) -> String? {
            guard let value = item.member(key) else { return nil }
            return try value.text(key)
        }
        if let name = item.member("name") ?? item.member("step") ?? item.member("text") {
            return Step(
                name: try name.text("name") ?? "", layer: try text("layer"), responsible: try text("responsible"),
                accountable: try text("accountable"), line: item.line)
        }
        let meant = members.lazy.compactMap { member in
            EditDistance.nearest(to: TermKey.fold(member.key), of: stepKeys).map { (given: member.key, known: $0) }
        }.first
        if members.count == 1, meant == nil, let text = try members[0].value.text(members[0].key) {
            // "Deploy: canary first" without quotes.
            return Step(name: "\(members[0].key): \(text)", line: item.line)
        }
        let mend =
            meant.map { ", but '\($0.given)'; did you mean '\($0.known)'?" } ?? "; write '- name: Ingest the documents'"
        throw RequestError(line: item.line, description: "a step has no 'name'\(mend)")
    }

    private static func answers(_ node: InputNode) throws(RequestError) -> [Answer] {
        switch node.content {
        case .none: return []
        case .mapping(let members):
            var answers: [Answer] = []
            for member in members {
                guard let text = try member.value.text(member.key) else { continue }
                answers.append(Answer(question: member.key, text: text, line: member.value.line))
            }
            return answers
        case .list(let items):
            var answers: [Answer] = []
            for item in items {
                guard let question = try item.member("question")?.text("question"),
                    let text = try item.member("answer")?.text("answer")
                else {
                    throw RequestError(
                        line: item.line, description: "an answer needs the keys 'question' and 'answer'")
                }
                answers.append(Answer(question: question, text: text, line: item.line))
            }
            return answers
        case .scalar:
            throw RequestError(
                line: node.line, description: "'answers' is a text; write 'who-deploys: ...', a question a line")
        }
    }
}

extension InputNode {
    /// The value of a key, in any case.
    func member(_ key: String) -> InputNode? {
        guard case .mapping(let members) = content else { return nil }
        return members.first { TermKey.fold($0.key) == key }?.value
    }

    /// Its text; nil for nothing.
    func text(_ key: String) throws(RequestError) -> String? {
        switch content {
        case .none: return nil
        case .scalar(let text): return text
        case .list, .mapping: throw RequestError(line: line, description: "'\(key)' is \(kind); it has to be a text")
        }
    }

    /// Its texts: one, or those of a list.
    func texts(_ key: String) throws(RequestError) -> [String] {
        switch content {
        case .none: return []
        case .scalar(let text):
            return text.split(whereSeparator: \.isNewline).map(String.init).filter { $0.contains { !$0.isWhitespace } }
        case .list(let items):
            var texts: [String] = []
            for item in items {
                if case .mapping(let members) = item.content, members.count == 1 {
                    // "Trust: nobody believes the numbers" without quotes.
                    let rest = try members[0].value.text(key) ?? ""
                    texts.append(rest.isEmpty ? members[0].key : "\(members[0].key): \(rest)")
                } else if let text = try item.text(key) {
                    texts.append(text)
                }
            }
            return texts.filter { $0.contains { !$0.isWhitespace } }
        case .mapping: throw RequestError(line: line, description: "'\(key)' is \(kind); it has to be a list of texts")
        }
    }
}
