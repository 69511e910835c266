import StrataModel

/// A mention while the text is being read: numbers only, names come at the end.
struct FoundMention {
    /// Index in the catalogue's skills, or a role's beyond them.
    var skill: Int
    var start: Int
    var end: Int
    /// Index of the sentence that it stands in.
    var segment: Int
    /// What the section says.
    var requirement: Requirement
    /// About the employer, or the work of others.
    var isContext = false
    /// Named as what is not asked for.
    var isNotAsked = false
    /// Bytes to the cue that graded it.
    private var cueDistance = Int.max

    init(skill: Int, span: Range<Int>, segment: Int, requirement: Requirement) {
        self.skill = skill
        start = span.lowerBound
        end = span.upperBound
        self.segment = segment
        self.requirement = requirement
    }

    /// Takes a cue's word for how strongly it is asked for, unless a nearer cue has spoken.
    mutating func grade(_ requirement: Requirement, distance: Int) {
        guard distance < cueDistance else { return }
        cueDistance = distance
        self.requirement = requirement
    }

    /// Section, cues and negation taken together.
    var verdict: Requirement { isContext || isNotAsked ? .context : requirement }
}
