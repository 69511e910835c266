import StrataModel

/// Reads titles: which role they name.
struct TitleReader: Sendable {
    private let matcher: Matcher
    /// By term of the matcher, the index of its role.
    private let roles: [Int]

    init(roles: [Role]) {
        var terms: [Term] = []
        var owners: [Int] = []
        for (index, role) in roles.enumerated() {
            for phrase in role.titlePhrases {
                terms.append(Term(phrase))
                owners.append(index)
            }
        }
        matcher = Matcher(terms, mode: .all)
        self.roles = owners
    }

    /// The role whose phrase in the title is the longest, the first of equals, and where that stands.
    func role(in bytes: UnsafeBufferPointer<UInt8>) -> (role: Int, span: Range<Int>)? {
        var matches: [Matcher.Match] = []
        matcher.find(in: bytes, range: 0..<bytes.count, into: &matches)
        var best: Matcher.Match?
        for match in matches where match.span.count > best?.span.count ?? 0 { best = match }
        return best.map { (roles[$0.term], $0.span) }
    }
}
