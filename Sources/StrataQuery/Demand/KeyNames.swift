internal import GRDB
internal import StrataModel

/// What the keys that the database groups by are called.
struct KeyNames {
    private let dimensions: [Dimension]
    private var roles: [Int64: DemandReport.Value] = [:]
    private var skills: [Int64: DemandReport.Value] = [:]
    private var sources: [Int64: DemandReport.Value] = [:]

    init(_ dimensions: [Dimension], _ db: Database) throws {
        self.dimensions = dimensions
        if dimensions.contains(.role) { roles = try Self.names("SELECT id, slug, name FROM role", db) }
        if dimensions.contains(.source) { sources = try Self.names("SELECT id, name, name FROM source", db) }
        if dimensions.contains(.skill) || dimensions.contains(.tool) {
            skills = try Self.names("SELECT id, slug, name FROM skill", db)
        }
    }

    private static func names(_ sql: String, _ db: Database) throws -> [Int64: DemandReport.Value] {
        try Row.fetchAll(db, sql: sql).reduce(into: [:]) {
            $0[$1[0]] = DemandReport.Value(key: $1[1], name: $1[2])
        }
    }

    func values(_ keys: [DatabaseValue]) -> [DemandReport.Value] {
        zip(dimensions, keys).map { dimension, key in
            if key.isNull { return .none }
            let number = Int64.fromDatabaseValue(key) ?? 0
            return switch dimension {
            case .layer, .primary:
                Layer(index: Int(number)).map { DemandReport.Value(key: $0.slug, name: $0.name) } ?? .none
            case .role: roles[number] ?? .none
            case .skill, .tool: skills[number] ?? .none
            case .source: sources[number] ?? .none
            case .seniority, .company, .location, .country, .workplace, .language, .month, .quarter, .year:
                String.fromDatabaseValue(key).map { DemandReport.Value(key: $0, name: $0) } ?? .none
            }
        }
    }
}
