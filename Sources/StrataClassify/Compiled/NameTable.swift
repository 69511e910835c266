import StrataModel

/// What skills and roles are called: Strings are made of it for the few that a verdict names.
struct NameTable: @unchecked Sendable {
    // Unchecked: the pointers lead into `memory`, which never changes.
    /// Where a skill's or role's slug and name stand in the pool, and which kind of evidence it is.
    struct Record: BitwiseCopyable {
        var slugStart: UInt32
        var nameStart: UInt32
        var end: UInt32
        var kind: UInt32
    }

    private let memory: ImageMemory
    private let records: UnsafeBufferPointer<Record>
    private let pool: UnsafeBufferPointer<UInt8>
    /// Roles come after the skills.
    let skillCount: Int

    private static let kinds: [Evidence.Kind] = [.tool, .practice, .concept, .language, .phrase]

    static func write(_ catalogue: Catalogue, into writer: inout ImageWriter) {
        var records: [Record] = []
        var pool: [UInt8] = []
        func add(_ slug: String, _ name: String, _ kind: Evidence.Kind) {
            let slugStart = UInt32(pool.count)
            pool += slug.utf8
            let nameStart = UInt32(pool.count)
            pool += name.utf8
            records.append(
                Record(
                    slugStart: slugStart, nameStart: nameStart, end: UInt32(pool.count),
                    kind: UInt32(kinds.firstIndex(of: kind) ?? 0)))
        }
        for skill in catalogue.skills { add(skill.slug, skill.name, Evidence.Kind(skill.kind)) }
        for role in catalogue.roles { add(role.slug, role.name, .phrase) }
        writer.append([Int64(catalogue.skills.count)])
        writer.append(records)
        writer.append(pool)
    }

    init(_ reader: inout ImageReader) {
        memory = reader.memory
        skillCount = Int(reader.array(of: Int64.self).first ?? 0)
        records = reader.array()
        pool = reader.array()
    }

    var count: Int { records.count }

    var isSound: Bool {
        (0...records.count).contains(skillCount)
            && records.allSatisfy {
                $0.slugStart <= $0.nameStart && $0.nameStart <= $0.end && Int($0.end) <= pool.count
                    && Int($0.kind) < Self.kinds.count
            }
    }

    func slug(_ index: Int) -> String { text(records[index].slugStart, records[index].nameStart) }

    func name(_ index: Int) -> String { text(records[index].nameStart, records[index].end) }

    func kind(_ index: Int) -> Evidence.Kind { Self.kinds[Int(records[index].kind)] }

    private func text(_ start: UInt32, _ end: UInt32) -> String {
        String(decoding: pool[Int(start)..<Int(end)], as: UTF8.self)
    }
}

extension Evidence.Kind {
    init(_ kind: Skill.Kind) {
        switch kind {
        case .tool: self = .tool
        case .practice: self = .practice
        case .concept: self = .concept
        case .language: self = .language
        }
    }
}
