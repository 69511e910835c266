internal import StrataModel

/// Tells a résumé from other documents: it has a person with jobs, education or skills in it, and no bill or agenda.
struct ResumeLikeness {
    let text: ResumeText
    let sections: ResumeSections
    let vocabulary: ResumeVocabulary
    let hasJobs: Bool
    let hasRole: Bool
    let hasStatedYears: Bool
    /// Whether it shows a skill of the stack.
    let hasSkills: Bool

    /// So much speaks for a résumé.
    private static let enough = 2
    /// No document is less of one than so much.
    private static let most = 4

    /// Whether it can be read as a résumé.
    var isResume: Bool { person + (hasSkills ? 2 : 0) - others >= Self.enough }

    /// Whether it names a person's work and education, rather than skills alone.
    var hasPerson: Bool { person >= Self.enough }

    private var person: Int {
        let headed = Set(zip(sections.sections, sections.isHeading).compactMap { $0.1 ? $0.0 : nil })
        let headings = headed.reduce(0) { $0 + ([.experience, .education].contains($1) ? 2 : 1) }
        let told = [hasJobs, hasRole, has("school"), has("personal"), count(of: "self") > 1].count { $0 }
        return headings + told + (hasStatedYears ? 2 : 0) + (has("resume") ? 2 : 0)
    }

    private var others: Int { min(count(of: "no-resume"), Self.most) }

    private func has(_ group: String) -> Bool {
        text.sentences.contains { vocabulary.isFound(group, in: $0.words) }
    }

    /// How many phrases of a group there are.
    private func count(of group: String) -> Int {
        text.sentences.reduce(0) { $0 + vocabulary.count(group, in: $1.words) }
    }
}
