internal import StrataModel

/// Remote, hybrid or on site, by the words for them.
enum WorkplaceName {
    /// What a place or a column such as "workplaceType" says; nil when it says nothing of it.
    ///
    /// Some days at the office are hybrid, however much of the rest is called remote.
    static func read(_ text: String) -> Workplace? {
        let words = ColumnNames.normalisedWords(text.lowercased())
        guard !words.isEmpty, words.count <= 60 else { return nil }
        if words.contains(where: hybrid.contains) { return .hybrid }
        let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
        if pairs.contains(where: ["no remote", "not remote", "kein homeoffice", "non remote"].contains) {
            return .onsite
        }
        let isRemote = words.contains(where: remote.contains) || pairs.contains(where: remotePairs.contains)
        let isOnsite = words.contains(where: onsite.contains) || pairs.contains(where: onsitePairs.contains)
        switch (isRemote, isOnsite) {
        case (true, false): return .remote
        case (false, true): return .onsite
        // Both are offered: neither is said.
        default: return nil
        }
    }

    /// What a value of a yes-or-no column says.
    static func read(answer: String) -> Workplace? {
        let text = answer.lowercased()
        if ["true", "yes", "1", "1.0", "y", "ja", "oui", "si", "sí", "sim", "telecommute"].contains(text) {
            return .remote
        }
        return read(text)
    }

    /// What a title or a LinkedIn mark in the text says: "Data Engineer (Remote)", "#LI-Hybrid".
    static func read(title: String, text: String) -> Workplace? {
        if text.holds("#LI-") || text.holds("#li-") {
            let marks: [(StaticString, StaticString, Workplace)] = [
                ("#LI-Hybrid", "#LI-HYBRID", .hybrid), ("#LI-Remote", "#LI-REMOTE", .remote),
                ("#LI-Onsite", "#LI-ONSITE", .onsite), ("#LI-hybrid", "#li-hybrid", .hybrid),
                ("#LI-remote", "#li-remote", .remote), ("#LI-onsite", "#li-onsite", .onsite),
                ("#LI-On-site", "#LI-OnSite", .onsite),
            ]
            let found = Set(marks.filter { text.holds($0.0) || text.holds($0.1) }.map(\.2))
            if found.count == 1 { return found.first }
        }
        guard title.utf8.count <= 200, mayTell(title), let mark = titleMark(title) else { return nil }
        return read(mark)
    }

    /// Whether one of the words can be in a title: a cheap look, as nearly all have none.
    private static func mayTell(_ title: String) -> Bool {
        let lower = title.lowercased()
        return stems.contains { lower.holds($0) }
    }

    private static let stems: [StaticString] = [
        "remot", "brid", "home", "site", "person", "office", "anywhere", "wfh", "tele", "télé", "vor ort", "distan",
        "worldwide", "thuis", "locatie", "presenc", "présen", "smart",
    ]

    /// What stands in brackets or behind a dash or bar in a title: "remote sensing" is a field of work.
    private static func titleMark(_ title: String) -> String? {
        let parts = title.split { "()[]|,".contains($0) }.flatMap { part in
            String(part).replacingOccurrences(of: " – ", with: " - ").replacingOccurrences(of: " - ", with: "\n")
                .split(separator: "\n").map(String.init)
        }
        return parts.dropFirst().first { part in
            part.split(separator: " ").count <= 4 && read(part) != nil && !part.lowercased().contains("sensing")
        }
    }

    static let words: Set<String> = hybrid.union(remote).union(onsite)

    private static let hybrid: Set<String> = [
        "hybrid", "hybride", "hybrides", "hibrido", "hibrida", "ibrido", "ibrida", "teilremote",
    ]
    private static let remote: Set<String> = [
        "remote", "remotely", "telecommute", "telecommuting", "telework", "wfh", "homeoffice", "anywhere", "worldwide",
        "teletravail", "teletrabajo", "teletrabalho", "telelavoro", "remoto", "remota", "thuiswerken", "distance",
        "distanciel", "smartworking", "overal",
    ]
    private static let remotePairs: Set<String> = [
        "home office", "work from", "from home", "home based", "smart working", "fully distributed",
    ]
    private static let onsite: Set<String> = [
        "onsite", "inoffice", "presencial", "presentiel", "prasenz", "kantoor", "presenza",
    ]
    private static let onsitePairs: Set<String> = [
        "on site", "in office", "in person", "vor ort", "sur site", "op locatie", "in sede", "en sitio",
    ]
}
