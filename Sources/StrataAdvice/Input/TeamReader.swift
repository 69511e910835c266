internal import StrataModel

/// Reads a team: a list or table of people or head counts, or titles with their counts.
enum TeamReader {
    /// The keys of a person, and those that mean the same in files as they come.
    private static let keys = [
        "title": "title", "role": "title", "job title": "title", "position": "title", "job": "title",
        "count": "count", "headcount": "count", "head count": "count", "number": "count", "people": "count",
        "n": "count", "fte": "count", "skills": "skills", "tools": "skills", "skill": "skills", "stack": "skills",
        "text": "text", "notes": "text", "note": "text", "description": "text", "background": "text", "does": "text",
        "responsibilities": "text", "resume": "resume", "cv": "resume", "résumé": "resume",
    ]
    /// Keys that name people: known, and not read.
    private static let unused = [
        "name", "email", "id", "start", "location", "level", "seniority", "team", "department",
    ]

    static func team(_ node: InputNode, _ unread: inout [Request.Unread]) throws(RequestError) -> [Request.Member] {
        switch node.content {
        case .none: return []
        case .scalar:
            var team: [Request.Member] = []
            for text in try node.texts("team") {
                if let member = member(titled: text, node.line) { team.append(member) }
            }
            return team
        case .mapping(let members):
            var team: [Request.Member] = []
            for entry in members {
                let count = try self.count(entry.value, of: entry.key)
                if count > 0 { team.append(Request.Member(title: entry.key, count: count, line: entry.value.line)) }
            }
            return team
        case .list(let items):
            var team: [Request.Member] = []
            for item in items {
                guard case .mapping(let members) = item.content else {
                    guard let text = try item.text("a person"), let member = member(titled: text, item.line) else {
                        continue
                    }
                    team.append(member)
                    continue
                }
                if let member = try member(members, item.line, &unread) { team.append(member) }
            }
            return team
        }
    }

    private static func member(
        _ members: [InputNode.Member], _ line: Int?, _ unread: inout [Request.Unread]
    ) throws(RequestError) -> Request.Member? {
        if members.count == 1, keys[TermKey.fold(members[0].key)] == nil,
            case .scalar(let value) = members[0].value.content, HeadCount.number(value) != nil
        {
            // "- Data Scientist: 10".
            let count = try count(members[0].value, of: members[0].key)
            return count > 0 ? Request.Member(title: members[0].key, count: count, line: line) : nil
        }
        var member = Request.Member(title: "", line: line)
        var isCounted = false
        let known = unread.count
        for entry in members {
            let key = TermKey.fold(entry.key)
            switch keys[key] ?? "" {
            case "title":
                let (title, count) = HeadCount.parted(try entry.value.text("title") ?? "")
                member.title = title
                if let count, !isCounted { member.count = min(count, HeadCount.most) }
            case "count":
                member.count = try count(entry.value, of: "count")
                isCounted = true
            case "skills": member.skills += try skills(entry.value)
            case "text":
                member.text +=
                    (member.text.isEmpty ? "" : "\n") + (try entry.value.texts("text").joined(separator: "\n"))
            case "resume": member.resume = try entry.value.text("resume")
            default:
                if unused.contains(key) { continue }
                let suggestion = EditDistance.nearest(to: key, of: ["title", "count", "skills", "text", "resume"])
                unread.append(Request.Unread(key: entry.key, line: entry.value.line, suggestion: suggestion))
            }
        }
        let isTold = !member.title.isEmpty || !member.skills.isEmpty || !member.text.isEmpty || member.resume != nil
        guard isTold else {
            let meant = unread[known...].last { $0.suggestion != nil }?.suggestion
            let mend = meant.map { "; did you mean '\($0)'?" } ?? ""
            throw RequestError(
                line: line, description: "a person needs at least one of 'title', 'skills', 'text' and 'resume'\(mend)")
        }
        return member.count > 0 ? member : nil
    }

    private static func member(titled text: String, _ line: Int?) -> Request.Member? {
        var member = member(ofWords: text)
        member?.line = line
        return member
    }

    /// What stands for a team of nobody.
    private static let nobody: Set<String> = ["none", "nobody", "no one", "n/a", "nil"]

    /// A person or several alike, as a line of plain words tells of them; nil for nobody.
    static func member(ofWords line: String) -> Request.Member? {
        let (title, count) = HeadCount.parted(line)
        let number = count ?? 1
        guard title.contains(where: \.isLetter), number > 0, !nobody.contains(title.lowercased()) else { return nil }
        return Request.Member(title: title, count: min(number, HeadCount.most))
    }

    private static func skills(_ node: InputNode) throws(RequestError) -> [String] {
        let texts = try node.texts("skills")
        guard case .scalar = node.content else { return texts }
        return texts.flatMap { $0.split { ",;|".contains($0) } }.map(String.init).map(\.trimmed).filter { !$0.isEmpty }
    }

    private static func count(_ node: InputNode, of key: String) throws(RequestError) -> Int {
        guard let text = try node.text(key) else { return 1 }
        if let number = HeadCount.number(text), number >= 0, number <= HeadCount.most { return number }
        throw RequestError(
            line: node.line, description: "'\(key)' is '\(text)'; it has to be a number of people from 0 to 1,000,000")
    }
}

/// How many people a title stands for: "10 data scientists", "two MLOps engineers", "Data Engineer (x3)".
enum HeadCount {
    /// The most people that a line may stand for.
    static let most = 1_000_000

    private static let units = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    private static let words = [
        "no": 0, "a": 1, "an": 1, "dozen": 12, "a dozen": 12, "both": 2, "pair": 2, "half dozen": 6,
    ]

    private static func spelled(_ text: String) -> Int? {
        if let known = words[text] ?? units.firstIndex(of: text) { return known }
        let parts = text.split { " -".contains($0) }.map(String.init)
        guard let ten = tens.firstIndex(of: parts.first ?? ""), parts.count <= 2 else { return nil }
        guard parts.count == 2 else { return ten * 10 + 20 }
        return units.firstIndex(of: parts[1]).flatMap { (1..<10).contains($0) ? ten * 10 + 20 + $0 : nil }
    }

    /// A number in figures or words; halves are rounded up, since half a person is a person.
    static func number(_ text: String) -> Int? {
        let text = text.trimmed.lowercased()
        if let word = spelled(text) { return word }
        guard let value = Double(text.replacing("x", with: "").trimmed), value.isFinite, abs(value) < 1e9 else {
            return nil
        }
        return Int(value.rounded(.up))
    }

    /// The title without its number, and the number; nil where it has none.
    static func parted(_ text: String) -> (title: String, count: Int?) {
        var parts = text.split(separator: " ").map(String.init)
        guard parts.count > 1 else { return (text.trimmed, nil) }
        if let count = number(parts[0]) {
            parts.removeFirst()
            if parts[0].lowercased() == "x" { parts.removeFirst() }
            return (parts.joined(separator: " "), count)
        }
        let last = parts[parts.count - 1].lowercased().filter { !"()".contains($0) }
        if last.hasPrefix("x") || last.hasSuffix("x"), let count = number(last), last != "x" {
            return (parts.dropLast().joined(separator: " "), count)
        }
        return (text.trimmed, nil)
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(scalars[scalars.startIndex...last])
    }
}
