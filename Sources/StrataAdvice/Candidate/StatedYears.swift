/// Years of experience as a sentence states them: "5 years of Airflow", "Airflow (3 yrs)", "SQL for ten years".
struct StatedYears {
    let vocabulary: ResumeVocabulary

    /// At most so many words stand between the years and the skill: "5 years of hands-on experience with Airflow".
    private static let reach = 5

    /// A number of years among the words.
    private struct Figure {
        var years: Double
        var range: Range<Int>
    }

    /// By mention, the years stated of it.
    ///
    /// - parameter mentions: ranges among the words, in order.
    func years(in words: [ResumeText.Word], of mentions: [Range<Int>]) -> [Int: Double] {
        let figures = figures(in: words)
        var found: [Int: Double] = [:]
        var used: Set<Int> = []
        // What stands behind a skill is its own, whatever list it is in.
        for (number, figure) in figures.enumerated() {
            guard let before = mentions.lastIndex(where: { $0.upperBound <= figure.range.lowerBound }),
                isBehind(mentions[before], figure, words)
            else { continue }
            found[before] = max(found[before] ?? 0, figure.years)
            used.insert(number)
        }
        let own = Set(found.keys)
        for (number, figure) in figures.enumerated() where !used.contains(number) {
            guard let first = mentions.firstIndex(where: { $0.lowerBound >= figure.range.upperBound }),
                leads(figure.range.upperBound..<mentions[first].lowerBound, to: mentions[first], words)
            else { continue }
            for index in first..<mentions.count {
                if own.contains(index)
                    || index > first && !lists(words, between: mentions[index - 1], and: mentions[index])
                {
                    break
                }
                found[index] = max(found[index] ?? 0, figure.years)
            }
        }
        return found
    }

    /// The longest number of years that a sentence states of experience in general.
    func experience(in words: [ResumeText.Word]) -> Double? {
        figures(in: words).filter { figure in
            words[figure.range.upperBound...].prefix(3).contains { $0.text == "experience" }
        }.map(\.years).max()
    }

    private func figures(in words: [ResumeText.Word]) -> [Figure] {
        var figures: [Figure] = []
        for place in words.indices.dropFirst() {
            let isYear = vocabulary.isWord(words[place].text, of: "year")
            guard isYear || vocabulary.isWord(words[place].text, of: "month"), words[place].pause == nil,
                let number = number(words[place - 1].text)
            else { continue }
            // "5 years ago", "three years as a pharmacist".
            let next = place + 1
            if next < words.count, words[next].pause == nil, vocabulary.isWord(words[next].text, of: "no-years") {
                continue
            }
            // Of "3-5 years" the smaller is sure.
            var (first, value) = (place - 1, number)
            if first > 0, words[first].pause == nil || words[first].pause == .dash,
                let low = self.number(words[first - 1].text),
                low < number
            {
                (first, value) = (first - 1, low)
            }
            let years = isYear ? value : value / 12
            if years > 0, years <= 60 { figures.append(Figure(years: years, range: first..<next)) }
        }
        return figures
    }

    private func number(_ word: String) -> Double? {
        let digits = word.hasSuffix("+") ? String(word.dropLast()) : word
        return Double(digits).flatMap { $0.isFinite ? $0 : nil } ?? vocabulary.number(word).map(Double.init)
    }

    /// "Airflow (3 years)", "Airflow: 3 years", "Airflow – 3 years", "SQL for 10 years".
    private func isBehind(_ mention: Range<Int>, _ figure: Figure, _ words: [ResumeText.Word]) -> Bool {
        let gap = words[mention.upperBound..<figure.range.lowerBound]
        // "11 years Oracle, 9 years Informatica": the years that follow belong to what follows them.
        if gap.isEmpty {
            switch words[figure.range.lowerBound].pause {
            case .opening, .colon, .dash: return true
            case nil: return figure.range.upperBound == words.count || words[figure.range.upperBound].pause != nil
            case .comma, .closing: return false
            }
        }
        let link = gap.map(\.text)
        guard gap.allSatisfy({ $0.pause == nil || $0.pause == .opening }) else { return false }
        return ["for", "since", "over", "during"].contains(link[0]) && link.count <= 3
            || link.count <= 2 && ["over", "about", "around", "approx", "ca", "more", "than"].contains(link[0])
                && words[mention.upperBound].pause == .opening
    }

    /// Whether the words between years and a skill lead from one to the other.
    private func leads(_ range: Range<Int>, to mention: Range<Int>, _ words: [ResumeText.Word]) -> Bool {
        guard range.count <= Self.reach, words[mention.lowerBound].pause == nil else { return false }
        return words[range].allSatisfy {
            $0.pause == nil && !vocabulary.isWord($0.text, of: "no-years") && !["a", "an", "the"].contains($0.text)
        }
    }

    /// Whether one skill is listed with another: commas, "and" and the like alone between them.
    private func lists(_ words: [ResumeText.Word], between left: Range<Int>, and right: Range<Int>) -> Bool {
        ResumeList(vocabulary: vocabulary).joins(words, left, right)
    }
}

/// Tells what is listed together.
struct ResumeList {
    let vocabulary: ResumeVocabulary

    /// Whether nothing but a list's marks and words stands between two stretches.
    func joins(_ words: [ResumeText.Word], _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.upperBound <= right.lowerBound else { return true }
        guard words.indices.contains(right.lowerBound), words[right.lowerBound].pause != .colon else { return false }
        return words[left.upperBound..<right.lowerBound].allSatisfy {
            vocabulary.isWord($0.text, of: "list-link") && ($0.pause == nil || $0.pause == .comma)
        }
    }
}
