internal import GRDB
internal import StrataModel
internal import StrataStorage

/// A filter over the columns of all JDs.
struct ColumnFilter {
    private let needs: UInt32
    private let primary: JDFilter.Primary?
    private let role: UInt32?
    private let texts: [(column: JDColumn, value: String)]
    private let source: UInt32?
    /// As ``JDColumn/dates`` has them; 0 and the greatest number for no bound.
    var since: UInt32
    var until: UInt32
    /// Those for which the rest holds: what is not asked of columns.
    private let ids: IDSet?

    /// - throws: ``UnknownName`` for a skill, role or source that the database doesn't know.
    init(_ filter: JDFilter, _ db: Database) throws {
        let names = Names(db: db)
        needs = UInt32(LayerSet(filter.needs).rawValue)
        primary = filter.primary
        role = try filter.role.map { UInt32(try names.role($0) ?? 0) }
        source = try filter.source.map { UInt32(try names.source($0)) }
        texts = [
            (JDColumn.seniority, filter.seniority?.rawValue), (.country, filter.country),
            (.workplace, filter.workplace?.rawValue), (.language, filter.language),
        ].compactMap { column, value in value.map { (column, $0) } }
        (since, until) = Self.bounds(filter.since, filter.until)
        ids = try Self.ids(filter, names, db)
    }

    /// The same with other dates.
    func seen(since: CalendarDate?, until: CalendarDate?) -> ColumnFilter {
        var filter = self
        (filter.since, filter.until) = Self.bounds(since, until)
        return filter
    }

    private static func bounds(_ since: CalendarDate?, _ until: CalendarDate?) -> (UInt32, UInt32) {
        // Bounded, no JD without a date passes.
        let first = since.map(number) ?? (until == nil ? 0 : 1)
        return (first, until.map(number) ?? .max)
    }

    private static func number(_ date: CalendarDate) -> UInt32 {
        UInt32(clamping: (date.year * 100 + date.month) * 100 + date.day)
    }

    private static func ids(_ filter: JDFilter, _ names: Names, _ db: Database) throws -> IDSet? {
        var rest = JDFilter()
        (rest.skill, rest.company, rest.location, rest.alike) = (
            filter.skill, filter.company, filter.location, filter.alike
        )
        guard rest != JDFilter() else { return nil }
        var ids = IDSet()
        let rows = try SQLRequest<Int>(literal: sql(rest, names, db)).fetchCursor(db)
        while let id = try rows.next() { ids.insert(id) }
        return ids
    }

    private static func sql(_ filter: JDFilter, _ names: Names, _ db: Database) throws -> SQL {
        var others = filter
        others.skill = nil
        if let skill = filter.skill, others == JDFilter() {
            return "SELECT jd FROM jd_mention WHERE skill = \(try names.skill(skill)) AND requirement < 2"
        }
        return "SELECT h.id FROM jd_head h WHERE \(literal: FilterSQL.all(try FilterSQL(filter, db).whole))"
    }

    /// Whether it asks for sightings, of which some of a JD's may pass and others not.
    var asksForSightings: Bool { source != nil || since > 0 || until < .max }

    /// Whether it lets every JD through.
    var isEmpty: Bool {
        needs == 0 && primary == nil && role == nil && texts.isEmpty && !asksForSightings && ids == nil
    }

    /// What has to be read of each JD.
    var columns: Set<JDColumn> {
        var columns: Set<JDColumn> = [.verdict]
        if role != nil { columns.insert(.role) }
        columns.formUnion(texts.map(\.column))
        if asksForSightings { columns.formUnion([.sightings, .dates]) }
        if source != nil { columns.insert(.sources) }
        return columns
    }

    /// The filter for the JDs of a block.
    func over(_ block: ColumnBlock) -> OverBlock {
        OverBlock(
            firstID: Int(block.firstID), verdicts: block[numbers: .verdict], needs: needs, primary: primary,
            roles: block[numbers: .role], role: role,
            texts: texts.map { column, value in
                let texts = block[texts: column]
                // Codes count from 1; one that no JD has where the block does not hold the text.
                let code = texts.values.firstIndex { $0.utf8.elementsEqual(value.utf8) }.map { UInt32($0 + 1) }
                return (texts.codes, code ?? .max)
            }, ids: ids)
    }

    /// Whether a sighting passes.
    @inline(__always)
    func accepts(source: UInt32?, date: UInt32) -> Bool {
        date >= since && date < until && (self.source == nil || source == self.source)
    }

    /// Whether a sighting is of the source asked for, whenever it was.
    @inline(__always)
    func accepts(source: UInt32?) -> Bool { self.source == nil || source == self.source }

    struct OverBlock {
        fileprivate let firstID: Int
        fileprivate let verdicts: [UInt32]
        fileprivate let needs: UInt32
        fileprivate let primary: JDFilter.Primary?
        fileprivate let roles: [UInt32]
        fileprivate let role: UInt32?
        fileprivate let texts: [(codes: [UInt32], code: UInt32)]
        fileprivate let ids: IDSet?

        /// Whether the JD at a place of the block is there and passes, but for its sightings.
        func accepts(_ place: Int) -> Bool {
            let verdict = VerdictCode(rawValue: verdicts[place])
            guard verdict.exists, verdict.needs & needs == needs else { return false }
            switch primary {
            case .layer(let layer) where verdict.primary != layer.index: return false
            case .some(.none) where verdict.primary != nil: return false
            default: break
            }
            if let role, roles[place] != role { return false }
            for text in texts where text.codes[place] != text.code { return false }
            if let ids, !ids.contains(firstID + place) { return false }
            return true
        }
    }
}
