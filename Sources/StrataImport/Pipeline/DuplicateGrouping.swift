internal import StrataClassify
public import StrataStorage

/// Groups the JDs whose texts are almost the same.
///
/// Only JDs that are new or changed are compared, with each other and with all others. Each step is a transaction of its own,
/// so that what was broken off goes on where it stopped.
public struct DuplicateGrouping {
    private let store: Store
    private let stepSize: Int

    /// - parameter stepSize: JDs that are compared at once, which takes some 400 bytes of memory each.
    public init(_ store: Store, stepSize: Int = 100_000) {
        self.store = store
        self.stepSize = stepSize
    }

    /// Groups all that is ungrouped.
    ///
    /// - parameter report: told how many JDs have been compared, and of how many.
    /// - throws: `StoreError`.
    public func run(report: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws {
        let total = try store.ungroupedCount()
        var done = 0
        while done < total {
            report(done, total)
            let count = try store.groupDuplicates { rows in try Step(rows, stepSize).run() }
            guard count > 0 else { return }
            done += count
        }
    }

    /// Groups what an earlier command has left ungrouped, unless texts would have to be read for it: that is an import's.
    ///
    /// - throws: `StoreError`.
    public func resume() throws {
        if try store.ungroupedCount() > 0, try !store.lacksSketches() { try run() }
    }

    /// One transaction's work.
    struct Step {
        private let rows: DuplicateRows
        private let jds: [DuplicateRows.Ungrouped]
        private let texts: ComparedTexts

        init(_ rows: DuplicateRows, _ limit: Int) throws {
            self.rows = rows
            jds = try rows.ungrouped(limit)
            texts = ComparedTexts(rows)
        }

        /// - returns: how many JDs were ungrouped until now.
        func run() throws -> Int {
            guard let first = jds.first, let last = jds.last else { return 0 }
            var ids: [Int64] = []
            var sketches: [TextSketch] = []
            for jd in jds {
                guard let sketch = try sketch(jd) else { continue }
                ids.append(jd.id)
                sketches.append(sketch)
            }
            if !ids.isEmpty { try group(ids, sketches) }
            try rows.finish(first.id, last.id)
            return jds.count
        }

        private func sketch(_ jd: DuplicateRows.Ungrouped) throws -> TextSketch? {
            if let minima = jd.minima { return minima.withUnsafeBytes(TextSketch.init) }
            guard let text = try rows.text(of: jd.id) else { return nil }
            let sketch = TextSketch(title: text.title, company: text.company, text: text.text)
            try rows.keep(minima: sketch?.bytes ?? [], of: jd.id)
            return sketch
        }

        private func group(_ ids: [Int64], _ sketches: [TextSketch]) throws {
            var search = DuplicateSearch(sketches)
            try search.compareAll { left, right in try texts.areAlike(ids[left], ids[right]) }
            var known: [DuplicateSearch.Known] = []
            func compareKnown() throws {
                try search.compare(with: known, group: rows.group) { id, member in
                    try texts.areAlike(id, ids[member])
                }
                known.removeAll(keepingCapacity: true)
            }
            try rows.forEachGrouped { id, minima in
                guard let sketch = TextSketch(minima) else { return }
                known.append(DuplicateSearch.Known(id: id, sketch: sketch))
                if known.count == 4096 { try compareKnown() }
            }
            try compareKnown()
            for group in search.groups() { try rows.join(group.members.map { ids[$0] }, with: group.known) }
        }
    }
}

/// Texts made ready to be compared, the last few thousand of them kept: those that lie near each other are asked for again.
private final class ComparedTexts {
    private let rows: DuplicateRows
    private var young: [Int64: ComparedText] = [:]
    private var old: [Int64: ComparedText] = [:]
    private static let capacity = 2000

    init(_ rows: DuplicateRows) { self.rows = rows }

    func areAlike(_ left: Int64, _ right: Int64) throws -> Bool {
        guard let left = try text(of: left), let right = try text(of: right) else { return false }
        return left.isAlike(right)
    }

    private func text(of id: Int64) throws -> ComparedText? {
        if let text = young[id] { return text }
        if young.count >= Self.capacity {
            old = young
            young = [:]
        }
        let text = try old[id] ?? rows.text(of: id).map(Self.compared)
        young[id] = text
        return text
    }

    private static func compared(_ jd: JDText) -> ComparedText {
        ComparedText(title: jd.title, company: jd.company, text: jd.text)
    }
}
