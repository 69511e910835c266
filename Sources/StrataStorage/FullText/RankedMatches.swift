public import GRDB
internal import GRDBSQLite

#if canImport(Glibc)
internal import Glibc
#endif

/// The JDs that match an expression of full text, counted, and the best of them, found in one pass over the index.
///
/// They are ranked as FTS5's own `bm25()` ranks, which counts only where all matches are sorted: it would be asked of each, and
/// look up each one's size.
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
    ///   - weights: of a word in title, company, place and text.
    ///   - limit: how many of the best are wanted; nil for all.
    ///   - words: how many words a JD has; nil has them looked up.
    ///   - accepts: whether a JD that matches counts.
    /// - throws: `DatabaseError`.
    public init(
        _ match: String, weights: [Double], limit: Int?, words: ((Int64) -> UInt32?)? = nil,
        accepts: (Int64) -> Bool, _ db: Database
    ) throws {
        if limit == 0 {
            total = try Self.pass(match, Ranking(weights: [], limit: 0, words: nil), accepts, db).total
            return
        }
        let ranking = try Self.pass(match, Ranking(weights: weights, limit: limit, words: words), accepts, db)
        (total, best) = (ranking.total, ranking.best())
    }

    private static func pass(
        _ match: String, _ ranking: Ranking, _ accepts: (Int64) -> Bool, _ db: Database
    ) throws -> Ranking {
        try withoutActuallyEscaping(accepts) { accepts in
            ranking.accepts = accepts
            defer { ranking.accepts = { _ in false } }
            try ranking.register(db)
            let select = try RawStatement(
                "SELECT 1 FROM jd_fts WHERE jd_fts MATCH ? AND strata_rank(jd_fts)", db)
            select.bind(1, match)
            // The function notes what it is asked of, and no row comes through.
            try select.forEach { _ in }
            return ranking
        }
    }
}

/// What the ranking function gathers.
private final class Ranking {
    private let weights: [Double]
    private let limit: Int
    private let words: ((Int64) -> UInt32?)?
    var accepts: (Int64) -> Bool = { _ in false }
    private(set) var total = 0
    /// A heap, the worst on top.
    private var heap: [RankedMatches.Match] = []
    /// Of each phrase, how much it tells.
    private var informations: [Double]?
    private var meanWords = 1.0
    private var frequencies: [Double] = []

    init(weights: [Double], limit: Int?, words: ((Int64) -> UInt32?)?) {
        self.weights = weights
        self.limit = limit ?? .max
        self.words = words
    }

    func best() -> [RankedMatches.Match] { heap.sorted { Self.isWorse($1, $0) } }

    /// Makes `strata_rank(jd_fts)` known to the connection, for as long as this lives.
    func register(_ db: Database) throws {
        let api = UnsafeMutablePointer(mutating: FTS5.api(db))
        let context = Unmanaged.passUnretained(self).toOpaque()
        let code =
            api.pointee.xCreateFunction?(api, "strata_rank", context, { api, match, result, _, _ in
                guard let api, let match, let user = api.pointee.xUserData?(match) else { return }
                let code = Unmanaged<Ranking>.fromOpaque(user).takeUnretainedValue().take(api.pointee, match)
                if code == SQLITE_OK { sqlite3_result_int(result, 0) } else { sqlite3_result_error_code(result, code) }
            }, nil) ?? SQLITE_MISUSE
        guard code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "full text takes no function")
        }
    }

    /// Looks at a match.
    private func take(_ api: Fts5ExtensionApi, _ match: OpaquePointer) -> Int32 {
        let id = api.xRowid(match)
        guard accepts(id) else { return SQLITE_OK }
        total += 1
        guard limit > 0 else { return SQLITE_OK }
        if informations == nil {
            let code = prepare(api, match)
            guard code == SQLITE_OK else { return code }
        }
        return score(id, api, match)
    }

    /// As bm25() scores, number by number.
    private func score(_ id: Int64, _ api: Fts5ExtensionApi, _ match: OpaquePointer) -> Int32 {
        var size = words?(id).map { Int32(clamping: $0) } ?? 0
        if size == 0 {
            let code = api.xColumnSize(match, -1, &size)
            guard code == SQLITE_OK else { return code }
        }
        let length = Self.saturation * (1 - Self.lengthWeight + Self.lengthWeight * Double(size) / meanWords)
        var score = 0.0
        for phrase in frequencies.indices {
            var (iterator, column, place): (Fts5PhraseIter, Int32, Int32) = (Fts5PhraseIter(), 0, 0)
            let code = api.xPhraseFirst(match, Int32(phrase), &iterator, &column, &place)
            guard code == SQLITE_OK else { return code }
            var frequency = 0.0
            while column >= 0 {
                frequency += weights.indices.contains(Int(column)) ? weights[Int(column)] : 1
                api.xPhraseNext(match, &iterator, &column, &place)
            }
            score += (informations?[phrase] ?? 0) * (frequency * (Self.saturation + 1) / (frequency + length))
        }
        keep(RankedMatches.Match(id: id, score: score))
        return SQLITE_OK
    }

    /// k1 and b of bm25().
    private static let saturation = 1.2
    private static let lengthWeight = 0.75

    private func prepare(_ api: Fts5ExtensionApi, _ match: OpaquePointer) -> Int32 {
        var (rows, tokens): (Int64, Int64) = (0, 0)
        var code = api.xRowCount(match, &rows)
        guard code == SQLITE_OK else { return code }
        code = api.xColumnTotalSize(match, -1, &tokens)
        guard code == SQLITE_OK else { return code }
        meanWords = Double(tokens) / Double(rows)
        var informations: [Double] = []
        for phrase in 0..<api.xPhraseCount(match) {
            var hits = Hits(most: rows)
            code = withUnsafeMutablePointer(to: &hits) { hits in
                api.xQueryPhrase(match, phrase, hits) { _, _, hits in
                    guard let hits = hits?.assumingMemoryBound(to: Hits.self) else { return SQLITE_MISUSE }
                    hits.pointee.count += 1
                    // What half of all JDs hold tells nothing, however many more it is.
                    return hits.pointee.count * 2 >= hits.pointee.most ? SQLITE_DONE : SQLITE_OK
                }
            }
            guard code == SQLITE_OK else { return code }
            let information = log((Double(rows - hits.count) + 0.5) / (Double(hits.count) + 0.5))
            informations.append(information > 0 ? information : 1e-6)
        }
        self.informations = informations
        frequencies = [Double](repeating: 0, count: informations.count)
        return SQLITE_OK
    }

    private struct Hits {
        var count: Int64 = 0
        var most: Int64
    }

    // MARK: The best

    private static func isWorse(_ left: RankedMatches.Match, _ right: RankedMatches.Match) -> Bool {
        left.score != right.score ? left.score < right.score : left.id > right.id
    }

    private func keep(_ match: RankedMatches.Match) {
        if heap.count < limit {
            heap.append(match)
            rise(heap.count - 1)
        } else if Self.isWorse(heap[0], match) {
            heap[0] = match
            sink()
        }
    }

    private func rise(_ start: Int) {
        var place = start
        while place > 0, case let parent = (place - 1) / 2, Self.isWorse(heap[place], heap[parent]) {
            heap.swapAt(place, parent)
            place = parent
        }
    }

    private func sink() {
        var place = 0
        while true {
            var worst = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count && Self.isWorse(heap[child], heap[worst]) {
                worst = child
            }
            guard worst != place else { return }
            heap.swapAt(place, worst)
            place = worst
        }
    }
}
