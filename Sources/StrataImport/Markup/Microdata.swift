/// schema.org's `JobPosting` in a page's attributes: `itemscope`, `itemtype`, `itemprop`.
struct Microdata {
    typealias Fields = [(name: String, value: String)]

    /// The values of each posting by path, as JSON-LD would have them: `hiringOrganization.name`.
    private(set) var postings: [Fields] = []

    /// An element that is a property, or the posting itself.
    private struct Property {
        var level: Int
        /// Empty for the posting.
        var path: String
        /// Whether properties within it are its own.
        var isItem: Bool
        var hasProperties = false
        /// What the element's attributes say; nil where its text does.
        var value: String?
        var text = HTMLText()
    }

    private var level = 0
    private var open: [Property] = []

    /// Takes the next step of a walk over a page.
    mutating func take(_ event: HTMLEvent, _ walk: HTMLWalk) {
        switch event {
        case .open(let name):
            level += 1
            for index in open.indices { open[index].text.open(name) }
            begin(name, walk)
        case .text(let bytes):
            for index in open.indices { open[index].text.append(bytes) }
        case .close(let name):
            if open.last?.level == level, let property = open.popLast() { end(property) }
            for index in open.indices { open[index].text.close(name) }
            level -= 1
        }
    }

    private mutating func begin(_ name: String, _ walk: HTMLWalk) {
        if open.isEmpty {
            guard let type = walk.attribute("itemtype"), type.split(separator: " ").contains(where: Self.isPosting),
                postings.count < 1000
            else { return }
            postings.append([])
            open.append(Property(level: level, path: "", isItem: true))
            return
        }
        guard let property = walk.attribute("itemprop")?.split(separator: " ").first, open.count < 16,
            let owner = open.lastIndex(where: \.isItem)
        else { return }
        open[owner].hasProperties = true
        let path = open[owner].path.isEmpty ? String(property) : "\(open[owner].path).\(property)"
        open.append(
            Property(
                level: level, path: path, isItem: walk.attribute("itemscope") != nil,
                value: Self.value(of: name, named: property, walk)))
    }

    private mutating func end(_ property: Property) {
        guard !property.path.isEmpty, !postings.isEmpty, !(property.isItem && property.hasProperties) else { return }
        let value = property.value ?? TextDecoding.string(property.text.bytes)
        guard !value.trimmingWhitespace().isEmpty else { return }
        postings[postings.count - 1].append((property.path, value))
    }

    /// The value that an element's attributes give it; nil where its text is the value.
    private static func value(of name: String, named property: Substring, _ walk: HTMLWalk) -> String? {
        switch name {
        case "meta": return walk.attribute("content") ?? ""
        case "time": return walk.attribute("datetime") ?? walk.attribute("content")
        case "data", "meter": return walk.attribute("value")
        case "link": return walk.attribute("href")
        case "a", "area":
            // By the letter the address is the value; what people mark so is mostly a title with a link.
            return property == "url" || property == "sameAs" ? walk.attribute("href") : walk.attribute("content")
        case "img", "audio", "video", "iframe", "embed", "source", "track": return walk.attribute("src") ?? ""
        default: return walk.attribute("content")
        }
    }

    private static func isPosting(_ type: Substring) -> Bool {
        type == "JobPosting" || type.hasSuffix("/JobPosting") || type.hasSuffix(":JobPosting")
    }
}
