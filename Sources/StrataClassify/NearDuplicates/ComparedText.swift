/// A JD made ready to be compared with others: are they one text, posted more than once?
public struct ComparedText: Sendable {
    private enum Content: Sendable {
        case pairs(WordPairs)
        case thin(ThinText?)
    }

    /// From this similarity on two texts are alike; `Benchmarks/README.md` tells how well that agrees with groups made otherwise.
    public static let threshold = 0.62

    private let content: Content

    /// - parameter text: of fewer than ``TextSketch/leastWords`` words it is thin: alike to its like only as a whole, and only
    ///   with the same title and company.
    public init(title: String, company: String?, text: String) {
        var text = text
        let count = text.withUTF8 { bytes in WordPairs.forEach(in: bytes) { _ in } }
        content =
            count >= TextSketch.leastWords
            ? .pairs(text.withUTF8(WordPairs.init))
            : .thin(ThinText(title: title, company: company, text: text))
    }

    /// The part of their neighbouring words that both texts have, 0 to 1; of thin texts 1 where title, company and text have
    /// the same words, else 0.
    public func similarity(to other: ComparedText) -> Double {
        switch (content, other.content) {
        case (.pairs(let left), .pairs(let right)): left.similarity(to: right)
        case (.thin(let left?), .thin(let right?)): left == right ? 1 : 0
        default: 0
        }
    }

    /// Whether they are near-duplicates.
    public func isAlike(_ other: ComparedText) -> Bool { similarity(to: other) >= Self.threshold }
}
