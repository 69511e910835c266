/// Lines of a document's head that have no labels: "Acme | Berlin | Full-time", "Zurich, Switzerland", "€50k - €60k".
enum HeadLine {
    /// What a line, or a part of one, is by its look.
    enum Kind: Equatable {
        case place, date(String), salary, employment, other
    }

    static func kind(_ text: String) -> Kind {
        if let date = HeadLabel.postedOn(text) { return .date(date) }
        let words = text.split(separator: " ").count
        if words <= 8, HiringLine.isSalary(text), SalaryText.read(text) != nil, !CompanyLine.speaks(text) {
            return .salary
        }
        if EmploymentType.isOnly(text) { return .employment }
        if text.count <= 100, !CompanyLine.isSentence(text), KnownPlace.isLine(text) { return .place }
        return .other
    }

    /// The facts of a line that bars, dots or dashes divide; empty when it is none.
    ///
    /// The first part is the company where it is a name and most of the others are facts.
    static func divided(_ line: String) -> [HeadLabel.Fact] {
        var parts = parts(line, at: "|·•")
        if parts.count == 1 {
            for dash in [" – ", " — ", " - "] where parts.count == 1 {
                let halves = line.split(separator: dash).map { String($0).trimmingWhitespace() }
                if halves.count == 2, KnownPlace.isLine(halves[1]) { parts = halves }
            }
        }
        guard (2...7).contains(parts.count) else { return [] }
        var facts: [HeadLabel.Fact] = []
        var unknown = 0
        for (index, part) in parts.enumerated() {
            guard let fact = fact(part) else {
                if index > 0 { unknown += 1 }
                continue
            }
            if !facts.contains(where: { $0.name == fact.name }) { facts.append(fact) }
        }
        guard !facts.isEmpty, unknown <= 1, unknown < facts.count || parts.count == 2 else { return [] }
        // "Home | Jobs | Berlin" is a menu, "Acme | Platform | Berlin" not: one part may be neither.
        let isMenu = unknown > 0 && facts.count == 1
        if fact(parts[0]) == nil {
            guard !isMenu, CompanyLine.isName(parts[0]) else { return isMenu ? [] : facts }
            facts.insert(("company", parts[0]), at: 0)
        }
        return facts
    }

    /// The fact that a line or part is by its look alone.
    static func fact(_ text: String) -> HeadLabel.Fact? {
        switch kind(text) {
        case .place: ("location", text)
        case .date(let date): ("date posted", date)
        case .salary: ("salary", text)
        case .employment: ("employment type", text)
        case .other: nil
        }
    }

    /// The parts of a line between these signs, without those in brackets; the line itself where it has none.
    static func parts(_ line: String, at signs: String) -> [String] {
        var parts: [String] = [""]
        var depth = 0
        for character in line {
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(0, depth - 1) }
            if depth == 0, signs.contains(character) {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
    }

    /// Pictures that stand for a label.
    private static let pictures: [(Character, String)] = [
        ("💰", "salary"), ("💶", "salary"), ("🌎", "location"), ("🌍", "location"), ("🌏", "location"),
        ("📍", "location"), ("🏢", "company"),
    ]

    /// The facts behind pictures, in code spans or bare: "`💰 $4,000/month` `🌎 Remote`"; nil when there are none.
    static func pictured(_ text: String) -> [HeadLabel.Fact]? {
        var facts: [HeadLabel.Fact] = []
        for part in text.split(separator: "`") {
            let bare = String(part).trimmingWhitespace()
            guard let first = bare.first, let (_, name) = pictures.first(where: { $0.0 == first }) else { continue }
            facts.append((name, String(bare.dropFirst()).trimmingWhitespace()))
        }
        return facts.isEmpty ? nil : facts
    }
}
