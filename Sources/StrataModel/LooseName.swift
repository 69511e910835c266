/// Names as people type them: with a maker's name or without, with a version, in the plural, as one word or two.
public enum LooseName {
    /// The key under which names are the same whatever their spacing and spelling, and that of a practice or concept
    /// whatever its number.
    public static func key(_ name: String, kind: Skill.Kind) -> String {
        let folded = TermKey.fold(name)
        let one = kind == .practice || kind == .concept ? singular(folded) : folded
        return squeezed(TermVariants.otherSpelling(of: one).map { min($0, one) } ?? one)
    }

    /// Other keys to look under when nothing is found under the one that was asked for, the nearest first.
    ///
    /// - parameter key: what was asked for, folded.
    public static func alternatives(to key: String) -> [String] {
        var found: [String] = []
        var seen: Set<String> = [key]
        var queue = [key]
        // Two steps: "Apache Kafka 3.6" loses its version, then its maker's name.
        for _ in 0..<2 {
            let next = queue.flatMap(steps).filter { !$0.isEmpty && seen.insert($0).inserted }
            found += next
            queue = next
        }
        return found
    }

    /// Letters, digits and the signs that tell C++ from C#.
    public static func squeezed(_ key: String) -> String {
        String(decoding: key.utf8.filter { $0 >= 0x80 || isKept($0) }, as: UTF8.self)
    }

    private static func isKept(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2B || byte == 0x23
    }

    private static func steps(_ key: String) -> [String] {
        var steps: [String] = []
        if let open = key.firstIndex(of: "("), let close = key[open...].firstIndex(of: ")") {
            steps.append(trimmed(key[..<open] + key[key.index(after: close)...]))
            steps.append(trimmed(key[key.index(after: open)..<close]))
        }
        for possessive in ["'s ", "s' "] where key.contains(possessive) {
            steps.append(replaced(key, possessive, by: " "))
        }
        steps += [withoutVersion(key), singular(key)]
        if let other = TermVariants.otherSpelling(of: key) { steps.append(other) }
        steps.append(withoutMaker(key))
        for ending in endings where key.hasSuffix(ending) && key.utf8.count > ending.utf8.count + 1 {
            steps.append(trimmed(key.dropLast(ending.count)))
        }
        if !key.contains(" ") || key.split(separator: " ").count == 2 {
            steps += ["apache ", "amazon ", "aws ", "google ", "azure ", "microsoft "].map { $0 + key }
        }
        return steps
    }

    private static func withoutMaker(_ key: String) -> String {
        for maker in makers where key.hasPrefix(maker) && key.utf8.count > maker.utf8.count + 1 {
            return String(key.dropFirst(maker.count))
        }
        return key
    }

    /// "python 3.11", "tensorflow 2.x", "gpt 4 turbo" stay names without their numbers.
    private static func withoutVersion(_ key: String) -> String {
        let words = key.split(separator: " ")
        let kept = words.filter { word in
            let number = word.hasPrefix("v") && word.utf8.count > 1 ? word.dropFirst() : word
            return !number.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x78 || $0 == 0x2B }
                || !number.utf8.contains { (0x30...0x39).contains($0) }
        }
        guard let last = kept.last else { return key }
        // Glued on: python3, vue3.
        let stem = String(last).trimmingDigits
        let tail = stem.utf8.count >= 3 ? [Substring(stem)] : [last]
        return (kept.dropLast() + tail).joined(separator: " ")
    }

    private static func singular(_ key: String) -> String {
        guard key.utf8.count > 3, key.hasSuffix("s"), !key.hasSuffix("ss") else { return key }
        if key.hasSuffix("ies") { return key.dropLast(3) + "y" }
        return String(key.dropLast())
    }

    private static func trimmed(_ text: some StringProtocol) -> String { TermKey.fold(String(text)) }

    private static func replaced(_ text: String, _ part: String, by other: String) -> String {
        var result = ""
        var rest = text[...]
        while let range = rest.firstRange(of: part) {
            result += rest[..<range.lowerBound] + other
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    private static let makers = [
        "apache ", "amazon ", "aws ", "google cloud ", "gcp ", "google ", "microsoft ", "ms ", "azure ", "ibm ",
        "oracle ", "nvidia ", "meta ", "facebook ", "hashicorp ", "the ", "open source ",
    ]

    private static let endings = [
        " api", " apis", " sdk", " library", " framework", " platform", " cloud", " server", " database", " db",
        " language", " tool", " software", " cli", " model", " models", " service", " programming", ".js", ".py",
        " js", "js", ".io", ".ai", ".com", ".dev", ".org", ".net", " io", " ai", " data lake", " cluster", " llm",
    ]
}

extension String {
    /// Without digits at the end.
    fileprivate var trimmingDigits: String {
        var part = utf8[...]
        while let last = part.last, (0x30...0x39).contains(last) { part.removeLast() }
        return String(Substring(part))
    }
}
