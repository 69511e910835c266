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
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        bytes.reserveCapacity(count * 12 + 2)
        for span in self {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "["))
            bytes.append(contentsOf: span.start.description.utf8)
            bytes.append(UInt8(ascii: ","))
            bytes.append(contentsOf: span.end.description.utf8)
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(UInt8(ascii: "]"))
        return String(decoding: bytes, as: UTF8.self)
    }
}
