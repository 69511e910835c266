public import StrataModel

/// Why a record of the catalogue cannot be read.
public struct CatalogueRecordError: Error, Sendable, CustomStringConvertible {
    public var entity: CatalogueRecord.Entity
    public var slug: String
    /// What is wrong, and how to mend it.
    public var reason: String

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
        text = columns.joined(separator: "\t") + "\n" + cells.joined(separator: "\t") + "\n"
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
