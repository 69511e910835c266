/// The head of a document without metadata: the few lines between its title and its text that say who looks for
/// somebody, where, since when and for what pay.
///
/// Rather no fact than a wrong one: what is neither labelled nor plain to see is left alone.
struct DocumentHead {
    /// How many lines a head has at most, blank ones not counted.
    static let lineLimit = 12
    /// The longest line of a head, in characters; a longer one is the text.
    static let widthLimit = 120

    private(set) var facts: [HeadLabel.Fact] = []
    private let lines: [Line]
    private let title: String
    private var known: Set<Field>
    /// Whether all lines so far were facts: what has no label counts only as long as it is so.
    private var isClean = true
    /// Whether the company may still come without a label: it is the first line or none.
    private var mayName = true

    private struct Line {
        var text: String
        var isBullet: Bool
    }

    /// Reads the facts below a title.
    ///
    /// - parameter lines: what follows the title.
    /// - parameter known: fields whose values are known already; nothing is read for them.
    static func read<Lines: Sequence>(_ lines: Lines, title: String, known: Set<Field>) -> [HeadLabel.Fact]
    where Lines.Element == String {
        guard title.count <= widthLimit, !CompanyLine.isSentence(title), !HiringLine.isTitle(title),
            !title.holds(" hiring ")
        else { return [] }
        var head = DocumentHead(lines: Self.head(of: lines), title: title, known: known)
        head.walk()
        return head.facts
    }

    private init(lines: [Line], title: String, known: Set<Field>) {
        (self.lines, self.title, self.known) = (lines, title, known)
    }

    /// The lines up to the first heading, rule, sentence or long line.
    private static func head<Lines: Sequence>(of lines: Lines) -> [Line] where Lines.Element == String {
        var head: [Line] = []
        for raw in lines {
            let trimmed = raw.trimmingWhitespace()
            if trimmed.isEmpty { continue }
            // However many marks it is made up of, such a line is no fact.
            guard trimmed.utf8.count <= widthLimit * 16 else { break }
            let line = bare(trimmed)
            guard line.text.contains(where: { $0.isLetter || $0.isNumber }) else {
                // The line under a table's first row, or under a title.
                if head.isEmpty || trimmed.hasPrefix("|") { continue }
                break
            }
            let isLabelled = HeadLabel.pairs(line.text).contains { HeadLabel.field($0.label) != nil }
            guard head.count < lineLimit, line.text.count <= widthLimit, MarkdownLine.heading(trimmed) == nil,
                isLabelled || !CompanyLine.isSentence(line.text)
            else { break }
            head.append(line)
        }
        return head
    }

    /// A line without marks of emphasis, quotation and lists.
    private static func bare(_ line: String) -> Line {
        var text = line
        for mark in ["**", "__"] { text = text.replacingOccurrences(of: mark, with: "") }
        text = text.trimmingWhitespace()
        while text.hasPrefix("> ") { text = String(text.dropFirst(2)).trimmingWhitespace() }
        let bullet = ["- ", "* ", "+ ", "• ", "· ", "– "].first { text.hasPrefix($0) }
        if let bullet { text = String(text.dropFirst(bullet.count)).trimmingWhitespace() }
        for mark in ["*", "_"] where text.hasPrefix(mark) && text.hasSuffix(mark) && text.count > 2 {
            text = String(text.dropFirst().dropLast()).trimmingWhitespace()
        }
        return Line(text: text, isBullet: bullet != nil)
    }

    private mutating func walk() {
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            let below = index < lines.count ? lines[index].text : nil
            if let count = takeLabels(line.text, below: below) {
                index += count
            } else if line.isBullet {
                isClean = false
            } else if CompanyLine.isButton(line.text) || line.text == title {
                continue
            } else if let pictured = HeadLine.pictured(line.text) {
                for fact in pictured { addChecked(fact) }
            } else if let date = HeadLabel.postedOn(line.text) {
                add(.postedOn, date)
            } else if isClean {
                takeUnlabelled(line.text, at: index)
            }
        }
    }

    /// Takes labelled facts; how many further lines they took up, nil when the line has no label.
    private mutating func takeLabels(_ line: String, below: String?) -> Int? {
        let pairs = HeadLabel.pairs(line)
        if pairs.isEmpty {
            guard let field = HeadLabel.field(line) else { return nil }
            return takeBelow(field, below)
        }
        for (label, value) in pairs {
            guard let field = HeadLabel.field(label) else {
                // "Department: Data" is a fact that nobody asked for, "Responsibilities:" the end of the facts.
                if value.isEmpty { isClean = false }
                continue
            }
            if value.isEmpty { return takeBelow(field, below) }
            if HeadLabel.accepts(value, for: field) { add(field, value) }
        }
        return 0
    }

    private mutating func takeBelow(_ field: Field, _ below: String?) -> Int {
        guard let below, HeadLabel.field(below) == nil, HeadLabel.pairs(below).isEmpty,
            HeadLabel.accepts(below, for: field, isAlone: true)
        else {
            isClean = false
            return 0
        }
        add(field, below)
        return 1
    }

    private mutating func takeUnlabelled(_ line: String, at next: Int) {
        let divided = HeadLine.divided(line)
        if !divided.isEmpty {
            for fact in divided where fact.name != "company" || mayName { addChecked(fact) }
            mayName = false
        } else if let fact = HeadLine.fact(line) {
            addChecked(fact)
            if fact.name == "location" { mayName = false }
        } else if mayName, CompanyLine.isName(line), isBorneOut(line, at: next) {
            add(.company, line)
            mayName = false
            takePlace(below: line, at: next)
        } else {
            isClean = CompanyLine.isTeam(line)
            mayName = false
        }
    }

    /// Whether what follows a name shows that it is the company's: its legal form does, and a place, a date, a label.
    private func isBorneOut(_ name: String, at next: Int) -> Bool {
        if LegalForm.ends(name) || isFact(at: next) { return true }
        return mayBePlace(at: next) && isFact(at: next + 1)
    }

    /// A place that no list knows, between the company and another fact: "Chur, Graubünden".
    private mutating func takePlace(below name: String, at next: Int) {
        guard mayBePlace(at: next), !isFact(at: next), LegalForm.ends(name) || isFact(at: next + 1) else { return }
        add(.location, lines[next].text)
    }

    private func mayBePlace(at index: Int) -> Bool {
        index < lines.count && !lines[index].isBullet && HeadLabel.pairs(lines[index].text).isEmpty
            && KnownPlace.mayBeLine(lines[index].text)
    }

    private func isFact(at index: Int) -> Bool {
        guard index < lines.count else { return false }
        let line = lines[index].text
        if HeadLabel.field(line) != nil { return true }
        let pairs = HeadLabel.pairs(line)
        if !pairs.isEmpty { return pairs.contains { HeadLabel.field($0.label) != nil } }
        return !lines[index].isBullet && (HeadLine.fact(line) != nil || !HeadLine.divided(line).isEmpty)
    }

    private mutating func addChecked(_ fact: HeadLabel.Fact) {
        guard let field = HeadLabel.names.first(where: { $0.name == fact.name })?.field,
            HeadLabel.accepts(fact.value, for: field)
        else { return }
        add(field, fact.value)
    }

    private mutating func add(_ field: Field, _ value: String) {
        guard known.insert(field).inserted, let name = HeadLabel.names.first(where: { $0.field == field })?.name else {
            return
        }
        facts.append((name, value))
    }
}
