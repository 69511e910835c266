public import StrataModel

/// Why a record of the catalogue cannot be read.
public struct CatalogueRecordError: Error, Sendable, CustomStringConvertible {
    /// Whether it is a skill or a role.
    public var entity: CatalogueRecord.Entity
    /// The record's own, as it was given.
    public var slug: String
    /// What is wrong, and how to mend it.
    public var reason: String

    /// The record and the reason, for people.
    public var description: String { "\(entity.rawValue) '\(slug)': \(reason)" }
}

extension Skill {
    /// Reads the fields as a file of `Seeds/skills` is read.
    ///
    /// - throws: ``CatalogueRecordError``.
    public init(record: CatalogueRecord) throws {
        let skills = try RecordText(record).read { table in
            let columns = try SkillColumns(table)
            return try table.map(columns.skill)
        }
        guard let skill = skills.first else {
            throw CatalogueRecordError(entity: .skill, slug: record.slug, reason: "it is empty")
        }
        self = skill
    }
}

extension Role {
    /// Reads the fields as `Seeds/roles.tsv` is read.
    ///
    /// - throws: ``CatalogueRecordError``.
    public init(record: CatalogueRecord) throws {
        let roles = try RecordText(record).read { table in
            let columns = try RoleColumns(table)
            return try table.map(columns.role)
        }
        guard let role = roles.first else {
            throw CatalogueRecordError(entity: .role, slug: record.slug, reason: "it is empty")
        }
        self = role
    }
}

/// A record as the text of a seed file with one row: read by what reads the seeds.
private struct RecordText {
    private let record: CatalogueRecord
    private let text: String

    init(_ record: CatalogueRecord) throws {
        self.record = record
        let columns = ["slug"] + record.entity.fields
        let cells = [record.slug] + record.entity.fields.map { record[$0] }
        for (column, cell) in zip(columns, cells)
        where cell.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
            throw CatalogueRecordError(
                entity: record.entity, slug: record.slug, reason: "'\(column)' holds a tab or a line break")
        }
        if let fault = Self.fault(record) {
            throw CatalogueRecordError(entity: record.entity, slug: record.slug, reason: fault)
        }
        text = columns.joined(separator: "\t") + "\n" + cells.joined(separator: "\t") + "\n"
    }

    /// What a row of the seeds may not be, as it comes from people.
    private static func fault(_ record: CatalogueRecord) -> String? {
        let name = record["name"].trimmingSpaces
        if name.isEmpty { return "it has no name" }
        if name.contains("|") { return "its name holds '|', which parts spellings" }
        if record.entity == .skill, let first = name.first, "=?!".contains(first) {
            return "its name begins with '\(first)', a mark of spellings: give the name without it"
        }
        let layers = record["layers"].split(separator: ",").filter { !$0.contains("outside") }.count
        if record.entity == .skill, record["reason"].split(separator: "|").count > max(1, layers) {
            return "there are more reasons than layers"
        }
        return nil
    }

    func read<Value>(_ body: (SeedTable) throws -> Value) throws -> Value {
        var text = text
        do {
            return try text.withUTF8 { try body(SeedTable(path: record.slug, contents: $0)) }
        } catch let error as SeedTable.Malformed {
            throw CatalogueRecordError(entity: record.entity, slug: record.slug, reason: error.reason)
        }
    }
}
