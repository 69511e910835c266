/// Which section each block of a résumé belongs to.
struct ResumeSections {
    /// By block; nil before any heading.
    let sections: [ResumeSection?]
    /// By block, whether it is nothing but a heading.
    let isHeading: [Bool]

    init(_ text: ResumeText, _ rules: CandidateRules) {
        var sections: [ResumeSection?] = []
        var isHeading: [Bool] = []
        var current: ResumeSection?
        let words = text.sentences.reduce(into: [[ResumeText.Word]](repeating: [], count: text.blocks.count)) {
            $0[$1.block] += $1.words
        }
        for (index, block) in text.blocks.enumerated() {
            let own = words[index].map(\.text)
            if !block.isBullet, let section = rules.headings[own] {
                current = section
                sections.append(section)
                isHeading.append(true)
            } else {
                let inline = Self.inline(words[index], in: text, rules)
                sections.append(inline ?? current)
                isHeading.append(false)
            }
        }
        (self.sections, self.isHeading) = (sections, isHeading)
    }

    /// The section of `Skills: SQL, Python` and of `**Education** BSc`, which is a heading for its own line alone.
    private static func inline(
        _ words: [ResumeText.Word], in text: ResumeText, _ rules: CandidateRules
    ) -> ResumeSection? {
        for count in stride(from: min(rules.longestHeading, words.count - 1), to: 0, by: -1) {
            guard let section = rules.headings[words.prefix(count).map(\.text)] else { continue }
            let gap = words[count - 1].span.upperBound..<words[count].span.lowerBound
            if words[count].pause == .colon || text.bytes[gap].starts(with: [0x2A, 0x2A]) { return section }
        }
        return nil
    }
}
