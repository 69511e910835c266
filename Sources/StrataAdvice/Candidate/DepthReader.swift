/// Tells how deep each skill of a sentence goes, by the words near it.
struct DepthReader {
    let rules: CandidateRules
    /// The person's own name, by word.
    var ownName: Set<String> = []

    /// A rule's phrase in the sentence.
    private struct Placed {
        var signal: CandidateRules.Signal
        var range: Range<Int>
    }

    /// What a sentence says of a mention.
    struct Reading {
        var meaning: CandidateRules.Signal.Meaning
        /// The words that say it.
        var words: Range<Int>
    }

    /// Says of each mention what the sentence says of it; nil where it says nothing.
    ///
    /// - parameter mentions: ranges among the words, in order.
    func readings(of words: [ResumeText.Word], _ mentions: [Range<Int>]) -> [Reading?] {
        let signals = signals(in: words)
        let verbs = verbs(signals, words)
        let others = others(verbs, words, mentions)
        let stretches = others.stretches
        var readings = mentions.map { reading(of: $0, verbs, stretches, words) }
        // "Was deployed under my manager": by whom, it does not say.
        if others.isUnder {
            for index in readings.indices {
                guard let found = readings[index], [.depth(.led), .depth(.built)].contains(found.meaning),
                    found.words.lowerBound > 0,
                    ["was", "were", "been", "being"].contains(words[found.words.lowerBound - 1].text)
                else { continue }
                readings[index]?.meaning = .depth(.used)
            }
        }
        // The later ones win: what is denied is denied, whatever verb stands before it.
        let order: [CandidateRules.Signal.Meaning] = [
            .depth(.familiar), .aside(.wished), .aside(.others), .aside(.denied),
        ]
        for meaning in order {
            for placed in signals where placed.signal.meaning == meaning && placed.signal.reach != .on {
                for mention in reached(by: placed, words, mentions) {
                    readings[mention] = Reading(meaning: meaning, words: placed.range)
                }
            }
        }
        return readings
    }

    /// The words that tell of leading, where this person did it; nil where none do.
    func leading(in words: [ResumeText.Word], _ mentions: [Range<Int>]) -> Range<Int>? {
        let signals = signals(in: words)
        guard
            !signals.contains(where: { $0.signal.meaning == .aside(.denied) && $0.signal.reach != .before })
        else { return nil }
        let stretches = others(verbs(signals, words), words, mentions).stretches
        return signals.first { placed in
            placed.signal.meaning == .depth(.led)
                && !stretches.contains { $0.depth != .led && $0.words.contains(placed.range.lowerBound) }
        }?.range
    }

    private func signals(in words: [ResumeText.Word]) -> [Placed] {
        rules.signals.matches(in: words).flatMap { match in
            match.meaning.map { Placed(signal: $0, range: match.range) }
        }
    }

    // MARK: Verbs

    private typealias Verb = (depth: Depth, range: Range<Int>)

    private func verbs(_ signals: [Placed], _ words: [ResumeText.Word]) -> [Verb] {
        signals.compactMap { placed in
            guard placed.signal.reach == .on, case .depth(let depth) = placed.signal.meaning,
                !isNoun(placed.range.lowerBound, words)
            else { return nil }
            return (depth, placed.range)
        }
    }

    private func others(
        _ verbs: [Verb], _ words: [ResumeText.Word], _ mentions: [Range<Int>]
    ) -> OthersWork {
        OthersWork(
            vocabulary: rules.words, ownName: ownName, words: words, verbs: verbs.map(\.range),
            leading: verbs.filter { $0.depth == .led }.map(\.range), mentions: mentions)
    }

    /// By the verb that a mention goes with: the last before it, else the first behind it.
    private func reading(
        of mention: Range<Int>, _ verbs: [Verb], _ others: [OthersWork.Stretch], _ words: [ResumeText.Word]
    ) -> Reading? {
        func stretch(_ place: Int) -> OthersWork.Stretch? { others.first { $0.words.contains(place) } }
        func told(_ verb: Verb) -> Reading { Reading(meaning: .depth(verb.depth), words: verb.range) }
        if let stretch = stretch(mention.lowerBound) {
            let first = stretch.words.lowerBound..<stretch.words.lowerBound + 1
            return Reading(meaning: stretch.depth.map { .depth($0) } ?? .aside(.others), words: first)
        }
        let own = verbs.filter { stretch($0.range.lowerBound) == nil }
        guard let before = own.last(where: { $0.range.lowerBound <= mention.lowerBound }) else {
            guard let behind = verbs.first(where: { $0.range.lowerBound >= mention.upperBound }) else { return nil }
            guard let stretch = stretch(behind.range.lowerBound) else { return told(behind) }
            return stretch.hasObjectBefore ? Reading(meaning: .aside(.others), words: behind.range) : nil
        }
        // "Led a team that built", "led the introduction of, migrating ...": who led it goes on leading.
        guard before.depth != .led,
            let lead = own.last(where: { $0.depth == .led && $0.range.upperBound <= before.range.lowerBound }),
            isPartOf(before.range.lowerBound, words)
        else { return told(before) }
        return told(lead)
    }

    /// Whether a word stands behind an article, as "the build" and "a deployed model" do.
    private func isNoun(_ place: Int, _ words: [ResumeText.Word]) -> Bool {
        place > 0 && words[place].pause == nil
            && ["the", "a", "an", "our", "my", "its"].contains(words[place - 1].text)
    }

    /// Whether a verb only goes on with the one before it: "that built", "building", "to build".
    private func isPartOf(_ verb: Int, _ words: [ResumeText.Word]) -> Bool {
        let before = verb > 0 ? words[verb - 1].text : ""
        return ["that", "who", "which", "to", "of", "for"].contains(before)
            || words[verb].text.hasSuffix("ing") && words[verb].pause == nil
    }

    // MARK: What is said of a list

    private func reached(
        by placed: Placed, _ words: [ResumeText.Word], _ mentions: [Range<Int>]
    ) -> [Int] {
        switch placed.signal.reach {
        case .on: return []
        case .sentence: return Array(mentions.indices)
        case .next:
            return mentions.indices.filter {
                mentions[$0].lowerBound == placed.range.upperBound && words[mentions[$0].lowerBound].pause == nil
            }
        case .before:
            let pause = words[placed.range.lowerBound].pause
            // "dbt, first steps" ends with it; "Python, basic ..." goes on.
            let closes = placed.range.upperBound == words.count && placed.range.count > 1
            guard pause != .comma || closes, pause != .closing else { return [] }
            // "Kubernetes – basic Docker" speaks of what follows.
            let next = placed.range.upperBound
            if pause == nil || pause == .dash, next < words.count, words[next].pause == nil { return [] }
            return mentions.indices.filter { mentions[$0].upperBound == placed.range.lowerBound }
        case .list:
            // "The platform team deploys": what the others do is a skill's name itself.
            let own = mentions.indices.filter { mentions[$0].overlaps(placed.range) }
            return (placed.signal.meaning == .aside(.others) ? own : []) + listed(behind: placed, words, mentions)
        case .label:
            let next = placed.range.upperBound
            guard next < words.count, words[next].pause == .colon else { return [] }
            return mentions.indices.filter { mentions[$0].lowerBound >= next }
        }
    }

    /// At most so many words stand between a phrase and the first skill that it speaks of.
    private static let reach = 6

    private func listed(
        behind placed: Placed, _ words: [ResumeText.Word], _ mentions: [Range<Int>]
    ) -> [Int] {
        guard let first = mentions.firstIndex(where: { $0.lowerBound >= placed.range.upperBound }) else { return [] }
        let gap = words[placed.range.upperBound..<mentions[first].lowerBound]
        guard gap.count <= Self.reach, !gap.contains(where: { $0.pause != nil || ["but", "and"].contains($0.text) }),
            [nil, .colon, .opening].contains(words[mentions[first].lowerBound].pause)
        else { return [] }
        let list = ResumeList(vocabulary: rules.words)
        var found = [first]
        while let last = found.last, last + 1 < mentions.count,
            list.joins(words, mentions[last], mentions[last + 1]) || isNested(words, mentions[last], mentions[last + 1])
        {
            found.append(last + 1)
        }
        return found
    }

    /// Whether a skill stands right within the name of another, or in brackets behind it: "AWS (S3, Glue)".
    private func isNested(_ words: [ResumeText.Word], _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        left.upperBound == right.lowerBound && [.opening, .closing].contains(words[right.lowerBound].pause)
    }
}
