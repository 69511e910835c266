internal import StrataModel

/// A JD taken apart for people: what it is, the verdict, and which words speak for which layer.
struct Deconstruction {
    /// A skill that the text asks for.
    struct Keyword {
        var name: String
        var outcome: Outcome?
        var count: Int
        var requirement: Requirement
        var spans: [Span]
    }

    var title: String
    var facts: [Fact]
    var primary: Layer?
    /// Whose word the primary layer is, where a person has corrected the verdict.
    var correction: String?
    var needs: [Layer]
    var shares: OutcomeValues
    var justification: String
    var keywords: [Keyword]
    /// Remarks on how far the verdict can be trusted.
    var warnings: [String] = []
    /// Follow the keywords.
    var others: [Block] = []
    /// Nil where the text is not wanted.
    var text: String?

    var document: Document {
        var blocks: [Block] = []
        if !facts.isEmpty { blocks.append(.facts(facts)) }
        blocks.append(.heading("Verdict"))
        if let correction { blocks.append(.facts([Fact("Corrected", correction)])) }
        blocks += [.paragraph(justification), .bars(bars)]
        blocks.append(.facts([Fact("Needs", needs.isEmpty ? "none of the four layers" : Self.names(needs))]))
        blocks += warnings.map(Block.note)
        blocks.append(.heading("Keywords by layer"))
        blocks += [("Required", Requirement.required), ("Nice to have", .preferred)].compactMap { title, requirement in
            keywordTable(title, requirement).map(Block.table)
        }
        blocks += remarks.map(Block.note) + others
        if let text { blocks += [.heading("Text"), .markedText(marked(text))] }
        return Document(title: title, subtitle: primary?.name ?? "No primary layer", blocks: blocks)
    }

    private static func names(_ layers: [Layer]) -> String { layers.map(\.name).joined(separator: ", ") }

    private var bars: [Bar] {
        Outcome.allCases.map { outcome in
            Bar(
                label: outcome.layer?.name ?? "Outside the stack", fraction: shares[outcome],
                value: Self.percent(shares[outcome]), layer: outcome.layer)
        }
    }

    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return tenths > 0 && tenths < 10 ? "0.\(tenths)%" : "\(Int((share * 100).rounded()))%"
    }

    /// No column is longer: what speaks loudest comes first.
    private static let tableHeight = 15

    /// A column a layer, the strongest first; nil where nothing of the kind speaks for any.
    private func keywordTable(_ title: String, _ requirement: Requirement) -> Table? {
        let columns = Layer.allCases.map { layer in
            keywords.filter { $0.outcome == .layer(layer) && $0.requirement == requirement }.map(\.label)
        }
        let height = columns.map(\.count).max() ?? 0
        // Without any keyword, the four empty columns say so under "Required".
        guard height > 0 || requirement == .required else { return nil }
        return Table(
            title: title, columns: Layer.allCases.map { Table.Column($0.slug, $0.name) },
            rows: (0..<min(height, Self.tableHeight)).map { row in
                columns.map { column in
                    guard row < column.count else { return .text("") }
                    let rest = column.count - row
                    return .text(row + 1 == Self.tableHeight && rest > 1 ? "and \(rest) more" : column[row])
                }
            })
    }

    private var remarks: [String] {
        let asked = keywords.filter { $0.requirement != .context }
        let outside = asked.filter { $0.outcome == .outside }
        let neutral = asked.filter { $0.outcome == nil }
        let context = keywords.filter { $0.requirement == .context }
        return [
            ("Outside the stack", outside), ("For no layer in particular", neutral),
            ("Mentioned, not asked for", context),
        ].compactMap { label, words in
            words.isEmpty ? nil : "\(label): \(words.map(\.name).uniqued().joined(separator: ", "))."
        }
    }

    /// The text with what was asked for marked by layer.
    private func marked(_ text: String) -> MarkedText {
        let marks =
            keywords
            .filter { $0.requirement != .context }
            .flatMap { word in word.spans.map { MarkedText.Mark(span: $0, layer: word.outcome?.layer) } }
            .sorted { ($0.span.start, $1.span.end) < ($1.span.start, $0.span.end) }
        var end = 0
        return MarkedText(
            text: text,
            marks: marks.filter { mark in
                guard mark.span.start >= end, mark.span.end > mark.span.start else { return false }
                end = mark.span.end
                return true
            })
    }
}

extension Deconstruction.Keyword {
    /// `Kubernetes ×3`.
    fileprivate var label: String { name + (count > 1 ? " ×\(count)" : "") }
}

extension Sequence where Element: Hashable {
    /// Each element once, in the order of its first appearance.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
