import StrataModel

/// Takes the signals sentence by sentence to the mentions there.
struct Sentences {
    let bytes: UnsafeBufferPointer<UInt8>
    let segments: [Segment]
    let sections: Sections
    private let signals: [Phrases.Signal]

    init(bytes: UnsafeBufferPointer<UInt8>, segments: [Segment], sections: Sections, signals: [Phrases.Signal]) {
        self.bytes = bytes
        self.segments = segments
        self.sections = sections
        self.signals = signals.filter { if case .heading = $0.meaning { false } else { true } }
    }

    func apply(to mentions: inout [FoundMention]) {
        var first = 0
        var signal = 0
        while first < mentions.count {
            let segment = mentions[first].segment
            let range = segments[segment].range
            var end = first + 1
            while end < mentions.count, mentions[end].segment == segment { end += 1 }
            while signal < signals.count, signals[signal].span.lowerBound < range.lowerBound { signal += 1 }
            var last = signal
            while last < signals.count, signals[last].span.lowerBound < range.upperBound { last += 1 }
            if last > signal { apply(signals[signal..<last], to: &mentions[first..<end], in: range) }
            signal = last
            first = end
        }
    }

    private func apply(
        _ signals: ArraySlice<Phrases.Signal>, to mentions: inout ArraySlice<FoundMention>, in range: Range<Int>
    ) {
        let scope = CueScope(bytes: bytes)
        let (cues, turns) = cues(among: signals)
        scope.apply(cues, to: &mentions, segment: range)
        // Under a heading that asks for something, talk about the employer stands in passing.
        scope.applyEmployer(turns, to: &mentions) { offset in
            let section = sections.section(at: offset)
            return section == nil || section == .summary
        }
        var needs: [Range<Int>] = []
        for signal in signals { if case .need = signal.meaning { needs.append(signal.span) } }
        for signal in signals {
            if case .no = signal.meaning { scope.negate(from: signal.span, needs: needs, &mentions) }
        }
    }

    /// The cues that grade, and those that tell of whom the text speaks; of the first, without those that lie within a longer one ("required" in "not required") or in a heading.
    private func cues(
        among signals: ArraySlice<Phrases.Signal>
    ) -> (cues: [CueScope.PlacedCue], turns: [CueScope.PlacedCue]) {
        var cues: [CueScope.PlacedCue] = []
        var turns: [CueScope.PlacedCue] = []
        for signal in signals {
            guard case .cue(let effect) = signal.meaning, !sections.isHeading(signal.span) else { continue }
            // Of whom a sentence speaks is another matter than how strongly it asks.
            if effect == .employer || effect == .hire {
                turns.append(CueScope.PlacedCue(effect: effect, span: signal.span))
                continue
            }
            if let last = cues.last {
                if signal.span.upperBound <= last.span.upperBound { continue }
                if signal.span.lowerBound == last.span.lowerBound { cues.removeLast() }
            }
            cues.append(CueScope.PlacedCue(effect: effect, span: signal.span))
        }
        return (cues, turns)
    }
}
