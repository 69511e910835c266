/// JDs in a page of HTML: its JSON-LD where it has some, else its microdata, else its visible text.
enum HTMLDocument {
    /// - throws: `InputError` where libxml2 is missing.
    static func entries(_ html: String, path: String) throws -> [DocumentEntry] {
        var page = Page()
        do {
            try Array(html.utf8).withUnsafeBufferPointer { bytes in
                try HTMLWalk.run(bytes) { event, walk in page.take(event, walk) }
            }
        } catch let failure as HTMLWalk.Failure {
            throw failure.inputError(path: path)
        }
        var postings = LinkedData.postings(in: page.scripts).map(JobPosting.fields)
        if postings.isEmpty { postings = page.microdata.postings.filter { $0.contains { $0.name == "title" } } }
        let text = page.mainText
        // A posting that leaves its text to the page: the page's is its own where it is the only one.
        if postings.count == 1, !text.isEmpty, !postings[0].contains(where: { $0.name == "description" }) {
            postings[0].append(("description", text))
        }
        guard postings.isEmpty else {
            return postings.map { posting in
                var fields = posting
                if let url = page.canonical, !fields.contains(where: { $0.name == "url" }) {
                    fields.append(("url", url))
                }
                return .record(fields: fields, line: nil, raw: fields.map(\.value).joined(separator: "\n"))
            }
        }
        guard !text.isEmpty else {
            return [.reject(reason: "the page has no visible text and no JobPosting", line: nil, raw: html)]
        }
        var fields = [(name: "description", value: text)]
        if let title = page.title { fields.append(("title", title)) }
        HeaderLines.readHead(page.head.lines, into: &fields)
        if let url = page.canonical { fields.append(("url", url)) }
        return [.record(fields: fields, line: nil, raw: text)]
    }

    /// All text that a page shows, be it in its main part or beside it.
    ///
    /// - throws: `InputError` where libxml2 is missing or the page has more of something than a page may have.
    static func wholeText(_ html: [UInt8], path: String) throws(InputError) -> String {
        try html.withUnsafeBufferPointer { buffer throws(InputError) in
            do throws(HTMLWalk.Failure) {
                return TextDecoding.string(try HTMLText.text(of: buffer))
            } catch {
                throw error.inputError(path: path)
            }
        }
    }

    /// What is gathered of a page while it is walked over.
    private struct Page {
        /// Contents of its JSON-LD scripts.
        var scripts: [String] = []
        var canonical: String?

        private var isInScript = false
        private var headTitle = HTMLText()
        private var heading = HTMLText()
        private var hasHeading = false
        /// What stands below its first heading.
        private(set) var head = HTMLHead()
        private(set) var microdata = Microdata()
        /// All text; that outside of the page's furniture; that of `main` and `article`.
        private var all = HTMLText()
        private var clean = HTMLText()
        private var main = HTMLText()
        private var depths: [String: Int] = [:]
        private var level = 0
        /// The level of the piece of furniture that the walk is in.
        private var furnitureLevel: Int?

        var title: String? {
            for candidate in [heading, headTitle] {
                let text = TextDecoding.string(candidate.bytes).collapsingWhitespace()
                if !text.isEmpty { return text }
            }
            return nil
        }

        /// The text of `main` or `article`, unless it says next to nothing; else the page's without its furniture.
        var mainText: String {
            if main.bytes.count >= 200 { return TextDecoding.string(main.bytes) }
            // Names of classes mislead now and then: a page is not furniture through and through.
            let isMost = clean.bytes.count >= 200 || clean.bytes.count * 2 >= all.bytes.count
            return TextDecoding.string(isMost ? clean.bytes : all.bytes)
        }

        mutating func take(_ event: HTMLEvent, _ walk: HTMLWalk) {
            microdata.take(event, walk)
            switch event {
            case .open(let name):
                level += 1
                depths[name, default: 0] += 1
                if furnitureLevel == nil, PageParts.isFurniture(name, walk) { furnitureLevel = level }
                if name == "script" { openScript(walk) }
                if name == "link", walk.attribute("rel") == "canonical" { canonical = walk.attribute("href") }
                if isVisible {
                    write { $0.open(name) }
                    head.open(name)
                }
            case .close(let name):
                if isVisible {
                    write { $0.close(name) }
                    head.close(name)
                }
                depths[name, default: 0] -= 1
                if furnitureLevel == level { furnitureLevel = nil }
                level -= 1
                if name == "script" { isInScript = false }
                if name == "h1", !hasHeading, !heading.bytes.isEmpty {
                    hasHeading = true
                    head.begin()
                }
            case .text(let bytes): takeText(bytes)
            }
        }

        private mutating func openScript(_ walk: HTMLWalk) {
            let type = walk.attribute("type")?.lowercased() ?? ""
            isInScript = type.hasPrefix("application/ld+json") || type.hasPrefix("application/ld&#x2b;json")
            if isInScript { scripts.append("") }
        }

        private mutating func takeText(_ bytes: UnsafeBufferPointer<UInt8>) {
            if isIn("script") {
                if isInScript { scripts[scripts.count - 1] += TextDecoding.string(bytes) }
                return
            }
            if isIn("title"), !isIn("svg") { headTitle.append(bytes) }
            guard isVisible else { return }
            if isIn("h1"), !hasHeading { heading.append(bytes) }
            write { $0.append(bytes) }
            head.append(bytes)
        }

        private mutating func write(_ change: (inout HTMLText) -> Void) {
            change(&all)
            guard furnitureLevel == nil else { return }
            change(&clean)
            if isIn("main") || isIn("article") { change(&main) }
        }

        private func isIn(_ name: String) -> Bool { depths[name] ?? 0 > 0 }

        private var isVisible: Bool {
            !depths.contains {
                $0.value > 0 && (HTMLText.isInvisible($0.key) || Self.furniture.contains($0.key))
            }
        }

        private static let furniture: Set<String> = ["nav", "footer", "aside", "button", "dialog", "menu"]
    }
}
