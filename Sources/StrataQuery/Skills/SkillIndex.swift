internal import StrataModel

/// A skill that goes by a name.
struct SkillHit {
    /// Its number, where it was found.
    var id: Int64
    var slug: String
    var name: String
    var kind: Skill.Kind
    var summary: String
    var primaryLayer: Layer?
    /// The spelling that was hit, and its place among the skill's: 0 is the name.
    var term: String
    var position: Int
    var needsContext: Bool
}

/// A spelling under which a skill can be asked for.
struct Spelling {
    /// Folded.
    var key: String
    /// Name of the skill.
    var name: String
    var isInStack: Bool
}

/// All spellings, with an index of them by what is left without spaces and marks: made when first asked for.
final class Spellings {
    let all: [Spelling]
    private(set) lazy var squeezed = Dictionary(
        all.map { (LooseName.squeezed($0.key), $0.key) }, uniquingKeysWith: { min($0, $1) })

    init(_ all: [Spelling]) { self.all = all }
}

/// Keeps the spellings from one look-up to the next.
final class SpellingsCache {
    private var kept: Spellings?

    func spellings(_ read: () throws -> [Spelling]) rethrows -> Spellings {
        if let kept { return kept }
        let new = Spellings(try read())
        kept = new
        return new
    }
}

/// Where skills are looked up: a database or a catalogue in memory.
protocol SkillIndex {
    /// The skills of which a spelling folds to the key.
    func hits(key: String) throws -> [SkillHit]
    func hits(slug: String) throws -> [SkillHit]
    /// The skill's layers, the primary one first, then by weight.
    func memberships(of hit: SkillHit) throws -> [Membership]
    /// Its spellings in their order, the name among them.
    func terms(of hit: SkillHit) throws -> [String]
    /// Every spelling of every skill, kept once read.
    func spellings() throws -> Spellings
    /// What public lists file the skill under, by list.
    func votes(of hit: SkillHit) throws -> [Vote]
}

extension SkillIndex {
    /// What is known under the name; suggestions are looked for only where nothing is.
    func answer(_ query: String) throws -> SkillAnswer {
        var answer = SkillAnswer(query: query)
        let key = TermKey.fold(query)
        var hits = try ranked(key: key, query: query)
        if hits.isEmpty { hits = try loosely(key) }
        guard let best = hits.first else {
            answer.suggestions = Suggestions(for: key).best(of: try spellings().all)
            return answer
        }
        if TermKey.fold(best.term) != key, best.slug != query { answer.readAs = best.term }
        answer.found = true
        answer.slug = best.slug
        answer.name = best.name
        answer.kind = best.kind
        answer.summary = best.summary
        answer.primaryLayer = best.primaryLayer
        answer.layers = try memberships(of: best).map {
            SkillAnswer.Placement($0, isPrimary: $0.layer == best.primaryLayer)
        }
        answer.votes = try votes(of: best)
        answer.aliases = try terms(of: best).filter { $0 != best.name }
        answer.alternatives = hits.dropFirst().map {
            SkillAnswer.Alternative(slug: $0.slug, name: $0.name, kind: $0.kind, primaryLayer: $0.primaryLayer)
        }
        return answer
    }

    /// The skills found without the spaces of what was asked for, or its version, edition, maker's name or plural.
    private func loosely(_ key: String) throws -> [SkillHit] {
        guard !key.isEmpty else { return [] }
        let squeezed = try spellings().squeezed
        func joined(_ key: String) throws -> [SkillHit] {
            // Of short ones the spaces are all there is: "a i" is no AI.
            let wanted = LooseName.squeezed(key)
            guard wanted.utf8.count > 3, let found = squeezed[wanted] else { return [] }
            return try ranked(key: found, query: found)
        }
        var hits = try joined(key)
        guard hits.isEmpty else { return hits }
        for other in LooseName.alternatives(to: key) {
            hits = try ranked(key: other, query: other)
            if hits.isEmpty { hits = try joined(other) }
            if !hits.isEmpty { return hits }
        }
        return []
    }

    /// The skills of that name or slug, the likeliest first, each once.
    func ranked(key: String, query: String) throws -> [SkillHit] {
        guard !key.isEmpty else { return [] }
        var hits = try hits(key: key)
        if hits.isEmpty {
            hits = try self.hits(slug: String(key.map { $0 == " " ? "-" : $0 }))
        }
        var seen: Set<String> = []
        return
            hits
            .sorted { Self.rank($0, query) < Self.rank($1, query) }
            .filter { seen.insert($0.slug).inserted }
    }

    /// Smaller is likelier: spelt just so, by its name, without need of context, inside the stack.
    private static func rank(_ hit: SkillHit, _ query: String) -> (Int, Int, Int, Int, String) {
        (
            hit.term == query ? 0 : 1, hit.position == 0 ? 0 : 1, hit.needsContext ? 1 : 0,
            hit.primaryLayer == nil ? 1 : 0, hit.slug
        )
    }
}
