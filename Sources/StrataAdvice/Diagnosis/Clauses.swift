/// The parts of a complaint that complain of something by themselves.
enum Clauses {
    private static let turns: Set<String> = ["but", "while", "whereas", "plus", "although", "though"]
    private static let joints: Set<String> = ["and", "so", "then", "yet", "nor"]
    /// Fewer words say nothing alone.
    private static let leastWords = 3

    /// - returns: none where there is only one.
    static func of(_ text: String) -> [String] {
        var clauses: [[Substring]] = [[]]
        for word in text.split(whereSeparator: \.isWhitespace) {
            let key = word.lowercased()
            let isAfterPause = clauses[clauses.count - 1].last?.hasSuffix(",") ?? false
            if turns.contains(key) || isAfterPause && joints.contains(key) {
                clauses.append([])
                continue
            }
            clauses[clauses.count - 1].append(word)
            if let last = word.last, ".!?;:".contains(last) { clauses.append([]) }
        }
        let told = clauses.filter { $0.count >= leastWords }.map { $0.joined(separator: " ") }
        return told.count > 1 ? told : []
    }
}
