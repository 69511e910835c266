internal import GRDB
internal import StrataModel

/// The statements that write one JD's rows.
///
/// A JD is five kinds of rows: head, body, mentions, needs, full text. They are written and removed together here, so that
/// no other place has to know them all.
final class JDRows {
    private let insertHead: RawStatement
    private let updateHead: RawStatement
    private let insertBody: RawStatement
    private let updateBody: RawStatement
    private let mentions: MentionInserts
    private let insertNeed: RawStatement
    private let texts: TextRows
    private let fullText: FullText?
    private let selectShares: RawStatement
    private let selectMentions: RawStatement
    private let deleteNeed: RawStatement
    private let deleteMentions: RawStatement
    private let deleteHead: RawStatement
    private let updateVerdict: RawStatement
    private let updateJustification: RawStatement
    private var numbers: RowNumbers
    private let selectLabel: RawStatement
    private let duplicates: DuplicateMarks

    private static let columns = [
        "identity", "content", "source", "external_id", "title", "company", "location", "posted_on", "posted_raw",
        "first_seen", "last_seen", "role", "seniority", "salary_min", "salary_max", "salary_currency",
        "salary_period", "salary_raw", "employment_type", "url", "is_thin", "file",
        "city", "region", "country", "workplace", "language", "is_truncated", "masked",
    ]
    private static let verdictColumns = [
        "primary_layer", "needs", "share_data_engineering", "share_applied_ml", "share_mlops",
        "share_prompt_engineering", "share_outside", "revision",
    ]

    /// - parameter fullText: gathers the words of many JDs, and their mentions are gathered with them, until ``flush()``; nil
    ///   for having each JD's written at once.
    init(_ db: Database, fullText: FullText? = nil) throws {
        self.fullText = fullText
        let all = Self.columns + Self.verdictColumns
        insertHead = try RawStatement(
            "INSERT INTO jd_head (\(all.joined(separator: ", "))) VALUES (\(all.map { _ in "?" }.joined(separator: ", ")))",
            db)
        updateHead = try RawStatement(
            "UPDATE jd_head SET \(all.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?", db)
        insertBody = try RawStatement("INSERT INTO jd_body (justification, text, jd) VALUES (?, ?, ?)", db)
        updateBody = try RawStatement("UPDATE jd_body SET justification = ?, text = ? WHERE jd = ?", db)
        mentions = try MentionInserts(db)
        insertNeed = try RawStatement("INSERT OR IGNORE INTO jd_need (layer, share, jd) VALUES (?, ?, ?)", db)
        texts = try TextRows(db, fullText)
        selectShares = try RawStatement(
            """
            SELECT share_data_engineering, share_applied_ml, share_mlops, share_prompt_engineering, needs
            FROM jd_head WHERE id = ?
            """, db)
        selectMentions = try RawStatement(
            "SELECT skill, requirement, count, spans FROM jd_mention WHERE jd = ? ORDER BY skill, requirement", db)
        deleteNeed = try RawStatement("DELETE FROM jd_need WHERE layer = ? AND share = ? AND jd = ?", db)
        deleteMentions = try RawStatement("DELETE FROM jd_mention WHERE jd = ?", db)
        deleteHead = try RawStatement("DELETE FROM jd_head WHERE id = ?", db)
        updateVerdict = try RawStatement(
            "UPDATE jd_head SET role = ?, \(Self.verdictColumns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?",
            db)
        updateJustification = try RawStatement(
            "UPDATE jd_body SET justification = ?1 WHERE jd = ?2 AND justification <> ?1", db)
        numbers = try RowNumbers(db)
        selectLabel = try RawStatement("SELECT coalesce(layer, -1) FROM label WHERE jd = ?", db)
        duplicates = try DuplicateMarks(db)
    }

    /// Makes runs of words for ``begin(_:)``; nil where each JD's words are written at once.
    var textIndexer: TextIndexer? { fullText?.indexer }

    /// The new JDs that come next are rows of the run.
    func begin(_ words: TextRun) { fullText?.begin(words) }

    /// Writes what has been gathered; to be called before the commit.
    func flush() throws {
        try mentions.flush()
        try fullText?.flush()
    }

    /// Forgets what has been gathered: its transaction is taken back.
    func forget() {
        mentions.forget()
        fullText?.forget()
    }

    /// Writes a new JD.
    ///
    /// - parameter row: its row in the run of words that was begun last; nil where it has none.
    /// - returns: its id.
    func insert(_ prepared: PreparedJD, source: Int64, file: Int64, row: Int? = nil) throws -> Int64 {
        bind(prepared, to: insertHead, source: source, file: file)
        try insertHead.run()
        let id = insertHead.lastInsertedRow
        try write(prepared, id: id, body: insertBody, row: row)
        try duplicates.added(id, minima: prepared.minima)
        return id
    }

    /// Writes a JD's new content over its old one.
    func replace(id: Int64, _ prepared: PreparedJD, source: Int64, file: Int64) throws {
        let prepared = prepared.corrected(to: try label(of: id))
        try texts.remove(id)
        try removeVerdict(id: id)
        bind(prepared, to: updateHead, source: source, file: file)
        updateHead.bind(Int32(Self.columns.count + Self.verdictColumns.count + 1), id)
        try updateHead.run()
        try write(prepared, id: id, body: updateBody, row: nil)
        try duplicates.changed(id, minima: prepared.minima)
    }

    /// Writes a JD's new verdict over its old one; its content stays.
    ///
    /// A changed catalogue changes few verdicts: what is as it was is read, not written, which costs a tenth.
    func replaceVerdict(id: Int64, _ verdict: PreparedVerdict) throws {
        let verdict = verdict.corrected(to: try label(of: id))
        let found = mentionRows(of: verdict)
        if try storedMentions(id) != found {
            deleteMentions.bind(1, id)
            try deleteMentions.run()
            try insertMentions(found, id: id)
        }
        let shares = try storedShares(id)
        if shares?.needs != LayerSet(verdict.needs) || shares?.values != Layer.allCases.map({ verdict.shares[$0] }) {
            try removeNeeds(id, shares?.values ?? [])
            try insertNeeds(verdict, id: id)
        }
        updateVerdict.bind(1, verdict.role.flatMap { numbers.roles[$0] })
        bind(verdict, to: updateVerdict, from: 2)
        updateVerdict.bind(Int32(Self.verdictColumns.count + 2), id)
        try updateVerdict.run()
        updateJustification.bind(1, verdict.justification)
        updateJustification.bind(2, id)
        try updateJustification.run()
    }

    /// Removes a JD and all that is kept of it; body, sightings and label go with the head.
    func remove(id: Int64) throws {
        try texts.remove(id)
        try removeVerdict(id: id)
        try duplicates.removed(id)
        deleteHead.bind(1, id)
        try deleteHead.run()
    }

    /// What a person has said of the JD: it goes before any verdict.
    private func label(of id: Int64) throws -> Outcome? {
        selectLabel.bind(1, id)
        return try selectLabel.first { row in
            Layer.allCases.first { $0.index == Int(row.integer(0)) }.map(Outcome.layer) ?? .outside
        }
    }

    /// The revision of catalogue and weights that verdicts written here bear.
    var revision: Int { numbers.revision }

    private func write(_ prepared: PreparedJD, id: Int64, body: RawStatement, row: Int?) throws {
        let jd = prepared.jd
        body.bind(1, prepared.verdict.justification)
        body.bind(2, jd.text)
        body.bind(3, id)
        try body.run()
        try insertVerdict(prepared.verdict, id: id)
        try texts.add(id, jd.searchedColumns, row: row)
    }

    private func insertVerdict(_ verdict: PreparedVerdict, id: Int64) throws {
        try insertMentions(mentionRows(of: verdict), id: id)
        try insertNeeds(verdict, id: id)
    }

    private func insertMentions(_ rows: [MentionInserts.Row], id: Int64) throws {
        try mentions.insert(rows, jd: id)
        if fullText == nil { try mentions.flush() }
    }

    /// Sorted as the table is.
    private func mentionRows(of verdict: PreparedVerdict) -> [MentionInserts.Row] {
        var found: [MentionInserts.Row] = []
        found.reserveCapacity(verdict.mentions.count)
        for mention in verdict.mentions {
            guard let skill = numbers.skills[mention.skill] else { continue }
            found.append(
                MentionInserts.Row(
                    skill: skill, requirement: mention.requirement, count: mention.count, spans: mention.spans))
        }
        found.sort { ($0.skill, $0.requirement) < ($1.skill, $1.requirement) }
        return found
    }

    private func insertNeeds(_ verdict: PreparedVerdict, id: Int64) throws {
        for layer in verdict.needs {
            insertNeed.bind(1, layer.index)
            insertNeed.bind(2, verdict.shares[layer])
            insertNeed.bind(3, id)
            try insertNeed.run()
        }
    }

    private func storedMentions(_ id: Int64) throws -> [MentionInserts.Row] {
        try mentions.flush()
        selectMentions.bind(1, id)
        var rows: [MentionInserts.Row] = []
        try selectMentions.forEach { row in
            rows.append(
                MentionInserts.Row(
                    skill: row.integer(0), requirement: Int(row.integer(1)), count: Int(row.integer(2)),
                    spans: row.text(3) ?? ""))
        }
        return rows
    }

    private func storedShares(_ id: Int64) throws -> (values: [Double], needs: LayerSet)? {
        selectShares.bind(1, id)
        return try selectShares.first { row in
            ((0..<4).map { row.double($0) }, LayerSet(rawValue: Int(row.integer(4))))
        }
    }

    private func removeNeeds(_ id: Int64, _ shares: [Double]) throws {
        for (layer, share) in shares.enumerated() {
            deleteNeed.bind(1, layer)
            deleteNeed.bind(2, share)
            deleteNeed.bind(3, id)
            try deleteNeed.run()
        }
    }

    private func removeVerdict(id: Int64) throws {
        try removeNeeds(id, storedShares(id)?.values ?? [])
        try mentions.flush()
        deleteMentions.bind(1, id)
        try deleteMentions.run()
    }

    private func bind(_ prepared: PreparedJD, to statement: RawStatement, source: Int64, file: Int64) {
        let (jd, verdict) = (prepared.jd, prepared.verdict)
        let posted = jd.postedOn?.description
        statement.bind(1, prepared.identity.bytes)
        statement.bind(2, prepared.content)
        statement.bind(3, source)
        for (index, text) in [jd.externalID, jd.title, jd.company, jd.location, posted, jd.postedRaw, posted, posted]
            .enumerated()
        { statement.bind(Int32(4 + index), text) }
        statement.bind(12, verdict.role.flatMap { numbers.roles[$0] })
        statement.bind(13, (jd.seniority ?? verdict.seniority)?.rawValue)
        statement.bind(14, jd.salary?.min)
        statement.bind(15, jd.salary?.max)
        for (index, text) in [
            jd.salary?.currency, jd.salary?.period?.rawValue, jd.salaryRaw, jd.employmentType, jd.url,
        ].enumerated() { statement.bind(Int32(16 + index), text) }
        statement.bind(21, jd.isThin ? 1 : 0)
        statement.bind(22, file)
        let place = jd.place
        for (index, text) in [place.city, place.region, place.country, place.workplace?.rawValue, jd.language]
            .enumerated()
        { statement.bind(Int32(23 + index), text) }
        statement.bind(28, jd.isTruncated ? 1 : 0)
        statement.bind(29, jd.masked)
        bind(verdict, to: statement, from: 30)
    }

    private func bind(_ verdict: PreparedVerdict, to statement: RawStatement, from index: Int32) {
        statement.bind(index, verdict.primary.map { Int64($0.index) })
        statement.bind(index + 1, LayerSet(verdict.needs).rawValue)
        for (offset, outcome) in Outcome.allCases.enumerated() {
            statement.bind(index + 2 + Int32(offset), verdict.shares[outcome])
        }
        statement.bind(index + 7, numbers.revision)
    }
}
