/// The spellings that follow from a term by rule, so that the catalogue lists none of them by hand.
///
/// - Plurals: of practices, concepts, acronyms of three letters or more, and tools' phrases that end in a plain noun
///   ("Docker container"). The matcher accepts the ending itself; "-y" becomes "-ies" here. Of phrases of practices and
///   concepts that are listed in the plural ("data lakes"), the singular; single words may change their meaning with it
///   (equities, equity).
/// - British and American spelling: -ise and -ize with what derives from them, modelling and modeling, behaviour and
///   behavior, centre and center, catalogue and catalog.
/// - Tools' names written as one word or two: PowerBI, Lang Chain.
///
/// Case, hyphens, underscores and versions ("Python 3.11", "TensorFlow 2.x") need no variants: the matcher sees through
/// them.
public enum TermVariants {
    /// Whether a plural of the term means the same.
    public static func takesPlural(_ text: String, of kind: Skill.Kind) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count >= 3, let last = bytes.last, isLetter(last) else { return false }
            let isPlural = last | 0x20 == UInt8(ascii: "s") && bytes[bytes.count - 2] | 0x20 != UInt8(ascii: "s")
            if isPlural { return false }
            switch kind {
            case .language: return false
            case .practice, .concept: return true
            case .tool:
                guard let space = bytes.lastIndex(of: 0x20) else { return bytes.allSatisfy(isUpper) }
                return isLower(bytes[space + 1])
            }
        }
    }

    /// Calls `body` with each further spelling, marked as the term is; none twice, never the term itself.
    ///
    /// - parameter isName: whether the term is its skill's name, which for a tool may be written as one word or two.
    public static func forEach(of term: Term, kind: Skill.Kind, isName: Bool = false, _ body: (Term) -> Void) {
        var spellings = [term.text]
        if let other = otherSpelling(of: term.text) { spellings.append(other) }
        if kind == .practice || kind == .concept {
            spellings += spellings.compactMap(inFinalIES) + spellings.compactMap(singular)
        }
        for spelling in spellings.dropFirst() { body(term.spelt(spelling)) }
        guard isName, kind == .tool else { return }
        if let joined = joined(term.text) { body(term.spelt(joined)) }
        if let split = split(term.text) { body(Term(split, isCaseSensitive: true, needsContext: true)) }
    }

    // MARK: Plurals

    /// "strategy" as "strategies"; nil where no consonant and "y" close the text.
    private static func inFinalIES(_ text: String) -> String? {
        let bytes = text.utf8
        guard bytes.count > 3, bytes.last == UInt8(ascii: "y") else { return nil }
        let before = bytes[bytes.index(bytes.endIndex, offsetBy: -2)]
        guard isLower(before), !"aeiou".utf8.contains(before) else { return nil }
        return text.dropLast() + "ies"
    }

    /// "data lakes" as "data lake"; nil where the final "s" is no plural's.
    private static func singular(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.contains(0x20), bytes.last == UInt8(ascii: "s"), isLetter(bytes[bytes.count - 2]) else {
            return nil
        }
        for ending in ["ss", "us", "is", "ics", "ops", "series", "news", "OS"] where text.hasSuffix(ending) {
            return nil
        }
        if text.hasSuffix("ies") { return text.dropLast(3) + "y" }
        for ending in ["sses", "xes", "zes", "ches", "shes"] where text.hasSuffix(ending) {
            return String(text.dropLast(2))
        }
        return String(text.dropLast())
    }

    // MARK: British and American

    /// The text in the other spelling; nil when there is none.
    static func otherSpelling(of text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            var spelling = Respelling(bytes)
            return spelling.respell() ? String(decoding: spelling.result, as: UTF8.self) : nil
        }
    }

    // MARK: One word or two

    /// "Power BI" as "PowerBI"; only for two words, neither of them a maker's name that stands before many.
    private static func joined(_ name: String) -> String? {
        let words = name.split(separator: " ")
        guard words.count == 2, !makers.contains(String(words[0])), words.allSatisfy({ $0.utf8.allSatisfy(isLetter) })
        else { return nil }
        return words.joined()
    }

    /// "LangChain" as "Lang Chain"; nil without a capital behind a small letter.
    private static func split(_ name: String) -> String? {
        var result: [UInt8] = []
        var previous: UInt8 = 0
        for byte in name.utf8 {
            if isLower(previous), isUpper(byte) { result.append(0x20) }
            result.append(byte)
            previous = byte
        }
        return result.count > name.utf8.count ? String(decoding: result, as: UTF8.self) : nil
    }

    private static let makers: Set<String> = [
        "Amazon", "Apache", "AWS", "Azure", "Google", "IBM", "Microsoft", "NVIDIA", "Oracle", "SAP", "GitHub", "GitLab",
    ]

    // MARK: Letters

    static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
    static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
}

extension Term {
    /// The term in another spelling, marked as it is.
    fileprivate func spelt(_ text: String) -> Term {
        var term = self
        term.text = text
        return term
    }
}
