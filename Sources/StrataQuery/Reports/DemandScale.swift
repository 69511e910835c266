internal import StrataModel

/// Demand on a scale from 0 to 10: ten times the percentile rank of something's count among those of its kind that are counted
/// at least once.
///
/// The percentile rank is the part with smaller counts and half of the part with the same, its own among them.
struct DemandScale {
    private let sorted: [UInt32]

    /// How many are counted at least once.
    var count: Int { sorted.count }

    /// - parameter counts: of all of a kind; zeros are left out.
    init(_ counts: some Sequence<UInt32>) { sorted = counts.filter { $0 > 0 }.sorted() }

    /// - returns: nil for a count of 0.
    func score(_ count: UInt32) -> Double? {
        guard count > 0, !sorted.isEmpty else { return nil }
        let below = sorted.count { $0 < count }
        let same = sorted.count { $0 == count }
        return 10 * (Double(below) + Double(same) / 2) / Double(sorted.count)
    }
}

extension NumberedNames {
    /// The scale of skills of a kind.
    func scale(ofSkills kind: Skill.Kind, in sample: Sample) -> DemandScale {
        DemandScale(
            skills.filter { $0.value.kind == kind && $0.key < sample.skills.count }.map { sample.skills[$0.key] })
    }

    /// The scale of roles.
    func scale(ofRolesIn sample: Sample) -> DemandScale {
        DemandScale(roles.keys.filter { $0 < sample.roles.count }.map { sample.roles[$0] })
    }
}
