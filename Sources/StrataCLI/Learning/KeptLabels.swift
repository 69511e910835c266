internal import StrataLearn
internal import StrataModel
internal import StrataStorage

/// A database's JDs for learning: those that labels name, and those that it keeps labels for.
struct KeptLabels {
    private let store: Store
    /// By the JD's id here.
    private let own: [Int64: Outcome]
    /// The JDs with a label of the database's own, by the id at their source.
    private let ownBySourceID: [String: Outcome]

    /// - parameter withOwn: whether the labels that the database keeps count.
    /// - throws: ``StoreError``.
    init(_ store: Store, withOwn: Bool) throws {
        self.store = store
        let own = withOwn ? Dictionary(try store.labels().map { ($0.jd, $0.label) }) { first, _ in first } : [:]
        self.own = own
        let texts = own.isEmpty ? [] : try store.texts(named: Set(own.keys.map(String.init)))
        ownBySourceID = Dictionary(
            texts.compactMap { text in text.externalID.flatMap { id in own[text.jd.id].map { (id, $0) } } }
        ) { first, _ in first }
    }

    /// What a person has said here of the JD that a file holds too: it was said last.
    func own(ofSourceID id: String) -> LabelledFiles.Label? { ownBySourceID[id].map { ($0, nil) } }

    /// The JDs that labels name or that are labelled here.
    ///
    /// - parameters:
    ///   - labels: by the id at the JD's source, else by its id here.
    ///   - places: ids here of the database that a table came from, which tell JDs of one source id apart.
    ///   - wanted: the ids among the labels that no file has the JD of.
    ///   - known: ids of the files' JDs, which are not taken from here again.
    /// - returns: each with the id among the labels that means it.
    /// - throws: ``StoreError``.
    func jds(
        named labels: [String: LabelledFiles.Label], _ places: [Int64: String], wanted: Set<String>,
        besides known: Set<String>
    ) throws -> [(jd: LabelledJD, name: String?)] {
        let texts = try store.texts(named: wanted.union(own.keys.map(String.init)))
        let bySource = Dictionary(grouping: texts.filter { $0.externalID != nil }) { $0.externalID ?? "" }
        return texts.compactMap { text in
            if let id = text.externalID, known.contains(id) { return nil }
            let name = names(of: text, bySource, places).first(where: wanted.contains)
            let given = name.flatMap { labels[$0] }
            guard let label = own[text.jd.id].map({ ($0, given?.needs) }) ?? given else { return nil }
            let jd = LabelledJD(
                id: "jd \(text.jd.id)", title: text.jd.title.isEmpty ? nil : text.jd.title,
                company: text.jd.company, text: text.jd.text, source: text.source,
                group: text.duplicateGroup.map { "jds like \($0)" } ?? text.jd.text,
                label: label.0, needs: label.1, grade: .read)
            return (jd, name)
        }
    }

    /// The ids by which a table may mean the JD: that at its source, where of several JDs with that id its place decides; its
    /// id here only where no JD has it from its source.
    private func names(
        of text: StoredText, _ bySource: [String: [StoredText]], _ places: [Int64: String]
    ) -> [String] {
        let here = String(text.jd.id)
        let own = bySource[here] == nil ? [here] : []
        guard let id = text.externalID else { return own }
        let same = bySource[id] ?? []
        let isPlaced = same.count > 1 && same.contains { places[$0.jd.id] == id }
        return isPlaced && places[text.jd.id] != id ? own : [id] + own
    }
}
