/// The lines of a document's head, one by one, and all that follows as it stands: an array of a large text's lines would take
/// many times its size.
enum DocumentLines {
    /// More lines than any head has.
    private static let limit = 1000

    /// The lines; joined by line ends they are the text again.
    ///
    /// - parameter isWhole: whether all lines are wanted one by one.
    static func split(_ text: String, isWhole: Bool = false) -> [String] {
        var start = text.startIndex
        if !isWhole {
            // Blank lines before the head count as none.
            let scalars = text.unicodeScalars
            start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
        }
        let blank = text[..<start].split(separator: "\n", omittingEmptySubsequences: false).count - 1
        let splits = isWhole ? Int.max : blank + limit
        return text.split(separator: "\n", maxSplits: splits, omittingEmptySubsequences: false).map(String.init)
    }
}
