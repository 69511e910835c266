internal import StrataModel

/// A verdict as the database keeps it, made ready on the thread that classified so that the writer only binds.
struct PreparedVerdict: Sendable {
    /// A mention of a skill.
    struct Mention: Sendable {
        /// Slug of the skill.
        var skill: String
        var requirement: Int
        var count: Int
        /// JSON.
        var spans: String
    }

    let role: String?
    let seniority: Seniority?
    private(set) var primary: Layer?
    private(set) var needs: [Layer]
    let shares: OutcomeValues
    let justification: String
    let mentions: [Mention]

    init(_ verdict: Verdict) {
        role = verdict.role
        seniority = verdict.seniority
        primary = verdict.primary
        needs = verdict.needs
        shares = verdict.shares
        justification = verdict.justification
        mentions = verdict.evidence.compactMap { item in
            switch item.kind {
            case .title, .phrase: nil
            default:
                Mention(
                    skill: item.skill, requirement: item.requirement.number, count: item.count,
                    spans: item.spans.asJSON)
            }
        }
    }
}

extension PreparedVerdict {
    /// With the layer that a person has given in the place of the verdict's own; shares and evidence stay Strata's.
    func corrected(to label: Outcome?) -> PreparedVerdict {
        guard let label else { return self }
        var corrected = self
        corrected.primary = label.layer
        corrected.needs = LayerSet(needs + (label.layer.map { [$0] } ?? [])).layers
        return corrected
    }
}

extension Requirement {
    /// As the database keeps it.
    var number: Int {
        switch self {
        case .required: 0
        case .preferred: 1
        case .context: 2
        }
    }
}

extension [Span] {
    /// The spans as the database keeps them.
    fileprivate var asJSON: String {
        // Two numbers of at most 19 digits each, two brackets, two commas. Most are short enough to take no memory as a string.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count * 42 + 2) { bytes in
            var end = 0
            func put(_ byte: UInt8) {
                bytes[end] = byte
                end += 1
            }
            func put(_ number: Int) {
                let start = end
                var rest = number
                repeat {
                    put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
                    rest /= 10
                } while rest > 0
                bytes[start..<end].reverse()
            }
            put(UInt8(ascii: "["))
            for span in self {
                if end > 1 { put(UInt8(ascii: ",")) }
                put(UInt8(ascii: "["))
                put(span.start)
                put(UInt8(ascii: ","))
                put(span.end)
                put(UInt8(ascii: "]"))
            }
            put(UInt8(ascii: "]"))
            return String(decoding: bytes[..<end], as: UTF8.self)
        }
    }
}
