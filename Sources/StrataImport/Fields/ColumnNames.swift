/// Recognises columns by their names.
enum ColumnNames {
    /// What a name stands for; the lower the rank, the better the name.
    struct Recognition: Equatable {
        var role: ColumnRole
        var rank: Int
    }

    /// What the column of this name or path holds, nil when the name says nothing that we know.
    static func recognise(_ name: String) -> Recognition? {
        guard name.utf8.count <= 200 else { return nil }
        let words = normalisedWords(name)
        guard !words.isEmpty, words.count <= 16, denied.isDisjoint(with: words), !ContactColumn.isOne(words: words)
        else {
            return nil
        }
        let key = words.joined(separator: " ")
        if let exact = table[key] { return exact }
        if let prefix = words.first, words.count > 1, prefixes.contains(prefix),
            let found = table[words.dropFirst().joined(separator: " ")]
        {
            return Recognition(role: found.role, rank: found.rank + 100)
        }
        return pathEnding(name) ?? misspelt(words) ?? question(words)
    }

    /// What a name stands for when it is in the table word for word: for labels in a text, where a guess would be rash.
    static func exact(_ name: String) -> ColumnRole? {
        table[normalisedWords(name.lowercased()).joined(separator: " ")]?.role
    }

    /// The words of a name in lower case, without accents: `companyName`, `Company_Name` and `company.name` are one.
    static func normalisedWords(_ name: String) -> [String] {
        // Nearly every name is ASCII, which needs no look at Unicode's tables.
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return asciiWords(name.utf8) }
        var words: [String] = []
        var word = ""
        var previousIsLower = false
        func finish() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for scalar in name.unicodeScalars {
            guard scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
                finish()
                previousIsLower = false
                continue
            }
            let isUpper = scalar.properties.isUppercase
            if isUpper, previousIsLower { finish() }
            previousIsLower = !isUpper
            word += folded(scalar)
        }
        finish()
        return words
    }

    private static func asciiWords(_ name: some Sequence<UInt8>) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var previousIsLower = false
        func finish() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in name {
            switch byte {
            case 0x41...0x5A:
                if previousIsLower { finish() }
                word.append(byte | 0x20)
                previousIsLower = false
            case 0x61...0x7A, 0x30...0x39:
                word.append(byte)
                previousIsLower = true
            default:
                finish()
                previousIsLower = false
            }
        }
        finish()
        return words
    }

    private static func folded(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return scalar.properties.lowercaseMapping }
        return accents[scalar.properties.lowercaseMapping] ?? scalar.properties.lowercaseMapping
    }

    /// A nested path by its last keys: `data.attributes.job_title`.
    ///
    /// Names that mean anything under a foreign parent (`id`, `name`, `date`) count at the top only.
    private static func pathEnding(_ name: String) -> Recognition? {
        let parts = name.split(separator: ".")
        guard parts.count > 1 else { return nil }
        for start in 1..<parts.count {
            let words = parts[start...].flatMap { normalisedWords(String($0)) }
            guard let found = table[words.joined(separator: " ")] else { continue }
            let isNeutral = parts[..<start].allSatisfy { wrappers.contains($0.lowercased()) }
            if start == parts.count - 1, words.count == 1, topOnly.contains(words[0]), !isNeutral { return nil }
            if isEmployers(parts[..<start]), [.city, .region, .country, .field(.location)].contains(found.role) {
                return nil
            }
            return Recognition(role: found.role, rank: found.rank + 200 * start)
        }
        return nil
    }

    /// Whether a path leads to something of the employer's: where it has its seat is not where the job is.
    private static func isEmployers(_ parents: ArraySlice<Substring>) -> Bool {
        parents.contains { parent in
            let name = parent.lowercased()
            return name.contains("organi") || name.contains("company") || name.contains("employer")
        }
    }

    /// A single long word with one letter wrong: `Conpany`.
    private static func misspelt(_ words: [String]) -> Recognition? {
        guard words.count <= 2 else { return nil }
        let key = words.joined(separator: " ")
        guard key.utf8.count >= 6, words.allSatisfy({ $0.utf8.count >= 3 }) else { return nil }
        let bytes = Array(key.utf8)
        for (candidate, found) in longNames where EditDistance.isAtMostOne(bytes, candidate) {
            return Recognition(role: found.role, rank: found.rank + 400)
        }
        return nil
    }

    /// A question or a phrase that holds a telling word: "What country is the job based in?"
    private static func question(_ words: [String]) -> Recognition? {
        guard words.count >= 4 else { return nil }
        for (word, role) in questionWords where words.contains(word) { return Recognition(role: role, rank: 600) }
        return nil
    }

    private static let table: [String: Recognition] = {
        var table: [String: Recognition] = [:]
        for (role, names) in ColumnSynonyms.byRole {
            for (rank, name) in names.split(separator: ",").enumerated() {
                let key = String(name).trimmingWhitespace()
                if table[key] == nil { table[key] = Recognition(role: role, rank: rank) }
            }
        }
        return table
    }()

    private static let longNames: [([UInt8], Recognition)] = table.filter { $0.key.utf8.count >= 6 }
        .sorted { ($0.value.rank, $0.key) < ($1.value.rank, $1.key) }.map { (Array($0.key.utf8), $0.value) }

    private static let prefixes: Set<String> = [
        "job", "jobs", "posting", "vacancy", "listing", "position", "offer", "jd", "the",
    ]

    /// Words of columns that say what was searched for, not what was found, or whose name deceives.
    static let denied: Set<String> = [
        "search", "searched", "query", "keyword", "discovery", "filter", "logo", "icon",
    ]

    private static let topOnly: Set<String> = [
        "id", "name", "date", "type", "types", "key", "title", "position", "role", "level", "text", "body", "time",
        "slug", "value", "url", "link", "href", "created", "updated", "content", "html", "age", "state", "source",
        "place", "office", "reference", "ref", "identifier", "timestamp", "uuid", "description", "summary", "interval",
        "package", "snippet", "additional", "closing", "remote", "client", "local", "data", "regime", "oferta",
        "offre", "annonce", "metier", "fonction", "ruolo", "rol", "adresse", "staat", "tekst", "annuncio", "codigo",
        "bezeichnung", "sede", "luogo", "periode", "periodo", "zeitraum", "modalidad", "titolo", "azienda",
    ]

    /// Keys that only wrap a record.
    static let wrappers: Set<String> = [
        "data", "attributes", "node", "job", "item", "fields", "result", "posting", "jobposting", "_source", "record",
        "vacancy", "offer", "doc", "document", "payload", "properties", "categories",
    ]

    private static let questionWords: [(String, ColumnRole)] = [
        ("country", .country), ("city", .city), ("salary", .field(.salary)), ("compensation", .field(.salary)),
        ("seniority", .field(.seniority)),
    ]

    private static let accents: [String: String] = [
        "ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e", "ê": "e", "ë": "e", "à": "a", "â": "a",
        "á": "a", "ã": "a", "ç": "c", "î": "i", "ï": "i", "í": "i", "ô": "o", "ó": "o", "õ": "o", "ù": "u",
        "û": "u", "ú": "u", "ñ": "n", "å": "a", "ø": "o", "ì": "i", "ò": "o", "æ": "ae", "ł": "l", "ń": "n", "ś": "s",
        "ż": "z", "ź": "z", "ą": "a", "ę": "e", "ć": "c", "š": "s", "č": "c", "ž": "z", "ř": "r", "ě": "e", "ý": "y",
        "ș": "s", "ş": "s", "ț": "t", "ţ": "t", "ă": "a", "ğ": "g", "ı": "i", "ő": "o", "ű": "u", "ů": "u", "ā": "a",
        "ī": "i", "ū": "u", "ē": "e", "đ": "d", "ð": "d",
    ]
}

/// How far two words lie apart.
enum EditDistance {
    /// Whether one letter inserted, left out or changed makes one text of the other.
    static func isAtMostOne(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard abs(a.count - b.count) <= 1 else { return false }
        var head = 0
        while head < min(a.count, b.count), a[head] == b[head] { head += 1 }
        var tail = 0
        while tail < min(a.count, b.count) - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
        return max(a.count, b.count) - head - tail <= 1
    }
}
