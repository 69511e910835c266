public import StrataModel

/// A skill in two samples.
public struct SkillComparison: Sendable, Hashable {
    public var skill: String
    public var name: String
    public var kind: Skill.Kind
    /// Its primary layer; nil outside the stack.
    public var layer: Layer?
    /// How many texts ask for it, of the first sample and of the second.
    public var texts: Int
    public var otherTexts: Int
    /// Their parts of their samples, 0 to 1.
    public var share: Double
    public var otherShare: Double
    /// The first share over the second; nil where nobody else asks for it.
    public var lift: Double? { otherShare > 0 ? share / otherShare : nil }
    /// Probability of such a difference by chance; nil where it was not asked for, or the samples are too small.
    public var probability: Double?
    /// How strongly the two differ: see `Significance.strength`.
    var strength: Double

    init(_ number: Int, _ skill: NumberedNames.SkillName, _ sample: Sample, _ other: Sample) {
        self.skill = skill.slug
        name = skill.name
        kind = skill.kind
        layer = skill.layer
        texts = Int(sample.skills[number])
        otherTexts = Int(other.skills[number])
        share = sample.share(ofSkill: number)
        otherShare = other.share(ofSkill: number)
        strength = Significance.strength(texts, of: sample.texts, otherTexts, of: other.texts)
    }
}

extension NumberedNames {
    /// Fewer texts than this that ask for a skill are chance.
    static let leastTexts = 5
    /// From this strength on a skill stands out: chance reaches it once in a thousand times.
    static let leastStrength = 10.83

    /// The tools and practices that set a sample apart from all JDs, the strongest first: asked for more often than there.
    ///
    /// - parameter except: number of a skill that all of the sample ask for by its making.
    func standingOut(in sample: Sample, against all: Sample, except: Int? = nil) -> [SkillComparison] {
        skills.compactMap { number, skill -> SkillComparison? in
            guard skill.kind == .tool || skill.kind == .practice, number != except,
                number < sample.skills.count, sample.skills[number] >= Self.leastTexts
            else { return nil }
            let comparison = SkillComparison(number, skill, sample, all)
            return comparison.share > comparison.otherShare && comparison.strength >= Self.leastStrength
                ? comparison : nil
        }.sorted { ($1.strength, $0.skill) < ($0.strength, $1.skill) }
    }

    /// The skills whose shares differ by more than chance, the largest difference first.
    ///
    /// All skills that large enough samples can say something of are tested together: see `Significance.threshold`.
    func differing(_ sample: Sample, _ other: Sample) -> [SkillComparison] {
        var tested: [SkillComparison] = []
        for (number, skill) in skills where number < sample.skills.count && number < other.skills.count {
            let (a, b) = (Int(sample.skills[number]), Int(other.skills[number]))
            guard a + b > 0, let probability = Significance.probability(a, of: sample.texts, b, of: other.texts)
            else { continue }
            var comparison = SkillComparison(number, skill, sample, other)
            comparison.probability = probability
            tested.append(comparison)
        }
        guard let threshold = Significance.threshold(tested.compactMap(\.probability)) else { return [] }
        return tested.filter { ($0.probability ?? 1) <= threshold }.sorted { left, right in
            let (a, b) = ((left.share - left.otherShare).magnitude, (right.share - right.otherShare).magnitude)
            return a != b ? a > b : left.skill < right.skill
        }
    }
}
