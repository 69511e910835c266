internal import ArgumentParser
internal import Foundation
internal import StrataAdvice
internal import StrataModel
internal import StrataReport
internal import StrataStorage

/// Whether profiles are kept, and what becomes of those that were.
struct KeepingOptions: ParsableArguments {
    @Flag(help: "Keep the profiles, not the documents, in the database, until they are forgotten.")
    var keep = false

    @Flag(help: "List the profiles that were kept.")
    var kept = false

    @Option(help: ArgumentHelp("Show a profile that was kept.", valueName: "id"))
    var show: Int64?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Remove kept profiles beyond recovery, by their ids or 'all'.", valueName: "id"))
    var forget: [String] = []

    /// Whether it is about kept profiles rather than files.
    var isAsked: Bool { kept || show != nil || !forget.isEmpty }

    /// - parameter hasOthers: whether options are given that only files go with.
    /// - throws: `ValidationError` where what is given does not go together.
    func check(files: [String], hasOthers: Bool) throws {
        let asked = [("--kept", kept), ("--show", show != nil), ("--forget", !forget.isEmpty)].filter(\.1).map(\.0)
        guard asked.count <= 1 else {
            throw ValidationError("\(asked.joined(separator: " and ")) do not go together: ask for one at a time")
        }
        guard let asked = asked.first else {
            if files.isEmpty {
                throw ValidationError("name a résumé, '-' for standard input, or ask for --kept, --show or --forget")
            }
            return
        }
        guard files.isEmpty, !hasOthers, !keep else {
            throw ValidationError(
                "\(asked) is about profiles that were kept: give it without files, --jd, --role, --as-of and --keep")
        }
        if forget.contains("all"), forget.count > 1 { throw ValidationError("--forget: give ids or 'all', not both") }
        if let wrong = forget.first(where: { $0 != "all" && Int64($0) == nil }) {
            throw ValidationError("--forget \(wrong): give the ids that --kept lists, or 'all'")
        }
    }

    func run(_ database: DatabaseOptions, _ output: OutputOptions) throws {
        if let show { return try KeptProfiles.show(show, database, output) }
        if !forget.isEmpty { return try KeptProfiles.forget(forget, database, output) }
        try KeptProfiles.list(database, output)
    }
}

/// The profiles that the database keeps.
enum KeptProfiles {
    /// - returns: their ids.
    static func keep(
        _ profiles: [CandidateProfile], on date: CalendarDate?, _ database: DatabaseOptions
    ) throws -> [Int64] {
        let store = try database.openForWriting()
        defer { try? store.close() }
        return try store.keep(
            candidates: profiles.map { profile in
                var profile = profile
                // A folder may be named after the person; the file's name is what was asked for.
                profile.file = profile.file.split(separator: "/").last.map(String.init) ?? profile.file
                return (profile.file, JSONRenderer.line(profile.json))
            }, on: date.map(String.init(describing:)))
    }

    static func list(_ database: DatabaseOptions, _ output: OutputOptions) throws {
        let kept = try all(database)
        let table = Table(
            columns: [.init("id", "Id", .trailing), .init("file", "File"), .init("kept_on", "Kept on")],
            rows: kept.map { [.integer(Int($0.id)), .text($0.file), .text($0.keptOn)] })
        let items = kept.map { kept in
            JSONValue.object([
                ("id", .integer(Int(kept.id))), ("file", .string(kept.file)), ("kept_on", .string(kept.keptOn)),
            ])
        }
        try output.write(
            document: Document(
                title: "Kept profiles: \(kept.count)", blocks: kept.isEmpty ? [] : [.table(table)],
                footer: [CandidateProfile.note]),
            json: .object([("kept", .array(items)), ("note", .string(CandidateProfile.note))]), items: items,
            table: table)
        if kept.isEmpty { throw CommandFailure.nothingFound }
    }

    static func show(_ id: Int64, _ database: DatabaseOptions, _ output: OutputOptions) throws {
        guard let kept = try all(database).first(where: { $0.id == id }) else { throw unknown([id]) }
        guard let decoded = try? JSONDecoder().decode(DecodedJSON.self, from: Data(kept.profile.utf8)),
            let profile = CandidateProfile(json: decoded.value)
        else {
            throw CommandFailure(
                .badInput, "the kept profile \(id) cannot be read: remove it with 'strata candidate --forget \(id)'")
        }
        try output.write([profile])
    }

    static func forget(_ names: [String], _ database: DatabaseOptions, _ output: OutputOptions) throws {
        try output.check(hasTable: false)
        let kept = try all(database)
        let ids = names == ["all"] ? kept.map(\.id) : Set(names.compactMap { Int64($0) }).sorted()
        let missing = ids.filter { id in !kept.contains { $0.id == id } }
        guard missing.isEmpty else { throw unknown(missing) }
        guard !ids.isEmpty else { throw CommandFailure.nothingFound }
        let store = try database.openForWriting()
        defer { try? store.close() }
        try store.forget(candidates: ids)
        try output.write(
            document: Document(title: "Forgotten: \(ids.count) profile\(ids.count == 1 ? "" : "s")"),
            json: .object([
                ("forgotten", .array(ids.map { .integer(Int($0)) })), ("note", .string(CandidateProfile.note)),
            ]))
    }

    private static func all(_ database: DatabaseOptions) throws -> [KeptCandidate] {
        let store = try database.openForReading()
        defer { try? store.close() }
        return try store.keptCandidates()
    }

    private static func unknown(_ ids: [Int64]) -> CommandFailure {
        CommandFailure(
            .nothingFound,
            "no kept profile has the id \(ids.map(String.init).joined(separator: ", ")); 'strata candidate --kept' lists them"
        )
    }
}
