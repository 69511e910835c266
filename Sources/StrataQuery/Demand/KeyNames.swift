internal import GRDB
internal import StrataModel

/// What keys are called.
struct KeyNames {
    private let dimensions: [Dimension]
    private var roles: [Int: DemandReport.Value] = [:]
    private var skills: [Int: DemandReport.Value] = [:]
    private var sources: [Int: DemandReport.Value] = [:]

    init(_ dimensions: [Dimension], _ db: Database) throws {
        self.dimensions = dimensions
        if dimensions.contains(.role) { roles = try Self.names("SELECT id, slug, name FROM role", db) }
        if dimensions.contains(.source) { sources = try Self.names("SELECT id, name, name FROM source", db) }
        if dimensions.contains(.skill) || dimensions.contains(.tool) {
            skills = try Self.names("SELECT id, slug, name FROM skill", db)
        }
    }

    private static func names(_ sql: String, _ db: Database) throws -> [Int: DemandReport.Value] {
        try Row.fetchAll(db, sql: sql).reduce(into: [:]) {
            $0[$1[0]] = DemandReport.Value(key: $1[1], name: $1[2])
        }
    }

    func values(_ keys: [DemandKey]) -> [DemandReport.Value] {
        zip(dimensions, keys).map { dimension, key in
            switch key {
            case .none: .none
            case .text(let text): DemandReport.Value(key: text, name: text)
            case .number(let number):
                switch dimension {
                case .layer, .primary:
                    Layer(index: number).map { DemandReport.Value(key: $0.slug, name: $0.name) } ?? .none
                case .role: roles[number] ?? .none
                case .source: sources[number] ?? .none
                default: skills[number] ?? .none
                }
            }
        }
    }
}
