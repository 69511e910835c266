/// Turns British spelling into American and the other way round, in one pass over a term.
struct Respelling {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var result: [UInt8] = []
    private var copied = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// - returns: false when both spell the text alike; ``result`` holds it otherwise.
    mutating func respell() -> Bool {
        var index = 1
        while index + 1 < bytes.count {
            switch bytes[index] | 0x20 {
            case UInt8(ascii: "s"), UInt8(ascii: "z"): respellSibilant(at: index)
            case UInt8(ascii: "l"): respellDoubleL(at: index)
            case UInt8(ascii: "o"): respellWord(at: index, "our", "or", behind: ["behavi", "col", "lab"])
            case UInt8(ascii: "r"): respellWord(at: index, "re", "er", behind: ["cent"])
            case UInt8(ascii: "e"): respellWord(at: index, "er", "re", behind: ["cent"])
            case UInt8(ascii: "g"):
                respellWord(at: index, "gue", "g", behind: ["catalo"])
            default: break
            }
            index += 1
        }
        // "catalog" ends in the letter that the loop leaves out.
        if index < bytes.count { respellWord(at: index, "gue", "g", behind: ["catalo"]) }
        guard copied > 0 else { return false }
        result += bytes[copied...]
        return true
    }

    private mutating func replace(_ range: Range<Int>, by new: some Sequence<UInt8>) {
        result += bytes[copied..<range.lowerBound]
        result += new
        copied = range.upperBound
    }

    /// optimise and optimize, containerised, organisation; analyse.
    private mutating func respellSibilant(at index: Int) {
        let vowel = bytes[index - 1] | 0x20
        let stem = stem(before: index - 1)
        guard vowel == UInt8(ascii: "i") || (vowel == UInt8(ascii: "y") && ends(stem, with: "al")), stem.count >= 3,
            Self.endings.contains(where: { isWord($0, from: index + 1) })
        else { return }
        let isS = bytes[index] | 0x20 == UInt8(ascii: "s")
        if isS, Self.alwaysS.contains(where: { ends(stem, with: $0) }) { return }
        let swap = UInt8(ascii: "s") ^ UInt8(ascii: "z")
        replace(index..<index + 1, by: CollectionOfOne(bytes[index] ^ swap))
    }

    private static let endings = ["e", "ed", "es", "er", "ers", "ing", "ation", "ations", "able"]

    /// Stems of words in -ise that nobody writes with a z: supervised, advertising, expertise, enterprise.
    private static let alwaysS = [
        "superv", "adv", "advert", "expert", "enterpr", "exerc", "prec", "rev", "prom", "franch", "conc", "comprom",
        "surpr", "prem", "otherw", "likew", "dev", "improv", "merchand", "parad", "compr", "telev",
    ]

    /// modelling and modeling, labelled and labeled.
    private mutating func respellDoubleL(at index: Int) {
        guard bytes[index - 1] | 0x20 == UInt8(ascii: "e") else { return }
        let stem = stem(before: index - 1)
        guard ["mod", "lab", "trav", "canc"].contains(where: { ends(stem, with: $0) }) else { return }
        let isDouble = bytes[index + 1] | 0x20 == UInt8(ascii: "l")
        let after = index + (isDouble ? 2 : 1)
        guard ["ing", "ed", "er", "ers"].contains(where: { isWord($0, from: after) }) else { return }
        replace(index..<after, by: repeatElement(bytes[index], count: isDouble ? 1 : 2))
    }

    /// Swaps the ending of a word whose stem is one of those given.
    private mutating func respellWord(at index: Int, _ one: String, _ other: String, behind stems: [String]) {
        let stem = stem(before: index)
        guard stems.contains(where: { ends(stem, with: $0) && stem.count == $0.utf8.count }) else { return }
        for (here, there) in [(one, other), (other, one)] {
            for plural in ["", "s"] where isWord(here + plural, from: index) {
                replace(index..<index + here.utf8.count, by: there.utf8)
                return
            }
        }
    }

    // MARK: Looking

    /// The letters of the word before `index`.
    private func stem(before index: Int) -> Range<Int> {
        var start = index
        while start > 0, TermVariants.isLetter(bytes[start - 1]) { start -= 1 }
        return start..<index
    }

    private func ends(_ stem: Range<Int>, with text: String) -> Bool {
        let length = text.utf8.count
        guard stem.count >= length else { return false }
        return zip(bytes[(stem.upperBound - length)..<stem.upperBound], text.utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    /// Whether the text stands at `index` and ends a word there.
    private func isWord(_ text: String, from index: Int) -> Bool {
        let end = index + text.utf8.count
        guard end <= bytes.count, end == bytes.count || !TermVariants.isLetter(bytes[end]) else { return false }
        return zip(bytes[index..<end], text.utf8).allSatisfy { $0 | 0x20 == $1 }
    }
}
