/// The first line of an HN "who is hiring" post: "Company | Role | Place | REMOTE | $150k".
struct HiringLine: Equatable {
    var company: String?
    var role: String?
    var place: String?
    var salary: String?
    var employmentType: String?

    /// Reads a line that bars divide; nil when it is no such line.
    init?(_ line: String) {
        if let (company, role) = Self.announcement(line) {
            (self.company, self.role) = (company, role)
            return
        }
        let parts = line.split(separator: "|").map { String($0).collapsingWhitespace() }.filter { !$0.isEmpty }
        guard parts.count >= 2, line.utf8.count <= 1000 else { return nil }
        company = Self.company(parts[0])
        var places: [String] = []
        for part in parts.dropFirst() {
            if Self.isAddress(part) { continue }
            if salary == nil, Self.isSalary(part) {
                salary = part
            } else if EmploymentType.isOnly(part) {
                employmentType = employmentType ?? EmploymentType.read(part)
            } else if role == nil, Self.isRole(part) {
                role = part.cut(to: 120)
            } else if Self.isPlace(part), part.utf8.count <= 120 {
                places.append(part)
            }
        }
        place = places.isEmpty ? nil : places.prefix(3).joined(separator: ", ")
        if role == nil, Self.isRole(parts[0]) { role = parts[0].cut(to: 120) }
    }

    /// Whether a title is such a line whole, which begins with the company: two bars at least, and no role before them.
    static func isTitle(_ title: String) -> Bool {
        guard title.utf8.filter({ $0 == 0x7C }).count >= 2 else { return false }
        return title.split(separator: "|").first.map { !isRole(String($0)) } ?? false
    }

    /// "Acme (YC S24) Is Hiring a Founding Engineer": the form of posts by Y Combinator's companies.
    private static func announcement(_ line: String) -> (company: String?, role: String?)? {
        guard line.utf8.count <= 200, !line.holds("|"), line.holds("iring"),
            let verb = (line.lowercased() + " ").firstRange(of: " is hiring "),
            line.lowercased().utf8.count == line.utf8.count
        else { return nil }
        let lower = line.lowercased()
        let before = line.utf8.prefix(lower.utf8.distance(from: lower.startIndex, to: verb.lowerBound))
        let after = line.utf8.dropFirst(lower.utf8.distance(from: lower.startIndex, to: verb.upperBound))
        var role = String(decoding: after, as: UTF8.self).trimmingWhitespace()
        if role.lowercased().hasPrefix("in ") { role = "" }
        for article in ["a ", "an ", "the "] where role.lowercased().hasPrefix(article) {
            role = String(role.dropFirst(article.count))
        }
        return (company(String(decoding: before, as: UTF8.self)), role.isEmpty ? nil : role.cut(to: 120))
    }

    /// Without a link or an address in brackets: "Acme (https://acme.io)".
    private static func company(_ part: String) -> String? {
        var name = part
        while let open = name.lastIndex(of: "("), isAddress(String(name[open...])) {
            let close = name[open...].firstIndex(of: ")").map { name.index(after: $0) } ?? name.endIndex
            name.removeSubrange(open..<close)
            name = name.collapsingWhitespace()
        }
        let words = name.split(separator: " ").filter { !isAddress(String($0)) }
        name = words.joined(separator: " ")
        while let last = name.last, "-–—:,".contains(last) || last == " " { name.removeLast() }
        return name.isEmpty ? nil : name.cut(to: 80)
    }

    static func isAddress(_ part: String) -> Bool {
        let lower = part.lowercased()
        guard !lower.holds("http"), !lower.holds("www.") else { return true }
        guard !lower.utf8.contains(0x20), lower.utf8.contains(0x2E) else { return false }
        return lower.utf8.contains(0x2F) || addressEndings.contains { lower.holds($0) }
    }

    static func isSalary(_ part: String) -> Bool {
        guard part.utf8.count <= 100, part.contains(where: { "$€£₹".contains($0) }) || part.lowercased().contains("usd")
        else { return false }
        return part.contains(where: \.isNumber) && !isRole(part)
    }

    /// Whether a part names work: "Senior Rust Engineer", "Multiple roles".
    static func isRole(_ part: String) -> Bool {
        let words = part.lowercased().split { !$0.isLetter && $0 != "+" && $0 != "#" }.map(String.init)
        guard words.count <= 25 else { return false }
        return words.contains { word in
            roleWords.contains(word) || word.hasSuffix("engineers") || word.hasSuffix("engineer")
        }
    }

    /// Whether a part names a place or says from where one may work.
    static func isPlace(_ part: String) -> Bool {
        let lower = part.lowercased()
        if placeWords.contains(where: { lower.holds($0) }) { return true }
        let words = part.split { $0 == " " || $0 == "," || $0 == "/" }
        guard (1...8).contains(words.count), words.allSatisfy({ $0.first?.isUppercase ?? false || $0.count <= 3 })
        else {
            return false
        }
        if part.contains(","), words.count <= 6 { return true }
        let tokens = lower.split { !$0.isLetter }.map(String.init)
        return tokens.contains { cities.contains($0) } || cities.contains(lower)
    }

    private static let addressEndings: [StaticString] = [".com", ".io", ".ai", ".org", ".co", ".dev", ".net", ".ag"]
    private static let roleWords: Set<String> = [
        "engineer", "engineering", "developer", "developers", "scientist", "scientists", "manager", "designer",
        "designers", "analyst", "architect", "researcher", "researchers", "lead", "head", "cto", "founder", "cofounder",
        "programmer", "sre", "devops", "swe", "intern", "interns", "internship", "specialist", "consultant",
        "administrator", "director", "roles", "positions", "fullstack", "stack", "backend", "frontend", "technician",
        "officer", "vp", "associate", "recruiter", "marketer", "evangelist", "advocate", "qa", "tester", "writer",
        "professor", "postdoc", "hacker", "staff", "product", "sales", "designer", "mathematician", "writers",
    ]
    private static let placeWords: [StaticString] = [
        "remote", "onsite", "on-site", "on site", "hybrid", "in-person", "in person", "in-office", "in office",
        "anywhere", "worldwide", "relocat", "distributed", "wfh", "timezone",
    ]
    private static let cities: Set<String> = [
        "sf", "nyc", "ny", "la", "usa", "us", "uk", "eu", "europe", "london", "berlin", "paris", "amsterdam", "munich",
        "zurich", "boston", "seattle", "austin", "chicago", "denver", "toronto", "vancouver", "montreal", "canada",
        "germany", "france", "spain", "madrid", "barcelona", "lisbon", "dublin", "ireland", "netherlands", "israel",
        "india", "bangalore", "bengaluru", "singapore", "sydney", "melbourne", "australia", "tokyo", "japan",
        "stockholm", "sweden", "copenhagen", "oslo", "norway", "helsinki", "warsaw", "poland", "vienna", "switzerland",
        "emea", "latam", "apac", "california", "texas", "states", "kingdom", "francisco", "york", "angeles",
        "york city",
        "brooklyn", "palo", "oakland", "cambridge", "oxford", "edinburgh", "hamburg", "cologne", "milan", "rome",
        "italy",
        "bay area", "pittsburgh", "philadelphia", "portland", "atlanta", "miami", "washington", "dc", "prague",
        "brazil",
        "argentina", "mexico", "dubai", "taipei", "seoul", "shanghai", "beijing", "hong", "new zealand",
    ]
}
