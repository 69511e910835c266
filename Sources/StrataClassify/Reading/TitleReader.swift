import StrataModel

/// Reads titles: which role they name.
struct TitleReader: @unchecked Sendable {
    // Unchecked: the pointers lead into memory that the matcher holds and nobody changes.
    private let matcher: Matcher
    /// By term of the matcher, the index of its role.
    private let roles: UnsafeBufferPointer<Int32>

    init(_ reader: inout ImageReader) {
        matcher = Matcher(&reader, mode: .all)
        roles = reader.array()
    }

    func isSound(roles count: Int) -> Bool {
        matcher.isSound(terms: roles.count) && roles.allSatisfy { (0..<count).contains(Int($0)) }
    }

    static func write(_ roles: [Role], into writer: inout ImageWriter) {
        var builder = TermTrieBuilder(capacity: roles.reduce(0) { $0 + $1.titlePhrases.count })
        var owners: [Int32] = []
        for (index, role) in roles.enumerated() {
            for phrase in role.titlePhrases {
                builder.add(Term(phrase))
                owners.append(Int32(index))
            }
        }
        TermTable.write(builder, into: &writer)
        writer.append(owners)
    }

    /// The role whose phrase in the title is the longest, the first of equals, and where that stands.
    func role(in bytes: UnsafeBufferPointer<UInt8>) -> (role: Int, span: Range<Int>)? {
        var matches: [Matcher.Match] = []
        matcher.find(in: bytes, range: 0..<bytes.count, into: &matches)
        var best: Matcher.Match?
        for match in matches where match.span.count > best?.span.count ?? 0 { best = match }
        return best.map { (Int(roles[$0.term]), $0.span) }
    }
}
