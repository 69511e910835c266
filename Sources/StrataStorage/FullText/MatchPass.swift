internal import GRDB
internal import GRDBSQLite

/// One pass over the JDs that match an expression of full text, by a function that FTS5 calls for each.
struct MatchPass {
    /// What is indexed.
    private(set) var corpus = FullTextCorpus()
    /// JDs that match and are accepted.
    private(set) var accepted = 0
    /// Words and phrases in the expression.
    private(set) var phrases = 0
    /// Of those accepted: id, words, and how often each phrase occurs, each time weighed by where.
    private(set) var ids: [Int64] = []
    private(set) var sizes: [UInt32] = []
    private(set) var frequencies: [Double] = []

    private let weights: [Double]
    private let gathers: Bool
    private let known: [UInt32]
    private let accepts: (Int64) -> Bool
    /// How often the phrase of ``count(_:_:most:_:)`` occurs, and up to where it is counted.
    private var counted: (phrase: Int32, hits: Int, most: Int)?

    /// - parameters:
    ///   - gathers: whether more than their number is wanted.
    ///   - sizes: by id, how many words a JD has; where it is 0 or missing it is looked up.
    init(
        _ match: String, weights: [Double], gathers: Bool, sizes: [UInt32], _ db: Database,
        where accepts: (Int64) -> Bool
    ) throws {
        self = try withoutActuallyEscaping(accepts) { accepts in
            var pass = MatchPass(weights: weights, gathers: gathers, known: sizes, accepts: accepts)
            try pass.run(match, db)
            return MatchPass(pass)
        }
    }

    /// In how many JDs a phrase of the expression occurs, whatever the rest of it says; counted up to `most`.
    static func count(_ phrase: Int, _ match: String, most: Int, _ db: Database) throws -> Int {
        var pass = MatchPass(weights: [], gathers: false, known: [], accepts: { _ in false })
        pass.counted = (Int32(phrase), 0, most)
        try pass.run(match, db)
        return pass.counted?.hits ?? 0
    }

    private init(weights: [Double], gathers: Bool, known: [UInt32], accepts: @escaping (Int64) -> Bool) {
        (self.weights, self.gathers, self.known, self.accepts) = (weights, gathers, known, accepts)
    }

    /// What another one found, without the function that it was given for its time only.
    private init(_ other: MatchPass) {
        self = MatchPass(weights: [], gathers: false, known: [], accepts: { _ in false })
        (corpus, accepted, phrases) = (other.corpus, other.accepted, other.phrases)
        (ids, sizes, frequencies) = (other.ids, other.sizes, other.frequencies)
    }

    private mutating func run(_ match: String, _ db: Database) throws {
        try withUnsafeMutablePointer(to: &self) { pass in
            let api = UnsafeMutablePointer(mutating: FTS5.api(db))
            let code =
                api.pointee.xCreateFunction?(
                    api, "strata_pass", pass,
                    { api, match, result, _, _ in
                        guard let api, let match, let user = api.pointee.xUserData(match) else { return }
                        let pass = user.assumingMemoryBound(to: MatchPass.self)
                        let code = pass.pointee.take(api, match)
                        // The first is enough to count a phrase.
                        if code == SQLITE_OK {
                            sqlite3_result_int(result, pass.pointee.counted == nil ? 0 : 1)
                        } else {
                            sqlite3_result_error_code(result, code)
                        }
                    }, nil) ?? SQLITE_MISUSE
            guard code == SQLITE_OK else {
                throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "full text takes no function")
            }
            let select = try RawStatement("SELECT 1 FROM jd_fts WHERE jd_fts MATCH ? AND strata_pass(jd_fts)", db)
            select.bind(1, match)
            _ = try select.first { _ in true }
        }
    }

    /// Looks at a match.
    private mutating func take(_ api: UnsafePointer<Fts5ExtensionApi>, _ match: OpaquePointer) -> Int32 {
        if counted != nil { return count(api, match) }
        let id = api.pointee.xRowid(match)
        guard accepts(id) else { return SQLITE_OK }
        accepted += 1
        guard gathers else { return SQLITE_OK }
        if accepted == 1 {
            let code = readCorpus(api, match)
            guard code == SQLITE_OK else { return code }
        }
        ids.append(id)
        return gather(id, api, match)
    }

    private mutating func readCorpus(_ api: UnsafePointer<Fts5ExtensionApi>, _ match: OpaquePointer) -> Int32 {
        var (jds, words): (Int64, Int64) = (0, 0)
        let code = api.pointee.xRowCount(match, &jds)
        guard code == SQLITE_OK else { return code }
        phrases = Int(api.pointee.xPhraseCount(match))
        defer { corpus = FullTextCorpus(jds: Int(jds), words: Int(words)) }
        return api.pointee.xColumnTotalSize(match, -1, &words)
    }

    private mutating func gather(
        _ id: Int64, _ api: UnsafePointer<Fts5ExtensionApi>, _ match: OpaquePointer
    ) -> Int32 {
        var size = Int(id) < known.count ? Int32(clamping: known[Int(id)]) : 0
        if size == 0 {
            let code = api.pointee.xColumnSize(match, -1, &size)
            guard code == SQLITE_OK else { return code }
        }
        sizes.append(UInt32(clamping: size))
        for phrase in 0..<Int32(phrases) {
            var (iterator, column, place): (Fts5PhraseIter, Int32, Int32) = (Fts5PhraseIter(), 0, 0)
            let code = api.pointee.xPhraseFirst(match, phrase, &iterator, &column, &place)
            guard code == SQLITE_OK else { return code }
            var frequency = 0.0
            while column >= 0 {
                frequency += Int(column) < weights.count ? weights[Int(column)] : 1
                api.pointee.xPhraseNext(match, &iterator, &column, &place)
            }
            frequencies.append(frequency)
        }
        return SQLITE_OK
    }

    private mutating func count(_ api: UnsafePointer<Fts5ExtensionApi>, _ match: OpaquePointer) -> Int32 {
        guard var counting = counted else { return SQLITE_MISUSE }
        let code = withUnsafeMutablePointer(to: &counting) { counting in
            api.pointee.xQueryPhrase(match, counting.pointee.phrase, counting) { _, _, counting in
                guard let counting = counting?.assumingMemoryBound(to: (phrase: Int32, hits: Int, most: Int).self)
                else { return SQLITE_MISUSE }
                counting.pointee.hits += 1
                return counting.pointee.hits >= counting.pointee.most ? SQLITE_DONE : SQLITE_OK
            }
        }
        counted = counting
        return code
    }
}
