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
        // Three steps: "Apache Kafka Enterprise 3.6" loses its version, its edition, then its maker's name.
        for step in 0..<3 {
            let next = queue.flatMap { steps($0, isFirst: step == 0) }.filter {
                !$0.isEmpty && seen.insert($0).inserted
            }
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

    /// What is one step away from a key, the safest step first.
    private static func steps(_ key: String, isFirst: Bool) -> [String] {
        var steps = [withoutVersion(key), singular(key)]
        if isFirst, !key.hasSuffix("s") { steps.append(key + "s") }
        if let other = TermVariants.otherSpelling(of: key) { steps.append(other) }
        for possessive in ["'s ", "s' "] where key.contains(possessive) {
            steps.append(replaced(key, possessive, by: " "))
        }
        if key.hasSuffix("'s") { steps.append(String(key.dropLast(2))) }
        if let open = key.firstIndex(of: "("), let close = key[open...].firstIndex(of: ")") {
            steps.append(trimmed(key[..<open] + key[key.index(after: close)...]))
            steps.append(trimmed(key[key.index(after: open)..<close]))
        }
        for ending in endings where key.hasSuffix(ending) && key.utf8.count > ending.utf8.count + 1 {
            steps.append(trimmed(key.dropLast(ending.count)))
        }
        let words = key.split(separator: " ")
        if words.count > 1, let first = words.first, let last = words.last {
            if neutralWords.contains(String(last)) { steps.append(words.dropLast().joined(separator: " ")) }
            if neutralWords.contains(String(first)) { steps.append(words.dropFirst().joined(separator: " ")) }
        }
        if words.count == 1 { steps.append("apache " + key) }
        steps.append(withoutMaker(key))
        // Of "C/C++" and "Keras, TensorFlow" each part is a name.
        if key.contains("/") || key.contains(",") {
            steps += key.split { $0 == "/" || $0 == "," }.map(trimmed)
        }
        return steps
    }

    private static func withoutMaker(_ key: String) -> String {
        for maker in makers where key.hasPrefix(maker) && key.utf8.count > maker.utf8.count + 1 {
            return String(key.dropFirst(maker.count))
        }
        return key
    }

    /// "python 3.11", "tensorflow 2.x", "llama 3.1 70b" stay names without their numbers.
    private static func withoutVersion(_ key: String) -> String {
        let words = key.split(separator: " ")
        let kept = words.filter { !isVersion($0) }
        guard let last = kept.last else { return key }
        // Glued on: python3, vue3, opencv3.0.
        var stem = last.utf8[...]
        if stem.contains(where: { (0x30...0x39).contains($0) }) {
            while let byte = stem.last, (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2B {
                stem.removeLast()
            }
        }
        let tail = stem.count >= 3 && stem.count < last.utf8.count ? Substring(stem) : last
        return (kept.dropLast() + [tail]).joined(separator: " ")
    }

    /// Whether a word is a version or a size: 3.11, v2, 2.x, 2/3, 70b, 8x7b.
    private static func isVersion(_ word: Substring) -> Bool {
        let body = word.hasPrefix("v") && word.utf8.count > 1 ? word.dropFirst() : word
        guard body.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false else { return false }
        return body.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || "./x+bkm".utf8.contains(byte)
        }
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
        "oracle ", "nvidia ", "meta ", "facebook ", "hashicorp ", "the ", "open source ", "lyft ", "uber ",
        "jetbrains ",
        "yandex ", "hpe ", "micro focus ", "stanford ", "alibaba ", "atlassian ", "mathworks ", "posit ", "databricks ",
        "hugging face ", "huggingface ", "intel ", "red hat ", "vmware ", "adobe ", "salesforce ", "openai ",
    ]

    private static let endings = [
        ".js", ".py", ".io", ".ai", ".com", ".dev", ".org", ".net", ".sh", ".co", ".app",
    ]

    /// Words at either end that name an edition or a kind and tell no product from another.
    private static let neutralWords: Set<String> = [
        "api", "apis", "sdk", "library", "libraries", "framework", "platform", "cloud", "server", "database",
        "databases",
        "db", "language", "tool", "tools", "software", "cli", "model", "models", "service", "services", "programming",
        "enterprise", "community", "edition", "ce", "ee", "core", "pro", "plus", "desktop", "studio", "client",
        "toolkit",
        "package", "runtime", "cluster", "clusters", "workspace", "dashboard", "dashboards", "lang",
        "python", "rust", "py", "js", "io", "llm", "app", "suite", "system", "technology", "technologies",
        "certification", "certified", "development", "developer", "administration", "scripting", "query", "instance",
    ]
}
