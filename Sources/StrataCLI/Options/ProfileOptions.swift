internal import ArgumentParser
internal import StrataCatalogue
internal import StrataImport
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

/// How an import finds the columns: the profile, and what the user maps.
struct ProfileOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Which column feeds which field, such as title=\"Job Title\"; repeatable.", valueName: "field=column"))
    var map: [String] = []

    @Option(
        help: ArgumentHelp(
            "How the export's columns are read: greenhouse, lever, workday, linkedin, indeed, glassdoor, or one of your own.",
            valueName: "name"))
    var profile: String?

    @Option(
        name: .customLong("save-profile"),
        help: ArgumentHelp("Keep the mapping of --map under a name, for --profile.", valueName: "name"))
    var saveProfile: String?

    func validate() throws {
        guard let saveProfile else { return }
        guard !map.isEmpty else {
            throw ValidationError("--save-profile \(saveProfile): give the mapping to keep with --map FIELD=COLUMN.")
        }
        let allowed = saveProfile.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_.".unicodeScalars.contains(scalar)
        }
        guard allowed, !saveProfile.isEmpty, saveProfile.utf8.count <= 60 else {
            throw ValidationError("--save-profile \(saveProfile): a name has letters, digits, '-', '_' and '.' only.")
        }
        guard try !Seeds.profiles().contains(where: { $0.name == saveProfile.lowercased() }) else {
            throw ValidationError(
                "--save-profile \(saveProfile): a profile of that name ships with Strata; choose another.")
        }
    }

    /// The fields that `--map` names.
    func fields() throws -> [Field: String] {
        var fields: [Field: String] = [:]
        for pair in map {
            guard let equals = pair.firstIndex(of: "=") else {
                throw ValidationError("--map \(pair): write FIELD=COLUMN, such as title=\"Job Title\".")
            }
            let name = String(pair[..<equals])
            guard let field = Field(named: name) else {
                throw ValidationError(
                    "--map \(pair): no field '\(name)'; the fields are \(Field.allCases.map(\.rawValue).joined(separator: ", "))."
                )
            }
            fields[field] = String(pair[pair.index(after: equals)...])
        }
        return fields
    }

    /// The profile asked for.
    ///
    /// - throws: `UnknownName` when neither Strata nor the user has one of that name.
    func chosen(_ database: DatabaseOptions) throws -> ImportProfile? {
        guard let profile else { return nil }
        let shipped = try Seeds.profiles()
        // A shipped one needs no database, and a new database has no others.
        if let found = shipped.first(where: { $0.name == profile.lowercased() }) { return found }
        return try ProfileList(shipped: shipped, own: database.ownProfiles()).profile(named: profile)
    }

    /// The profile to keep: what is mapped, over the fields of the profile that was used.
    func kept(source: String?, over base: ImportProfile?) throws -> ImportProfile? {
        guard let saveProfile else { return nil }
        let mapped = try fields()
        var feeds = (base?.feeds ?? []).filter { feed in !mapped.keys.contains { $0.rawValue == feed.field } }
        feeds += mapped.map { ImportProfile.Feed(field: $0.key.rawValue, columns: [$0.value]) }
        return ImportProfile(
            name: saveProfile, summary: "", source: source ?? base?.source ?? saveProfile,
            feeds: feeds.sorted { $0.field < $1.field }, origin: .own)
    }
}

extension DatabaseOptions {
    /// The user's own profiles; none where there is no database yet.
    func ownProfiles() throws -> [ImportProfile] {
        do {
            let store = try openForReading()
            defer { try? store.close() }
            return try store.importProfiles()
        } catch let error as StoreError where error.kind == .notFound {
            return []
        }
    }
}
