internal import StrataModel
internal import StrataQuery

extension Market {
    /// What the JDs of a role say of the skills of a kind of work, in a sentence; nil where they say nothing.
    ///
    /// - parameter name: gives the name of a skill by its slug.
    func says(of slug: String, skills: [String], named name: (String) -> String) -> String? {
        guard let role = role(slug) else { return nil }
        let asked = skills.map { (name: name($0), share: role.share(asking: $0)) }
            .filter { $0.share >= 0.01 }
            .sorted { ($1.share, $0.name) < ($0.share, $1.name) }
        guard !asked.isEmpty else { return nil }
        let shares = asked.prefix(2).map { "\(Figures.percent($0.share)) ask for \($0.name)" }
        let few = role.isSmall ? ", a small sample" : ""
        return "Of \(Figures.grouped(role.texts)) \(role.name) JDs\(few) \(shares.joined(separator: ", "))."
    }
}
