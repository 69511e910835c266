/// A JD whose text is too thin to be compared by its words: title, company and the few words are all there is.
struct ThinText: Sendable, Equatable {
    private let words: [UInt64]

    /// - returns: nil without a title or a company: too little to say that two are the same.
    init?(title: String, company: String?, text: String) {
        let parts = [title, company ?? "", text].map(WordHashes.all)
        guard !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        // No word's number is so small.
        words = Array(parts.joined(separator: [0]))
    }

    /// Equal where all words are equal.
    var digest: UInt64 { words.reduce(0) { WordHashes.mixed(($0 ^ $1) &+ 0x9E37_79B9_7F4A_7C15) } }
}
