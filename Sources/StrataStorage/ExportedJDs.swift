internal import GRDB
internal import StrataModel

/// JDs that come back from an export: with sightings and label of their own.
extension RunWriter {
    /// Stores a JD with its history; a history that is known already adds nothing.
    ///
    /// Of a JD that is known the newer content counts: the export's, unless it was seen here before. A label that was given
    /// here stands.
    func write(
        _ prepared: PreparedJD, _ history: JDHistory, at index: Int?, _ progress: inout FileProgress, _ db: Database
    ) throws {
        let source = try sightings.number(ofSource: prepared.jd.source, db)
        guard let known = try sightings.find(prepared.identity) else {
            let id = try rows.insert(prepared, source: source, file: progress.id, row: index)
            _ = try add(history, of: prepared, to: id, file: progress.id, db)
            try label(id, prepared, history, db)
            progress.counts.imported += 1
            return
        }
        let wasSeen = try history.seen.contains { seen in
            guard seen.content == prepared.content else { return false }
            return try sightings.isKnown(try sighting(seen, file: progress.id, db), jd: known.id)
        }
        let isUpdate = known.content != prepared.content && !wasSeen
        if isUpdate {
            try images.keep(jd: known.id, givenBy: known.file)
            try rows.replace(id: known.id, prepared, source: known.source, file: progress.id)
        }
        let isSeenAnew = try add(history, of: prepared, to: known.id, file: progress.id, db)
        if isUpdate || known.content == prepared.content { try label(known.id, prepared, history, db) }
        if isUpdate, known.file != progress.id {
            progress.counts.updated += 1
        } else {
            progress.counts.duplicates += 1
            if isSeenAnew { progress.counts.sightings += 1 }
        }
    }

    /// - returns: whether one of the sightings was not known.
    private func add(
        _ history: JDHistory, of prepared: PreparedJD, to id: Int64, file: Int64, _ db: Database
    ) throws -> Bool {
        var isSeenAnew = false
        for seen in history.seen {
            let sighting = try sighting(seen, file: file, db)
            if try sightings.isKnown(sighting, jd: id) { continue }
            isSeenAnew = true
            try sightings.add(sighting, jd: id)
            guard !seen.isCounted else { continue }
            try db.execute(
                sql: "UPDATE jd_sighting SET counted = 0 WHERE jd = ? AND source = ? AND content = ? AND posted_on = ?",
                arguments: [id, sighting.source, sighting.content, sighting.postedOn])
        }
        try sightings.summarise(jd: id)
        return isSeenAnew
    }

    private func sighting(_ seen: JDHistory.Seen, file: Int64, _ db: Database) throws -> Sighting {
        Sighting(
            source: try sightings.number(ofSource: seen.source, db), content: seen.content,
            postedOn: seen.postedOn?.description ?? "", file: file)
    }

    private func label(_ id: Int64, _ prepared: PreparedJD, _ history: JDHistory, _ db: Database) throws {
        guard let label = history.label, let time = history.labelledAt,
            try Int.fetchOne(db, sql: "SELECT 1 FROM label WHERE jd = ?", arguments: [id]) == nil
        else { return }
        try db.execute(
            sql: "INSERT INTO label (jd, layer, labelled_at, run) VALUES (?, ?, ?, ?)",
            arguments: [id, label.layer.map(\.index), time, run])
        try rows.replaceVerdict(id: id, prepared.verdict)
    }
}

extension Sighting {
    init(source: Int64, content: Int64, postedOn: String, file: Int64) {
        self.source = source
        self.content = content
        self.postedOn = postedOn
        self.file = file
    }
}
