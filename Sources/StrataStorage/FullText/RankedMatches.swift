public import GRDB

#if canImport(Glibc)
internal import Glibc
#endif

/// The JDs that match an expression of full text, counted, and the best of them, found in one pass over the index.
///
/// They are ranked as FTS5's own `bm25()` ranks them. That function is made for few matches: it looks up the size of each, and
/// FTS5 goes through the index once more for each word to see how rare it is.
public struct RankedMatches {
    /// A JD that matches.
    public struct Match: Sendable, Hashable {
        public var id: Int64
        /// Larger is better.
        public var score: Double
    }

    /// How many there are.
    public private(set) var total = 0
    /// The best first; among equals by id.
    public private(set) var best: [Match] = []

    /// - parameters:
    ///   - match: in FTS5's syntax.
    ///   - allOf: the words, where the expression says that a JD must hold them all and nothing else.
    ///   - weights: of a word in title, company, place and text.
    ///   - limit: how many of the best are wanted; nil for all, 0 for their number alone.
    ///   - sizes: by id, how many words a JD has; where it is 0 or missing it is looked up.
    ///   - accepts: whether a JD that matches counts.
    /// - throws: `DatabaseError`.
    public init(
        _ match: String, allOf: [String]?, weights: [Double], limit: Int?, sizes: [UInt32], _ db: Database,
        where accepts: (Int64) -> Bool
    ) throws {
        var heap = MatchHeap(limit ?? .max)
        if let allOf, let lists = try WordLists(allOf, weights: weights, count: sizes.count, db) {
            let bm25 = BM25(hits: lists.hits, lists.corpus)
            lists.forEachOfAll { id in
                guard accepts(Int64(id)) else { return }
                total += 1
                if limit == 0 { return }
                let score = bm25.score(words: sizes[id]) { Double(lists.lists[$0].values[id]) }
                heap.keep(Match(id: Int64(id), score: score))
            }
        } else {
            let pass = try MatchPass(match, weights: weights, gathers: limit != 0, sizes: sizes, db, where: accepts)
            total = pass.accepted
            guard limit != 0, total > 0 else { return }
            let hits = try (0..<pass.phrases).map { phrase in
                try MatchPass.count(phrase, match, most: pass.corpus.jds / 2 + 1, db)
            }
            let bm25 = BM25(hits: hits, pass.corpus)
            for (index, id) in pass.ids.enumerated() {
                let score = bm25.score(words: pass.sizes[index]) { pass.frequencies[index * hits.count + $0] }
                heap.keep(Match(id: id, score: score))
            }
        }
        best = heap.sorted
    }
}

/// FTS5's `bm25()`.
private struct BM25 {
    private let telling: [Double]
    private let meanWords: Double

    private static let saturation = 1.2
    private static let lengthWeight = 0.75

    /// - parameter hits: by phrase, how many JDs hold it.
    init(hits: [Int], _ corpus: FullTextCorpus) {
        telling = hits.map { hits in
            let information = log((Double(corpus.jds - hits) + 0.5) / (Double(hits) + 0.5))
            // That a JD holds what half of them hold tells nothing, but for a trace.
            return information > 0 ? information : 1e-6
        }
        meanWords = Double(corpus.words) / Double(corpus.jds)
    }

    /// - parameters:
    ///   - words: in the JD.
    ///   - frequency: by phrase, how often it occurs, each time weighed by where.
    @inline(__always)
    func score(words: UInt32, frequency: (Int) -> Double) -> Double {
        let length = Self.saturation * (1 - Self.lengthWeight + Self.lengthWeight * Double(words) / meanWords)
        var score = 0.0
        for (phrase, information) in telling.enumerated() {
            let frequency = frequency(phrase)
            score += information * (frequency * (Self.saturation + 1) / (frequency + length))
        }
        return score
    }
}

/// How much is indexed.
struct FullTextCorpus: Hashable {
    var jds = 0
    /// In all of them.
    var words = 0
}

/// The best matches of many.
private struct MatchHeap {
    private let limit: Int
    /// The worst on top.
    private var heap: [RankedMatches.Match] = []

    init(_ limit: Int) { self.limit = limit }

    var sorted: [RankedMatches.Match] { heap.sorted { Self.isWorse($1, $0) } }

    private static func isWorse(_ left: RankedMatches.Match, _ right: RankedMatches.Match) -> Bool {
        left.score != right.score ? left.score < right.score : left.id > right.id
    }

    mutating func keep(_ match: RankedMatches.Match) {
        if heap.count < limit {
            heap.append(match)
            rise()
        } else if Self.isWorse(heap[0], match) {
            heap[0] = match
            sink()
        }
    }

    private mutating func rise() {
        var place = heap.count - 1
        while place > 0, case let parent = (place - 1) / 2, Self.isWorse(heap[place], heap[parent]) {
            heap.swapAt(place, parent)
            place = parent
        }
    }

    private mutating func sink() {
        var place = 0
        while true {
            var worst = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < heap.count && Self.isWorse(heap[child], heap[worst]) { worst = child }
            guard worst != place else { return }
            heap.swapAt(place, worst)
            place = worst
        }
    }
}
