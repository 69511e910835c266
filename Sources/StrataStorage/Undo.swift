internal import GRDB
public import StrataModel

#if canImport(Glibc)
internal import Glibc
#endif

/// What undoing a run does, or has done.
public struct RunUndo: Sendable, Hashable {
    public var run: Int64
    /// JDs that the run brought, which go; by id.
    public var removed: [Int64]
    /// Titles of the first of them.
    public var titles: [String]
    /// How many of them carry a label of the user's.
    public var labels: Int
    /// How many JDs get back what they said before.
    public var restored: Int
    /// Of how many JDs that stay sightings are taken back.
    public var sightings: Int
}

/// Why a run cannot be undone, with the mend.
public enum UndoRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    case noSuchRun(Int64)
    case isUndone(Int64, at: String)
    /// Made before what an undo needs was kept.
    case isTooOld(Int64)
    case isRunning(Int64, process: Int64)
    /// A later run changed the same JDs.
    case isBuiltUpon(Int64, by: Int64, jds: [Int64])

    public var description: String {
        switch self {
        case .noSuchRun(let run): return "there is no run \(run); see the runs with 'strata runs'"
        case .isUndone(let run, let time): return "run \(run) is undone already, since \(time)"
        case .isTooOld(let run):
            return "run \(run) was made by an older Strata, which kept nothing to undo it by; "
                + "'strata jds delete' removes JDs by id or filter"
        case .isRunning(let run, let process):
            return "run \(run) is still being imported by process \(process); wait for it, or stop it first"
        case .isBuiltUpon(let run, let later, let jds):
            let named = jds.prefix(5).map(String.init).joined(separator: ", ")
            let rest = jds.count > 5 ? " and \(jds.count - 5) more" : ""
            return "run \(run) cannot be undone: run \(later) came later and changed the same JDs (\(named)\(rest)); "
                + "undo that first: strata runs undo \(later)"
        }
    }
}

extension Store {
    /// What undoing a run would do.
    ///
    /// - throws: ``UndoRefusal``, ``StoreError``.
    public func undoing(run: Int64) throws -> RunUndo {
        try read { db in
            try Self.checkUndoable(run, isLocked: false, db)
            return try Self.undo(of: run, try Self.traces(run, db), db)
        }
    }

    /// Takes back what a run did, as a whole or not at all: the JDs that it brought go, beyond recovery from the file; those
    /// that it updated say again what they said before, under a verdict of the present catalogue; its sightings go.
    ///
    /// The run stays in the list, with its rejects.
    ///
    /// - parameters:
    ///   - time: UTC, ISO 8601.
    ///   - verdict: classifies a text.
    /// - throws: ``UndoRefusal``, ``StoreError``; nothing is changed then.
    public func undo(run: Int64, at time: String, verdict: (JDText) -> Verdict) throws -> RunUndo {
        try withStoreErrors(path: path) {
            try queue.inDatabase { db in
                _ = try Int.fetchOne(db, sql: "PRAGMA secure_delete = ON")
                // What hangs on a JD goes with it; an import on the same connection does without.
                try db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF")
            }
        }
        return try write { db in
            try Self.checkUndoable(run, isLocked: holdsLock, db)
            let traces = try Self.traces(run, db)
            let undo = try Self.undo(of: run, traces, db)
            let sources = try Self.sources(of: run, db)
            try UndoRows(run: run, db).undo(traces, verdict: verdict)
            for source in sources { try Self.removeUnused(source: source, db) }
            try db.execute(sql: "UPDATE import_run SET undone_at = ? WHERE id = ?", arguments: [time, run])
            // Until its parts are merged, the index only notes that words are gone.
            try db.execute(sql: "INSERT INTO jd_fts (jd_fts) VALUES ('optimize')")
            try Columns.refresh(db)
            return undo
        }
    }

    private static func checkUndoable(_ run: Int64, isLocked: Bool, _ db: Database) throws {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM import_run WHERE id = ?", arguments: [run]) else {
            throw UndoRefusal.noSuchRun(run)
        }
        if let time: String = row["undone_at"] { throw UndoRefusal.isUndone(run, at: time) }
        guard try run >= Int64(Meta.integer(.undoableFrom, db) ?? 1) else { throw UndoRefusal.isTooOld(run) }
        let process: Int64 = row["process"]
        if row["finished_at"] == nil, !isLocked, RunWriter.isRunning(process) {
            throw UndoRefusal.isRunning(run, process: process)
        }
    }

    private static func traces(_ run: Int64, _ db: Database) throws -> RunTraces {
        let traces = try RunTraces(run: run, db)
        if let later = try traces.laterChange(than: run, db) {
            throw UndoRefusal.isBuiltUpon(run, by: later.run, jds: later.jds)
        }
        return traces
    }

    private static func undo(of run: Int64, _ traces: RunTraces, _ db: Database) throws -> RunUndo {
        let title = try db.makeStatement(sql: "SELECT title FROM jd_head WHERE id = ?")
        let label = try db.makeStatement(sql: "SELECT 1 FROM label WHERE jd = ? AND run IS NULL")
        return RunUndo(
            run: run, removed: traces.brought,
            titles: try traces.brought.prefix(10).map { try String.fetchOne(title, arguments: [$0]) ?? "" },
            labels: try traces.brought.count { try Int.fetchOne(label, arguments: [$0]) != nil },
            restored: traces.updated.count, sightings: traces.seenAgain.count)
    }

    private static func sources(of run: Int64, _ db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT source FROM jd_sighting WHERE file IN (SELECT id FROM import_file WHERE run = ?1)
                UNION SELECT DISTINCT source FROM jd_head WHERE file IN (SELECT id FROM import_file WHERE run = ?1)
                """, arguments: [run])
    }

    /// A source that nothing comes from any more goes with the run that named it.
    private static func removeUnused(source: Int64, _ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM source WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM jd_head WHERE source = ?1)
                    AND NOT EXISTS (SELECT 1 FROM jd_sighting WHERE source = ?1)
                    AND NOT EXISTS (SELECT 1 FROM jd_before WHERE source = ?1)
                """, arguments: [source])
    }
}
